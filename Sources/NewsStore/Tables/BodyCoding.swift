internal import NewsModel

/// The blocks of a body as one text: a story's text is read and written in one piece.
///
/// Blocks are parted by U+001E, their fields by U+001F, the parts of a field by U+001D: characters that texts of stories do not have.
/// A text that has them all the same has each behind U+001C and as a letter ("^" for U+001E), so that it stays what it was.
/// Fields at the end that say nothing are left out, so a plain paragraph is "p", the separator and its text.
enum BodyCoding {
  private static let block: UInt8 = 0x1E
  private static let field: UInt8 = 0x1F
  private static let part: UInt8 = 0x1D
  private static let escape: UInt8 = 0x1C
  /// From an own character to the letter that stands for it.
  private static let escapeShift: UInt8 = 0x40

  private static let letters: [(Block.Kind, String)] = [
    (.paragraph, "p"), (.subheading, "h"), (.listItem, "i"), (.quotation, "q"), (.picture, "g"), (.tableRow, "r"),
    (.preformatted, "v"),
  ]

  static func utf8(of blocks: [Block]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(blocks.reduce(0) { $0 + $1.text.utf8.count + 3 })
    for (index, block) in blocks.enumerated() {
      if index > 0 { bytes.append(Self.block) }
      append(block, to: &bytes)
    }
    return bytes
  }

  static func blocks(of text: String) -> [Block] {
    if text.isEmpty { return [] }
    var text = text
    return text.withUTF8 { utf8 in utf8.split(separator: block, omittingEmptySubsequences: false).map(Self.block) }
  }
}

extension BodyCoding {
  private static func append(_ block: Block, to bytes: inout [UInt8]) {
    bytes += (letters.first { $0.0 == block.kind }?.1 ?? "p").utf8
    bytes.append(field)
    add(block.text, to: &bytes)
    let links = block.links.map { "\($0.startUTF8Offset) \($0.utf8Count) \($0.address)" }
    let rest = [
      [block.marker ?? ""], [block.level == 0 ? "" : String(block.level)], block.cells, [block.address ?? ""], links,
    ]
    let count = rest.lastIndex { $0.count > 1 || $0.contains { !$0.isEmpty } }.map { $0 + 1 } ?? 0
    for parts in rest.prefix(count) {
      bytes.append(field)
      for (index, text) in parts.enumerated() {
        if index > 0 { bytes.append(part) }
        add(text, to: &bytes)
      }
    }
  }

  private static func add(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard holdsOwn(utf8) else { return bytes.append(contentsOf: utf8) }
      for byte in utf8 {
        if isOwn(byte) { bytes.append(escape) }
        bytes.append(isOwn(byte) ? byte + escapeShift : byte)
      }
    }
  }

  /// Eight bytes at a time: hardly any text holds one of ours, and all of every text is looked at.
  private static func holdsOwn(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(utf8)
    var index = 0
    while index + 8 <= raw.count {
      // Ours differ from U+001C in the two lowest bits only, so they become zero; and below a zero byte the subtraction borrows.
      let word =
        (raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x1C1C_1C1C_1C1C_1C1C) & ~0x0303_0303_0303_0303
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
      index += 8
    }
    return raw[index...].contains(where: isOwn)
  }

  private static func isOwn(_ byte: UInt8) -> Bool { (escape...field).contains(byte) }

  private static func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard bytes.contains(escape) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == escape {
        isEscaped = true
      } else {
        plain.append(isEscaped ? byte &- escapeShift : byte)
        isEscaped = false
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func block(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Block {
    let fields = bytes.split(separator: field, omittingEmptySubsequences: false)
    func text(_ index: Int) -> String {
      index < fields.count ? string(fields[index]) : ""
    }
    func parts(_ index: Int) -> [String] {
      guard index < fields.count, !fields[index].isEmpty else { return [] }
      return fields[index].split(separator: part, omittingEmptySubsequences: false).map(string)
    }
    let letter = text(0)
    return Block(
      kind: letters.first { $0.1 == letter }?.0 ?? .paragraph, text: text(1), marker: text(2).isEmpty ? nil : text(2),
      level: Int(text(3)) ?? 0, cells: parts(4), address: text(5).isEmpty ? nil : text(5),
      links: parts(6).compactMap(link))
  }

  private static func link(_ text: String) -> BlockLink? {
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let start = Int(words[0]), let utf8Count = Int(words[1]) else { return nil }
    return BlockLink(startUTF8Offset: start, utf8Count: utf8Count, address: String(words[2]))
  }
}
