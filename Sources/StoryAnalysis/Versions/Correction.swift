internal import IndicText
public import NewsModel

/// Decides whether a text that takes the place of another corrects it. The article <doc:Versions> tells why so.
public enum Correction {
  /// Whether `new` says something else than `old`, and is not only more of the same text.
  ///
  /// Compared are folded words: markup, blanks, paragraphs, signs and spellings are no correction, nor are pictures.
  public static func isCorrection(
    of old: StoryVersion, _ oldCompleteness: Completeness, by new: StoryVersion, _ newCompleteness: Completeness
  ) -> Bool {
    if oldCompleteness.isPartial {
      // A summary that the page completed.
      guard newCompleteness.isPartial else { return false }
      return SearchKey.fold(old.title) != SearchKey.fold(new.title)
        || !isStretch(words(of: old.body), words(of: new.body))
    }
    // A feed and a page of one story differ in what stands around the text.
    if (oldCompleteness == .page) != (newCompleteness == .page) { return false }
    return SearchKey.fold(old.title) != SearchKey.fold(new.title)
      || SearchKey.fold(old.dek ?? "") != SearchKey.fold(new.dek ?? "") || words(of: old.body) != words(of: new.body)
  }

  private static func words(of body: ArticleBody) -> [String] {
    body.blocks.filter { $0.kind != .picture }.flatMap { SearchKey.words($0.text) }
  }

  /// Whether they are the same, or one is the beginning of the other, perhaps cut off in a word.
  private static func isStretch(_ first: [String], _ second: [String]) -> Bool {
    if first.count == second.count { return first == second }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return long.starts(with: short.dropLast()) && (short.last.map { long[short.count - 1].hasPrefix($0) } ?? true)
  }
}
