internal import Fetching
internal import NewsModel
internal import NewsParsing
internal import NewsStore

/// One feed, straight down: ask, read, list.
struct FeedIngest: Sendable {
  let store: ArticleStore
  let client: HTTPClient
  let queue: ListingQueue
  let now: Timestamp
  /// Their servers are asked as if for the first time, since not all of what they brought is there.
  let feedsToReadAgain: Set<FeedID>

  /// What a fetch came to, ready to be stored.
  private enum Answer {
    /// The response is without its body: a feed may wait for the store, and many do.
    case feed(ParsedFeed, HTTPResponse, contentHash: Int64, byteCount: Int)
    case same(HTTPResponse, contentHash: Int64?)
    case trouble(FeedTrouble, retryAfterSeconds: Int?)
  }

  /// - Returns: what became of it, and how many bytes the server sent.
  /// - Throws: `StoreError` when the outcome could not be stored; `CancellationError`.
  func run(_ subscription: Subscription) async throws -> (outcome: RefreshReport.Outcome, byteCount: Int) {
    let isReadAgain = feedsToReadAgain.contains(subscription.feed.id)
    let memory = isReadAgain ? FetchMemory() : try await store.fetchMemory(of: subscription.feed.id)
    let answer = try await ask(subscription.address, memory: memory)
    switch answer {
    case .trouble(let trouble, let retryAfter):
      let health = RefreshSchedule.failure(
        trouble, retryAfterSeconds: retryAfter, before: subscription.health, now: now)
      try await store.note(health, of: subscription.feed.id)
      return (.failed(trouble), 0)
    case .same(let response, let hash):
      try await note(response, remembered(response, before: memory, hash), of: subscription.feed.id)
      return (.notModified, response.body.count)
    case .feed(let feed, let response, let hash, let byteCount):
      let counts = try await list(feed, subscription, response, remembered(response, before: memory, hash))
      return (.fetched(new: counts.new, updated: counts.updated), byteCount)
    }
  }
}

extension FeedIngest {
  /// - Parameter page: the page that names the feed; nil for the address that the reader subscribes to. Such a feed's page is not looked into.
  private func ask(_ address: String, memory: FetchMemory, namedBy page: String? = nil) async throws -> Answer {
    let response: HTTPResponse
    do throws(FetchError) {
      response = try await client.fetch(
        HTTPRequest(
          url: address, validators: Validators(etag: memory.etag, lastModified: memory.lastModified),
          accept: HTTPRequest.acceptsFeeds, namedBy: page))
    } catch {
      if error.kind == .cancelled { throw CancellationError() }
      if case .askedToWait(let seconds) = error.kind { return .trouble(FeedTrouble(error), retryAfterSeconds: seconds) }
      return .trouble(FeedTrouble(error), retryAfterSeconds: nil)
    }
    if response.isNotModified { return .same(response, contentHash: memory.contentHash) }
    if let trouble = FeedTrouble(response) {
      return .trouble(trouble, retryAfterSeconds: response.retryAfterSeconds)
    }
    let hash = ContentHash.of(response.body)
    if hash == memory.contentHash { return .same(response, contentHash: hash) }
    do throws(FeedParseError) {
      let feed = try FeedParser.parse(response.body, contentType: response.contentType, baseURL: response.finalURL)
      var head = response
      head.body = []
      return .feed(feed, head, contentHash: hash, byteCount: response.body.count)
    } catch {
      // The publisher's page stands where the feed stood: it says where that is now.
      if page == nil, let found = FeedLookup.onlyFeed(in: error, notAt: address),
        case .feed(let feed, var moved, let hash, let byteCount) = try await ask(
          found, memory: FetchMemory(), namedBy: response.finalURL)
      {
        moved.permanentURL = moved.permanentURL ?? found
        return .feed(feed, moved, contentHash: hash, byteCount: byteCount)
      }
      return .trouble(
        FeedTrouble(kind: .notAFeed, status: response.status, detail: error.word), retryAfterSeconds: nil)
    }
  }

  /// Lists what came, in a transaction that asks for the subscription again: the reader may have changed or ended it meanwhile.
  private func list(
    _ feed: ParsedFeed, _ subscription: Subscription, _ response: HTTPResponse, _ memory: FetchMemory
  ) async throws -> ItemListing.Counts {
    let id = subscription.feed.id
    let languages = [subscription.feed.language, ItemLanguage.guess(of: feed), feed.language]
    let items = ListedItem.items(of: feed, as: id, declaredLanguages: languages)
    let title = feed.title ?? ""
    let language = Self.language(of: items)
    let siteURL = feed.siteURL
    let moved = response.permanentURL
    let now = now
    return try await queue.write(
      ListingQueue.Job { store throws(StoreError) in
        guard let before = try store.subscription(id) else { return ItemListing.Counts() }
        var current = before
        if current.feed.title.isEmpty { current.feed.title = title }
        current.feed.language = current.feed.language ?? language
        current.siteURL = siteURL ?? current.siteURL
        current.address = moved ?? current.address
        if current != before { try store.update(current) }
        let counts = try ItemListing(feed: id, now: now).list(items, in: store)
        try store.note(RefreshSchedule.success(now: now), memory: memory, of: id)
        return counts
      })
  }

  /// The language of a feed is that of most of its items; what the feed says of itself is often a template's `en-us`.
  private static func language(of items: [ListedItem]) -> String? {
    var counts: [String: Int] = [:]
    for item in items { counts[item.article.language, default: 0] += 1 }
    counts["und"] = nil
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 2 > items.count else {
      return nil
    }
    return most.key
  }

  private func remembered(_ response: HTTPResponse, before: FetchMemory, _ hash: Int64?) -> FetchMemory {
    // A 304 may leave them out; then the old ones hold (RFC 9110, section 15.4.5).
    let isSame = response.isNotModified
    return FetchMemory(
      etag: response.validators.etag ?? (isSame ? before.etag : nil),
      lastModified: response.validators.lastModified ?? (isSame ? before.lastModified : nil), contentHash: hash)
  }

  /// Notes that nothing is new, and where the feed has moved for good. Its ID, and so its stories, stay.
  private func note(_ response: HTTPResponse, _ memory: FetchMemory, of id: FeedID) async throws(StoreError) {
    let now = now
    try await store.transaction { store throws(StoreError) in
      if let moved = response.permanentURL, var current = try store.subscription(id), current.address != moved {
        current.address = moved
        try store.update(current)
      }
      try store.note(RefreshSchedule.success(now: now), memory: memory, of: id)
    }
  }
}

extension FeedParseError {
  /// What came in place of a feed, in a word or two that every language shares.
  var word: String {
    switch self {
    case .empty: "0 B"
    case .tooLarge(let byteCount, _): "\(byteCount >> 20) MiB"
    case .binary(let mediaType): mediaType
    case .page: "HTML"
    case .feedList: "OPML"
    case .xml(let root): "XML <\(root)>"
    case .json: "JSON"
    case .text: "text/plain"
    }
  }
}
