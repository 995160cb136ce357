/// Feeds for tests, as a small Hindi paper would publish them.
public struct FeedFixture: Sendable {
  public struct Item: Sendable {
    public var title: String
    public var link: String?
    public var guid: String?
    public var summary: String
    /// The whole text, as HTML; nil for a summary feed.
    public var content: String?
    public var date: String?

    public init(
      _ title: String, link: String? = nil, guid: String? = nil, summary: String = "गाँव के लोगों ने मिलकर काम पूरा किया।",
      content: String? = nil, date: String? = "Mon, 23 Nov 2026 08:30:00 +0530"
    ) {
      self.title = title
      self.link = link
      self.guid = guid
      self.summary = summary
      self.content = content
      self.date = date
    }
  }

  public var title: String
  public var site: String
  public var items: [Item]

  public init(_ title: String = "गाँव की बात", site: String = "https://gaon.example/", items: [Item]) {
    self.title = title
    self.site = site
    self.items = items
  }

  /// RSS 2.0 in UTF-8.
  public var rss: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>\(escaped(title))</title><link>\(escaped(site))</link><language>hi</language>

      """
    for item in items {
      text += "<item><title>\(escaped(item.title))</title>"
      if let link = item.link { text += "<link>\(escaped(link))</link>" }
      if let guid = item.guid { text += "<guid isPermaLink=\"false\">\(escaped(guid))</guid>" }
      text += "<description>\(escaped(item.summary))</description>"
      if let content = item.content { text += "<content:encoded>\(escaped(content))</content:encoded>" }
      if let date = item.date { text += "<pubDate>\(date)</pubDate>" }
      text += "</item>\n"
    }
    return text + "</channel></rss>\n"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension FeedFixture {
  /// `count` stories with telling headlines, each of its own.
  public static func paper(
    _ title: String = "गाँव की बात", site: String = "https://gaon.example/", count: Int, prefix: String = "k"
  ) -> FeedFixture {
    let towns = ["बीकानेर", "सतना", "गया", "अल्मोड़ा", "नागौर", "बस्ती", "दमोह", "चंबा"]
    let subjects = ["नहर की सफ़ाई", "स्कूल की छत", "सड़क की मरम्मत", "तालाब की खुदाई", "पुल का काम"]
    return FeedFixture(
      title, site: site,
      items: (0..<count).map { index in
        let headline =
          "\(towns[index % towns.count]) में \(subjects[index / towns.count % subjects.count]) का काम नंबर \(index + 1) पूरा हुआ"
        return Item(headline, link: "\(site)\(prefix)/\(index + 1)", guid: "\(prefix)-\(index + 1)")
      })
  }
}
