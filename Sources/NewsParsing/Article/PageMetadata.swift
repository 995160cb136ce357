public import NewsModel
internal import IndicText

/// What a page says about itself: in JSON-LD, OpenGraph, Twitter cards, plain metas, microdata and its byline.
///
/// Which source is believed for what: see the article <doc:PageMetadata>. All texts are one line in normal form without markup; a part that the
/// page lacks is nil or empty. Addresses are absolute.
public struct PageMetadata: Hashable, Sendable {
  /// The headline, without the site's name.
  public var title: String?
  /// What was cut from it.
  public var siteNameInTitle: String?
  /// How the page sums itself up: its standfirst, or the beginning of its text.
  public var summary: String?
  public var authors: [String] = []
  /// The authors are the publisher or a company, if there are any.
  var namesNoPerson = false
  public var published: Timestamp?
  public var modified: Timestamp?
  /// The dates as they stood on the page.
  public var rawPublished: String?
  public var rawModified: String?
  /// The publisher's name as its readers know it.
  public var publisher: String?
  /// What the page calls its site, as it stands.
  public var siteName: String?
  /// The page's own address by its own account; nil when it does not give one.
  public var canonicalURL: String?
  /// Its AMP version.
  public var ampURL: String?
  /// BCP 47, as the page says it of itself; publishers say it wrong.
  public var language: String?
  public var section: String?
  public var tags: [String] = []
  public var picture: PagePicture?
  /// False for a story that only subscribers may read; nil when the page does not say.
  public var isAccessibleForFree: Bool?
  /// The story's text as the page gives it to machines; its paragraphs are parted by line feeds.
  public var articleBody: String?
  /// The posts of a live blog, as the page gives them to machines; in its order.
  public var liveUpdates: [LiveUpdate] = []
  public var feeds: [PageFeedLink] = []
  /// schema.org's name for what the page is, in lower case: `newsarticle`. Nil when it does not say.
  public var type: String?
  public var notes: [ParseNote] = []

  public init() {}
}

/// The picture that a page shows for its story.
public struct PagePicture: Hashable, Sendable {
  public var url: String
  /// Plain text; nil when the page has none.
  public var caption: String?
  public var credit: String?

  public init(url: String, caption: String? = nil, credit: String? = nil) {
    self.url = url
    self.caption = caption
    self.credit = credit
  }
}

/// One post of a live blog.
public struct LiveUpdate: Hashable, Sendable {
  /// When it was written; nil when the page does not say.
  public var time: Timestamp?
  public var headline: String?
  public var text: String?

  public init(time: Timestamp? = nil, headline: String? = nil, text: String? = nil) {
    self.time = time
    self.headline = headline
    self.text = text
  }
}

/// A feed that a page names.
public struct PageFeedLink: Hashable, Sendable {
  public var url: String
  public var title: String?
  /// In lower case: `application/rss+xml`.
  public var mediaType: String

  public init(url: String, title: String? = nil, mediaType: String) {
    self.url = url
    self.title = title
    self.mediaType = mediaType
  }
}

extension PageMetadata {
  /// What `document` says about itself.
  ///
  /// - Parameter url: where the page was fetched from; nil for a page without an address.
  public init(_ document: HTMLDocument, url: String? = nil) {
    var reading = MetadataReading(document, url: url)
    self = reading.metadata()
  }
}
