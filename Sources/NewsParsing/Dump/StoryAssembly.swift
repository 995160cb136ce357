internal import IndicText
internal import NewsModel

/// Puts a story together from what was read, and parts what the page glued, now that all its names are known.
struct StoryAssembly {
  let reading: PageReading
  let knowledge: PageKnowledge
  var notes: [ParseNote]

  private static let linkLimit = 100
  private static let tagLimit = 60

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
      ?? reading.url.flatMap { PublisherNames.name(in: $0) }
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
    let names = SectionNames(known: known)
    article.related = links(reading.relatedLines, names)
    let moreFrom = links(reading.moreFromLines, names)
    let section = reading.moreFromSection.flatMap { $0.isEmpty ? nil : $0 }
    if !moreFrom.isEmpty { article.moreFrom = MoreFrom(section: section, titles: moreFrom) }
    article.section = section ?? reading.sectionLine
  }

  private mutating func links(_ lines: [String], _ names: SectionNames) -> [LinkedTitle] {
    var links: [LinkedTitle] = []
    var seen = Set<String>()
    var sectionAbove: String?
    let partings = lines.map { names.part($0) }
    let gluedCount = partings.count { if case .parted(_, _, let isGlued) = $0 { isGlued } else { false } }
    // Where every other title of a list has its section glued to it, a compound is one too.
    let isAllGlued = gluedCount >= 2 && gluedCount == lines.count - 1
    for (line, parting) in zip(lines, partings) {
      if names.contains(line) {
        sectionAbove = line
        continue
      }
      var link = LinkedTitle(section: sectionAbove, title: line)
      if sectionAbove == nil {
        switch parting {
        case .parted(let section, let title, _): link = LinkedTitle(section: section, title: title)
        case .doubtful(let section, let title):
          notes.append(.sectionDoubtful(line))
          if isAllGlued { link = LinkedTitle(section: section, title: title) }
        case .whole: break
        }
      }
      sectionAbove = nil
      guard link.title.contains(where: { $0.isLetter || $0.isNumber }), links.count < Self.linkLimit,
        seen.insert(SearchKey.fold(link.title)).inserted
      else { continue }
      links.append(link)
    }
    if gluedCount > 0 { notes.append(.sectionsParted(gluedCount)) }
    return links
  }

  private mutating func tags(title: String, _ article: ExtractedArticle) -> [String] {
    if reading.tagLines.isEmpty { return [] }
    let story = ([title, article.dek ?? ""] + article.highlights + article.body.blocks.map(\.text)).joined(
      separator: " ")
    let parting = TagParting(known: knowledge.tagNames, page: SearchKey.words(story))
    var tags: [String] = []
    var seen = Set<String>()
    for line in reading.tagLines {
      for raw in line.split(whereSeparator: { ",|#·•;/،\t".contains($0) }) {
        let text = String(raw.trimmed)
        if text.isEmpty { continue }
        if text.count > TagParting.clusterLimit * 2 {
          notes.append(.tagDropped(text))
          continue
        }
        let (parts, isDoubtful) = parting.part(text)
        if parts.count > 1 { notes.append(.tagsParted(parts)) }
        if isDoubtful, parts.count == 1 { notes.append(.tagLeftWhole(text)) }
        for tag in parts where tags.count < Self.tagLimit {
          let key = SearchKey.fold(tag)
          if seen.insert(key.isEmpty ? tag : key).inserted { tags.append(tag) }
        }
      }
    }
    return tags
  }

  private mutating func noteMissing(_ article: ExtractedArticle) {
    if article.authors.isEmpty { notes.append(.missing(.byline)) }
    if article.published == nil, article.modified == nil { notes.append(.missing(.date)) }
    if article.highlights.isEmpty { notes.append(.missing(.highlights)) }
    if article.tags.isEmpty { notes.append(.missing(.tags)) }
    if article.related.isEmpty, article.moreFrom == nil { notes.append(.missing(.related)) }
  }
}
