#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import NewsModel
import StoryFormats

/// Stories as JSON Feed 1.1 (jsonfeed.org/version/1.1); what it has no word for is under `_khabar`.
///
/// Keys without a value are left out.
struct JSONFeedDocument: Encodable {
  var version = "https://jsonfeed.org/version/1.1"
  var title: String
  /// The site of a feed.
  var homePage: String?
  var items: [Item]
  /// What concerns no story alone.
  var khabar: FeedExtension?

  enum CodingKeys: String, CodingKey {
    case version, title, items
    case homePage = "home_page_url"
    case khabar = "_khabar"
  }

  init(title: String, homePage: String? = nil, items: [Item], notes: [String] = []) {
    self.title = title
    self.homePage = homePage
    self.items = items
    khabar = notes.isEmpty ? nil : FeedExtension(notes: notes)
  }

  struct FeedExtension: Encodable {
    var notes: [String]?
    /// Hooks only: all new stories that the query found, and how many of them are not among the items.
    var count: Int?
    var leftOut: Int?

    enum CodingKeys: String, CodingKey {
      case notes, count
      case leftOut = "left_out"
    }
  }

  struct FileAttachment: Encodable {
    var url: String
    var mediaType: String
    var byteCount: Int?

    enum CodingKeys: String, CodingKey {
      case url
      case mediaType = "mime_type"
      case byteCount = "size_in_bytes"
    }
  }

  struct Item: Encodable {
    /// Nil for a story that is only a title.
    var id: String?
    var url: String?
    var title: String
    var summary: String?
    var contentText: String?
    var contentHTML: String?
    var datePublished: String?
    var dateModified: String?
    var authors: [Author]?
    var tags: [String]?
    var language: String?
    var attachments: [FileAttachment]?
    var khabar: Extension

    enum CodingKeys: String, CodingKey {
      case id, url, title, summary
      case contentText = "content_text"
      case contentHTML = "content_html"
      case datePublished = "date_published"
      case dateModified = "date_modified"
      case authors, tags, language, attachments
      case khabar = "_khabar"
    }
  }

  struct Author: Encodable {
    var name: String
  }

  struct Extension: Encodable {
    var section: String?
    var source: String?
    var credit: String?
    /// How much of the publisher's text is here: `whole`, `summary`, `page` (taken from the story's page), `unavailable`.
    var completeness: String?
    var read: Bool?
    var starred: Bool?
    var highlights: [HighlightItem]?
    var related: [Link]?
    var moreFrom: MoreFrom?
    var pointedAtBy: [Link]?
    /// When the text was corrected last.
    var corrected: String?
    /// Sentences that the reader marked.
    var marks: [Mark]?
    /// `show --history` only: what corrections changed, the last one first.
    var history: [Correction]?
    /// `related` only: how the story hangs together with the one that was asked for.
    var reason: String?
    var score: Double?
    /// What a computed link rests on.
    var evidence: [String]?
    /// `search` only: the passage, hits between U+0002 and U+0003, and `exact`, or `sound` for what is only heard in the words.
    var snippet: String?
    var nearness: String?
    var notes: [String]?

    enum CodingKeys: String, CodingKey {
      case section, source, credit, completeness, read, starred, highlights, related
      case moreFrom = "more_from"
      case pointedAtBy = "pointed_at_by"
      case corrected, marks, history, reason, score, evidence, snippet, nearness, notes
    }
  }

  struct HighlightItem: Encodable {
    var text: String
    var origin: String
  }

  struct Link: Encodable {
    var id: String?
    var section: String?
    var title: String
    var url: String?
    var reason: String?
    var score: Double?
  }

  struct MoreFrom: Encodable {
    var section: String?
    var stories: [Link]
  }

  func encoded() throws -> Data { try JSONText.encoded(self) }
}

extension JSONFeedDocument.Item {
  /// A stored story whole.
  init(story: Story) {
    self.init(article: story.article, source: story.source)
    khabar.read = story.state.isRead
    khabar.starred = story.state.isStarred
    khabar.related = (khabar.related ?? []) + story.computed.map(JSONFeedDocument.Link.init)
    khabar.corrected = story.corrected?.rfc3339
    if !story.marks.isEmpty { khabar.marks = story.marks.map(JSONFeedDocument.Mark.init) }
    if !story.pointedAtBy.isEmpty {
      khabar.pointedAtBy = story.pointedAtBy.map { .init(id: $0.id.rawValue, section: $0.section, title: $0.title) }
    }
  }

  /// A story as its page said it.
  init(article: Article, source: String) {
    id = article.id.rawValue
    url = article.url
    title = article.title
    summary = article.dek
    contentText = article.body.plainText
    contentHTML = article.body.html
    datePublished = article.published?.rfc3339
    dateModified = article.modified?.rfc3339
    authors = article.authors.isEmpty ? nil : article.authors.map { .init(name: $0) }
    tags = article.tags.isEmpty ? nil : article.tags
    language = article.language
    let moreFrom = article.links.filter { $0.reason == .moreFromSection }
    if !article.attachments.isEmpty {
      attachments = article.attachments.map {
        .init(url: $0.url, mediaType: $0.mediaType ?? "application/octet-stream", byteCount: $0.byteCount)
      }
    }
    khabar = .init(
      section: article.section, source: source.isEmpty ? nil : source, credit: article.credit,
      completeness: article.completeness.rawValue,
      highlights: article.highlights.map { .init(text: $0.text, origin: $0.origin.rawValue) },
      related: article.links.filter { $0.reason != .moreFromSection }.map(JSONFeedDocument.Link.init),
      moreFrom: moreFrom.isEmpty
        ? nil : .init(section: article.section, stories: moreFrom.map { .init($0, withReason: false) }))
  }

  /// What a list's row knows of a story.
  init(headline: Headline) {
    id = headline.id.rawValue
    url = headline.url
    title = headline.title
    datePublished = headline.date.rfc3339
    tags = headline.tags.isEmpty ? nil : headline.tags
    language = headline.language
    khabar = .init(
      section: headline.section, source: headline.source.isEmpty ? nil : headline.source, read: headline.isRead,
      starred: headline.isStarred)
  }

  /// A story that is only a title.
  init(ghost link: RelatedLink) {
    url = link.url
    title = link.title
    khabar = .init(section: link.section)
  }

  var withoutBody: Self {
    var item = self
    item.contentText = nil
    item.contentHTML = nil
    return item
  }
}

extension JSONFeedDocument.Link {
  init(_ link: RelatedLink) {
    self.init(link, withReason: true)
  }

  init(_ link: RelatedLink, withReason: Bool) {
    self.init(
      id: link.target?.rawValue, section: link.section, title: link.title, url: link.url,
      reason: withReason ? link.reason.rawValue : nil, score: link.score)
  }
}
