/// A text made ready to be searched many times, under any spelling that folds to the same key (``SearchKey``).
///
/// What counts as a hit is said at ``FoldedSearch``.
public struct FoldedText: Hashable, Sendable {
  /// The keys of the text's words, each followed by ``FoldedQuery/wordEnd``.
  private var keys: ContiguousArray<UInt32> = []
  private var words: ContiguousArray<Word> = []

  /// A stretch of the text without blanks that has a key.
  private struct Word: Hashable, Sendable {
    var keyStart: Int32
    var utf8Start: Int32
    var utf8End: Int32
  }

  /// - Complexity: linear in the bytes of `text`. Texts of 2 GiB and more are not searched.
  public init(_ text: String) {
    guard text.utf8.count < Int(Int32.max) else { return }
    var text = text
    text.withUTF8 { fold($0) }
  }

  /// Where `query` stands, in UTF-8 bytes of the text, in order, not overlapping, each whole words.
  ///
  /// - Complexity: linear in the scalars of the text.
  public func hits(of query: FoldedQuery) -> [Range<Int>] {
    guard let first = query.key.first else { return [] }
    var hits: [Range<Int>] = []
    keys.withUnsafeBufferPointer { keys in
      query.key.withUnsafeBufferPointer { wanted in
        var word = 0
        var position = 0
        while position + wanted.count <= keys.count {
          guard keys[position] == first, matches(keys, at: position, wanted) else {
            position += 1
            continue
          }
          while word + 1 < words.count, Int(words[word + 1].keyStart) <= position { word += 1 }
          let last = word + query.wordCount - 1
          guard isClusterBoundary(position, ofWord: word, keys),
            isClusterBoundary(position + wanted.count, ofWord: last, keys)
          else {
            position += 1
            continue
          }
          hits.append(Int(words[word].utf8Start)..<Int(words[last].utf8End))
          guard last + 1 < words.count else { return }
          word = last + 1
          position = Int(words[word].keyStart)
        }
      }
    }
    return hits
  }
}

/// What is looked for in a ``FoldedText``.
public struct FoldedQuery: Hashable, Sendable {
  /// The words' keys with ``wordEnd`` between them; empty when there are no words.
  let key: ContiguousArray<UInt32>
  let wordCount: Int

  /// No key holds a line feed.
  static let wordEnd: UInt32 = 0x0A

  public init(_ text: String) {
    // A text's own folding, so that query and text cannot part ways.
    let folded = FoldedText(text)
    key = folded.queryKey
    wordCount = folded.wordCount
  }
}

extension FoldedText {
  fileprivate var queryKey: ContiguousArray<UInt32> { ContiguousArray(keys.dropLast()) }
  fileprivate var wordCount: Int { words.count }

  private func matches(
    _ keys: UnsafeBufferPointer<UInt32>, at position: Int, _ wanted: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    for offset in wanted.indices where keys[position + offset] != wanted[offset] { return false }
    return true
  }

  /// Whether a cluster of the word's key begins or ends at `position`: क is no part of का, nor ष of क्ष.
  private func isClusterBoundary(_ position: Int, ofWord word: Int, _ keys: UnsafeBufferPointer<UInt32>) -> Bool {
    let start = Int(words[word].keyStart)
    let end = (word + 1 < words.count ? Int(words[word + 1].keyStart) : keys.count) - 1
    if position == start || position == end { return true }
    let next = keys[position]
    var previous = position - 1
    if next < 0x80, keys[previous] < 0x80 { return true }
    if DevanagariFolding.contains(next), DevanagariFolding.contains(keys[previous]) {
      if DevanagariFolding.isMark(next) { return false }
      // Marks with a virama among them may join what follows to what is before.
      while previous > start, DevanagariFolding.isMark(keys[previous]) {
        if keys[previous] == DevanagariFolding.virama { break }
        previous -= 1
      }
      if DevanagariFolding.contains(keys[previous]), !DevanagariFolding.isMark(keys[previous]) { return true }
    }
    let head = Self.string(keys[start..<position])
    let text = head + Self.string(keys[position..<end])
    return text.utf8.index(text.startIndex, offsetBy: head.utf8.count).samePosition(in: text) != nil
  }

  private static func string(_ scalars: Slice<UnsafeBufferPointer<UInt32>>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(view)
  }

  private mutating func fold(_ utf8: UnsafeBufferPointer<UInt8>) {
    var folding = KeyFolding(tracksOrigins: false)
    keys.reserveCapacity(utf8.count / 3 + 8)
    var start = 0
    var position = 0
    while position <= utf8.count {
      let blankCount = position == utf8.count ? 1 : Self.blankUTF8Count(utf8, at: position)
      if blankCount == 0 {
        position += 1
        continue
      }
      while start < position, start > 0 {
        let hangingCount = Self.hangingUTF8Count(utf8, at: start)
        if hangingCount == 0 { break }
        start += hangingCount
      }
      if position > start { append(utf8, start..<position, &folding) }
      position += blankCount
      start = position
    }
  }

  private mutating func append(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ folding: inout KeyFolding
  ) {
    folding.removeAll()
    folding.feed(UnsafeBufferPointer(rebasing: utf8[range]))
    // A lone dash has no key.
    if folding.scalars.isEmpty { return }
    words.append(
      Word(keyStart: Int32(keys.count), utf8Start: Int32(range.lowerBound), utf8End: Int32(range.upperBound)))
    keys.append(contentsOf: folding.scalars)
    keys.append(FoldedQuery.wordEnd)
  }

  /// Bytes of the mark or joiner that begins at `offset` and stands on the blank before it; 0 for anything else.
  private static func hangingUTF8Count(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let (value, utf8Count) = KeyFolding.decode(utf8, at: offset)
    if value < 0x300 { return 0 }
    if DevanagariFolding.contains(value) { return DevanagariFolding.isMark(value) ? utf8Count : 0 }
    guard let properties = Unicode.Scalar(value)?.properties else { return 0 }
    return properties.isGraphemeExtend || value == 0x200D || properties.generalCategory == .spacingMark ? utf8Count : 0
  }

  /// Bytes of the white space (property White_Space) that begins at `offset`; 0 where none does.
  private static func blankUTF8Count(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let byte = utf8[offset]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    switch byte {
    case 0xC2: return utf8[offset + 1] == 0x85 || utf8[offset + 1] == 0xA0 ? 2 : 0
    case 0xE1: return utf8[offset + 1] == 0x9A && utf8[offset + 2] == 0x80 ? 3 : 0
    case 0xE2:
      let third = utf8[offset + 2]
      let isBlank =
        utf8[offset + 1] == 0x80
        ? (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
        : utf8[offset + 1] == 0x81 && third == 0x9F
      return isBlank ? 3 : 0
    case 0xE3: return utf8[offset + 1] == 0x80 && utf8[offset + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
