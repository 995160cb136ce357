/// What an element of a feed says, whatever the feed's format calls it.
enum FeedField: Hashable {
  case title, link, id, summary, content, author, category, keywords
  case published(rank: Int)
  case modified(rank: Int)
  case language, comments, sourceTitle, originalLink
  /// Of the feed: minutes to wait, and the parts of the syndication module.
  case minutes, period, frequency
  /// A person's parts.
  case name, email
  /// Of a picture.
  case pictureAddress, caption, pictureTitle, credit

  /// What an element of an item or entry says; nil for those that are of no use, or are no text.
  static func ofItem(_ name: String, _ vocabulary: FeedVocabulary) -> FeedField? {
    switch vocabulary {
    case .core, .atom: coreFields[name]
    case .dublinCore: dublinCore[name]
    case .dublinCoreTerms: dublinCoreTerms[name]
    case .content: name == "encoded" ? .content : nil
    case .xhtml: name == "body" || name == "div" ? .content : nil
    case .itunes: itunes[name]
    case .media: media[name]
    case .feedburner: name == "origlink" ? .originalLink : nil
    default: nil
    }
  }

  /// What an element of a feed's head says.
  static func ofFeed(_ name: String, _ vocabulary: FeedVocabulary) -> FeedField? {
    switch vocabulary {
    case .core, .atom: coreFeedFields[name]
    case .dublinCore: name == "description" ? .summary : dublinCore[name]
    case .dublinCoreTerms: dublinCoreTerms[name]
    case .itunes: name == "summary" || name == "subtitle" ? .summary : name == "author" ? .author : nil
    case .syndication: name == "updateperiod" ? .period : name == "updatefrequency" ? .frequency : nil
    default: nil
    }
  }

  private static let coreFields: [String: FeedField] = [
    "title": .title, "link": .link, "guid": .id, "id": .id, "description": .summary, "summary": .summary,
    "abstract": .summary, "content": .content, "fullitem": .content, "body": .content, "author": .author,
    "category": .category, "tag": .category, "pubdate": .published(rank: 3), "published": .published(rank: 3),
    "issued": .published(rank: 3), "created": .published(rank: 0), "updated": .modified(rank: 3),
    "modified": .modified(rank: 3), "lastmod": .modified(rank: 2), "comments": .comments, "source": .sourceTitle,
    "language": .language,
  ]

  private static let coreFeedFields: [String: FeedField] = [
    "title": .title, "link": .link, "description": .summary, "subtitle": .summary, "tagline": .summary,
    "abstract": .summary, "language": .language, "lastbuilddate": .modified(rank: 3), "updated": .modified(rank: 3),
    "modified": .modified(rank: 3), "pubdate": .modified(rank: 2), "ttl": .minutes, "author": .author,
    "managingeditor": .author, "id": .id,
  ]

  private static let dublinCore: [String: FeedField] = [
    "title": .title, "description": .summary, "creator": .author, "author": .author, "subject": .category,
    "date": .published(rank: 2), "language": .language, "identifier": .id,
  ]

  private static let dublinCoreTerms: [String: FeedField] = [
    "title": .title, "abstract": .summary, "creator": .author, "subject": .category, "issued": .published(rank: 1),
    "available": .published(rank: 1), "created": .published(rank: 0), "modified": .modified(rank: 1),
    "date": .published(rank: 1), "language": .language,
  ]

  private static let itunes: [String: FeedField] = [
    "author": .author, "summary": .summary, "subtitle": .summary, "keywords": .keywords, "title": .title,
  ]

  private static let media: [String: FeedField] = [
    "title": .pictureTitle, "description": .caption, "text": .caption, "credit": .credit, "keywords": .keywords,
    "category": .category,
  ]
}
