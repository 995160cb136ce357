import CellText
import NewsModel
import Screen

extension BodyLayout {
  /// Adds the body's blocks: each a text that a search can find, with what it needs to be laid out later.
  mutating func append(
    _ blocks: [Block], language: String, settings: ReaderSettings, pictures: BodyPictures = BodyPictures()
  ) {
    var listEnd = 0
    var list = ListIndents([], columns: columns, settings: settings)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .tableRow:
        let end = blocks[index...].firstIndex { $0.kind != .tableRow } ?? blocks.count
        appendTable(blocks[index..<end], language: language, settings: settings)
        index = end
        continue
      case .listItem where index >= listEnd:
        listEnd = blocks[index...].firstIndex { $0.kind != .listItem } ?? blocks.count
        list = ListIndents(blocks[index..<listEnd], columns: columns, settings: settings)
      default: break
      }
      var section = section(of: index, in: blocks)
      var text: String
      (text, section.spans) = settings.shown(block, language: language, textIndex: searchable.count)
      switch block.kind {
      case .paragraph, .tableRow: break
      case .subheading: section.role = .subheading
      case .listItem:
        let place = list.place(block, settings: settings)
        section.firstLead = place.lead
        (section.firstIndent, section.hangingIndent) = (place.indent, place.indent)
      case .quotation: quote(block, after: index > 0 ? blocks[index - 1] : nil, &section)
      case .picture:
        if text.isEmpty { text = settings.phrases(.picture) }
        section.role = .picture
        section.firstLead = TextLine(runs: [TextRun("▦", .picture)], columns: wrapper.model.columns(of: "▦"))
        (section.firstIndent, section.hangingIndent) = (2, 2)
        section.pictureAddress = block.address
        if let entry = block.address.flatMap({ pictures.entries[$0] }) {
          (section.picture, section.pictureNote) = (entry.picture, Self.note(entry, settings: settings))
        }
      case .preformatted: text = preformat(text, &section)
      }
      if settings.script == .interlinear { section.glossLanguage = language }
      if settings.showsHyperlinks, section.spans.isEmpty, let address = block.address,
        let target = Hyperlink(address, text: searchable.count)
      {
        text = DisplayText.safe(text)
        section.spans = [
          BodySection.Span(range: 0..<text.utf8.count, role: section.role, address: nil, target: target)
        ]
      }
      if breaksAtPhrases, block.kind != .preformatted, text.utf8.count <= BodySection.longestUTF8Count {
        if section.spans.isEmpty { text = DisplayText.safe(text) }
        section.lineStarts = PhraseBreaks.lineStarts(
          of: text, columns: columns - section.hangingIndent, model: wrapper.model)
      }
      add(text, section)
      index += 1
    }
  }

  /// A section for the block, with the empty line above it where there is one.
  private func section(of index: Int, in blocks: [Block]) -> BodySection {
    var section = BodySection()
    section.blockIndex = index
    section.hasGap = !breaksAtPhrases && (index > 0 || !sections[0].lines.isEmpty)
    section.gapBlockIndex = index > 0 ? index - 1 : nil
    // Items of a list and lines of a verse stand together.
    let joins = blocks[index].kind == .listItem || blocks[index].kind == .preformatted
    if index > 0, joins, blocks[index - 1].kind == blocks[index].kind { section.hasGap = false }
    return section
  }

  /// Adds a text as a section, or a very long one as several.
  private mutating func add(_ text: String, _ section: BodySection) {
    var section = section
    section.textIndex = searchable.count
    sectionOfText.append(sections.count)
    guard text.utf8.count > BodySection.longestUTF8Count, section.lineStarts.isEmpty else {
      searchable.append(text)
      section.text = text
      sections.append(section)
      return
    }
    let text = DisplayText.safe(text)
    searchable.append(text)
    let spans = section.spans
    var firstSpan = 0
    var start = text.startIndex
    for end in BodySection.pieceEnds(of: text) {
      let next = text.utf8.index(start, offsetBy: end - section.utf8Offset)
      section.text = String(text[start..<next])
      section.spans = []
      while firstSpan < spans.count, spans[firstSpan].range.lowerBound < end {
        let range = spans[firstSpan].range.clamped(to: section.utf8Offset..<end)
        let shifted = (range.lowerBound - section.utf8Offset)..<(range.upperBound - section.utf8Offset)
        if !range.isEmpty {
          let span = spans[firstSpan]
          section.spans.append(
            BodySection.Span(range: shifted, role: span.role, address: span.address, target: span.target))
        }
        if spans[firstSpan].range.upperBound > end { break }
        firstSpan += 1
      }
      sections.append(section)
      start = next
      section.utf8Offset = end
      section.hasGap = false
      (section.pictureAddress, section.picture, section.pictureNote) = (nil, nil, nil)
      section.firstLead = section.otherLead
      section.firstIndent = section.hangingIndent
    }
  }

  /// Somebody else's words: a bar at the left for each level, on every line.
  private func quote(_ block: Block, after previous: Block?, _ section: inout BodySection) {
    section.role = .quotation
    let lead = { (block: Block) in
      let count = min(min(max(0, block.level), 4) + 1, max(1, columns / 8))
      let bars = String(repeating: "│ ", count: count).dropLast()
      return TextLine(runs: [TextRun(String(bars), .quotationBar)], columns: wrapper.model.columns(of: bars))
    }
    let bars = lead(block)
    section.firstLead = bars
    section.otherLead = bars
    (section.firstIndent, section.hangingIndent) = (bars.columns + 1, bars.columns + 1)
    guard let previous, previous.kind == .quotation else { return }
    section.gapLead = [lead(previous), bars].min { $0.columns < $1.columns }
  }

  /// A line whose blanks mean something keeps them. One that is too long goes on further in: cut off it could not be read.
  private func preformat(_ text: String, _ section: inout BodySection) -> String {
    section.role = .preformatted
    let blanks = text.prefix { $0 == " " }.count
    section.firstIndent = min(blanks, columns / 2)
    section.hangingIndent = min(section.firstIndent + 4, columns / 2)
    guard section.spans.isEmpty else { return text }
    var line = ""
    var rest = text.dropFirst(blanks)
    while let gap = rest.firstRange(of: "  ") {
      let count = rest[gap.lowerBound...].prefix { $0 == " " }.count
      line += rest[..<gap.lowerBound] + String(repeating: "\u{A0}", count: count)
      rest = rest[rest.index(gap.lowerBound, offsetBy: count)...]
    }
    line += rest
    // An empty line between verses.
    if line.isEmpty { section.hasGap = true }
    return line
  }

  private mutating func appendTable(_ blocks: ArraySlice<Block>, language: String, settings: ReaderSettings) {
    let cells = blocks.map { block in
      (block.cells.isEmpty ? [block.text] : block.cells).map {
        DisplayText.safe(settings.shown($0, language: language))
      }
    }
    let table = TableLayout(cells, columns: columns, model: settings.widthModel)
    for (index, row) in zip(blocks.indices, table.rows) {
      var section = BodySection()
      section.blockIndex = index
      section.gapBlockIndex = index > 0 ? index - 1 : nil
      let isFirst = index == blocks.startIndex
      section.hasGap = (isFirst && (index > 0 || !sections[0].lines.isEmpty)) || (!isFirst && !table.isAligned)
      section.role = .table
      section.spans = row.spans
      section.lineStarts = row.lineStarts
      section.hangingIndent = table.isAligned ? 0 : min(2, columns / 3)
      add(row.text, section)
    }
  }
}
