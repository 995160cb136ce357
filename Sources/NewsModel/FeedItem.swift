/// A story as a feed lists it: ready for the list, its text not looked into yet.
public struct ListedItem: Hashable, Sendable {
  /// What the feed tells the item apart by, as a hash (FNV-1a, 64 bits): a publisher could only make its own items collide.
  public var key: Int64
  /// A hash of all that the feed said of the item.
  public var fingerprint: Int64
  /// Its body is empty and its dek nil: both come out of ``raw`` later.
  public var article: Article
  public var raw: RawBody
  /// `SearchKey.fold` of the headline and `WebAddress.storyKey` of the address: worked out before the store's turn, since stores take one
  /// story after the other.
  public var titleKey: String
  public var urlKey: String?

  public init(key: Int64, fingerprint: Int64, article: Article, raw: RawBody, titleKey: String, urlKey: String?) {
    self.key = key
    self.fingerprint = fingerprint
    self.article = article
    self.raw = raw
    self.titleKey = titleKey
    self.urlKey = urlKey
  }
}

/// A feed's text as it came, kept until it is turned into blocks.
public struct RawBody: Hashable, Sendable {
  public enum Form: Int, Hashable, Sendable {
    case html = 1
    case plain = 2
  }

  /// The longest text that the feed gave; empty when it gave none.
  public var text: String
  public var form: Form
  /// What relative addresses are relative to.
  public var baseURL: String?
  /// The feed's summary where it gave another text besides; nil otherwise.
  public var summary: String?
  public var summaryForm: Form
  /// The picture that the feed names for the item, and the words under it.
  public var pictureURL: String?
  public var pictureCaption: String?

  public init(
    text: String, form: Form, baseURL: String? = nil, summary: String? = nil, summaryForm: Form = .html,
    pictureURL: String? = nil, pictureCaption: String? = nil
  ) {
    self.text = text
    self.form = form
    self.baseURL = baseURL
    self.summary = summary
    self.summaryForm = summaryForm
    self.pictureURL = pictureURL
    self.pictureCaption = pictureCaption
  }
}

/// What a feed's server said at the last fetch, for asking it again.
public struct FetchMemory: Hashable, Sendable {
  public var etag: String?
  public var lastModified: String?
  /// A hash of the bytes that came: the same bytes again are not read again.
  public var contentHash: Int64?

  public init(etag: String? = nil, lastModified: String? = nil, contentHash: Int64? = nil) {
    self.etag = etag
    self.lastModified = lastModified
    self.contentHash = contentHash
  }
}

/// How many stories a feed has.
public struct FeedCounts: Hashable, Sendable {
  public var total: Int
  public var unread: Int

  public init(total: Int = 0, unread: Int = 0) {
    self.total = total
    self.unread = unread
  }
}
