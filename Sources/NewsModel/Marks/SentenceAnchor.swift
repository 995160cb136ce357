internal import IndicText

/// What a sentence of a story is found again by: its words, and the words around it.
///
/// A place in bytes would be lost with the first correction above it. This is the TextQuoteSelector of the W3C's Web Annotation Data
/// Model (section 4.2.4): the text itself, with what stands before and after it to tell it from others that say the same.
public struct SentenceAnchor: Hashable, Sendable {
  /// As it was published when it was marked.
  public var sentence: String
  /// The clusters before it, at most ``contextClusterCount``, from the block before where it begins one; empty at the story's beginning.
  public var before: String
  public var after: String
  /// The body's block that it stood in.
  public var blockIndex: Int

  public init(sentence: String, before: String, after: String, blockIndex: Int) {
    self.sentence = sentence
    self.before = before
    self.after = after
    self.blockIndex = blockIndex
  }

  static let contextClusterCount = 48

  /// A stretch of a body's block.
  public struct Place: Hashable, Sendable, Comparable {
    public var blockIndex: Int
    /// UTF-8 bytes of the block's text.
    public var utf8Range: Range<Int>

    public init(blockIndex: Int, utf8Range: Range<Int>) {
      self.blockIndex = blockIndex
      self.utf8Range = utf8Range
    }

    public static func < (first: Place, second: Place) -> Bool {
      (first.blockIndex, first.utf8Range.lowerBound) < (second.blockIndex, second.utf8Range.lowerBound)
    }
  }

  /// The anchor of the sentence at `place` of `body`, which must be a stretch of whole characters.
  public init(_ place: Place, in body: ArticleBody) {
    let text = body.blocks[place.blockIndex].text
    let start = text.utf8.index(text.startIndex, offsetBy: place.utf8Range.lowerBound)
    let end = text.utf8.index(start, offsetBy: place.utf8Range.count)
    sentence = String(text[start..<end])
    before = String(text[..<start].suffix(Self.contextClusterCount))
    after = String(text[end...].prefix(Self.contextClusterCount))
    blockIndex = place.blockIndex
    // A paragraph of one sentence is told by its neighbours.
    if before.isEmpty, let other = body.blocks[..<blockIndex].last(where: \.holdsSentences) {
      before = String(other.text.suffix(Self.contextClusterCount))
    }
    if after.isEmpty, let other = body.blocks[(blockIndex + 1)...].first(where: \.holdsSentences) {
      after = String(other.text.prefix(Self.contextClusterCount))
    }
  }
}

extension SentenceAnchor {
  /// Where the sentence stands in `body` now: the one with the same words under any spelling, of several the one with the most of the
  /// same words around it; else, as not exact, the one that shares three words of five with it.
  ///
  /// - Returns: nil when the body does not say it any more.
  /// - Complexity: linear in the body.
  public func place(in body: ArticleBody, language: String) -> (place: Place, isExact: Bool)? {
    let key = SearchKey.fold(sentence)
    let words = Set(key.split(separator: " "))
    let (keyBefore, keyAfter) = (SearchKey.fold(before), SearchKey.fold(after))
    var best: (score: Int, place: Place)?
    var near: (score: Int, place: Place)?
    for place in body.sentences(language: language) {
      let other = SentenceAnchor(place, in: body)
      let otherKey = SearchKey.fold(other.sentence)
      if otherKey == key {
        let score =
          4 * Self.sharedEnd(keyBefore, SearchKey.fold(other.before))
          + 4 * Self.sharedStart(keyAfter, SearchKey.fold(other.after)) + (other.blockIndex == blockIndex ? 1 : 0)
        if score > best?.score ?? -1 { best = (score, place) }
      } else if best == nil, words.count >= 3 {
        let others = Set(otherKey.split(separator: " "))
        let shared = words.intersection(others).count
        guard shared * 5 >= max(words.count, others.count) * 3 else { continue }
        if shared > near?.score ?? 0 { near = (shared, place) }
      }
    }
    return best.map { ($0.place, true) } ?? near.map { ($0.place, false) }
  }

  /// Scalars that both begin with.
  private static func sharedStart(_ first: String, _ second: String) -> Int {
    zip(first.unicodeScalars, second.unicodeScalars).prefix { $0 == $1 }.count
  }

  private static func sharedEnd(_ first: String, _ second: String) -> Int {
    zip(first.unicodeScalars.reversed(), second.unicodeScalars.reversed()).prefix { $0 == $1 }.count
  }
}

extension Block {
  /// Whether its text is sentences that can be marked: not captions, tables and verse, which have none.
  public var holdsSentences: Bool {
    switch kind {
    case .paragraph, .subheading, .listItem, .quotation: !text.isEmpty
    case .picture, .tableRow, .preformatted: false
    }
  }

  /// Longer blocks are not parted into sentences: nobody waits for a whole book without paragraphs.
  private static let longestUTF8Count = 65_536

  /// The places of its sentences in UTF-8 bytes of its text, in order; none in a block that holds none, or is longer than 64 kB.
  public func sentenceRanges(language: String) -> [Range<Int>] {
    guard holdsSentences, text.utf8.count <= Self.longestUTF8Count else { return [] }
    var ranges: [Range<Int>] = []
    var position = text.startIndex
    var offset = 0
    for range in SentenceIterator(text, locale: language) {
      offset += text.utf8.distance(from: position, to: range.lowerBound)
      position = range.lowerBound
      ranges.append(offset..<(offset + text[range].utf8.count))
    }
    return ranges
  }
}

extension ArticleBody {
  /// All sentences that can be marked, top to bottom.
  public func sentences(language: String) -> [SentenceAnchor.Place] {
    blocks.indices.flatMap { index in
      blocks[index].sentenceRanges(language: language).map { .init(blockIndex: index, utf8Range: $0) }
    }
  }
}
