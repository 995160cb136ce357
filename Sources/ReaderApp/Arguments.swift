import ReaderUI

/// The command line, understood: one command and the options that all share.
nonisolated struct Arguments: Hashable {
  enum Command: Hashable {
    case read
    /// Files and folders in place of a command: import them, then read.
    case readPages([String])
    case importPages([String])
    case parse(String)
    case list(ListOptions)
    case export(ExportOptions)
    case show(id: String, widthColumns: Int?)
    case related(id: String)
    case search([String], limit: Int?)
    case group(id: String)
    case wanted
    case tags(TagsAction)
    case lists(SavedQueryAction)
    case mute(SavedQueryAction)
    case feeds(FeedsAction)
    /// The feeds by name, address or tag; none means all.
    case refresh([String])
    case clean(CleanAction)
    case reindex
    /// `words`: a file of texts to be measured too, one a line.
    case doctor(words: String?)
    case help(CommandName?)
    case version
  }

  enum FeedsAction: Hashable {
    case list
    case add([String], FeedsOptions)
    case remove([String])
    case discover(String)
    case importList(String)
    case export
    case catalogue(FeedsOptions)
  }

  struct FeedsOptions: Hashable {
    var name: String?
    var folder: String?
    var tags: [String] = []
    /// Nil leaves it as it is.
    var wantsFullText: Bool?
    var language: String?
    var state: String?
    var section: String?
  }

  enum SavedQueryAction: Hashable {
    case list
    case add(name: String, text: String)
    case remove(String)
    case rename(String, to: String)
    /// `mute` only: the rule that hides a story.
    case why(story: String)
  }

  enum TagsAction: Hashable {
    case list
    case show(String)
    case add(String, story: String)
    case remove(String, story: String)
    case merge([String], into: String)
    case rename(String, to: String)
    case split(String)
  }

  enum CleanAction: Hashable {
    /// Says what the rule is and what would go.
    case show
    case delete
    case undo
  }

  struct ListOptions: Hashable {
    var tags: [String] = []
    var section: String?
    var feed: String?
    var isUnreadOnly = false
    var isStarredOnly = false
    var isGrouped = false
    var query: String?
    /// The name of a smart list.
    var list: String?
    /// Nil prints all.
    var limit: Int?
  }

  struct ExportOptions: Hashable {
    /// Nil goes by the name of the file.
    var format: ExportFormat?
    /// A file; nil and `-` are standard output.
    var output: String?
    /// Whether a file that is there may be replaced.
    var isForced = false
    /// Stories by their IDs, or the beginnings of these; empty goes by ``selection``.
    var ids: [String] = []
    var selection = ListOptions()
  }

  var command = Command.read
  var isJSON = false
  var store: String?
  var configuration: String?
  var theme: String?
  var widthModel: String?
  var language: UILanguage?
  /// The letters for this run.
  var view: ScriptStyle?
}

/// The commands by the names that people type.
nonisolated enum CommandName: String, CaseIterable {
  case `import`, parse, list, export, show, related, group, wanted, search, tags, lists, mute, feeds, refresh, clean,
    reindex,
    doctor

  /// Whether it takes the options that say which stories are meant.
  var selectsStories: Bool { self == .list || self == .export }
}

/// What is wrong with a command line. Exit status 2.
nonisolated enum UsageError: Error, Hashable {
  /// Neither a command nor a file.
  case unknownCommand(String)
  case unknownOption(String, command: CommandName?)
  case missingValue(option: String)
  case unexpectedValue(option: String)
  case badNumber(option: String, value: String)
  case badLanguage(String)
  case badView(String)
  case badFormat(String)
  /// Story IDs and options that choose stories say two things at once.
  case idsAndOptions
  case missingArgument(CommandName)
  case tooManyArguments(CommandName, String)
  /// What stands after `feeds` is none of its words.
  case unknownFeedsAction(String)
  case unknownTagsAction(String)
  case unknownQueriesAction(CommandName, String)
}

nonisolated extension Arguments {
  /// Understands the words after the program's name.
  ///
  /// Options may stand before or after the command, as `--name value` or `--name=value`; after `--` nothing is an option.
  init(_ words: [String]) throws(UsageError) {
    var reader = WordReader(words: words)
    var positional: [String] = []
    var options = ListOptions()
    var export = ExportOptions()
    var feeds = FeedsOptions()
    var clean = CleanAction.show
    var width: Int?
    var words: String?
    var tag: String?
    var wantsHelp = false
    var wantsVersion = false
    var name: CommandName?
    while let word = reader.next() {
      guard word.isOption else {
        if name == nil, positional.isEmpty, !word.isPastOptions {
          if word.text == "help" {
            wantsHelp = true
          } else if let known = CommandName(rawValue: word.text) {
            name = known
          } else {
            positional.append(word.text)
          }
        } else {
          positional.append(word.text)
        }
        continue
      }
      switch (word.text, name) {
      case ("--store", _): store = try reader.value(of: word)
      case ("--config", _): configuration = try reader.value(of: word)
      case ("--theme", _): theme = try reader.value(of: word)
      case ("--width-model", _): widthModel = try reader.value(of: word)
      case ("--ui-language", _):
        let value = try reader.value(of: word)
        guard let known = UILanguage(rawValue: value) else { throw .badLanguage(value) }
        language = known
      case ("--view", _):
        let value = try reader.value(of: word)
        guard let known = ScriptStyle(rawValue: value) else { throw .badView(value) }
        view = known
      case ("--help", _), ("-h", _): wantsHelp = try reader.flag(word)
      case ("--version", _), ("-V", _): wantsVersion = try reader.flag(word)
      case ("--json", let name) where name != .import: isJSON = try reader.flag(word)
      case ("--tag", let name?) where name.selectsStories: options.tags.append(try reader.value(of: word))
      case ("--section", let name?) where name.selectsStories: options.section = try reader.value(of: word)
      case ("--feed", let name?) where name.selectsStories: options.feed = try reader.value(of: word)
      case ("--unread", let name?) where name.selectsStories: options.isUnreadOnly = try reader.flag(word)
      case ("--starred", let name?) where name.selectsStories: options.isStarredOnly = try reader.flag(word)
      case ("--list", let name?) where name.selectsStories: options.list = try reader.value(of: word)
      case ("--grouped", let name?) where name.selectsStories: options.isGrouped = try reader.flag(word)
      case ("--query", let name?) where name.selectsStories: options.query = try reader.value(of: word)
      case ("--format", .export):
        let value = try reader.value(of: word)
        guard let known = ExportFormat(rawValue: value) else { throw .badFormat(value) }
        export.format = known
      case ("-o", .export), ("--output", .export): export.output = try reader.value(of: word)
      case ("--force", .export): export.isForced = try reader.flag(word)
      case ("-n", .list), ("-n", .export), ("-n", .search): options.limit = try reader.number(of: word, atLeast: 0)
      case ("--name", .feeds): feeds.name = try reader.value(of: word)
      case ("--folder", .feeds): feeds.folder = try reader.value(of: word)
      case ("--tag", .feeds): feeds.tags.append(try reader.value(of: word))
      case ("--full-text", .feeds): feeds.wantsFullText = try reader.flag(word)
      case ("--language", .feeds): feeds.language = try reader.value(of: word)
      case ("--state", .feeds): feeds.state = try reader.value(of: word)
      case ("--section", .feeds): feeds.section = try reader.value(of: word)
      case ("--now", .clean):
        if try reader.flag(word) { clean = .delete }
      case ("--undo", .clean):
        if try reader.flag(word) { clean = .undo }
      case ("--into", .tags): tag = try reader.value(of: word)
      case ("--words", .doctor): words = try reader.value(of: word)
      case ("--width", .show): width = try reader.number(of: word, atLeast: 1)
      default: throw .unknownOption(word.text, command: name)
      }
    }
    if wantsVersion {
      command = .version
    } else if wantsHelp {
      command = .help(name ?? positional.first.flatMap(CommandName.init(rawValue:)))
    } else {
      export.selection = options
      export.ids = positional
      if name == .export, isJSON { export.format = .json }
      command = try Self.command(
        name, positional, options, export: export, feeds: feeds, clean: clean, width: width, words: words, tag: tag)
    }
  }

  private static func command(
    _ name: CommandName?, _ words: [String], _ options: ListOptions, export: ExportOptions, feeds: FeedsOptions,
    clean: CleanAction,
    width: Int?, words file: String?, tag: String?
  ) throws(UsageError) -> Command {
    guard let name else { return words.isEmpty ? .read : .readPages(words) }
    switch name {
    case .import:
      if words.isEmpty { throw .missingArgument(name) }
      return .importPages(words)
    case .parse: return .parse(try single(name, words))
    case .show: return .show(id: try single(name, words), widthColumns: width)
    case .related: return .related(id: try single(name, words))
    case .group: return .group(id: try single(name, words))
    case .wanted:
      if let extra = words.first { throw .tooManyArguments(name, extra) }
      return .wanted
    case .list:
      if let extra = words.first { throw .tooManyArguments(name, extra) }
      return .list(options)
    case .export:
      if !words.isEmpty, options != ListOptions() { throw .idsAndOptions }
      return .export(export)
    case .search:
      if words.isEmpty { throw .missingArgument(name) }
      return .search(words, limit: options.limit)
    case .lists: return .lists(try queriesAction(.lists, words))
    case .mute: return .mute(try queriesAction(.mute, words))
    case .tags: return .tags(try tagsAction(words, into: tag))
    case .feeds: return .feeds(try feedsAction(words, feeds))
    case .refresh: return .refresh(words)
    case .clean:
      if let extra = words.first { throw .tooManyArguments(name, extra) }
      return .clean(clean)
    case .reindex:
      if let extra = words.first { throw .tooManyArguments(name, extra) }
      return .reindex
    case .doctor:
      if let extra = words.first { throw .tooManyArguments(name, extra) }
      return .doctor(words: file)
    }
  }

  private static func feedsAction(_ words: [String], _ options: FeedsOptions) throws(UsageError) -> FeedsAction {
    let rest = Array(words.dropFirst())
    switch words.first {
    case nil, "list":
      if let extra = rest.first { throw .tooManyArguments(.feeds, extra) }
      return .list
    case "add":
      if rest.isEmpty { throw .missingArgument(.feeds) }
      return .add(rest, options)
    case "remove":
      if rest.isEmpty { throw .missingArgument(.feeds) }
      return .remove(rest)
    case "discover": return .discover(try single(.feeds, rest))
    case "import": return .importList(try single(.feeds, rest))
    case "export":
      if let extra = rest.first { throw .tooManyArguments(.feeds, extra) }
      return .export
    case "catalogue", "catalog":
      if let extra = rest.first { throw .tooManyArguments(.feeds, extra) }
      return .catalogue(options)
    case let word?: throw .unknownFeedsAction(word)
    }
  }

  private static func queriesAction(_ name: CommandName, _ words: [String]) throws(UsageError) -> SavedQueryAction {
    let rest = Array(words.dropFirst())
    switch words.first {
    case nil, "list":
      if let extra = rest.first { throw .tooManyArguments(name, extra) }
      return .list
    case "add":
      guard rest.count >= 2 else { throw .missingArgument(name) }
      // The words of a query need no quotation marks of the shell.
      return .add(name: rest[0], text: rest.dropFirst().joined(separator: " "))
    case "remove": return .remove(try single(name, rest))
    case "rename":
      guard rest.count >= 2 else { throw .missingArgument(name) }
      if rest.count > 2 { throw .tooManyArguments(name, rest[2]) }
      return .rename(rest[0], to: rest[1])
    case "why" where name == .mute: return .why(story: try single(name, rest))
    case let word?: throw .unknownQueriesAction(name, word)
    }
  }

  private static func tagsAction(_ words: [String], into tag: String?) throws(UsageError) -> TagsAction {
    let rest = Array(words.dropFirst())
    func pair() throws(UsageError) -> (String, String) {
      if rest.count < 2 { throw .missingArgument(.tags) }
      if rest.count > 2 { throw .tooManyArguments(.tags, rest[2]) }
      return (rest[0], rest[1])
    }
    if tag != nil, words.first != "merge" { throw .unknownOption("--into", command: .tags) }
    switch words.first {
    case nil, "list":
      if let extra = rest.first { throw .tooManyArguments(.tags, extra) }
      return .list
    case "show": return .show(try single(.tags, rest))
    case "add":
      let (name, id) = try pair()
      return .add(name, story: id)
    case "remove":
      let (name, id) = try pair()
      return .remove(name, story: id)
    case "rename":
      let (name, newName) = try pair()
      return .rename(name, to: newName)
    case "split": return .split(try single(.tags, rest))
    case "merge":
      guard let tag, !rest.isEmpty else { throw .missingArgument(.tags) }
      return .merge(rest, into: tag)
    case let word?: throw .unknownTagsAction(word)
    }
  }

  private static func single(_ name: CommandName, _ words: [String]) throws(UsageError) -> String {
    guard let word = words.first else { throw .missingArgument(name) }
    if words.count > 1 { throw .tooManyArguments(name, words[1]) }
    return word
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

  mutating func value(of option: Word) throws(UsageError) -> String {
    if let attached = option.attached { return attached }
    guard let word = words.popFirst() else { throw .missingValue(option: option.text) }
    return word
  }

  mutating func number(of option: Word, atLeast least: Int) throws(UsageError) -> Int {
    let value = try value(of: option)
    guard let number = Int(value), number >= least else { throw .badNumber(option: option.text, value: value) }
    return number
  }

  func flag(_ option: Word) throws(UsageError) -> Bool {
    if option.attached != nil { throw .unexpectedValue(option: option.text) }
    return true
  }
}
