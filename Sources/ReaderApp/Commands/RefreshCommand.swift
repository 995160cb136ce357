import Ingestion
import NewsModel
import NewsStore
import ReaderUI
import Synchronization

/// `khabar refresh`: fetches feeds, lists what is new, then understands it.
struct RefreshCommand {
  var runner: CommandRunner

  /// - Parameter names: feeds by name, address or the reader's tag; none means all.
  /// - Returns: 1 when every feed that was asked failed.
  func run(_ names: [String]) async throws -> Int32 {
    let store = try runner.openStore()
    let client = runner.client
    let scope = try await scope(names, in: store)
    // Listing looks into every index of the store.
    try await store.keepPages(mebibytes: 16)
    let progress = RefreshProgressLine(messages: runner.messages)
    let refresher = FeedRefresher(store: store, client: client, clock: { .current() })
    let hooks = HookRun(runner.configuration.hooks, store: store, messages: runner.messages)
    try await hooks.prepare()
    var report = try await refresher.refresh(scope) { progress.show($0) }
    let start = ContinuousClock.now
    // What comes now goes through it once.
    try await store.keepPages(mebibytes: 8)
    let listedSeconds = report.listedSeconds
    @Sendable nonisolated func seconds() -> Double { listedSeconds + (ContinuousClock.now - start) / .seconds(1) }
    let understoodSeconds = Mutex<Double?>(nil)
    if try await store.subscriptions().contains(where: \.wantsFullText) {
      try await StoryUnderstanding(store: store).understandAll { progress.show($0) }
      try await ArticleCompletion(store: store, client: client, clock: { .current() }).completeFullTextFeeds {
        progress.showPages($0, of: $1)
      }
      understoodSeconds.withLock { $0 = seconds() }
    }
    try await StoryIndexing(store: store, isAlone: true).understandAndIndexAll {
      progress.show($0)
    } understood: {
      understoodSeconds.withLock { $0 = $0 ?? seconds() }
    }
    report.indexedSeconds = seconds()
    report.understoodSeconds = understoodSeconds.withLock { $0 } ?? report.indexedSeconds
    try await store.deleteExpired(by: runner.configuration.retention, now: .current())
    progress.clear()
    for failure in await hooks.run(now: .current()) { Output.message(failure) }
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(RefreshDocument(report, messages: runner.messages)))
    } else {
      for line in report.lines { tell(line) }
      Output.line(summary(report))
    }
    let asked = report.lines.count { if case .waiting = $0.outcome { false } else { true } }
    return asked > 0 && report.failures.count == asked ? 1 : 0
  }

  private func scope(_ names: [String], in store: ArticleStore) async throws -> RefreshScope {
    let all = try await store.subscriptions()
    if all.isEmpty { throw CommandFailure.noFeeds }
    if names.isEmpty { return .all }
    return .feeds(try names.flatMap { try FeedNames.feeds(named: $0, in: all) }.map(\.feed.id))
  }

  private func tell(_ line: RefreshReport.Line) {
    switch line.outcome {
    case .failed(let trouble):
      Output.message("\(line.name) (\(line.address)): \(runner.messages.trouble(trouble))")
    case .waiting(let until):
      let time = until.rfc3339
      Output.message(
        runner.messages.say("\(line.name): waits until \(time)."))
    case .fetched, .notModified: break
    }
  }

  private func summary(_ report: RefreshReport) -> String {
    let counts = (new: report.newCount, changed: report.updatedCount, failed: report.failures.count)
    let messages = runner.messages
    // Each number has a plural of its own.
    let parts = [
      messages.say("\(counts.new) new stories"), messages.say("\(counts.changed) changed"),
      messages.say("\(counts.failed) feeds failed"),
    ]
    return messages.say("\(report.lines.count) feeds") + ": " + parts.joined(separator: ", ")
  }
}

/// How a refresh went, as JSON.
nonisolated struct RefreshDocument: Encodable {
  struct Line: Encodable {
    var id: String
    var title: String
    var address: String
    /// `fetched`, `not_modified`, `failed`, `waiting`.
    var outcome: String
    var new: Int?
    var updated: Int?
    /// A word of ours for the kind of failure.
    var trouble: String?
    var status: Int?
    /// A sentence for people.
    var error: String?
    var waits_until: String?
  }

  var feeds: [Line]
  var new: Int
  var updated: Int
  var failed: Int
  var listed_seconds: Double
  var understood_seconds: Double
  var indexed_seconds: Double

  init(_ report: RefreshReport, messages: Messages) {
    feeds = report.lines.map { line in
      var entry = Line(id: line.feed.rawValue, title: line.name, address: line.address, outcome: "")
      switch line.outcome {
      case .fetched(let new, let updated):
        entry.outcome = "fetched"
        entry.new = new
        entry.updated = updated
      case .notModified: entry.outcome = "not_modified"
      case .failed(let trouble):
        entry.outcome = "failed"
        entry.trouble = trouble.kind.rawValue
        entry.status = trouble.status
        entry.error = messages.trouble(trouble)
      case .waiting(let until):
        entry.outcome = "waiting"
        entry.waits_until = until.rfc3339
      }
      return entry
    }
    new = report.newCount
    updated = report.updatedCount
    failed = report.failures.count
    listed_seconds = report.listedSeconds
    understood_seconds = report.understoodSeconds
    indexed_seconds = report.indexedSeconds
  }
}

/// How far a refresh is, on one line of standard error that goes away: only on a terminal, and only when it takes long.
nonisolated final class RefreshProgressLine: Sendable {
  private let bar: ProgressBar
  private let messages: Messages

  init(messages: Messages) {
    self.messages = messages
    bar = ProgressBar()
  }

  func show(_ progress: RefreshProgress) {
    let words =
      switch progress.stage {
      case .listing: messages.say("feeds")
      case .understanding: messages.say("stories being read")
      case .indexing: messages.say("stories being indexed")
      }
    bar.show(progress.doneCount, of: progress.totalCount, words: words)
  }

  func showPages(_ doneCount: Int, of totalCount: Int) {
    bar.show(doneCount, of: totalCount, words: messages.say("whole stories"))
  }

  func clear() { bar.clear() }
}
