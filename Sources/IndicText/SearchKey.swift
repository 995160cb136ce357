/// Folds text for matching only: two spellings of one word get one key. Never shown, never stored as the text itself.
///
/// What is folded and why: see the article <doc:SearchKeys>.
public enum SearchKey {
  /// The key of `text`: words parted by single spaces, no space at either end; empty when `text` has no letter, digit or pictograph.
  ///
  /// Folding a key gives the same key. Whether `text` is composed (NFC) or decomposed (NFD) makes no difference.
  ///
  /// - Complexity: linear in the number of scalars; a few microseconds for a headline.
  public static func fold(_ text: String) -> String {
    var folding = KeyFolding(tracksOrigins: false)
    folding.reserve(text.utf8.count)
    folding.feed(text, origin: 0)
    return folding.key
  }

  /// The words of the key of `text`, in order.
  public static func words(_ text: String) -> [String] {
    // By bytes: a space before a lone vowel sign is no Character of its own.
    fold(text).utf8.split(separator: 0x20).map { String(Substring($0)) }
  }

  /// The keys of the beginnings of `text`, cluster by cluster, each with the place in `text` where it ends.
  ///
  /// Tells where a known word ends that is glued to the text after it. Beginnings that add nothing to the key (a space, a colon) are
  /// left out, so each key comes once, with its shortest beginning.
  ///
  /// - Parameter clusterCount: how many grapheme clusters to look at, at most.
  public static func beginnings(of text: String, upTo clusterCount: Int) -> [(key: String, end: String.Index)] {
    var folding = KeyFolding(tracksOrigins: false)
    var found: [(key: String, end: String.Index)] = []
    var scalarCount = 0
    for index in text.indices.prefix(clusterCount) {
      folding.feed(String(text[index]), origin: 0)
      if folding.scalars.count == scalarCount { continue }
      scalarCount = folding.scalars.count
      found.append((folding.key, text.index(after: index)))
    }
    return found
  }
}
