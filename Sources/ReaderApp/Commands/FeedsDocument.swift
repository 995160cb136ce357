import IndicText
import NewsModel

/// Feeds as JSON.
nonisolated enum FeedsDocument {
  struct Entry: Encodable {
    var id: String
    var address: String
    var title: String
    var name: String?
    var site: String?
    var language: String?
    var folders: [[String]]
    var tags: [String]
    var full_text: Bool
    var unread: Int
    var total: Int
    var last_success: String?
    var last_attempt: String?
    /// A word of ours for the kind of failure.
    var trouble: String?
    var status: Int?
    /// A sentence for people.
    var error: String?
    var failures: Int
    var next_attempt: String?

    init(_ subscription: Subscription, counts: FeedCounts, messages: Messages) {
      let health = subscription.health
      id = subscription.feed.id.rawValue
      address = subscription.address
      title = subscription.feed.title
      name = subscription.name
      site = subscription.siteURL
      language = subscription.feed.language
      folders = subscription.folders
      tags = subscription.tags
      full_text = subscription.wantsFullText
      unread = counts.unread
      total = counts.total
      last_success = health.lastSuccess?.rfc3339
      last_attempt = health.lastAttempt?.rfc3339
      trouble = health.trouble?.kind.rawValue
      status = health.trouble?.status
      error = health.trouble.map(messages.trouble)
      failures = health.failureCount
      next_attempt = health.nextAttempt?.rfc3339
    }
  }

  /// A feed that was found at an address.
  struct Found: Encodable {
    var address: String
    var title: String
    var detail: String
    var language: String?
    var site: String?

    init(_ candidate: FeedCandidate) {
      address = candidate.address
      title = candidate.title
      detail = candidate.detail
      language = candidate.language
      site = candidate.siteURL
    }
  }
}

/// A name as people compare names: whatever the spelling.
nonisolated struct FoldedName: Hashable {
  private let key: String

  init(_ name: String) { key = SearchKey.fold(name) }
}

nonisolated extension FeedTrouble {
  /// Whether waiting may help: the address itself may be right.
  var isPassing: Bool {
    switch kind {
    case .unknownHost, .unreachable, .timedOut, .cutOff, .askedToWait, .other: true
    case .status: (status ?? 0) >= 500 || status == 403 || status == 401
    case .insecure, .tooLarge, .tooManyRedirects, .forbiddenAddress, .notAFeed, .gone, .notStored, .libraryMissing:
      false
    }
  }
}

nonisolated extension Subscription {
  /// A subscription to a feed that was found; it was never fetched yet.
  init(_ candidate: FeedCandidate) {
    let address = WebAddress.normalised(candidate.address) ?? candidate.address
    self.init(
      feed: Feed(id: FeedID(rawValue: address), title: candidate.title, language: candidate.language), address: address,
      siteURL: candidate.siteURL, folders: [candidate.folder])
  }
}
