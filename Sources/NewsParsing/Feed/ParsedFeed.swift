public import NewsModel

/// What a feed said, as far as it was understood.
///
/// A part that the feed lacks is nil or empty. Addresses are absolute where a base was known. Texts are clean (no control
/// characters, no escape sequences) but for ``MarkedText``, which is as the feed wrote it.
public struct ParsedFeed: Hashable, Sendable {
  public var format: FeedFormat
  /// Plain text.
  public var title: String?
  /// The site that the feed belongs to.
  public var siteURL: String?
  /// The feed's own address, as it gives it itself.
  public var selfURL: String?
  public var about: String?
  /// BCP 47, as the feed says; publishers say it wrong more often than not.
  public var language: String?
  /// Names; of Atom's entries that name nobody they are the authors too.
  public var authors: [String] = []
  public var updated: Timestamp?
  /// How many minutes the publisher wants readers to wait between two fetches (RSS `ttl`, `sy:updatePeriod`).
  public var refreshMinutes: Int?
  /// In the feed's order.
  public var items: [ParsedItem] = []
  public var notes: [ParseNote] = []

  public init(format: FeedFormat) {
    self.format = format
  }
}

/// The kinds of feeds that are read.
public enum FeedFormat: String, Hashable, Sendable {
  case rss090, rss091, rss092, rss093, rss094, rss10, rss20
  /// An RSS without a version, or with one that nobody specified.
  case rssUnversioned
  case atom03, atom10
  case jsonFeed10, jsonFeed11
  /// RSS 2.0 said in JSON (github.com/scripting/Scripting-News, rss-in-json).
  case rssInJSON
  /// Microsoft's Channel Definition Format.
  case cdf
}

/// One item of a feed.
public struct ParsedItem: Hashable, Sendable {
  /// What the feed tells its items apart by (`guid`, `id`, `rdf:about`); nil when it has none.
  public var id: String?
  /// The story's page.
  public var url: String?
  /// Plain text, one line; nil when the item has none.
  public var title: String?
  public var summary: MarkedText?
  /// The text that the publisher gives as the whole (`content:encoded`, Atom `content`); it may still be a summary.
  public var content: MarkedText?
  public var authors: [String] = []
  public var published: Timestamp?
  public var modified: Timestamp?
  /// Dates as they stood in the feed; kept also when they could not be read.
  public var rawPublished: String?
  public var rawModified: String?
  public var tags: [String] = []
  public var pictures: [ItemPicture] = []
  /// Files that go with the item: sound, film.
  public var attachments: [Attachment] = []
  /// BCP 47, when the item says one of its own.
  public var language: String?
  /// The publication that an aggregating feed took the item from.
  public var sourceTitle: String?
  /// The page with readers' comments.
  public var commentsURL: String?

  public init() {}
}

/// A text with or without markup, as a feed wrote it: the bytes are decoded, nothing else is done to it.
public struct MarkedText: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case plain
    case html
  }

  public var text: String
  public var kind: Kind
  /// What relative addresses in it are relative to.
  public var baseURL: String?

  public init(_ text: String, kind: Kind, baseURL: String? = nil) {
    self.text = text
    self.kind = kind
    self.baseURL = baseURL
  }
}

/// A picture that an item names (Media RSS, an enclosure, JSON Feed's `image`).
public struct ItemPicture: Hashable, Sendable {
  public var url: String
  /// Plain text.
  public var caption: String?
  public var credit: String?

  public init(url: String, caption: String? = nil, credit: String? = nil) {
    self.url = url
    self.caption = caption
    self.credit = credit
  }
}
