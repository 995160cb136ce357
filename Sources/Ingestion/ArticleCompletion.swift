public import Fetching
public import NewsModel
public import NewsParsing
public import NewsStore

/// Fetches the page of a story of which a feed gave only some sentences, and puts its text in their place.
public struct ArticleCompletion: Sendable {
  private let store: ArticleStore
  private let client: HTTPClient
  private let clock: @Sendable () -> Timestamp

  public init(store: ArticleStore, client: HTTPClient, clock: @escaping @Sendable () -> Timestamp) {
    self.store = store
    self.client = client
    self.clock = clock
  }

  /// Why a page gave no text.
  public enum Failure: Error, Hashable, Sendable {
    /// The story is not stored, or has no address.
    case noAddress
    case notFetched(FeedTrouble)
    case notAStory(PageError)
  }

  /// Completes one story; does nothing to one that is whole.
  ///
  /// - Returns: whether the stored text is another now.
  /// - Throws: ``Failure``, with the story marked as unavailable; `StoreError`; `CancellationError`.
  @discardableResult
  public func complete(_ id: ArticleID) async throws -> Bool {
    guard let story = try await StoryUnderstanding(store: store).story(id) else { throw Failure.noAddress }
    guard story.article.completeness.isPartial else { return false }
    guard let url = story.article.url, WebAddress.normalised(url) != nil else { throw Failure.noAddress }
    let page: ExtractedArticle
    do {
      page = try await self.page(at: url, namedBy: story.article.feed)
    } catch let failure as Failure {
      try await store.setCompleteness(.unavailable, of: id)
      throw failure
    }
    return try await keep(page, for: id)
  }
}

extension ArticleCompletion {
  /// Pages of one feed that one refresh asks for; the rest waits for the next, or for being opened.
  private static let pagesAtOnceLimit = 40

  /// Completes the newest summaries of the feeds that want it, one page after the other for each feed.
  ///
  /// A page that fails leaves its story as it is, marked as unavailable.
  ///
  /// - Parameter progress: how many pages are done, of how many.
  /// - Throws: `StoreError`; `CancellationError`.
  public func completeFullTextFeeds(progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in })
    async throws
  {
    var waiting: [[ArticleID]] = []
    for subscription in try await store.subscriptions() where subscription.wantsFullText {
      let ids = try await store.unreadSummaries(of: subscription.feed.id, limit: Self.pagesAtOnceLimit)
      if !ids.isEmpty { waiting.append(ids) }
    }
    let total = waiting.reduce(0) { $0 + $1.count }
    guard total > 0 else { return }
    // One feed, one line of pages: the host is asked for one at a time. A few feeds side by side.
    try await withThrowingTaskGroup(of: Int.self) { group in
      var feeds = waiting.makeIterator()
      var doneCount = 0
      func startNext() {
        guard let ids = feeds.next() else { return }
        group.addTask {
          for id in ids {
            try Task.checkCancellation()
            do { try await complete(id) } catch is Failure {
              // The story says so itself.
            }
          }
          return ids.count
        }
      }
      for _ in 0..<4 { startNext() }
      while let count = try await group.next() {
        doneCount += count
        progress(doneCount, total)
        startNext()
      }
    }
  }

  private func page(at url: String, namedBy feed: FeedID) async throws -> ExtractedArticle {
    let response: HTTPResponse
    do throws(FetchError) {
      // A feed of the public internet does not send anybody into the reader's own network.
      let namer = WebAddress.normalised(feed.rawValue)
      response = try await client.fetch(
        HTTPRequest(url: url, accept: HTTPRequest.acceptsPages, limits: Self.limits, namedBy: namer))
    } catch {
      if error.kind == .cancelled { throw CancellationError() }
      throw Failure.notFetched(FeedTrouble(error))
    }
    if let trouble = FeedTrouble(response) { throw Failure.notFetched(trouble) }
    let sections = try await store.sections()
    do throws(PageError) {
      return try ArticleExtractor(knowledge: PageKnowledge(sectionNames: Set(sections)))
        .extract(response.body, contentType: response.contentType, url: response.finalURL)
    } catch {
      throw Failure.notAStory(error)
    }
  }

  /// Somebody waits: a page that takes longer is given up. No story's page is larger.
  private static let limits = TransferLimits(byteCount: 8 << 20, seconds: 30)

  private func keep(_ page: ExtractedArticle, for id: ArticleID) async throws -> Bool {
    let now = clock()
    return try await store.transaction { store throws(StoreError) in
      guard let stored = try store.story(id)?.article else { return false }
      let merged = StoryMerge.completed(stored, with: page)
      guard merged.body != stored.body || merged.completeness != stored.completeness else { return false }
      try store.replace(merged, now: now)
      return true
    }
  }
}
