import CellText
public import NewsModel

extension BodyLayout {
  /// Lays `story` out in lines of at most `columns` columns.
  public init(story: Story, columns: Int, settings: ReaderSettings) {
    self.init()
    self.columns = max(1, columns)
    links = StoryLink.all(of: story)
    let article = story.article
    let wrapper = TextWrapper(model: settings.widthModel, language: article.language)
    let shown = { (text: String) in settings.shown(text, language: article.language) }
    append(shown(article.title), .heading, with: wrapper)
    let byline = Self.byline(of: story, settings: settings)
    if !byline.isEmpty {
      lines += wrapper.lines([TextRun(byline, .byline)], columns: self.columns).map { Line(text: $0) }
    }
    if let dek = article.dek {
      appendGap()
      append(shown(dek), .dek, with: wrapper)
    }
    for (index, block) in article.body.blocks.enumerated() {
      appendGap()
      append(block, shown(block.text), index: index, with: wrapper)
    }
    let last = article.body.blocks.isEmpty ? nil : article.body.blocks.count - 1
    let tail = lines.count
    if let credit = article.credit {
      appendGap()
      append(shown(credit), .credit, with: wrapper)
    }
    if !article.tags.isEmpty {
      appendGap()
      // A tag is one thing: its own blanks do not break.
      let tags = article.tags.map { "#" + settings.shown($0).replacing(" ", with: "\u{A0}") }.joined(separator: "  ")
      lines += wrapper.lines([TextRun(tags, .tag)], columns: self.columns).map { Line(text: $0) }
    }
    appendLinks(section: article.section, settings: settings)
    for index in tail..<lines.count { lines[index].blockIndex = last }
  }

  /// "लोकमत न्यूज़ डेस्क · 3 नवंबर 2019, 8:21 सुबह · 4 मिनट"; parts that the page did not give are left out.
  private static func byline(of story: Story, settings: ReaderSettings) -> String {
    let article = story.article
    var parts = article.authors.isEmpty ? [] : [article.authors.joined(separator: ", ")]
    if parts.isEmpty, !story.source.isEmpty { parts = [story.source] }
    parts = parts.map { settings.shown($0) }
    if let date = article.date { parts.append(settings.dates.full(date)) }
    let wordCount = article.body.blocks.reduce(0) { count, block in
      count + block.text.split(whereSeparator: \.isWhitespace).count
    }
    if wordCount > 0 {
      let minutes = DateWords.minutesToRead(wordCount: wordCount)
      parts.append(settings.phrases(.minutesToRead, settings.dates.number(minutes)).replacing(" ", with: "\u{A0}"))
    }
    return parts.joined(separator: " · ")
  }

  private mutating func appendGap() {
    if lines.isEmpty { return }
    lines.append(Line(text: .empty, blockIndex: lines.last?.blockIndex))
  }

  private mutating func append(_ block: Block, _ text: String, index: Int, with wrapper: TextWrapper) {
    switch block.kind {
    case .paragraph: append(text, .body, blockIndex: index, with: wrapper)
    case .subheading: append(text, .subheading, blockIndex: index, with: wrapper)
    case .quotation: append(text, .quotation, blockIndex: index, indentColumns: 2, with: wrapper)
    case .listItem:
      append(text, .body, blockIndex: index, indentColumns: 2, with: wrapper)
    }
    if block.kind == .listItem, let first = lines.firstIndex(where: { $0.blockIndex == index && $0.textIndex != nil }) {
      // The bullet stands in the indent, outside of the text that a search sees.
      lines[first].hasBullet = true
    }
  }

  /// Appends text that a search can find: one look, one text.
  private mutating func append(
    _ raw: String, _ role: StyleRole, blockIndex: Int? = nil, indentColumns: Int = 0, with wrapper: TextWrapper
  ) {
    let text = DisplayText.safe(raw)
    let textIndex = searchable.count
    searchable.append(text)
    var rest = text.utf8[...]
    let laidOut = wrapper.lines(
      [TextRun(text, role)], columns: columns, firstIndent: indentColumns, hangingIndent: indentColumns)
    for line in laidOut {
      // The wrapper drops blanks between lines and nothing else.
      while let byte = rest.first, byte == 0x20, line.text.utf8.first != 0x20 { rest = rest.dropFirst() }
      let offset = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
      lines.append(Line(text: line, blockIndex: blockIndex, textIndex: textIndex, startUTF8Offset: offset))
      rest = rest.dropFirst(line.text.utf8.count)
    }
  }

  private mutating func appendLinks(section: String?, settings: ReaderSettings) {
    var group: StoryLink.Group?
    for (index, link) in links.enumerated() {
      if link.group != group {
        group = link.group
        appendGap()
        let heading = link.group.title(section: section ?? link.section, phrases: settings.phrases)
        lines.append(
          Line(text: TextLine(runs: [TextRun(heading, .subheading)], columns: settings.widthModel.columns(of: heading)))
        )
      }
      lines += LinkRow(link, number: index + 1, columns: columns, settings: settings).lines.map {
        Line(text: $0, linkIndex: index)
      }
    }
  }
}

extension StoryLink.Group {
  func title(section: String?, phrases: Phrases) -> String {
    switch self {
    case .related: phrases(.related)
    case .moreFrom: phrases(.moreFrom, section ?? "")
    case .pointedAtBy: phrases(.pointedAtBy)
    case .sameTags: phrases(.sameTags)
    }
  }
}
