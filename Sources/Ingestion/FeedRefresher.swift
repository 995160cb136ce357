public import Fetching
public import NewsModel
public import NewsStore

/// Fetches feeds and lists what they bring: all at once, each by itself, a few on the way at any time.
public struct FeedRefresher: Sendable {
  private let store: ArticleStore
  private let client: HTTPClient
  private let clock: @Sendable () -> Timestamp

  /// - Parameter clock: the time now, for dates of health and of undated stories.
  public init(store: ArticleStore, client: HTTPClient, clock: @escaping @Sendable () -> Timestamp) {
    self.store = store
    self.client = client
    self.clock = clock
  }

  /// Fetches and lists; texts are left raw for ``StoryUnderstanding``.
  ///
  /// A feed that fails keeps its stories, and its trouble is noted. Cancelling the task ends the transfers; what was listed stays, and the
  /// report is of the feeds that were done.
  ///
  /// - Parameter progress: told after each feed.
  /// - Throws: `StoreError` when the store fails.
  public func refresh(
    _ scope: RefreshScope = .all, progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async throws -> RefreshReport {
    let start = ContinuousClock.now
    var report = RefreshReport()
    var due: [Subscription] = []
    let feedsToReadAgain = try await store.feedsWithLostTexts()
    for subscription in try await subscriptions(scope) {
      let until = RefreshSchedule.waitsUntil(
        subscription.health, isAsked: scope != .scheduled,
        isReadAgain: feedsToReadAgain.contains(subscription.feed.id), now: clock())
      if let until {
        report.lines.append(.init(subscription, .waiting(until: until)))
      } else {
        due.append(subscription)
      }
    }
    progress(RefreshProgress(stage: .listing, doneCount: 0, totalCount: due.count))
    if due.isEmpty { return report }
    let ingest = FeedIngest(
      store: store, client: client, queue: ListingQueue(store: store), now: clock(),
      feedsToReadAgain: feedsToReadAgain)
    try await withThrowingTaskGroup(of: Answered?.self) { group in
      var waiting = due.makeIterator()
      var window = FeedWindow()
      var onTheWayCount = 0
      func startMore() {
        while onTheWayCount < window.feedCount, let subscription = waiting.next() {
          onTheWayCount += 1
          group.addTask { try await answered(subscription, ingest) }
        }
      }
      startMore()
      var doneCount = 0
      while let answered = try await group.next() {
        onTheWayCount -= 1
        // Cancelled: the others are on their way out as well.
        guard let answered else { continue }
        report.lines.append(answered.line)
        doneCount += 1
        window.note(byteCount: answered.byteCount)
        startMore()
        progress(
          RefreshProgress(
            stage: .listing, doneCount: doneCount, totalCount: due.count, newCount: report.newCount,
            failureCount: report.failures.count))
      }
    }
    // Nobody will come to what waits.
    if Task.isCancelled { try await store.keepWaitingTexts() }
    report.listedSeconds = (ContinuousClock.now - start) / .seconds(1)
    return report
  }
}

extension FeedRefresher {
  private func subscriptions(_ scope: RefreshScope) async throws -> [Subscription] {
    let all = try await store.subscriptions()
    guard case .feeds(let ids) = scope else { return all }
    return all.filter { ids.contains($0.feed.id) }
  }

  private typealias Answered = (line: RefreshReport.Line, byteCount: Int)

  /// Nil when the refresh was cancelled before the feed was done.
  private func answered(_ subscription: Subscription, _ ingest: FeedIngest) async throws -> Answered? {
    if Task.isCancelled { return nil }
    do {
      let answer = try await ingest.queue.onTheWay { try await ingest.run(subscription) }
      return (.init(subscription, answer.outcome), answer.byteCount)
    } catch is CancellationError {
      return nil
    }
  }
}

extension RefreshReport.Line {
  init(_ subscription: Subscription, _ outcome: RefreshReport.Outcome) {
    self.init(
      feed: subscription.feed.id, name: subscription.displayName, address: subscription.address, outcome: outcome)
  }
}
