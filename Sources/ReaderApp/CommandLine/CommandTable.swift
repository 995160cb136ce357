import ReaderUI

/// Every command with its words, options and help: what the command line is checked against, and what `--help`, the manual page and the
/// completions of shells are made from. None of these can say what another does not.
nonisolated struct CommandTable {
  /// The reader itself: what stands in place of a command.
  var reader: CommandRow
  var commands: [CommandRow]
  /// Options that every command takes, before or after its name.
  var shared: [OptionRow]

  /// The rows that people are told of.
  var shown: [CommandRow] { commands.filter { !$0.isHidden } }

  func row(_ command: CommandName) -> CommandRow? {
    commands.first { $0.name == command.rawValue }
  }

  static let standard = CommandTable(
    reader: readerRow, commands: newsRows + tagRows + subscriptionRows + careRows + systemRows, shared: sharedRows)
}

/// A text for people in each language that khabar speaks.
nonisolated struct Wording: Hashable {
  private var sentence: Sentence

  init(_ sentence: Sentence) { self.sentence = sentence }

  func text(in language: UILanguage) -> String { language.say(sentence) }
}

/// What may stand for a value: how it is checked, and what a shell offers in its place.
nonisolated enum ValueKind: Hashable {
  /// Anything; nothing is offered.
  case text
  case number(atLeast: Int)
  case choice([String])
  /// Anything, of which these are offered.
  case suggestion([String])
  case file
  /// A file, a folder or an address.
  case page
  case address
  case theme
  case tag, feed, section, list, rule
  /// A story's ID or its beginning.
  case story
  /// The name of a command of khabar.
  case command
  case catalogueLanguage, catalogueState, catalogueSection
}

/// A word that a command works on.
nonisolated struct OperandRow: Hashable {
  /// As the synopsis names it: `FILE|-`.
  var name: String
  var kind: ValueKind
  var isOptional = false
  /// May be given several times.
  var repeats = false

  init(_ name: String, _ kind: ValueKind, isOptional: Bool = false, repeats: Bool = false) {
    (self.name, self.kind, self.isOptional, self.repeats) = (name, kind, isOptional, repeats)
  }

  var synopsis: String {
    let text = name + (repeats ? " …" : "")
    return isOptional ? "[\(text)]" : text
  }
}

/// An option of one command, or of all.
nonisolated struct OptionRow: Hashable {
  /// With its dashes.
  var name: String
  /// Another spelling: `-h`.
  var short: String?
  /// Nil for an option without a value.
  var value: OperandRow?
  /// What a command cannot do without.
  var isRequired = false
  var help: Wording

  /// An option that takes a value.
  init(
    _ name: String, short: String? = nil, _ valueName: String, _ kind: ValueKind, repeats: Bool = false,
    isRequired: Bool = false, _ help: Wording
  ) {
    (self.name, self.short, self.isRequired, self.help) = (name, short, isRequired, help)
    value = OperandRow(valueName, kind, repeats: repeats)
  }

  /// An option without a value.
  init(_ name: String, short: String? = nil, _ help: Wording) {
    (self.name, self.short, self.help) = (name, short, help)
  }

  var names: [String] { [name] + (short.map { [$0] } ?? []) }

  /// `--tag T`, without brackets.
  var form: String { name + (value.map { " " + $0.name } ?? "") }
  var synopsis: String { isRequired ? form : "[\(form)]" }
}

/// A command, or one of the words that may follow it (`feeds add`).
nonisolated struct CommandRow: Hashable {
  var name: String
  /// Other spellings, understood and not shown.
  var aliases: [String] = []
  var help: Wording
  var operands: [OperandRow] = []
  /// Options of this command and of all its actions.
  var options: [OptionRow] = []
  var actions: [CommandRow] = []
  /// The action that is meant when none is named.
  var defaultAction: String?
  /// Lines of the language that an operand is written in: what is typed, and what it means.
  var notes: [Note] = []
  /// Whole command lines, with what they are for.
  var examples: [Note] = []
  /// For shells and not for people.
  var isHidden = false

  struct Note: Hashable {
    var typed: String
    /// The same in Latin letters, for what cannot show others; nil when `typed` has no others.
    var latin: String?
    var help: Wording

    init(_ typed: String, latin: String? = nil, _ help: Wording) {
      (self.typed, self.latin, self.help) = (typed, latin, help)
    }
  }

  init(
    _ name: String, aliases: [String] = [], _ help: Wording, operands: [OperandRow] = [], options: [OptionRow] = [],
    actions: [CommandRow] = [], defaultAction: String? = nil, notes: [Note] = [], examples: [Note] = [],
    isHidden: Bool = false
  ) {
    (self.name, self.aliases, self.help, self.operands, self.options) = (name, aliases, help, operands, options)
    (self.actions, self.defaultAction, self.notes, self.examples) = (actions, defaultAction, notes, examples)
    self.isHidden = isHidden
  }

  init(
    _ name: CommandName, _ help: Wording, operands: [OperandRow] = [], options: [OptionRow] = [],
    actions: [CommandRow] = [], defaultAction: String? = nil, notes: [Note] = [], examples: [Note] = [],
    isHidden: Bool = false
  ) {
    self.init(
      name.rawValue, help, operands: operands, options: options, actions: actions, defaultAction: defaultAction,
      notes: notes, examples: examples, isHidden: isHidden)
  }

  /// The action that `word` names; the default one for nil.
  func action(_ word: String?) -> CommandRow? {
    actions.first { $0.name == word ?? defaultAction || (word.map($0.aliases.contains) ?? false) }
  }

  /// Options of the command and of every action, each once: what may be typed before it is known which action comes.
  var allOptions: [OptionRow] {
    var seen: Set<String> = []
    return (options + actions.flatMap(\.options)).filter { seen.insert($0.name).inserted }
  }

  /// What may follow the name: one line for each action, one when there are none.
  var synopses: [String] {
    if actions.isEmpty { return [words(inherited: [])] }
    return actions.map { action in
      let name = action.name == defaultAction ? "[\(action.name)]" : action.name
      return [name, action.words(inherited: options)].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The synopsis of one action, or of a command without any.
  func words(inherited: [OptionRow]) -> String {
    (operands.map(\.synopsis) + (options + inherited).map(\.synopsis)).joined(separator: " ")
  }
}
