import CellText
public import NewsModel

extension BodyLayout {
  /// Makes `story` ready to be laid out in lines of at most `columns` columns: heading and end, and of the rest only what tells how long it is.
  ///
  /// - Parameter notice: what the reader says of the story, under its text; nil is nothing.
  /// - Parameter breaksAtPhrases: lets a line end where a phrase does rather than hold the beginning of the next one.
  public init(
    story: Story, columns: Int, settings: ReaderSettings, notice: String? = nil, breaksAtPhrases: Bool = false
  ) {
    self.init(
      story: story, columns: columns, settings: settings, notice: notice, breaksAtPhrases: breaksAtPhrases,
      pictures: BodyPictures())
  }

  init(
    story: Story, columns: Int, settings: ReaderSettings, notice: String?, breaksAtPhrases: Bool, pictures: BodyPictures
  ) {
    self.init()
    self.breaksAtPhrases = breaksAtPhrases
    self.columns = max(1, columns)
    links = StoryLink.all(of: story)
    wrapper = TextWrapper(model: settings.widthModel, language: story.article.language)
    appendHead(story, settings: settings)
    append(story.article.body.blocks, language: story.article.language, settings: settings, pictures: pictures)
    appendTail(story.article, notice: notice, settings: settings)
    estimate()
  }

  private mutating func appendHead(_ story: Story, settings: ReaderSettings) {
    let shown = { (text: String) in settings.shown(text, language: story.article.language) }
    var lines = appendText(shown(story.article.title), .heading)
    let byline = Self.byline(of: story, settings: settings)
    if !byline.isEmpty { lines += self.lines([TextRun(byline, .byline)]) }
    if let dek = story.article.dek {
      let language = settings.script == .interlinear ? story.article.language : nil
      lines += gap(after: lines) + appendText(shown(dek), .dek, glossLanguage: language)
    }
    sections.append(BodySection(lines: lines, blockIndex: nil))
  }

  private mutating func appendTail(_ article: Article, notice: String?, settings: ReaderSettings) {
    let last = article.body.blocks.isEmpty ? nil : article.body.blocks.count - 1
    var lines: [Line] = []
    if let notice { lines += gap(after: lines) + self.lines([TextRun(notice, .notice)]) }
    if let credit = article.credit {
      lines += gap(after: lines) + appendText(settings.shown(credit, language: article.language), .credit)
    }
    if !article.tags.isEmpty {
      // A tag is one thing: its own blanks do not break.
      let tags = article.tags.map { settings.unbrokenTag($0) }.joined(separator: "  ")
      lines += gap(after: lines) + self.lines([TextRun(tags, .tag)])
    }
    lines += linkLines(section: article.section, after: lines, settings: settings)
    for index in lines.indices { lines[index].blockIndex = last }
    sections.append(BodySection(lines: lines, blockIndex: last))
  }

  /// Lets every section that is missing expect lines by its bytes, by those of the first ones.
  private mutating func estimate() {
    var utf8Count = 0
    var lineCount = 0.0
    for index in sections.indices where utf8Count < Self.measuredUTF8Count && sections[index].textIndex != nil {
      layOut(index)
      utf8Count += sections[index].text.utf8.count
      // The last line of a text is half full.
      lineCount += Double(sections[index].textLineCount) - 0.5
    }
    let perLine = max(1, Double(utf8Count) / max(1, lineCount))
    for index in sections.indices { sections[index].estimate(utf8CountPerLine: perLine) }
    recount()
  }

  private static let measuredUTF8Count = 4096

  /// "लोकमत न्यूज़ डेस्क · 3 नवंबर 2019, 8:21 सुबह · 4 मिनट"; parts that the page did not give are left out.
  private static func byline(of story: Story, settings: ReaderSettings) -> String {
    let article = story.article
    var parts = article.authors.isEmpty ? [] : [article.authors.joined(separator: ", ")]
    if parts.isEmpty, !story.source.isEmpty { parts = [story.source] }
    parts = parts.map { settings.shown($0) }
    if let date = article.date { parts.append(settings.dates.full(date)) }
    if story.corrected != nil {
      // "संशोधित · H": the key that shows what was corrected.
      parts.append(settings.phrases(.corrected).replacing(" ", with: "\u{A0}"))
      parts += settings.keys.names(for: .showHistory, in: .body).prefix(1)
    }
    let wordCount = article.body.blocks.reduce(0) { $0 + Self.wordCount(of: $1.text) }
    if wordCount > 0 {
      let minutes = DateWords.minutesToRead(wordCount: wordCount)
      parts.append(settings.phrases(.minutesToRead, settings.dates.number(minutes)).replacing(" ", with: "\u{A0}"))
    }
    return parts.joined(separator: " · ")
  }

  /// Stretches without blanks.
  private static func wordCount(of text: String) -> Int {
    var text = text
    return text.withUTF8 { utf8 in
      var count = 0
      var isInWord = false
      for byte in utf8 {
        let isBlank = byte == 0x20
        if !isBlank, !isInWord { count += 1 }
        isInWord = !isBlank
      }
      return count
    }
  }

  /// The empty line before what follows; none at the very top.
  private func gap(after lines: [Line]) -> [Line] {
    // An empty line on a display of one line says nothing.
    breaksAtPhrases || (lines.isEmpty && sections.allSatisfy { $0.textIndex == nil && $0.lines.isEmpty })
      ? [] : [Line(text: .empty, blockIndex: lines.last?.blockIndex)]
  }

  private func lines(_ runs: [TextRun]) -> [Line] {
    wrapper.lines(runs, columns: columns).map { Line(text: $0) }
  }

  /// Lays out a short text that a search can find.
  ///
  /// - Parameter glossLanguage: of the words that get Latin letters under them; nil for none.
  private mutating func appendText(_ raw: String, _ role: StyleRole, glossLanguage: String? = nil) -> [Line] {
    let text = DisplayText.safe(raw)
    searchable.append(text)
    sectionOfText.append(sections.count)
    if let glossLanguage {
      let glossed = BodySection.glossed([TextRun(text, role)], wrapper, columns: columns, glossLanguage)
      return BodySection.lines(glossed, in: text, textIndex: searchable.count - 1)
    }
    return BodySection.lines(text, role, textIndex: searchable.count - 1, wrapper, columns: columns)
  }

  private func linkLines(section: String?, after before: [Line], settings: ReaderSettings) -> [Line] {
    var group: StoryLink.Group?
    var lines: [Line] = []
    for (index, link) in links.enumerated() {
      if link.group != group {
        group = link.group
        lines += gap(after: before + lines)
        let heading = link.group.title(section: section ?? link.section, phrases: settings.phrases)
        lines.append(
          Line(text: TextLine(runs: [TextRun(heading, .subheading)], columns: settings.widthModel.columns(of: heading)))
        )
      }
      lines += LinkRow(link, number: index + 1, columns: columns, settings: settings).lines.map {
        Line(text: $0, linkIndex: index)
      }
    }
    return lines
  }
}

extension ReaderSettings {
  /// A tag as it is shown, its own blanks not breaking.
  func unbrokenTag(_ name: String) -> String { "#" + shown(name).replacing(" ", with: "\u{A0}") }
}
