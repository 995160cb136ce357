/// A command line, read by ``CommandTable``: which command it is, the words it works on, and the options with their values.
nonisolated struct CommandLineReading {
  private(set) var command: CommandName?
  /// The row of the word after a command such as `feeds`; nil for commands without such words, and for an unknown word.
  private(set) var action: CommandRow?
  /// The words that are neither options nor names of commands.
  private(set) var operands: [String] = []
  /// In the order given; options without a value have an empty one.
  private var given: [(option: OptionRow, value: String)] = []
  /// Stands where the name of an action should.
  private var unknownAction: String?
  private var row: CommandRow

  /// - Throws: ``UsageError`` for options that are unknown or have no good value. What is missing or too much is told by ``check()``, so that
  ///   `--help` needs nothing.
  init(_ words: [String], table: CommandTable = .standard) throws(UsageError) {
    row = table.reader
    var reader = WordReader(words: words)
    while let word = reader.next() {
      guard word.isOption else {
        take(word, table)
        continue
      }
      guard let option = option(word.text, table) else { throw .unknownOption(word.text, command: command) }
      given.append((option, try reader.value(of: option, word)))
    }
    findAction()
  }

  func has(_ name: String) -> Bool { given.contains { $0.option.name == name } }
  func values(_ name: String) -> [String] { given.filter { $0.option.name == name }.map(\.value) }
  func value(_ name: String) -> String? { values(name).last }
  /// The number was checked as it was read.
  func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }
  /// The one of `names` that was given last.
  func last(of names: [String]) -> String? { given.last { names.contains($0.option.name) }?.option.name }

  /// Holds what was given against the row of the command and its action.
  func check() throws(UsageError) {
    guard let command else {
      // Files are read by the reader, whatever they are called.
      if has("--json") { throw .unknownOption("--json", command: nil) }
      return
    }
    if let unknownAction { throw .unknownAction(command, unknownAction) }
    let taken = action ?? row
    let known = (CommandTable.sharedRows + row.options + taken.options).map(\.name)
    if let wrong = given.first(where: { !known.contains($0.option.name) }) {
      throw .unknownOption(wrong.option.name, command: command, action: action?.name)
    }
    let needed = taken.operands.filter { !$0.isOptional }.count
    if operands.count < needed || taken.options.contains(where: { $0.isRequired && !has($0.name) }) {
      throw .missingArgument(command, action: action?.name)
    }
    if operands.count > taken.operands.count, taken.operands.last?.repeats != true {
      throw .tooManyArguments(command, operands[taken.operands.count])
    }
    for (operand, word) in zip(taken.operands, operands) {
      if case .choice(let choices) = operand.kind, !choices.contains(word) {
        throw .badChoice(option: command.rawValue, value: word, choices: choices)
      }
    }
  }

  private mutating func take(_ word: WordReader.Word, _ table: CommandTable) {
    if command == nil, operands.isEmpty, !word.isPastOptions, let name = CommandName(rawValue: word.text),
      let known = table.row(name)
    {
      (command, row) = (name, known)
    } else {
      operands.append(word.text)
    }
  }

  private func option(_ name: String, _ table: CommandTable) -> OptionRow? {
    // JSON may be asked for before it is known of what.
    let early = command == nil ? [CommandTable.json] : []
    return (table.shared + row.allOptions + early).first { $0.names.contains(name) }
  }

  private mutating func findAction() {
    if row.actions.isEmpty { return }
    action = row.action(operands.first)
    if action == nil { unknownAction = operands.first } else if !operands.isEmpty { operands.removeFirst() }
  }
}

/// Walks over the words of a command line.
private nonisolated struct WordReader {
  struct Word {
    var text: String
    /// What stood after `=`.
    var attached: String?
    var isOption: Bool
    /// Stands after `--`: a file, whatever it is called.
    var isPastOptions = false
  }

  private var words: ArraySlice<String>
  private var isPastOptions = false

  init(words: [String]) {
    self.words = words[...]
  }

  mutating func next() -> Word? {
    guard let word = words.popFirst() else { return nil }
    if word == "--", !isPastOptions {
      isPastOptions = true
      return next()
    }
    // A lone dash is standard input.
    guard !isPastOptions, word.hasPrefix("-"), word != "-" else {
      return Word(text: word, attached: nil, isOption: false, isPastOptions: isPastOptions)
    }
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else {
      return Word(text: word, attached: nil, isOption: true)
    }
    return Word(
      text: String(word[..<equals]), attached: String(word[word.index(after: equals)...]), isOption: true)
  }

  /// The value of an option, held against its kind; empty for an option without one.
  mutating func value(of option: OptionRow, _ word: Word) throws(UsageError) -> String {
    guard let kind = option.value?.kind else {
      if word.attached != nil { throw .unexpectedValue(option: word.text) }
      return ""
    }
    guard let value = word.attached ?? words.popFirst() else { throw .missingValue(option: word.text) }
    switch kind {
    case .number(let least):
      guard let number = Int(value), number >= least else { throw .badNumber(option: word.text, value: value) }
    case .choice(let choices):
      if !choices.contains(value) { throw .badChoice(option: word.text, value: value, choices: choices) }
    default: break
    }
    return value
  }
}
