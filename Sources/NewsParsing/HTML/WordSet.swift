/// Words looked for anywhere in a text, the case of ASCII letters aside, all in one pass.
struct WordSet: Sendable {
  /// The words' UTF-8 by their first byte.
  private let byFirst: [[[UInt8]]]

  /// - Parameter words: in lower case, parted by blanks; a no-break space stands for a blank inside one.
  init(_ words: String) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = Array(word.unicodeScalars.map { $0 == "\u{A0}" ? " " : String($0) }.joined().utf8)
      if let first = bytes.first { table[Int(first)].append(bytes) }
    }
    byFirst = table
  }

  /// Whether one of the words occurs in `text`.
  func occur(in text: some Collection<UInt8>) -> Bool {
    if let found = text.withContiguousStorageIfAvailable({ firstWord(in: $0) != nil }) { return found }
    return Array(text).withUnsafeBufferPointer { firstWord(in: $0) != nil }
  }

  func occur(in text: String) -> Bool { occur(in: text.utf8) }

  private func firstWord(in text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    for start in text.indices {
      for word in byFirst[Int(Self.lower(text[start]))] where start + word.count <= text.count {
        var offset = 1
        while offset < word.count, Self.lower(text[start + offset]) == word[offset] { offset += 1 }
        if offset == word.count { return word }
      }
    }
    return nil
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
