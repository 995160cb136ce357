import NewsModel
import NewsStore
import ReaderUI

/// The hooks of one refresh: ``prepare()`` before it, ``run(now:)`` after it.
struct HookRun {
  private let hooks: [Hook]
  private let store: ArticleStore
  private let messages: Messages

  /// Stories that a program gets at once; of more it is told how many they are. A new feed brings all it has.
  static let storiesAtOnce = 20
  /// How long a program may take.
  static let timeout = Duration.seconds(60)

  init(_ hooks: [Hook], store: ArticleStore, messages: Messages) {
    self.hooks = hooks
    self.store = store
    self.messages = messages
  }

  /// From now on the store notes which stories come in: what is there already is not new.
  func prepare() async throws { try await store.setHooks(hooks.map(\.key)) }

  /// Gives each hook the new stories that it asks for. Never stops anything else.
  ///
  /// - Returns: what went wrong, in sentences.
  func run(now: Timestamp) async -> [String] {
    var failures: [String] = []
    for hook in hooks {
      if Task.isCancelled { break }
      do { try await run(hook, now: now, &failures) } catch is CancellationError {} catch {
        failures.append(sentence(hook, error))
      }
    }
    return failures
  }

  private func run(_ hook: Hook, now: Timestamp, _ failures: inout [String]) async throws {
    // A program that is not there gets nothing: the stories wait until it is.
    let needed = hook.run.first ?? DesktopNotification.program
    if ChildProgram.find(needed) == nil { throw ChildProgram.Failure.notFound(needed) }
    let query = try StoryQuery(parsing: hook.query, today: now)
    let found = try await store.takeNewStories(of: hook.key, matching: query, limit: Self.storiesAtOnce)
    guard !found.stories.isEmpty else { return }
    if !hook.run.isEmpty {
      do {
        try await ChildProgram(command: hook.run, timeout: Self.timeout)
          .runWell(try await document(found, hook).encoded())
      } catch { failures.append(sentence(hook, error)) }
    }
    if hook.isNotifying {
      try await DesktopNotification(
        found.stories, count: found.totalCount, query: hook.query, language: messages.language
      ).show()
    }
  }

  private func document(_ found: NewStories, _ hook: Hook) async throws -> JSONFeedDocument {
    var items: [JSONFeedDocument.Item] = []
    for headline in found.stories {
      if let story = try await store.story(headline.id) { items.append(.init(story: story)) }
    }
    var document = JSONFeedDocument(title: hook.query, items: items)
    document.khabar = JSONFeedDocument.FeedExtension(
      count: found.totalCount, leftOut: found.totalCount - found.stories.count)
    return document
  }

  private func sentence(_ hook: Hook, _ error: any Error) -> String {
    "hooks “\(hook.query.prefix(60))”: " + messages.sentence(for: error)
  }
}
