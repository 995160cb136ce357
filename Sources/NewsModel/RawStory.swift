/// A listed story whose text is to be looked into.
public struct RawStory: Hashable, Sendable {
  /// The store's number for the story; it means nothing elsewhere and is good for this process only.
  public var row: Int64
  /// What the feed said when the story was read from the store.
  public var fingerprint: Int64
  public var id: ArticleID
  public var title: String
  public var url: String?
  public var language: String
  public var completeness: Completeness
  public var raw: RawBody

  public init(
    row: Int64, fingerprint: Int64, id: ArticleID, title: String, url: String?, language: String,
    completeness: Completeness, raw: RawBody
  ) {
    self.row = row
    self.fingerprint = fingerprint
    self.id = id
    self.title = title
    self.url = url
    self.language = language
    self.completeness = completeness
    self.raw = raw
  }
}

/// What was understood of a ``RawStory``.
public struct UnderstoodStory: Hashable, Sendable {
  public var raw: RawStory
  public var body: ArticleBody
  public var dek: String?
  public var language: String
  public var completeness: Completeness

  public init(raw: RawStory, body: ArticleBody, dek: String?, language: String, completeness: Completeness) {
    self.raw = raw
    self.body = body
    self.dek = dek
    self.language = language
    self.completeness = completeness
  }
}
