public import NewsModel

/// What analysis looks at of one story.
public struct AnalysisInput: Hashable, Sendable {
  public var id: ArticleID
  public var title: String
  public var dek: String?
  /// The publisher's own.
  public var highlights: [String]
  public var body: ArticleBody
  /// The publisher's and the reader's.
  public var tags: [String]
  public var authors: [String]
  public var credit: String?
  public var section: String?
  /// The source's name; empty when unknown.
  public var source: String
  /// BCP 47; `und` when unknown.
  public var language: String
  /// The list's date, and whether it is the story's own or only when it came in.
  public var date: Timestamp
  public var isDated: Bool

  public init(
    id: ArticleID, title: String, dek: String? = nil, highlights: [String] = [], body: ArticleBody, tags: [String] = [],
    authors: [String] = [], credit: String? = nil, section: String? = nil, source: String = "", language: String = "hi",
    date: Timestamp, isDated: Bool = true
  ) {
    self.id = id
    self.title = title
    self.dek = dek
    self.highlights = highlights
    self.body = body
    self.tags = tags
    self.authors = authors
    self.credit = credit
    self.section = section
    self.source = source
    self.language = language
    self.date = date
    self.isDated = isDated
  }
}
