/// What the store remembers of an item that a feed listed.
public struct FeedItemMark: Hashable, Sendable {
  /// What the feed said of it last (see ``ListedItem/fingerprint``); nil when its text was lost and is to come again.
  public var fingerprint: Int64?
  /// The story that the item is; nil when it was deleted.
  public var article: ArticleID?

  public init(fingerprint: Int64?, article: ArticleID?) {
    self.fingerprint = fingerprint
    self.article = article
  }
}

/// A stored story that an item or a page may be, without its text.
public struct StoryCandidate: Hashable, Sendable {
  public var id: ArticleID
  public var identity: String
  public var feed: FeedID
  /// The feed's name, as the feed says it.
  public var source: String
  public var url: String?
  public var published: Timestamp?
  public var modified: Timestamp?
  public var completeness: Completeness

  public init(
    id: ArticleID, identity: String, feed: FeedID, source: String, url: String?, published: Timestamp?,
    modified: Timestamp?, completeness: Completeness
  ) {
    self.id = id
    self.identity = identity
    self.feed = feed
    self.source = source
    self.url = url
    self.published = published
    self.modified = modified
    self.completeness = completeness
  }
}
