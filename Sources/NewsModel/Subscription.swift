/// A feed that is fetched, and how that goes.
public struct Subscription: Hashable, Sendable {
  public var feed: Feed
  /// Where the feed is fetched from now: its ID's address, or where that moved for good.
  public var address: String
  /// The publisher's site; nil while it is not known.
  public var siteURL: String?
  /// The reader's own name for it; nil goes by ``Feed/title``.
  public var name: String?
  /// The folders that it stands in, each as its path from the outermost; an empty path is the top level.
  public var folders: [[String]]
  /// The reader's tags for the feed.
  public var tags: [String]
  /// Whether the page of each new story is fetched at once, and not when it is opened.
  public var wantsFullText: Bool
  /// What an OPML list said of the feed that khabar has no use for, by attribute name; given back on export.
  public var attributes: [String: String]
  public var health: FeedHealth

  public init(
    feed: Feed, address: String, siteURL: String? = nil, name: String? = nil, folders: [[String]] = [[]],
    tags: [String] = [], wantsFullText: Bool = false, attributes: [String: String] = [:],
    health: FeedHealth = FeedHealth()
  ) {
    self.feed = feed
    self.address = address
    self.siteURL = siteURL
    self.name = name
    self.folders = folders
    self.tags = tags
    self.wantsFullText = wantsFullText
    self.attributes = attributes
    self.health = health
  }

  /// What lists call it: the reader's name, the publisher's, else the address.
  public var displayName: String {
    if let name, !name.isEmpty { return name }
    return feed.title.isEmpty ? address : feed.title
  }
}

/// A subscription as a list of feeds shows it.
public struct SubscriptionRow: Hashable, Sendable {
  public var subscription: Subscription
  /// Its stored stories that are unread.
  public var unreadCount: Int
  /// All its stored stories.
  public var totalCount: Int

  public init(_ subscription: Subscription, unreadCount: Int = 0, totalCount: Int = 0) {
    self.subscription = subscription
    self.unreadCount = unreadCount
    self.totalCount = totalCount
  }
}

/// How fetching a feed goes.
public struct FeedHealth: Hashable, Sendable {
  /// When it last answered as it should, with stories or with "nothing new".
  public var lastSuccess: Timestamp?
  public var lastAttempt: Timestamp?
  /// What went wrong the last time; nil when nothing did.
  public var trouble: FeedTrouble?
  /// Failures since the last success.
  public var failureCount: Int
  /// Not fetched by schedule before this; nil is any time. A reader who asks is not held up, unless the server asked for it.
  public var nextAttempt: Timestamp?

  public init(
    lastSuccess: Timestamp? = nil, lastAttempt: Timestamp? = nil, trouble: FeedTrouble? = nil, failureCount: Int = 0,
    nextAttempt: Timestamp? = nil
  ) {
    self.lastSuccess = lastSuccess
    self.lastAttempt = lastAttempt
    self.trouble = trouble
    self.failureCount = failureCount
    self.nextAttempt = nextAttempt
  }
}

/// Why a feed could not be read, as facts; the sentence is made where it is shown.
public struct FeedTrouble: Error, Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The server answered with an error; the number is the HTTP status.
    case status
    /// The server asked to wait (429, 503 with Retry-After).
    case askedToWait
    case unknownHost, unreachable, timedOut, insecure, cutOff, tooLarge, tooManyRedirects, forbiddenAddress
    /// What came is no feed; the detail says what it looks like.
    case notAFeed
    /// The feed is gone for good (410).
    case gone
    /// The store failed.
    case notStored
    /// The library for the network is not on this computer.
    case libraryMissing
    case other
  }

  public var kind: Kind
  /// The HTTP status where there was one.
  public var status: Int?
  /// The library's or the server's own words; may be empty.
  public var detail: String

  public init(kind: Kind, status: Int? = nil, detail: String = "") {
    self.kind = kind
    self.status = status
    self.detail = detail
  }
}
