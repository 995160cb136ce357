import CellText

extension BodyLayout {
  /// The words at a line, to be found again when the story has another text.
  struct Anchor {
    fileprivate var textIndex: Int
    fileprivate var utf8Offset: Int
    /// The text from that line on.
    fileprivate var words: [UInt8]
    /// Lines between the line that was asked for and the words.
    var linesAbove: Int
  }

  private static let wordsUTF8Count = 240
  /// Of a story that is longer, only the beginning is looked through.
  private static let searchedUTF8Count = 262_144

  /// The first words at or below `line`, which must be laid out; nil where there are none.
  func anchor(atLine line: Int) -> Anchor? {
    for offset in 0..<4 {
      guard let found = self.line(at: line + offset) else { return nil }
      guard let textIndex = found.textIndex else { continue }
      let text = DisplayText.safe(searchable[textIndex])
      let words = text.utf8.dropFirst(found.startUTF8Offset).prefix(Self.wordsUTF8Count)
      return Anchor(
        textIndex: textIndex, utf8Offset: found.startUTF8Offset, words: Self.trimmed(Array(words)), linesAbove: offset)
    }
    return nil
  }

  /// Where the words of `anchor` stand now: at their old place, else where they come first; nil when they are gone.
  func place(of anchor: Anchor) -> Place? {
    if searchable.indices.contains(anchor.textIndex) {
      let text = DisplayText.safe(searchable[anchor.textIndex])
      if text.utf8.dropFirst(anchor.utf8Offset).starts(with: anchor.words) {
        return .text(index: anchor.textIndex, utf8Offset: anchor.utf8Offset)
      }
    }
    // A summary breaks off where the whole text goes on: its last words may not be there, the first ones are.
    var count = anchor.words.count
    while count >= 24 {
      if let place = place(of: Self.trimmed(Array(anchor.words.prefix(count)))) { return place }
      count /= 2
    }
    return nil
  }

  private func place(of words: [UInt8]) -> Place? {
    var left = Self.searchedUTF8Count
    for index in searchable.indices where left > 0 {
      let text = Array(DisplayText.safe(searchable[index]).utf8.prefix(left))
      left -= text.count
      if let offset = Self.firstIndex(of: words, in: text) { return .text(index: index, utf8Offset: offset) }
    }
    return nil
  }

  private static func firstIndex(of words: [UInt8], in text: [UInt8]) -> Int? {
    guard !words.isEmpty, text.count >= words.count else { return nil }
    // The last bytes differ more often than the first ones, which the script decides.
    return (0...(text.count - words.count)).first { start in
      text[start + words.count - 1] == words[words.count - 1]
        && (0..<words.count).allSatisfy { text[start + $0] == words[$0] }
    }
  }

  /// Without a broken scalar or blanks and an ellipsis at the end.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes[...]
    if let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes.distance(from: start, to: bytes.endIndex) < 4 {
      let length = bytes[start] < 0x80 ? 1 : bytes[start] < 0xE0 ? 2 : bytes[start] < 0xF0 ? 3 : 4
      if bytes.endIndex - start < length { bytes = bytes[..<start] }
    }
    while let last = bytes.last, last == 0x20 || last == 0x2E { bytes.removeLast() }
    if bytes.suffix(3) == [0xE2, 0x80, 0xA6] { bytes.removeLast(3) }
    while bytes.last == 0x20 { bytes.removeLast() }
    return Array(bytes)
  }
}
