internal import IndicText
internal import NewsModel
internal import NewsParsing

extension ListedItem {
  /// The items of a feed that there is something to show of.
  ///
  /// - Parameter declaredLanguages: what is known of the feed's language, the most trusted first.
  static func items(of feed: ParsedFeed, as id: FeedID, declaredLanguages: [String?]) -> [ListedItem] {
    feed.items.map { ListedItem($0, feed: id, declaredLanguages: declaredLanguages) }.filter {
      !$0.article.title.isEmpty
    }
  }

  /// What a feed says of one story, ready to be listed. Without a headline it goes by the beginning of its text, else by its address.
  private init(_ item: ParsedItem, feed: FeedID, declaredLanguages: [String?]) {
    let urlKey = item.url.map { WebAddress.storyKey($0) ?? $0 }
    let key = Self.key(of: item, urlKey: urlKey)
    let raw = RawBody(item)
    let url = item.url
    let title = item.title ?? Self.headline(from: raw) ?? url ?? ""
    let identity = urlKey ?? Self.ownIdentity(key: key, feed: feed)
    var article = Article(
      id: ArticleID(identity: identity), identity: identity, feed: feed, url: url, title: title, authors: item.authors,
      published: item.published, modified: Self.realChange(of: item),
      language: ItemLanguage.of(title, declared: [item.language] + declaredLanguages), body: ArticleBody(),
      tags: item.tags)
    article.attachments = item.attachments
    article.completeness = item.content == nil && url != nil ? .summary : .whole
    self.init(
      key: key, fingerprint: Self.fingerprint(of: item), article: article, raw: raw, titleKey: SearchKey.fold(title),
      urlKey: urlKey)
  }

  /// The identity of an item whose address another item of the same feed has too, or that has none.
  static func ownIdentity(key: Int64, feed: FeedID) -> String {
    feed.rawValue + "\n" + String(UInt64(bitPattern: key), radix: 16)
  }
}

extension ListedItem {
  /// What the feed tells the item apart by: its ID, else its address, else headline and date.
  private static func key(of item: ParsedItem, urlKey: String?) -> Int64 {
    if let id = item.id, !id.isEmpty { return ContentHash.of(id) }
    if let urlKey { return ContentHash.of(urlKey) }
    var hash = ContentHash()
    hash.add(item.title ?? item.summary?.text ?? item.content?.text)
    hash.add(item.published?.secondsSince1970)
    return hash.value
  }

  private static func fingerprint(of item: ParsedItem) -> Int64 {
    var hash = ContentHash()
    hash.add(item.title)
    hash.add(item.url)
    hash.add(item.summary?.text)
    hash.add(item.content?.text)
    hash.add(item.authors)
    hash.add(item.published?.secondsSince1970)
    hash.add(item.modified?.secondsSince1970)
    hash.add(item.tags)
    hash.add(item.pictures.first?.url)
    return hash.value
  }

  /// Many feeds repeat the date of publication as that of the last change.
  private static func realChange(of item: ParsedItem) -> Timestamp? {
    guard let modified = item.modified else { return nil }
    guard let published = item.published else { return modified }
    return modified.secondsSince1970 > published.secondsSince1970 ? modified : nil
  }

  /// A headline for an item that has none: the beginning of its text; nil when that is empty.
  private static func headline(from raw: RawBody) -> String? {
    let start = String(decoding: raw.text.utf8.prefix(titleSourceUTF8Count), as: UTF8.self)
    let blocks = RawText.blocks(start, raw.form, baseURL: nil).blocks
    guard let text = blocks.first(where: { !$0.text.isEmpty })?.text else { return nil }
    let sentence = SentenceIterator.sentences(of: text).first.map { String($0) } ?? text
    guard sentence.count > titleClusterCount else { return NormalForm.line(sentence) }
    let cut = sentence.prefix(titleClusterCount)
    // Cut between words where there is one in reach.
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return NormalForm.line(String(cut[..<end])) + "…"
  }

  /// Enough of a text for its first sentence.
  private static let titleSourceUTF8Count = 4_000
  private static let titleClusterCount = 90
}

extension RawBody {
  /// The longest text that the item has, and the other one where it says something else.
  init(_ item: ParsedItem) {
    let text = item.content ?? item.summary ?? MarkedText("", kind: .plain)
    self.init(text: text.text, form: Form(text.kind), baseURL: text.baseURL ?? item.url)
    if item.content != nil, let summary = item.summary, summary.text != text.text {
      self.summary = summary.text
      summaryForm = Form(summary.kind)
    }
    if let picture = item.pictures.first {
      pictureURL = picture.url
      pictureCaption = [picture.caption, picture.credit].compactMap { $0 }.joined(separator: " · ")
      if pictureCaption == "" { pictureCaption = nil }
    }
  }
}

extension RawBody.Form {
  fileprivate init(_ kind: MarkedText.Kind) {
    switch kind {
    case .html: self = .html
    case .plain: self = .plain
    }
  }
}
