public import NewsModel

extension Timestamp {
  /// 3 November 2019, 08:21 IST.
  public static let fixture = Timestamp(
    secondsSince1970: 1_572_749_460, utcOffsetSeconds: Timestamp.indiaOffsetSeconds)

  public func adding(seconds: Int64) -> Timestamp {
    Timestamp(secondsSince1970: secondsSince1970 + seconds, utcOffsetSeconds: utcOffsetSeconds)
  }

  public func adding(days: Int64) -> Timestamp {
    adding(seconds: days * 86_400)
  }
}

extension Feed {
  public static let fixture = Feed.savedPages(publisher: "गाँव की बात", language: "hi")
}

extension Article {
  /// A complete story under `title`; its identity is `identity`, else the title.
  public static func fixture(
    _ title: String, identity: String? = nil, feed: Feed = .fixture, date: Timestamp? = .fixture,
    section: String? = "भारत",
    paragraphs: [String] = ["बारिश के बाद नदी का जलस्तर बढ़ा।", "प्रशासन ने गाँवों को सतर्क किया है।"],
    tags: [String] = [], related: [String] = [], moreFrom: [String] = []
  ) -> Article {
    let identity = identity ?? title
    return Article(
      id: ArticleID(identity: feed.id.rawValue + "\n" + identity), identity: identity, feed: feed.id, title: title,
      dek: "दो दिन से लगातार पानी गिर रहा है।", authors: ["संवाददाता", "एजेंसी"], modified: date, language: "hi",
      section: section, credit: "समाचार एजेंसी से", body: ArticleBody(paragraphs: paragraphs),
      highlights: [Highlight(text: "जलस्तर ख़तरे के निशान के पास है।")], tags: tags,
      links: related.map { RelatedLink(title: $0, section: "राज्य", reason: .publisher) }
        + moreFrom.map { RelatedLink(title: $0, section: "भारत", reason: .moreFromSection) })
  }
}
