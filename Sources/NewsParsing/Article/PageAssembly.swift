internal import IndicText
internal import NewsModel

/// Puts a page's story together: metadata, labelled parts, text.
struct PageAssembly {
  private let document: HTMLDocument
  private let url: String?
  private let knowledge: PageKnowledge
  private let metadata: PageMetadata
  private var anatomy = PageAnatomy()
  private var body = ArticleBody()
  private var cleaning = BodyCleaning(title: "", dek: nil)
  private let linkRowCount: Int
  private var notes: [ParseNote]

  /// A story has some hundred letters; a stub has less.
  private static let stubLetterCount = 150

  init(_ document: HTMLDocument, url: String?, knowledge: PageKnowledge, notes: [ParseNote]) {
    self.document = document
    self.url = url
    self.knowledge = knowledge
    self.notes = notes
    metadata = PageMetadata(document, url: url)
    let base = PageLinks(document, url: url).base
    let host = [metadata.canonicalURL, base].lazy.compactMap { $0 }.compactMap(PageAddress.host).first
    var reading = AnatomyReading(
      document, base: base, title: metadata.title, summary: metadata.summary,
      publisher: PublisherTable.entry(host: host))
    anatomy = reading.read()
    linkRowCount = reading.rows.count { $0.isLink && $0.line.scalarCount >= 25 }
    cleaning = BodyCleaning(title: metadata.title ?? "", dek: anatomy.dek, captions: anatomy.captions)
    let hints = PageBody.Hints(title: metadata.title, dek: anatomy.dek)
    let found = PageBody.extract(document.removing(anatomy.removed), baseURL: base, hints: hints)
    cleaning.clean(found)
    body = ArticleBody(blocks: cleaning.blocks)
  }

  mutating func article() throws(PageError) -> ExtractedArticle {
    useStructuredBody()
    try check()
    guard let title = metadata.title else { throw .noHeadline }
    if let cut = metadata.siteNameInTitle { notes.append(.publisherCutFromTitle(cut)) }
    let text = title + " " + (metadata.summary ?? "") + " " + body.plainText
    var article = ExtractedArticle(
      title: title, language: PageLanguage.decide(text: text, said: metadata.language), body: body)
    article.dek = dek
    article.publisher = metadata.publisher
    article.url = metadata.canonicalURL ?? url
    article.picture = picture
    article.isAccessibleForFree = metadata.isAccessibleForFree
    let highlights = anatomy.highlights.isEmpty ? cleaning.highlights : anatomy.highlights
    article.highlights = highlights.map { $0.trimmed }
    let credits = anatomy.credits + cleaning.credits.filter { !anatomy.credits.contains($0) }
    article.credit = credits.isEmpty ? nil : credits.joined(separator: "; ")
    addByline(to: &article)
    addLinks(to: &article)
    if metadata.isAccessibleForFree == false, letterCount < 1_000 { notes.append(.onlyBeginning) }
    noteMissing(article)
    article.notes = metadata.notes + anatomy.notes + cleaning.notes + notes
    return article
  }
}

extension PageAssembly {
  private var letterCount: Int {
    body.blocks.reduce(0) { $0 + ($1.kind == .picture ? 0 : ScriptShare($1.text).letterCount) }
  }

  /// The text that the page gives to machines, where the one that it shows to people is a stub of it.
  private mutating func useStructuredBody() {
    useLiveUpdates()
    guard let text = metadata.articleBody else { return }
    let count = ScriptShare(text).letterCount
    guard count >= Self.stubLetterCount, letterCount * 2 < count else { return }
    let lines = text.split(separator: "\n").map(String.init)
    var second = BodyCleaning(title: metadata.title ?? "", dek: anatomy.dek)
    second.clean(ArticleBody(paragraphs: lines.count > 1 ? lines : Self.paragraphs(of: text)))
    guard !second.blocks.isEmpty else { return }
    let pictures = body.blocks.filter { $0.kind == .picture }.prefix(1)
    cleaning = second
    body = ArticleBody(blocks: pictures + second.blocks)
    notes.append(.bodyFromStructuredData)
  }

  /// The posts of a live blog, each under its time, where the page itself loads them later.
  private mutating func useLiveUpdates() {
    let count = metadata.liveUpdates.reduce(0) { $0 + ScriptShare(($1.headline ?? "") + ($1.text ?? "")).letterCount }
    guard count > 0, letterCount * 2 < count else { return }
    var blocks = body.blocks.filter { $0.kind == .picture }.prefix(1).map { $0 }
    for update in metadata.liveUpdates {
      let clock = update.time.map { time in
        let civil = time.civil
        return "\(civil.hour < 10 ? "0" : "")\(civil.hour):\(civil.minute < 10 ? "0" : "")\(civil.minute)"
      }
      let heading = [clock, update.headline].compactMap { $0 }.joined(separator: " · ")
      if !heading.isEmpty { blocks.append(Block(kind: .subheading, text: heading)) }
      if let text = update.text { blocks += Self.paragraphs(of: text).map { Block(kind: .paragraph, text: $0) } }
    }
    body = ArticleBody(blocks: blocks)
    notes.append(.bodyFromStructuredData)
  }

  /// Text without line ends, three sentences to a paragraph.
  private static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var sentences: [String] = []
    for sentence in SentenceIterator.sentences(of: text) {
      sentences.append(sentence)
      if sentences.count == 3 {
        paragraphs.append(sentences.joined(separator: " "))
        sentences = []
      }
    }
    if !sentences.isEmpty { paragraphs.append(sentences.joined(separator: " ")) }
    return paragraphs
  }

  /// - Throws: what the page is when it is no page of a story.
  private func check() throws(PageError) {
    let count = letterCount
    let isStory = metadata.type.map { $0.hasSuffix("article") || $0.hasSuffix("posting") } ?? false
    let linked = body.blocks.reduce(0) { $0 + $1.links.reduce(0) { $0 + $1.utf8Count } }
    let isLinks = linked * 2 > body.blocks.reduce(0) { $0 + $1.text.utf8.count }
    if linkRowCount >= 25, !isStory,
      isFrontPage || count < Self.stubLetterCount || isLinks || count < 4 * linkRowCount && metadata.published == nil
    {
      throw .listOfStories(linkCount: linkRowCount)
    }
    if count >= Self.stubLetterCount { return }
    if metadata.isAccessibleForFree == false, count < 60 { throw .subscribersOnly }
    let hasWords = metadata.title != nil && (metadata.summary != nil || count > 0)
    if isProgram, !(isStory && hasWords) { throw .needsScript }
    if metadata.title == nil { throw count == 0 ? .empty : .noHeadline }
    if !hasWords { throw .empty }
  }

  private var isFrontPage: Bool { (metadata.canonicalURL ?? url).flatMap { WebAddress($0)?.isSiteRoot } ?? false }

  /// Whether the page has scripts and next to no text.
  private var isProgram: Bool {
    document.root.textUTF8Count < 1_500
      && document.root.descendants(.script).contains { $0.has(.src) || $0.rawText.utf8.count > 200 }
  }

  /// The standfirst that the page shows; else its summary of itself, unless that is how the text begins.
  private var dek: String? {
    if let dek = anatomy.dek { return dek }
    guard let summary = metadata.summary else { return nil }
    let key = SearchKey.fold(summary)
    let start = SearchKey.fold(
      body.blocks.lazy.filter { $0.kind == .paragraph }.prefix(3).map(\.text).joined(separator: " "))
    // Systems cut a summary at some length, in the middle of a word and with points.
    let words = key.split(separator: " ")
    let beginning = words.dropLast(words.count > 6 ? 1 : 0).joined(separator: " ")
    if key.isEmpty || start.hasPrefix(beginning) || start.contains(beginning) && words.count >= 6 { return nil }
    if key == SearchKey.fold(metadata.title ?? "") { return nil }
    return summary
  }

  private var picture: PagePicture? {
    let shown = body.blocks.first { $0.kind == .picture && $0.address != nil }
    guard var picture = metadata.picture ?? shown?.address.map({ PagePicture(url: $0) }) else { return nil }
    let key = PageAddress.key(picture.url)
    if let known = anatomy.captions[key] {
      (picture.caption, picture.credit) = (known.text ?? picture.caption, known.credit)
    } else if picture.caption == nil {
      picture.caption = body.blocks.first { $0.kind == .picture && $0.address.map(PageAddress.key) == key }?.text
    }
    if let caption = picture.caption {
      let (text, credit) = CaptionText.part(caption)
      (picture.caption, picture.credit) = (text, picture.credit ?? credit)
    }
    return picture
  }

  private mutating func addByline(to article: inout ExtractedArticle) {
    let bylines = anatomy.bylines + cleaning.bylines
    article.authors = metadata.authors
    if metadata.namesNoPerson {
      let shown = PageAuthors.cleaned(bylines.flatMap(\.authors))
      let people = shown.filter { PublisherNames.name(in: $0) == nil }
      if !people.isEmpty || article.authors.isEmpty { article.authors = people.isEmpty ? shown : people }
    }
    if article.authors.isEmpty { article.authors = PageAuthors.cleaned(bylines.flatMap(\.editors)) }
    (article.published, article.rawPublished) = (metadata.published, metadata.rawPublished)
    (article.modified, article.rawModified) = (metadata.modified, metadata.rawModified)
    if article.published == nil, let date = bylines.lazy.compactMap(\.published).first {
      (article.published, article.rawPublished) = (date.reading.timestamp, date.raw)
      noteDoubts(date.raw, date.reading)
    }
    if article.modified == nil, let date = bylines.lazy.compactMap(\.modified).first,
      article.published.map({ date.reading.timestamp >= $0 }) ?? true
    {
      (article.modified, article.rawModified) = (date.reading.timestamp, date.raw)
      noteDoubts(date.raw, date.reading)
    }
  }

  private mutating func noteDoubts(_ raw: String, _ date: DateParser.Reading) {
    if !date.hasTime { notes.append(.timeMissing(raw)) }
    if !date.hasZone { notes.append(.zoneAssumed(raw)) }
  }

  private mutating func addLinks(to article: inout ExtractedArticle) {
    article.section = metadata.section
    let moreSection = anatomy.moreFromSection.flatMap { $0.isEmpty ? nil : $0 }
    // "national" in the metadata, "भारत" on the page: the page's own word is what its readers know.
    if let moreSection,
      article.section.map({ ScriptShare($0).dominant == .latin && ScriptShare(moreSection).dominant != .latin }) ?? true
    {
      article.section = moreSection
    }
    var known = knowledge.sectionNames
    for name in [moreSection, article.section].compactMap({ $0 }) { known.insert(name) }
    var titles = ListedTitles(names: SectionNames(known: known))
    let own = article.url.map(PageAddress.key)
    let isOther: (PageAnatomy.LinkedLine) -> Bool = { $0.address == nil || $0.address.map(PageAddress.key) != own }
    article.related = titles.links((anatomy.related + cleaning.related).filter(isOther).map { ($0.text, $0.address) })
    let moreFrom = titles.links(anatomy.moreFrom.filter(isOther).map { ($0.text, $0.address) })
    if !moreFrom.isEmpty { article.moreFrom = MoreFrom(section: moreSection, titles: moreFrom) }
    let story = ([article.title, article.dek ?? ""] + article.highlights + article.body.blocks.map(\.text)).joined(
      separator: " ")
    let lines = anatomy.tagLines.isEmpty && anatomy.linkedTags.isEmpty ? cleaning.tagLines : anatomy.tagLines
    let shown = PageTags.cleaned(anatomy.linkedTags + titles.tags(lines, story: story, knowledge: knowledge))
    article.tags = shown.isEmpty ? metadata.tags : shown
    notes += titles.notes
  }

  private mutating func noteMissing(_ article: ExtractedArticle) {
    if article.authors.isEmpty { notes.append(.missing(.byline)) }
    if article.published == nil, article.modified == nil { notes.append(.missing(.date)) }
    if article.highlights.isEmpty { notes.append(.missing(.highlights)) }
    if article.tags.isEmpty { notes.append(.missing(.tags)) }
    if article.related.isEmpty, article.moreFrom == nil { notes.append(.missing(.related)) }
    if letterCount < Self.stubLetterCount { notes.append(.missing(.body)) }
  }
}
