import CellText
import Screen

/// A part of a story that is laid out in one go: a paragraph, a piece of a very long one, or all that stands above or below them.
struct BodySection: Hashable, Sendable {
  /// A stretch of the text that looks different from the rest, in UTF-8 bytes of it.
  struct Span: Hashable, Sendable {
    var range: Range<Int>
    var role: StyleRole
    /// Where it leads; nil for what leads nowhere.
    var address: String?
    /// Where it leads in a terminal that understands that; nil is nowhere.
    var target: Hyperlink?
  }

  var blockIndex: Int?
  /// The text that the section shows; nil for one that was made of lines.
  var textIndex: Int?
  var text = ""
  /// Where the section begins in its text, when that is cut into pieces.
  var utf8Offset = 0
  var role = StyleRole.body
  /// In reading order, apart from each other. A text that has any must be safe.
  var spans: [Span] = []
  /// Where a new line must begin, in UTF-8 bytes of the text, which must be safe then.
  var lineStarts: [Int] = []
  var firstIndent = 0
  var hangingIndent = 0
  /// The language whose words have Latin letters under them; nil for none.
  var glossLanguage: String?
  /// What stands in the indent of the first line, and of the others; a search does not see it.
  var firstLead: TextLine?
  var otherLead: TextLine?
  var gapLead: TextLine?
  /// The empty line above belongs to the block before.
  var gapBlockIndex: Int?
  var hasGap = false
  /// Of the section's picture, when it has one that can be fetched.
  var pictureAddress: String?
  /// Stands over the text.
  var picture: CellPicture?
  /// A sentence below the text.
  var pictureNote: String?
  private(set) var lines: [BodyLayout.Line] = []
  private(set) var isLaidOut = false
  /// Lines; an estimate until they are laid out.
  private(set) var lineCount = 0

  /// Without the gap.
  var textLineCount: Int { lineCount - (hasGap ? 1 : 0) }

  init() {}

  /// What needs no laying out any more.
  init(lines: [BodyLayout.Line], blockIndex: Int?) {
    self.blockIndex = blockIndex
    finish(lines)
  }

  mutating func estimate(utf8CountPerLine: Double) {
    guard !isLaidOut else { return }
    lineCount =
      (hasGap ? 1 : 0) + (picture?.rowCount ?? 0)
      + max(1, lineStarts.count + 1, Int((Double(text.utf8.count) / utf8CountPerLine + 0.5).rounded()))
  }

  mutating func layOut(_ wrapper: TextWrapper, columns: Int) {
    guard !isLaidOut, let textIndex else { return }
    var gap = hasGap ? [BodyLayout.Line(text: .empty, blockIndex: gapBlockIndex)] : []
    if hasGap { gap[0].lead = gapLead }
    let safe = DisplayText.safe(text)
    var lines: [BodyLayout.Line] = []
    var start = 0
    var rest = spans[...]
    for end in lineStarts + [safe.utf8.count] where end > start {
      let runs = Self.runs(of: safe, start..<end, role, &rest)
      if let glossLanguage {
        let glossed = Self.glossed(
          runs, wrapper, columns: columns, firstIndent: firstIndent, hangingIndent: hangingIndent, glossLanguage)
        lines += Self.lines(glossed, in: safe, from: start, textIndex: textIndex, blockIndex: blockIndex)
        start = end
        continue
      }
      var part = wrapper.lines(runs, columns: columns, firstIndent: firstIndent, hangingIndent: hangingIndent)
        .map { BodyLayout.Line(text: $0, blockIndex: blockIndex, textIndex: textIndex) }
      Self.locate(&part, in: safe, from: start)
      lines += part
      start = end
    }
    for index in lines.indices {
      lines[index].startUTF8Offset += utf8Offset
      lines[index].lead = index == 0 ? firstLead : otherLead
    }
    finish(gap + pictureLines(columns: columns) + lines + noteLines(wrapper, columns: columns))
  }

  /// After the picture has changed.
  mutating func layOutPictureAgain(_ wrapper: TextWrapper, columns: Int) {
    guard isLaidOut, textIndex != nil else { return }
    isLaidOut = false
    layOut(wrapper, columns: columns)
  }

  /// The picture's rows, in the middle of the measure.
  private func pictureLines(columns: Int) -> [BodyLayout.Line] {
    guard let picture else { return [] }
    let indent = max(0, (columns - picture.columnCount) / 2)
    return (0..<picture.rowCount).map { row in
      var line = BodyLayout.Line(text: TextLine(runs: [], columns: 0, indentColumns: indent), blockIndex: blockIndex)
      line.pictureRow = picture.row(row)
      if row == 0 { line.picture = picture }
      return line
    }
  }

  private func noteLines(_ wrapper: TextWrapper, columns: Int) -> [BodyLayout.Line] {
    guard let pictureNote else { return [] }
    let runs = [TextRun(DisplayText.safe(pictureNote), .notice)]
    return wrapper.lines(runs, columns: columns, firstIndent: firstIndent, hangingIndent: hangingIndent)
      .map { BodyLayout.Line(text: $0, blockIndex: blockIndex) }
  }

  private mutating func finish(_ lines: [BodyLayout.Line]) {
    self.lines = lines
    lineCount = lines.count
    isLaidOut = true
  }

  /// Lays out safe text that a search can find.
  static func lines(
    _ text: String, _ role: StyleRole, textIndex: Int, _ wrapper: TextWrapper, columns: Int
  ) -> [BodyLayout.Line] {
    var lines = wrapper.lines([TextRun(text, role)], columns: columns).map {
      BodyLayout.Line(text: $0, textIndex: textIndex)
    }
    locate(&lines, in: text, from: 0)
    return lines
  }

  /// Says of each of `lines` where it begins in the text that they show.
  static func locate(_ lines: inout [BodyLayout.Line], in text: String, from start: Int) {
    let utf8 = text.utf8
    var rest = utf8[utf8.index(utf8.startIndex, offsetBy: start)...]
    for index in lines.indices {
      // The wrapper drops blanks between lines and nothing else.
      let shown = lines[index].text.text
      while let byte = rest.first, byte == 0x20, shown.utf8.first != 0x20 { rest = rest.dropFirst() }
      lines[index].startUTF8Offset = utf8.distance(from: utf8.startIndex, to: rest.startIndex)
      rest = rest.dropFirst(shown.utf8.count)
    }
  }

  /// A stretch of `text` in runs of one look each. Spans that end in it are taken from `spans`.
  private static func runs(
    of text: String, _ range: Range<Int>, _ role: StyleRole, _ spans: inout ArraySlice<Span>
  ) -> [TextRun] {
    guard !spans.isEmpty || range != 0..<text.utf8.count else { return [TextRun(text, role)] }
    let utf8 = text.utf8
    var runs: [TextRun] = []
    var start = range.lowerBound
    func add(to end: Int, _ role: StyleRole) {
      guard end > start else { return }
      let from = utf8.index(utf8.startIndex, offsetBy: start)
      runs.append(TextRun(String(text[from..<utf8.index(from, offsetBy: end - start)]), role))
      start = end
    }
    while let span = spans.first, span.range.lowerBound < range.upperBound {
      add(to: span.range.lowerBound, role)
      add(to: min(span.range.upperBound, range.upperBound), span.role)
      if span.range.upperBound > range.upperBound { break }
      spans.removeFirst()
    }
    add(to: range.upperBound, role)
    return runs
  }
}

extension BodySection {
  /// Longer texts are laid out in pieces, so that no key waits for a whole book without paragraphs.
  static let longestUTF8Count = 24_576
  private static let pieceUTF8Count = 16_384

  /// Cuts a long text into pieces that end after a sentence, else after a word; offsets of their ends in UTF-8 bytes.
  ///
  /// Each piece begins a line of its own. A text without blanks stays whole.
  static func pieceEnds(of text: String) -> [Int] {
    var text = text
    return text.withUTF8 { utf8 in
      var ends: [Int] = []
      var start = 0
      while utf8.count - start > longestUTF8Count, let end = pieceEnd(utf8, from: start) {
        ends.append(end)
        start = end
      }
      return ends + [utf8.count]
    }
  }

  private static func pieceEnd(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let wanted = start + pieceUTF8Count
    var afterWord: Int?
    for end in stride(from: wanted, to: start + pieceUTF8Count / 2, by: -1) where utf8[end - 1] == 0x20 {
      if utf8[end] == 0x20 { continue }
      if endsSentence(utf8, at: end - 1) { return end }
      afterWord = afterWord ?? end
    }
    if let afterWord { return afterWord }
    return (wanted..<utf8.count).first { utf8[$0 - 1] == 0x20 && utf8[$0] != 0x20 }
  }

  /// Danda, double danda, full stop, question or exclamation mark.
  private static func endsSentence(_ utf8: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    switch utf8[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): true
    case 0xA4, 0xA5: end >= 3 && utf8[end - 2] == 0xA5 && utf8[end - 3] == 0xE0
    default: false
    }
  }
}
