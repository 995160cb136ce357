internal import NewsModel

/// JSON Feed 1.0 and 1.1 (jsonfeed.org), and RSS said in JSON.
struct JSONFeedReader {
  let feedAddress: String?
  private(set) var feed: ParsedFeed
  private var notes: [ParseNote] = []

  /// Whether a value is a JSON Feed: it says so, or it has items that are written like one's.
  static func isFeed(_ value: JSONValue) -> Bool {
    if let version = value["version"]?.string, version.lowercased().contains("jsonfeed.org") { return true }
    guard let items = value["items"]?.elements, value["title"]?.string != nil || value["feed_url"] != nil else {
      return false
    }
    return items.contains { item in
      ["content_html", "content_text", "date_published"].contains { item[$0] != nil }
    }
  }

  /// The RSS in a value; nil when there is none.
  static func rss(_ value: JSONValue) -> JSONValue? {
    guard let rss = value["rss"], case .object = rss, rss["channel"] != nil else { return nil }
    return rss
  }

  /// The feed in a value; nil when it is none.
  static func feed(_ value: JSONValue, feedAddress: String?) -> ParsedFeed? {
    if isFeed(value) {
      let isOld = value["version"]?.string?.hasSuffix("/1") ?? false
      var reader = JSONFeedReader(feedAddress, isOld ? .jsonFeed10 : .jsonFeed11)
      reader.readFeed(value)
      return reader.finished()
    }
    guard let rss = rss(value) else { return nil }
    var reader = JSONFeedReader(feedAddress, .rssInJSON)
    reader.readRSS(rss)
    return reader.finished()
  }

  private init(_ feedAddress: String?, _ format: FeedFormat) {
    self.feedAddress = feedAddress
    feed = ParsedFeed(format: format)
  }

  private func finished() -> ParsedFeed {
    var feed = feed
    feed.notes = notes
    return feed
  }

  private func link(_ value: JSONValue?) -> String? {
    value?.string.flatMap { FeedTexts.link($0, base: feedAddress ?? feed.siteURL) }
  }

  private func line(_ value: JSONValue?, isHTML: Bool? = nil) -> String? {
    value?.scalarText.flatMap { FeedTexts.line($0, isHTML: isHTML) }
  }

  private mutating func date(_ raw: String?) -> Timestamp? {
    guard let raw = raw.flatMap(FeedTexts.trimmed) else { return nil }
    if let reading = DateParser.readInFeed(raw) { return reading.timestamp }
    if notes.count < 50 { notes.append(.dateUnreadable(String(raw.prefix(80)))) }
    return nil
  }

  private mutating func append(_ item: ParsedItem) {
    guard feed.items.count < FeedBuilder.itemLimit else { return }
    let isEmpty =
      item.title == nil && item.url == nil && item.summary == nil && item.content == nil && item.id == nil
    if !isEmpty { feed.items.append(item) }
  }
}

extension JSONFeedReader {
  private mutating func readFeed(_ value: JSONValue) {
    feed.siteURL = link(value["home_page_url"])
    feed.selfURL = link(value["feed_url"])
    feed.title = line(value["title"])
    feed.about = line(value["description"])
    feed.language = value["language"]?.string.flatMap(FeedTexts.language)
    feed.authors = authors(value)
    for item in value["items"]?.elements ?? [] { readItem(item) }
  }

  private func authors(_ value: JSONValue) -> [String] {
    var names: [String] = []
    for author in (value["authors"]?.elements ?? []) + (value["author"]?.elements ?? []) {
      let name = line(author["name"]) ?? line(author)
      if let name, !names.contains(name), names.count < ItemDraft.listLimit { names.append(name) }
    }
    return names
  }

  private mutating func readItem(_ value: JSONValue) {
    guard case .object = value else { return }
    var item = ParsedItem()
    item.id = line(value["id"], isHTML: false)
    item.url = link(value["url"]) ?? link(value["external_url"])
    if item.url == nil, let id = item.id, id.hasPrefix("http") { item.url = FeedTexts.link(id, base: nil) }
    // Titles are plain text; some publishers escape them all the same.
    item.title = line(value["title"])
    let base = item.url ?? feedAddress
    if let html = value["content_html"]?.string, html.utf8.contains(where: { $0 > 0x20 }) {
      item.content = MarkedText(html, kind: .html, baseURL: base)
    } else if let text = value["content_text"]?.string, text.utf8.contains(where: { $0 > 0x20 }) {
      item.content = MarkedText(text, kind: .plain, baseURL: base)
    }
    if let summary = value["summary"]?.string, summary.utf8.contains(where: { $0 > 0x20 }) {
      item.summary = MarkedText(summary, kind: .plain, baseURL: base)
    }
    item.rawPublished = value["date_published"]?.scalarText.map { String($0.prefix(200)) }
    item.published = date(item.rawPublished)
    item.rawModified = value["date_modified"]?.scalarText.map { String($0.prefix(200)) }
    item.modified = date(item.rawModified)
    item.authors = authors(value)
    if item.authors.isEmpty { item.authors = feed.authors }
    item.language = value["language"]?.string.flatMap(FeedTexts.language)
    for tag in (value["tags"]?.elements ?? []).prefix(ItemDraft.listLimit) {
      if let tag = line(tag, isHTML: false), !item.tags.contains(tag) { item.tags.append(tag) }
    }
    for name in ["image", "banner_image"] {
      if let url = link(value[name]), !item.pictures.contains(where: { $0.url == url }) {
        item.pictures.append(ItemPicture(url: url))
      }
    }
    for file in (value["attachments"]?.elements ?? []).prefix(ItemDraft.listLimit) {
      addFile(file["url"], file["mime_type"]?.string, file["size_in_bytes"]?.integer, to: &item)
    }
    append(item)
  }

  private func addFile(_ address: JSONValue?, _ type: String?, _ byteCount: Int?, to item: inout ParsedItem) {
    guard let url = link(address) else { return }
    let type = type?.lowercased()
    if type?.hasPrefix("image/") == true {
      if !item.pictures.contains(where: { $0.url == url }) { item.pictures.append(ItemPicture(url: url)) }
    } else {
      item.attachments.append(
        Attachment(url: url, mediaType: type, byteCount: byteCount.flatMap { $0 > 0 ? $0 : nil }))
    }
  }
}

extension JSONFeedReader {
  /// A text of an element, which may stand in an object because the element had attributes.
  private func text(_ value: JSONValue?) -> String? {
    value?.scalarText ?? value?["#value"]?.scalarText ?? value?["#text"]?.scalarText ?? value?["value"]?.scalarText
  }

  private mutating func readRSS(_ rss: JSONValue) {
    guard let channel = rss["channel"] else { return }
    feed.siteURL = text(channel["link"]).flatMap { FeedTexts.link($0, base: feedAddress) }
    feed.title = text(channel["title"]).flatMap { FeedTexts.line($0, isHTML: nil) }
    feed.about = text(channel["description"]).flatMap { FeedTexts.line($0, isHTML: nil) }
    feed.language = text(channel["language"]).flatMap(FeedTexts.language)
    feed.updated = date(text(channel["lastBuildDate"]) ?? text(channel["pubDate"]))
    feed.refreshMinutes = text(channel["ttl"]).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    for item in (channel["item"] ?? channel["items"] ?? rss["item"])?.elements ?? [] { readRSSItem(item) }
  }

  private mutating func readRSSItem(_ value: JSONValue) {
    guard case .object = value else { return }
    var item = ParsedItem()
    item.id = text(value["guid"]).flatMap { FeedTexts.line($0, isHTML: false) }
    item.url = text(value["link"]).flatMap { FeedTexts.link($0, base: feedAddress ?? feed.siteURL) }
    let isPermalink = value["guid"]?["isPermaLink"]?.truth ?? true
    if item.url == nil, isPermalink, let id = item.id, id.hasPrefix("http") { item.url = FeedTexts.link(id, base: nil) }
    item.title = text(value["title"]).flatMap { FeedTexts.line($0, isHTML: nil) }
    func marked(_ name: String) -> MarkedText? {
      guard let text = text(value[name]), text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
      return MarkedText(text, kind: FeedTexts.looksLikeHTML(text) ? .html : .plain, baseURL: feedAddress)
    }
    item.summary = marked("description")
    item.content = marked("content:encoded")
    item.rawPublished = text(value["pubDate"]).map { String($0.prefix(200)) }
    item.published = date(item.rawPublished)
    item.authors = [text(value["author"]) ?? text(value["dc:creator"])].compactMap { $0.flatMap(FeedTexts.author) }
    for tag in (value["category"]?.elements ?? []).prefix(ItemDraft.listLimit) {
      if let tag = text(tag).flatMap({ FeedTexts.line($0, isHTML: false) }), !item.tags.contains(tag) {
        item.tags.append(tag)
      }
    }
    item.commentsURL = text(value["comments"]).flatMap { FeedTexts.link($0, base: feedAddress) }
    for file in (value["enclosure"]?.elements ?? []).prefix(ItemDraft.listLimit) {
      addFile(file["url"], file["type"]?.string, file["length"]?.integer, to: &item)
    }
    append(item)
  }
}
