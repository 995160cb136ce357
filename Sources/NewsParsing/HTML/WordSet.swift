/// ASCII words looked for anywhere in names and addresses, letter case aside, all in one pass.
struct WordSet: Sendable {
  /// The words by their first letter.
  private let byFirst: [[[UInt8]]]

  /// - Parameter words: in lower case, parted by blanks.
  init(_ words: String) {
    var table = [[[UInt8]]](repeating: [], count: 128)
    for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      if let first = word.first, first < 128 { table[Int(first)].append(Array(word)) }
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
      let first = Self.lower(text[start])
      guard first < 128 else { continue }
      for word in byFirst[Int(first)] where start + word.count <= text.count {
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
