import CellText

/// A part of a story that is laid out in one go: a paragraph, a piece of a very long one, or all that stands above or below them.
struct BodySection: Hashable, Sendable {
  var blockIndex: Int?
  /// The text that the section shows; nil for one that was made of lines.
  var textIndex: Int?
  var text = ""
  /// Where the section begins in its text, when that is cut into pieces.
  var utf8Offset = 0
  var role = StyleRole.body
  var indentColumns = 0
  /// The empty line above belongs to the block before.
  var gapBlockIndex: Int?
  var hasGap = false
  var hasBullet = false
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
    lineCount = (hasGap ? 1 : 0) + max(1, Int((Double(text.utf8.count) / utf8CountPerLine + 0.5).rounded()))
  }

  mutating func layOut(_ wrapper: TextWrapper, columns: Int) {
    guard !isLaidOut, let textIndex else { return }
    let gap = hasGap ? [BodyLayout.Line(text: .empty, blockIndex: gapBlockIndex)] : []
    var lines = Self.lines(
      DisplayText.safe(text), role, textIndex: textIndex, blockIndex: blockIndex, indentColumns: indentColumns,
      wrapper, columns: columns)
    for index in lines.indices { lines[index].startUTF8Offset += utf8Offset }
    // The bullet stands in the indent, outside of the text that a search sees.
    if hasBullet, !lines.isEmpty { lines[0].hasBullet = true }
    finish(gap + lines)
  }

  private mutating func finish(_ lines: [BodyLayout.Line]) {
    self.lines = lines
    lineCount = lines.count
    isLaidOut = true
  }

  /// Lays out safe text that a search can find.
  static func lines(
    _ text: String, _ role: StyleRole, textIndex: Int, blockIndex: Int? = nil, indentColumns: Int = 0,
    _ wrapper: TextWrapper, columns: Int
  ) -> [BodyLayout.Line] {
    var rest = text.utf8[...]
    let laidOut = wrapper.lines(
      [TextRun(text, role)], columns: columns, firstIndent: indentColumns, hangingIndent: indentColumns)
    return laidOut.map { line in
      // The wrapper drops blanks between lines and nothing else.
      let shown = line.text
      while let byte = rest.first, byte == 0x20, shown.utf8.first != 0x20 { rest = rest.dropFirst() }
      let offset = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
      rest = rest.dropFirst(shown.utf8.count)
      return BodyLayout.Line(text: line, blockIndex: blockIndex, textIndex: textIndex, startUTF8Offset: offset)
    }
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
