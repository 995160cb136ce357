import NewsModel
import NewsParsing

extension FuzzTarget {
  /// Feeds, pages, dumps, dates and lists of feeds.
  static let parsing = [
    FuzzTarget("feed", seeds: Seeds.feeds, words: Seeds.feedWords, longestCount: 16_384, run: feed),
    FuzzTarget("json-feed", seeds: Seeds.jsonFeeds, words: Seeds.jsonWords, longestCount: 16_384, run: feed),
    FuzzTarget("page", seeds: Seeds.pages, words: Seeds.pageWords, longestCount: 16_384, run: page),
    FuzzTarget("body", seeds: Seeds.bodies, words: Seeds.pageWords, run: body),
    FuzzTarget("dump", seeds: Seeds.dumps, words: Seeds.dumpWords, longestCount: 8_192, run: dump),
    FuzzTarget("date", seeds: Seeds.dates, words: Seeds.dateWords, longestCount: 256, run: date),
    FuzzTarget("opml", seeds: Seeds.lists, words: Seeds.listWords, longestCount: 8_192, run: feedList),
  ]

  private static func feed(_ input: UnsafeRawBufferPointer) throws {
    let parsed = try? FeedParser.parse(
      Array(input), contentType: nil, baseURL: "https://e.example/feed.xml")
    guard let parsed else { return }
    try mustBePlain([parsed.title, parsed.about, parsed.language].compactMap(\.self) + parsed.authors, "a feed's head")
    try mustBeAddresses([parsed.siteURL, parsed.selfURL].compactMap(\.self))
    for item in parsed.items {
      // An identity is compared and never shown.
      let texts = [item.title, item.language, item.sourceTitle]
      try mustBePlain(texts.compactMap(\.self) + item.authors + item.tags, "an item")
      try mustBePlain(item.pictures.flatMap { [$0.caption, $0.credit].compactMap(\.self) }, "a picture's caption")
      let addresses = [item.url, item.commentsURL].compactMap(\.self)
      try mustBeAddresses(addresses + item.pictures.map(\.url) + item.attachments.map(\.url))
      for text in [item.summary, item.content].compactMap(\.self) { try check(HTMLBody.body(of: text)) }
    }
  }

  private static func page(_ input: UnsafeRawBufferPointer) throws {
    let extractor = ArticleExtractor()
    guard let article = try? extractor.extract(Array(input), url: "https://e.example/a") else { return }
    try check(article)
    try mustBeAddresses([article.url, article.picture?.url].compactMap(\.self) + article.related.compactMap(\.url))
  }

  private static func body(_ input: UnsafeRawBufferPointer) throws {
    let text = String(decoding: input, as: UTF8.self)
    try check(HTMLBody.body(ofFragment: text, baseURL: "https://e.example/a/"))
    try check(HTMLBody.body(ofPlainText: text))
  }

  private static func dump(_ input: UnsafeRawBufferPointer) throws {
    guard let article = try? PageDumpParser().parse(input) else { return }
    try must(!article.title.isEmpty, "a story without a title")
    try check(article)
  }

  private static func date(_ input: UnsafeRawBufferPointer) throws {
    let text = String(decoding: input, as: UTF8.self)
    let readings = [
      DateParser.read(text), DateParser.readInFeed(text), DateParser.readInFeed(text, isIndian: true),
    ]
    for reading in readings.compactMap(\.self) {
      try must(
        abs(reading.timestamp.utcOffsetSeconds) <= 86_400, "an offset of \(reading.timestamp.utcOffsetSeconds) s")
      // What is written of it is read as the same moment.
      let written = reading.timestamp.rfc3339
      guard (1...9_999).contains(reading.timestamp.civil.year) else { continue }
      let again = DateParser.readInFeed(written)
      try must(
        again?.timestamp.secondsSince1970 == reading.timestamp.secondsSince1970,
        "\(written) is read as \(again.map { $0.timestamp.rfc3339 } ?? "nothing")")
    }
  }

  private static func feedList(_ input: UnsafeRawBufferPointer) throws {
    guard let parsed = try? FeedListParser().parse(Array(input)) else { return }
    let placements = parsed.list.placements
    try mustBePlain(
      placements.flatMap { [$0.feed.address, $0.feed.title ?? "", $0.feed.name ?? ""] + $0.feed.tags + $0.folder },
      "a list of feeds")
    // What is only passed on to the next program keeps the lines and columns that another one gave it.
    let passedOn = placements.flatMap(\.feed.attributes.values)
    try mustBePlain(passedOn.map { $0.filter { $0 != "\n" && $0 != "\t" } }, "what is passed on of a list")
    try mustBePlain(parsed.notes.map { "\($0.fact)" }, "a note about a list")
    let again = try? OPMLParser().parse(Array(OPMLWriter().text(of: parsed.list).utf8))
    // An empty list is no list to a parser.
    if again?.list == parsed.list || placements.isEmpty { return }
    let pairs = zip(lines(parsed.list.outlines), again.map { lines($0.list.outlines) } ?? [])
    let difference = pairs.first { $0 != $1 }.map { "\($0) as \($1)" } ?? "all of it"
    throw Broken(description: "a list is not read as it was written: \(difference)")
  }

  /// One for each outline, folders before what they hold.
  private static func lines(_ outlines: [FeedList.Outline]) -> [String] {
    outlines.flatMap { outline in
      guard case .folder(let folder) = outline else { return [String(reflecting: outline)] }
      let name = "folder \(String(reflecting: folder.name)) \(folder.attributes), holds \(folder.outlines.count)"
      return [name] + lines(folder.outlines)
    }
  }
}

extension FuzzTarget {
  private static func check(_ article: ExtractedArticle) throws {
    var texts = [article.title, article.language] + article.authors + article.highlights + article.tags
    texts += article.related.flatMap { [$0.title, $0.section ?? ""] }
    texts += [
      article.dek, article.publisher, article.url, article.section, article.credit, article.rawPublished,
      article.rawModified,
    ].compactMap(\.self)
    texts += article.moreFrom.map { $0.titles.map(\.title) + [$0.section ?? ""] } ?? []
    try mustBePlain(texts, "a story")
    try check(article.body)
  }

  private static func check(_ body: ArticleBody) throws {
    for block in body.blocks {
      try mustBePlain([block.text, block.marker ?? ""] + block.cells, "a block")
      if let address = block.address { try mustBeAddresses([address]) }
      let utf8 = Array(block.text.utf8)
      var end = 0
      for link in block.links {
        let start = link.startUTF8Offset
        try must(
          start >= end && link.utf8Count > 0 && start + link.utf8Count <= utf8.count, "a link outside of its text")
        end = start + link.utf8Count
        for edge in [start, end] where edge < utf8.count {
          try must(utf8[edge] & 0xC0 != 0x80, "a link that ends inside a letter")
        }
        let scheme = link.address.prefix { $0 != ":" }
        try must(["http", "https", "mailto", "magnet"].contains(scheme), "a link to \(link.address)")
        try mustBePlain([link.address], "a link's address")
      }
    }
  }

  /// Addresses are kept only when they are of the web, and as plain ASCII.
  private static func mustBeAddresses(_ addresses: [String]) throws {
    for address in addresses {
      try must(address.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "an address is not ASCII: \(address)")
      try must(WebAddress(address) != nil, "an address is none of the web: \(address)")
    }
  }
}
