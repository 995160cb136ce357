extension BlockText {
  /// The lines of preformatted text, without those that are blank.
  var lines: [Range<Int>] {
    pieces.filter { range in bytes[range].contains { $0 != 0x20 } }
  }

  /// The stretches between marks.
  private var pieces: [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for mark in marks + [bytes.count] {
      if mark > start { pieces.append(start..<mark) }
      start = mark
    }
    return pieces
  }

  /// What text with `br` in it falls into; nil when the breaks only wrap its lines.
  ///
  /// Writers use `br` in three ways. Two in a row part paragraphs. One parts lines of verse, an address, a list of prices:
  /// those lines are short, and stay lines. Or it parts whole paragraphs: those end like sentences. Lines of about one length
  /// that end anywhere were wrapped by a mail program.
  func brokenLines() -> (lines: [Range<Int>], areVerse: Bool)? {
    let pieces = lines
    guard pieces.count > 1 else { return nil }
    let paragraphStarts = Set(zip(marks, marks.dropFirst()).filter { $0 == $1 }.map(\.0))
    var groups: [[Range<Int>]] = []
    for piece in pieces {
      if groups.isEmpty || paragraphStarts.contains(piece.lowerBound) {
        groups.append([piece])
      } else {
        groups[groups.count - 1].append(piece)
      }
    }
    let areVerse = groups.allSatisfy { $0.count > 1 } && pieces.count > 2 && pieces.allSatisfy { length($0) <= 48 }
    if areVerse { return (pieces, true) }
    let lines = groups.flatMap { group -> [Range<Int>] in
      guard group.count > 1 else { return group }
      // Like sentences: all but the last one end as such, and are long enough to be paragraphs.
      let areParagraphs = group.dropLast().allSatisfy { endsSentence($0) && length($0) > 40 }
      return areParagraphs || group.contains { length($0) > 160 }
        ? group : [group[0].lowerBound..<group[group.count - 1].upperBound]
    }
    return lines.count > 1 ? (lines, false) : nil
  }

  /// In characters as they are counted for a guess: bytes that begin one.
  private func length(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    // A quotation mark or bracket after the stop.
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if byte == 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")") {
        end -= 1
      } else if end - 3 >= range.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        byte == 0x9D || byte == 0x99
      {
        end -= 3
      } else {
        break
      }
    }
    guard end > range.lowerBound else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
    // Danda and double danda; the ideographic full stop; the ellipsis.
    case 0xA4, 0xA5: return end - 3 >= range.lowerBound && bytes[end - 3] == 0xE0 && bytes[end - 2] == 0xA5
    case 0x82: return end - 3 >= range.lowerBound && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80
    case 0xA6: return end - 3 >= range.lowerBound && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
    default: return false
    }
  }
}

/// Small raised digits, so that 10⁶ does not become 106.
enum Superscript {
  /// `text` raised; nil when it is anything but digits and signs.
  static func raised(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard !text.isEmpty, text.count <= 4 else { return nil }
    var raised = ""
    for byte in text {
      guard let character = characters[byte] else { return nil }
      raised.append(character)
    }
    return raised
  }

  private static let characters: [UInt8: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-".utf8, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"))
}
