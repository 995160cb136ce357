/// Finds words in a text whatever their spelling: हिंदी finds हिन्दी.
public enum FoldedSearch {
  /// Where `query` stands in `text`, in order, not overlapping.
  ///
  /// The words of `query` must stand one after another; the first may begin inside a word and the last may end inside one. A hit
  /// covers the whole words, because a folded part of a word has no certain end among its clusters. Empty when `query` has no words.
  /// - Complexity: linear in the text for queries of a few words.
  public static func hits(of query: String, in text: String) -> [Range<String.Index>] {
    let wanted = words(of: query).map(\.key)
    guard let first = wanted.first, let last = wanted.last else { return [] }
    let words = words(of: text)
    var hits: [Range<String.Index>] = []
    var index = 0
    while index + wanted.count <= words.count {
      if matches(words, from: index, wanted, first, last) {
        hits.append(words[index].range.lowerBound..<words[index + wanted.count - 1].range.upperBound)
        index += wanted.count
      } else {
        index += 1
      }
    }
    return hits
  }

  private static func matches(
    _ words: [(range: Range<String.Index>, key: String)], from index: Int, _ wanted: [String], _ first: String,
    _ last: String
  ) -> Bool {
    if wanted.count == 1 { return words[index].key.contains(first) }
    guard words[index].key.hasSuffix(first), words[index + wanted.count - 1].key.hasPrefix(last) else { return false }
    for offset in 1..<(wanted.count - 1) where words[index + offset].key != wanted[offset] { return false }
    return true
  }

  /// Stretches without blanks, each with its key; a stretch whose key is empty (a lone dash) is left out.
  private static func words(of text: String) -> [(range: Range<String.Index>, key: String)] {
    var words: [(range: Range<String.Index>, key: String)] = []
    var start: String.Index?
    func close(at end: String.Index) {
      guard let from = start else { return }
      start = nil
      let key = SearchKey.fold(String(text[from..<end]))
      if !key.isEmpty { words.append((from..<end, key)) }
    }
    for index in text.indices {
      if text[index].isWhitespace { close(at: index) } else if start == nil { start = index }
    }
    close(at: text.endIndex)
    return words
  }
}
