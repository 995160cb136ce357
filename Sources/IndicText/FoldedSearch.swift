/// Finds words in a text whatever their spelling: हिंदी finds हिन्दी. For many searches of one text: ``FoldedText``.
public enum FoldedSearch {
  /// Where `query` stands in `text`, in order, not overlapping.
  ///
  /// The words of `query` must stand one after another; the first may begin inside a word and the last may end inside one. A hit
  /// covers the whole words, because a folded part of a word has no certain end among its clusters. Empty when `query` has no words.
  /// - Complexity: linear in the text for queries of a few words.
  public static func hits(of query: String, in text: String) -> [Range<String.Index>] {
    FoldedText(text).hits(of: FoldedQuery(query)).map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return start..<text.utf8.index(start, offsetBy: range.count)
    }
  }
}
