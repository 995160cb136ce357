internal import IndicText
internal import NewsModel

/// What can be told of a feed item's text.
enum ItemText {
  /// A text of fewer clusters may be a whole one, but then it is short enough that looking at the page does no harm.
  private static let wholeClusterCount = 900
  private static let wholeParagraphCount = 4

  /// Whether the text is likely only the beginning of the story, or what stands for it.
  static func isSummary(_ body: ArticleBody) -> Bool {
    let texts = body.blocks.filter { $0.kind != .picture && !$0.text.isEmpty }
    guard let last = texts.last?.text else { return true }
    if isCutOff(last) { return true }
    // Bytes first: counting clusters of a whole story only to see that it is long would be waste.
    let utf8Count = texts.reduce(0) { $0 + $1.text.utf8.count }
    if utf8Count > wholeClusterCount * 8 { return false }
    if texts.count >= wholeParagraphCount, utf8Count > wholeClusterCount { return false }
    return texts.reduce(0) { $0 + $1.text.count } < wholeClusterCount
  }

  /// Takes away what a publisher's program adds to the end of each item: "The post … appeared first on …", "[…]", "Read more".
  static func dropTail(of body: inout ArticleBody) {
    while let last = body.blocks.last, last.kind == .paragraph, isTail(last.text) { body.blocks.removeLast() }
  }

  /// The feed's summary, where it says something that headline and text do not.
  static func dek(_ summary: String?, body: ArticleBody, title: String) -> String? {
    guard let summary, !summary.isEmpty, !isCutOff(summary) else { return nil }
    let key = SearchKey.fold(String(summary.prefixOfWholeScalars(utf8Count: comparedUTF8Count)))
    if key.isEmpty || key == SearchKey.fold(title) { return nil }
    // The beginning of the text, once more.
    let start =
      body.blocks.first { $0.kind == .paragraph }.map {
        SearchKey.fold(String($0.text.prefixOfWholeScalars(utf8Count: comparedUTF8Count)))
      } ?? ""
    return start.hasPrefix(key) || key.hasPrefix(start) && !start.isEmpty ? nil : summary
  }

  private static func isCutOff(_ text: String) -> Bool {
    let end = text.trimmingSuffix { $0.isWhitespace }
    return ["…", "...", "[…]", "[...]", "[&hellip;]"].contains { end.hasSuffix($0) }
  }

  /// Enough of two texts to see that they begin alike.
  private static let comparedUTF8Count = 600

  private static func isTail(_ text: String) -> Bool {
    if text.utf8.count > longestTailUTF8Count { return false }
    let key = SearchKey.fold(text)
    if tails.contains(key) { return true }
    return key.hasPrefix("the post ") && key.contains(" appeared first on ")
  }

  private static let longestTailUTF8Count = 500

  private static let tails = Set(
    [
      "Read more", "Continue reading", "Read full article", "Comments", "और पढ़ें", "पूरा पढ़ें", "आगे पढ़ें", "पूरी खबर पढ़ें",
      "विस्तार से पढ़ें", "अधिक वाचा", "पुढे वाचा",
    ].map(SearchKey.fold))
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { formIndex(before: &end) }
    return self[startIndex..<end]
  }
}
