/// Names one stored story. Stable over imports, never a row number; 16 hexadecimal digits.
public struct ArticleID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The ID of the story that `identity` tells apart from all others (see ``Article/identity``): FNV-1a, 64 bits.
  ///
  /// Not a cryptographic hash: the store checks `identity` too, so a forged collision cannot replace a story.
  public init(identity: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in identity.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    rawValue = String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  public var description: String { rawValue }
}

/// One story as kept: what its publisher wrote. What the reader did with it is a ``ReadingState``.
public struct Article: Hashable, Sendable, Codable {
  public var id: ArticleID
  /// What makes the story itself within its feed: the item's own ID or address, or for a page without either its headline and first date.
  public var identity: String
  public var feed: FeedID
  /// The page's address; nil when the source did not say.
  public var url: String?
  public var title: String
  /// The publisher's standfirst under the headline.
  public var dek: String?
  public var authors: [String]
  public var published: Timestamp?
  public var modified: Timestamp?
  /// BCP 47: `hi`, `mr`, `en` …
  public var language: String
  /// The publisher's department.
  public var section: String?
  /// The line that names an agency or other origin.
  public var credit: String?
  public var body: ArticleBody
  /// How much of the publisher's text the body is.
  public var completeness: Completeness
  public var highlights: [Highlight]
  /// The publisher's tags, in the page's order.
  public var tags: [String]
  /// The stories that the page points at, in the page's order: related ones first, then more of the section.
  public var links: [RelatedLink]
  /// Files that go with the story: sound, film.
  public var attachments: [Attachment] = []

  public init(
    id: ArticleID, identity: String, feed: FeedID, url: String? = nil, title: String,
    dek: String? = nil, authors: [String] = [], published: Timestamp? = nil,
    modified: Timestamp? = nil, language: String, section: String? = nil, credit: String? = nil,
    body: ArticleBody, highlights: [Highlight] = [], tags: [String] = [], links: [RelatedLink] = [],
    completeness: Completeness = .whole
  ) {
    self.id = id
    self.identity = identity
    self.feed = feed
    self.url = url
    self.title = title
    self.dek = dek
    self.authors = authors
    self.published = published
    self.modified = modified
    self.language = language
    self.section = section
    self.credit = credit
    self.body = body
    self.highlights = highlights
    self.tags = tags
    self.links = links
    self.completeness = completeness
  }

  /// The date a list sorts and shows by: when the story was last changed, else when it appeared.
  public var date: Timestamp? { modified ?? published }
}

/// How much of its publisher's text a stored story has.
public enum Completeness: String, Hashable, Sendable, Codable {
  /// All that the source gave, which is the whole text as far as it can be told.
  case whole
  /// A feed's few sentences; the page at ``Article/url`` has the rest.
  case summary
  /// The text was taken from the story's page. A feed's shorter text does not replace it.
  case page
  /// A feed's few sentences; the page was asked for and gave no text.
  case unavailable

  /// Whether the page may have more than is stored.
  public var isPartial: Bool { self == .summary || self == .unavailable }
}

/// A file that goes with a story.
public struct Attachment: Hashable, Sendable, Codable {
  /// Absolute; http or https.
  public var url: String
  /// A media type such as `audio/mpeg`; nil when the source did not say.
  public var mediaType: String?
  public var byteCount: Int?

  public init(url: String, mediaType: String? = nil, byteCount: Int? = nil) {
    self.url = url
    self.mediaType = mediaType
    self.byteCount = byteCount
  }
}

/// A sentence or bullet that stands for the story.
public struct Highlight: Hashable, Sendable, Codable {
  public enum Origin: String, Hashable, Sendable, Codable {
    /// The publisher's own.
    case publisher
    /// Chosen from the body by analysis.
    case extracted
  }

  public var text: String
  public var origin: Origin

  public init(text: String, origin: Origin = .publisher) {
    self.text = text
    self.origin = origin
  }
}

/// A story that another one points at: a stored article, or only a title until that story comes in.
public struct RelatedLink: Hashable, Sendable, Codable {
  /// Why the link is there; also its word in JSON.
  public enum Reason: String, Hashable, Sendable, Codable {
    /// The page's own list of related stories.
    case publisher
    /// The page's "more from this section" list.
    case moreFromSection
    /// Computed: the same event, as another paper or a later story tells it.
    case sameEvent
    /// Computed: stories that share tags.
    case sharedTags
    /// Computed: stories of the same people, places or organisations.
    case samePeople
    /// Computed: what went before, or what else is written about it.
    case background
  }

  public var title: String
  public var section: String?
  public var url: String?
  public var reason: Reason
  /// The stored story; nil while there is only the title. Parsing leaves it nil, the store resolves it.
  public var target: ArticleID?
  /// Strength of a computed link, higher is closer; nil for the publisher's.
  public var score: Double?
  /// The stored story's date; never the pointing page's. Nil while unresolved.
  public var targetDate: Timestamp?
  /// What a computed link rests on: the tags, names or words that both stories have, the weightiest first; nil for the publisher's.
  public var evidence: [String]?

  public init(
    title: String, section: String? = nil, url: String? = nil, reason: Reason,
    target: ArticleID? = nil, score: Double? = nil, targetDate: Timestamp? = nil
  ) {
    self.title = title
    self.section = section
    self.url = url
    self.reason = reason
    self.target = target
    self.score = score
    self.targetDate = targetDate
  }
}
