#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CellText
import Fetching
import Ingestion
import NewsModel
import NewsStore
import ReaderUI
import Screen

/// What the commands of one run share: where to write, the store, the reader's settings.
struct CommandRunner {
  var arguments: Arguments
  var configuration: Configuration
  var paths: Paths
  var now: Timestamp

  /// The language chosen in the reader; nil where nobody looked for it.
  var keptLanguage: UILanguage?

  var language: UILanguage {
    arguments.language ?? keptLanguage ?? configuration.language
      ?? LocaleSetting.messageLanguage(ProcessEnvironment.variables) ?? .hindi
  }
  var messages: Messages { Messages(language: language) }
  var phrases: Phrases { Phrases(language) }
  /// The same with what the file says now: a language chosen on the page holds until the file names another (``KeptChoice``).
  func with(_ configuration: Configuration) -> CommandRunner {
    var other = self
    if configuration.language != self.configuration.language { other.keptLanguage = nil }
    other.configuration = configuration
    return other
  }

  /// The letters that text for people is written in.
  var script: ScriptStyle { arguments.view ?? configuration.view ?? .devanagari }
  var storePath: String { arguments.store ?? paths.store }

  /// Opens the store and makes it when there is none.
  func openStore() throws -> ArticleStore { try ArticleStore(path: storePath) }

  /// The way to the network.
  var client: HTTPClient { HTTPClient.live(userAgent: "khabar/\(Launch.version) (terminal news reader)") }

  /// The settings that lay out text for people.
  func settings() throws -> ReaderSettings {
    let forced = try forcedWidthModel()
    var settings = ReaderSettings(
      language: language, digits: configuration.digits ?? .ascii, calendar: configuration.calendar ?? .gregorian,
      widthModel: forced ?? WidthModel.guess(environment: ProcessEnvironment.variables).model,
      isWidthModelForced: forced != nil, measureColumns: configuration.measureColumns ?? 70,
      keys: configuration.keyMap,
      bidi: configuration.bidi ?? BidiOrder.guess(environment: ProcessEnvironment.variables), script: script,
      refreshMinutes: configuration.refreshInterval, dateStyle: configuration.dateStyle ?? .relative,
      page: configuration.page, list: configuration.list, pictures: configuration.pictures ?? .ask)
    settings.isMouseOn = configuration.isMouseOn ?? true
    settings.frames = configuration.frames ?? .lines
    settings.page.arrangement = configuration.arrangement ?? .auto
    settings.showsCursor = configuration.showsCursor ?? false
    settings.hyperlinks = configuration.hyperlinks ?? .auto
    return settings
  }

  /// The width model that the reader named; nil leaves it to the terminal.
  func forcedWidthModel() throws -> WidthModel? {
    let name = arguments.widthModel ?? configuration.widthModel ?? "auto"
    if name == "auto" { return nil }
    guard let model = WidthModel.named(name) else { throw CommandFailure.unknownWidthModel(name) }
    return model
  }

  /// Carries out a command that is not the reader itself; its exit status.
  func run() async throws -> Int32 {
    switch arguments.command {
    case .read, .readPages, .help, .version: return 0
    case .importPages(let sources): return try await ImportCommand(runner: self).run(sources)
    case .parse(let source): try await ParseCommand(runner: self).run(source)
    case .list(let options): return try await ListCommand(runner: self).run(options)
    case .export(let options): return try await ExportCommand(runner: self).run(options)
    case .show(let id, let columns, let showsHistory):
      try await ShowCommand(runner: self).run(id: id, columns: columns, showsHistory: showsHistory)
    case .related(let id): try await RelatedCommand(runner: self).run(id: id)
    case .search(let words, let limit): return try await SearchCommand(runner: self).run(words, limit: limit)
    case .lists(let action): return try await SavedQueriesCommand(runner: self, use: .list).run(action)
    case .mute(let action): return try await SavedQueriesCommand(runner: self, use: .mute).run(action)
    case .group(let id): try await GroupCommand(runner: self).run(id: id)
    case .wanted: try await WantedCommand(runner: self).run()
    case .tags(let action): try await TagsCommand(runner: self).run(action)
    case .feeds(let action): return try await FeedsCommand(runner: self).run(action)
    case .refresh(let names): return try await RefreshCommand(runner: self).run(names)
    case .clean(let action): try await CleanCommand(runner: self).run(action)
    case .store(let action): return try await StoreCommand(runner: self).run(action)
    case .reindex: try await ReindexCommand(runner: self).run()
    case .config(let action): return try await ConfigCommand(runner: self).run(action)
    case .doctor(let words): return try await DoctorCommand(runner: self).run(words: words)
    case .completions(let shell): Output.text(CompletionScript(shell: shell, language: language).text)
    case .man: Output.text(ManualPage(language: language).text)
    case .complete(let kind, let prefix, let isTyped):
      await CompleteCommand(runner: self).run(kind, prefix: prefix, isTyped: isTyped)
    }
    return 0
  }

  /// The one story whose ID begins with `prefix`.
  func story(withPrefix prefix: String, in store: ArticleStore) async throws -> Story {
    let ids = prefix.isEmpty ? [] : try await store.ids(withPrefix: prefix.lowercased())
    if ids.count > 1 { throw CommandFailure.ambiguousStory(prefix, ids: ids.map(\.rawValue)) }
    guard let id = ids.first, let story = try await StoryUnderstanding(store: store).story(id) else {
      throw CommandFailure.noSuchStory(prefix)
    }
    return story
  }
}

/// Standard output and standard error.
enum Output {
  /// The first failure to write to standard output (a full disk); the run has failed then.
  private(set) static var failure: (any Error)?

  /// Writes one line for people: stories are hostile, so nothing but text gets out.
  static func line(_ text: String) {
    data(Data((DisplayText.safe(text) + "\n").utf8))
  }

  /// Writes our own words, line ends included.
  static func text(_ text: String) {
    data(Data(text.utf8))
  }

  /// Writes as it is; JSON escapes control characters itself.
  static func data(_ data: Data) {
    do { try DescriptorBytes.write(data, to: STDOUT_FILENO) } catch { failure = failure ?? error }
  }

  /// Writes a message for people to standard error.
  static func message(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { DisplayText.safe(String($0)) }
    // When even this cannot be written there is nobody to tell.
    try? DescriptorBytes.write(("khabar: " + lines.joined(separator: "\n") + "\n").utf8, to: STDERR_FILENO)
  }
}
