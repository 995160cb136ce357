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
    case show(id: String, widthColumns: Int?, showsHistory: Bool = false)
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
    case store(StoreAction)
    case config(ConfigAction)
    /// `words`: a file of texts to be measured too, one a line.
    case doctor(words: String?)
    case completions(String)
    case man
    /// What a shell offers for the beginning of a word.
    case complete(CompletionKind, prefix: String, isTyped: Bool)
    case help(CommandName?, action: String? = nil)
    case version
  }

  enum ConfigAction: Hashable {
    /// Writes the commented default.
    case initialise
    /// Verifies this file, else the one that holds.
    case check(String?)
    case show
    case actions
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

  enum StoreAction: Hashable {
    case check
    case repair
    case backup(String, isForced: Bool)
    case vacuum
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
    /// Marks and notes instead of stories.
    var isNotes = false
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

/// The commands by the names that people type. Each has its row in ``CommandTable``.
nonisolated enum CommandName: String, CaseIterable {
  case `import`, parse, list, export, show, related, group, wanted, search, tags, lists, mute, feeds, refresh, clean,
    reindex, store,
    config, doctor, completions, man, help, complete
}

/// What is wrong with a command line. Exit status 2.
nonisolated enum UsageError: Error, Hashable {
  /// Neither a command nor a file.
  case unknownCommand(String)
  case unknownOption(String, command: CommandName?, action: String? = nil)
  case missingValue(option: String)
  case unexpectedValue(option: String)
  case badNumber(option: String, value: String)
  /// With what may stand there.
  case badChoice(option: String, value: String, choices: [String])
  case missingArgument(CommandName, action: String? = nil)
  /// Story IDs and options that choose stories say two things at once.
  case idsAndOptions
  case tooManyArguments(CommandName, String)
  /// What stands after a command such as `feeds` is none of its words.
  case unknownAction(CommandName, String)
}

nonisolated extension Arguments {
  /// Understands the words after the program's name, by ``CommandTable``.
  ///
  /// Options may stand before or after the command, as `--name value` or `--name=value`; after `--` nothing is an option.
  init(_ words: [String]) throws(UsageError) {
    let line = try CommandLineReading(words)
    isJSON = line.has("--json")
    store = line.value("--store")
    configuration = line.value("--config")
    theme = line.value("--theme")
    widthModel = line.value("--width-model")
    language = line.value("--ui-language").flatMap(UILanguage.init(rawValue:))
    view = line.value("--view").flatMap(ScriptStyle.init(rawValue:))
    if line.has("--version") {
      command = .version
    } else if line.has("--help") {
      command = .help(
        line.command ?? line.operands.first.flatMap(CommandName.init(rawValue:)), action: line.action?.name)
    } else {
      try line.check()
      command = try Self.command(line)
    }
  }

  /// The command of a line whose operands are known to be enough and not too many.
  private static func command(_ line: CommandLineReading) throws(UsageError) -> Command {
    let words = line.operands
    guard let name = line.command else { return words.isEmpty ? .read : .readPages(words) }
    switch name {
    case .import: return .importPages(words)
    case .parse: return .parse(words[0])
    case .show: return .show(id: words[0], widthColumns: line.number("--width"), showsHistory: line.has("--history"))
    case .related: return .related(id: words[0])
    case .group: return .group(id: words[0])
    case .wanted: return .wanted
    case .list: return .list(ListOptions(line))
    case .export: return .export(try ExportOptions(line))
    case .search: return .search(words, limit: line.number("-n"))
    case .lists, .mute: return try queries(name, line)
    case .tags: return .tags(try tagsAction(line))
    case .feeds: return .feeds(try feedsAction(line))
    case .refresh: return .refresh(words)
    case .clean: return .clean(line.last(of: ["--now", "--undo"]).map { $0 == "--now" ? .delete : .undo } ?? .show)
    case .reindex: return .reindex
    case .store:
      switch line.action?.name {
      case "repair": return .store(.repair)
      case "backup": return .store(.backup(words[0], isForced: line.has("--force")))
      case "vacuum": return .store(.vacuum)
      default: return .store(.check)
      }
    case .config:
      switch line.action?.name {
      case "init": return .config(.initialise)
      case "check": return .config(.check(words.first))
      case "actions": return .config(.actions)
      default: return .config(.show)
      }
    case .doctor: return .doctor(words: line.value("--words"))
    case .completions: return .completions(words[0])
    case .man: return .man
    case .help: return try help(words)
    case .complete:
      guard let kind = CompletionKind(rawValue: words[0]) else { throw .missingArgument(name) }
      return .complete(kind, prefix: words.count > 1 ? words[1] : "", isTyped: line.has("--typed"))
    }
  }

  private static func help(_ words: [String]) throws(UsageError) -> Command {
    guard let word = words.first else { return .help(nil) }
    guard let name = CommandName(rawValue: word) else { throw .unknownCommand(word) }
    if words.count > 1, CommandTable.standard.row(name)?.action(words[1]) == nil {
      throw .unknownAction(name, words[1])
    }
    return .help(name, action: words.count > 1 ? words[1] : nil)
  }

  private static func feedsAction(_ line: CommandLineReading) throws(UsageError) -> FeedsAction {
    let words = line.operands
    switch line.action?.name {
    case "add": return .add(words, FeedsOptions(line))
    case "remove": return .remove(words)
    case "discover": return .discover(words[0])
    case "import": return .importList(words[0])
    case "export": return .export
    case "catalogue": return .catalogue(FeedsOptions(line))
    default: return .list
    }
  }

  private static func queries(_ name: CommandName, _ line: CommandLineReading) throws(UsageError) -> Command {
    let words = line.operands
    let action: SavedQueryAction =
      switch line.action?.name {
      // The words of a query need no quotation marks of the shell.
      case "add": .add(name: words[0], text: words.dropFirst().joined(separator: " "))
      case "remove": .remove(words[0])
      case "rename": .rename(words[0], to: words[1])
      case "why": .why(story: words[0])
      default: .list
      }
    return name == .mute ? .mute(action) : .lists(action)
  }

  private static func tagsAction(_ line: CommandLineReading) throws(UsageError) -> TagsAction {
    let words = line.operands
    switch line.action?.name {
    case "show": return .show(words[0])
    case "add": return .add(words[0], story: words[1])
    case "remove": return .remove(words[0], story: words[1])
    case "rename": return .rename(words[0], to: words[1])
    case "split": return .split(words[0])
    case "merge":
      guard let tag = line.value("--into") else { throw .missingArgument(.tags, action: "merge") }
      return .merge(words, into: tag)
    default: return .list
    }
  }
}

nonisolated extension Arguments.ListOptions {
  fileprivate init(_ line: CommandLineReading) {
    tags = line.values("--tag")
    section = line.value("--section")
    feed = line.value("--feed")
    isUnreadOnly = line.has("--unread")
    isStarredOnly = line.has("--starred")
    isGrouped = line.has("--grouped")
    query = line.value("--query")
    list = line.value("--list")
    limit = line.number("-n")
  }
}

nonisolated extension Arguments.ExportOptions {
  fileprivate init(_ line: CommandLineReading) throws(UsageError) {
    selection = Arguments.ListOptions(line)
    ids = line.operands
    if !ids.isEmpty, selection != Arguments.ListOptions() { throw .idsAndOptions }
    format = line.has("--json") ? .json : line.value("--format").flatMap(ExportFormat.init(rawValue:))
    output = line.value("-o")
    isForced = line.has("--force")
    isNotes = line.has("--notes")
  }
}

nonisolated extension Arguments.FeedsOptions {
  fileprivate init(_ line: CommandLineReading) {
    name = line.value("--name")
    folder = line.value("--folder")
    tags = line.values("--tag")
    wantsFullText = line.has("--full-text") ? true : nil
    language = line.value("--language")
    state = line.value("--state")
    section = line.value("--section")
  }
}
