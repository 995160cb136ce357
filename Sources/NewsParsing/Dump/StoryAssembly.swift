internal import IndicText
internal import NewsModel

/// Puts a story together from what was read, and parts what the page glued, now that all its names are known.
struct StoryAssembly {
  let reading: PageReading
  let knowledge: PageKnowledge
  var notes: [ParseNote]

  init(reading: PageReading, knowledge: PageKnowledge, notes: [ParseNote]) {
    self.reading = reading
    self.knowledge = knowledge
    self.notes = notes
  }

  func article() -> ExtractedArticle {
    var assembly = self
    return assembly.assemble()
  }
}

extension StoryAssembly {
  private mutating func assemble() -> ExtractedArticle {
    var title = reading.title
    var publisher: String?
    if let (short, name, cut) = PublisherNames.cutting(title) {
      title = short
      publisher = name
      notes.append(.publisherCutFromTitle(cut))
    }
    let (dek, body) = dekAndBody()
    var article = ExtractedArticle(
      title: title,
      language: LanguageGuess.language(of: title + " " + body.blocks.map(\.text).joined(separator: " ")) ?? "hi",
      body: body)
    article.dek = dek
    article.authors = authors
    article.url = reading.url
    article.publisher =
      (reading.authors + reading.editors + reading.byNames).lazy.compactMap { PublisherNames.name(in: $0) }.first
      ?? publisher
      ?? reading.url.flatMap { PublisherTable.name(host: PageAddress.host($0), names: []) }
    article.credit = reading.credits.isEmpty ? nil : reading.credits.joined(separator: "; ")
    article.highlights = reading.highlights
    addDates(to: &article)
    addLinks(to: &article)
    article.tags = tags(title: title, article)
    noteMissing(article)
    article.notes = notes
    return article
  }

  private var authors: [String] {
    if !reading.authors.isEmpty { return reading.authors }
    // "बीबीसी हिंदी के लिए" says for whom, not who.
    let names = reading.byNames.filter {
      !$0.hasSuffix("के लिए") && !$0.hasPrefix("for ")
    }
    return names.isEmpty ? reading.editors : names
  }

  /// The first paragraph is the dek when the page's head goes on after it, or when it stands right under the headline.
  private func dekAndBody() -> (String?, ArticleBody) {
    var lines = reading.body
    var dek: String?
    if lines.count >= 2, let first = lines.first, first.kind == .paragraph, first.text.unicodeScalars.count <= 700,
      first.text.split(separator: " ").count >= 4
    {
      let isUnderTitle =
        !first.isAfterBlank && lines[1].isAfterBlank && reading.authors.isEmpty && reading.published == nil
      if reading.isDekSure || isUnderTitle {
        dek = first.text
        lines.removeFirst()
      }
    }
    return (dek, ArticleBody(blocks: lines.map { Block(kind: $0.kind, text: $0.text) }))
  }

  private mutating func addDates(to article: inout ExtractedArticle) {
    if let (raw, date) = reading.published {
      article.published = date.timestamp
      article.rawPublished = raw
      noteDoubts(raw, date)
    }
    if let (raw, date) = reading.modified {
      article.modified = date.timestamp
      article.rawModified = raw
      noteDoubts(raw, date)
    }
  }

  private mutating func noteDoubts(_ raw: String, _ date: DateParser.Reading) {
    if !date.hasTime { notes.append(.timeMissing(raw)) }
    if !date.hasZone { notes.append(.zoneAssumed(raw)) }
  }

  private mutating func addLinks(to article: inout ExtractedArticle) {
    var known = knowledge.sectionNames
    if let section = reading.moreFromSection { known.insert(section) }
    if let section = reading.sectionLine { known.insert(section) }
    var titles = ListedTitles(names: SectionNames(known: known))
    article.related = titles.links(reading.relatedLines.map { ($0, nil) })
    let moreFrom = titles.links(reading.moreFromLines.map { ($0, nil) })
    notes += titles.notes
    let section = reading.moreFromSection.flatMap { $0.isEmpty ? nil : $0 }
    if !moreFrom.isEmpty { article.moreFrom = MoreFrom(section: section, titles: moreFrom) }
    article.section = section ?? reading.sectionLine
  }

  private mutating func tags(title: String, _ article: ExtractedArticle) -> [String] {
    if reading.tagLines.isEmpty { return [] }
    let story = ([title, article.dek ?? ""] + article.highlights + article.body.blocks.map(\.text)).joined(
      separator: " ")
    var titles = ListedTitles(names: SectionNames(known: []))
    defer { notes += titles.notes }
    return titles.tags(reading.tagLines, story: story, knowledge: knowledge)
  }

  private mutating func noteMissing(_ article: ExtractedArticle) {
    if article.authors.isEmpty { notes.append(.missing(.byline)) }
    if article.published == nil, article.modified == nil { notes.append(.missing(.date)) }
    if article.highlights.isEmpty { notes.append(.missing(.highlights)) }
    if article.tags.isEmpty { notes.append(.missing(.tags)) }
    if article.related.isEmpty, article.moreFrom == nil { notes.append(.missing(.related)) }
  }
}
