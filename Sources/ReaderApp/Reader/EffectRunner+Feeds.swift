import Dispatch
import Fetching
import Ingestion
import NewsModel
import NewsStore
import ReaderUI
import Synchronization

/// Effects that concern feeds and the network. All of them are for the reader's own store, whichever edition is shown.
extension EffectRunner {
  func refresh(_ scope: RefreshScope) {
    let store = editions.own
    let client = client
    let progress = PostedProgress { [weak self] event in self?.post(event) }
    start(.refresh) { [self] in
      var result = RefreshReport()
      do {
        try await HookRun(hooks, store: store, messages: messages).prepare()
        try await editions.writing {
          let refresher = FeedRefresher(store: store, client: client, clock: { .current() })
          result = try await refresher.refresh(scope) { progress.post($0) }
          try await showNews(result)
          if Task.isCancelled { return }
          try await StoryUnderstanding(store: store).understandAll { progress.post($0) }
          try await ArticleCompletion(store: store, client: client, clock: { .current() }).completeFullTextFeeds()
          try await StoryIndexing(store: store).indexAll { progress.post($0) }
          try await store.deleteExpired(by: retention, protecting: openStory.map { [$0] } ?? [], now: now())
        }
      } catch is CancellationError {
        // What came until then is listed.
      } catch {
        post(.failed(messages.sentence(for: error)))
      }
      post(.refreshed(result))
      if !Task.isCancelled { runHooks() }
      return nil
    }
  }

  /// Finds out what there is to know about stories that nobody has come to yet, such as those of an earlier version of the store.
  func indexStories() {
    let store = editions.current
    start(.indexing) { [editions] in
      var count = 0
      try await editions.writing { count = try await StoryIndexing(store: store).indexAll() }
      return count > 0 ? .storeChanged(editions.edition) : nil
    }
  }

  func cancelRefresh() { running[.refresh]?.task.cancel() }

  func loadSubscriptions() {
    let store = editions.own
    start(.subscriptions) { .subscriptionsLoaded(try await Self.rows(in: store)) }
  }

  func lookForFeeds(at address: String) {
    let client = client
    start(.lookUp) {
      do {
        return .feedsFound(at: address, try await FeedLookup(client: client).feeds(at: address), nil)
      } catch let trouble as FeedTrouble {
        return .feedsFound(at: address, [], trouble)
      }
    }
  }

  func subscribe(to feeds: [FeedCandidate]) {
    let store = editions.own
    start(nil) {
      let subscriptions = feeds.map { Subscription($0) }
      let new = Set(try await store.subscribe(to: subscriptions))
      return .subscribed(subscriptions.filter { new.contains($0.feed.id) })
    }
  }

  func unsubscribe(from feed: FeedID) {
    let store = editions.own
    start(nil) {
      try await store.unsubscribe(from: feed)
      return .subscriptionsLoaded(try await Self.rows(in: store))
    }
  }

  func resubscribe(to subscription: Subscription) {
    let store = editions.own
    start(nil) {
      try await store.subscribe(to: [subscription])
      try await store.note(subscription.health, of: subscription.feed.id)
      return .subscriptionsLoaded(try await Self.rows(in: store))
    }
  }

  func loadCatalogue() {
    let file = catalogue
    start(.catalogue) { .catalogueLoaded(try await file.load()) }
  }

  func completeStory(_ id: ArticleID) {
    let completion = ArticleCompletion(store: editions.current, client: client, clock: { .current() })
    start(.completion(id)) { [self] in
      do {
        if try await completion.complete(id) { indexStories() }
        return .storyCompleted(id, failure: nil)
      } catch let error where !(error is CancellationError) {
        return .storyCompleted(id, failure: messages.sentence(for: error))
      }
    }
  }
}

extension EffectRunner {
  /// Shows what a refresh has listed; the first stories end the sample.
  private func showNews(_ report: RefreshReport) async throws {
    guard report.newCount + report.updatedCount > 0 else { return }
    if editions.edition == .sample, try await editions.own.hasStories() { editions.dismissSample() }
    post(.storeChanged(editions.edition))
  }

  private static func rows(in store: ArticleStore) async throws -> [SubscriptionRow] {
    let counts = try await store.feedCounts()
    return try await store.subscriptions().map { subscription in
      let count = counts[subscription.feed.id] ?? FeedCounts()
      return SubscriptionRow(subscription, unreadCount: count.unread, totalCount: count.total)
    }
  }
}

/// Brings the progress of work on other threads to the reader, not more often than eyes can follow.
private nonisolated final class PostedProgress: Sendable {
  private let take: @MainActor (ReaderEvent) -> Void
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  private static let pause = Duration.milliseconds(60)

  init(take: @escaping @MainActor (ReaderEvent) -> Void) {
    self.take = take
  }

  func post(_ progress: RefreshProgress) {
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      if let before = last, now - before < Self.pause, progress.doneCount < progress.totalCount { return false }
      last = now
      return true
    }
    guard isDue else { return }
    DispatchQueue.main.async { [take] in MainActor.assumeIsolated { take(.refreshProgress(progress)) } }
  }
}
