public import NewsModel

/// What a page said, as far as it was understood. Raw values of the wire are called `raw…`.
///
/// A part that the page lacks is nil or empty. No text in here has control characters, line breaks or escape sequences.
public struct ExtractedArticle: Hashable, Sendable {
  public var title: String
  /// The standfirst; nil when the page has none that can be told from the body.
  public var dek: String?
  public var authors: [String] = []
  public var published: Timestamp?
  public var modified: Timestamp?
  /// The dates as they stood on the page.
  public var rawPublished: String?
  public var rawModified: String?
  /// The publisher's name as a reader knows it: लोकमत. Nil when the page does not tell.
  public var publisher: String?
  /// The page's own address: what it calls its canonical one, where it was fetched from, or the one that stood on a line of a dump.
  public var url: String?
  /// BCP 47.
  public var language: String
  public var section: String?
  public var credit: String?
  /// The picture that the page shows for the story; nil for a dump.
  public var picture: PagePicture?
  /// False when the page says that only subscribers may read it; nil when it says nothing.
  public var isAccessibleForFree: Bool?
  public var body: ArticleBody
  public var highlights: [String] = []
  public var tags: [String] = []
  public var related: [LinkedTitle] = []
  public var moreFrom: MoreFrom?
  public var notes: [ParseNote] = []

  public init(title: String, language: String, body: ArticleBody) {
    self.title = title
    self.language = language
    self.body = body
  }
}

/// A story that a page names: its title, its section and its address where the page told them.
public struct LinkedTitle: Hashable, Sendable {
  public var section: String?
  public var title: String
  /// Absolute; http or https.
  public var url: String?

  public init(section: String? = nil, title: String, url: String? = nil) {
    self.section = section
    self.title = title
    self.url = url
  }
}

/// The "more from this section" list.
public struct MoreFrom: Hashable, Sendable {
  /// Nil when the label names no section ("More News").
  public var section: String?
  public var titles: [LinkedTitle]

  public init(section: String?, titles: [LinkedTitle]) {
    self.section = section
    self.titles = titles
  }
}
