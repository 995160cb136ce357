public import NewsModel

/// Picks the sentences that stand for a story whose publisher named none.
///
/// What counts and why: see the article <doc:Highlights>.
public enum HighlightPicker {
  /// At most five sentences of the body, each word for word, in the body's order, of origin `extracted`.
  ///
  /// Empty for a story that has its publisher's highlights and for one that is too short to have any. The same input gives the same
  /// sentences always.
  ///
  /// - Parameter words: of the same input.
  /// - Parameter documentFrequencies: how many stories of the store have each of ``StoryWords/words``; missing ones count as 0.
  /// - Parameter storyCount: stories that these were counted in; with few or none, the words of grammar still weigh little.
  /// - Complexity: linear in the words of the body, of whose sentences the first 400 are looked at.
  public static func highlights(
    of input: AnalysisInput, words: StoryWords, documentFrequencies: [Int], storyCount: Int
  ) -> [Highlight] {
    guard input.highlights.isEmpty else { return [] }
    let sentences = words.sentences.prefix(sentenceLimit)
    let limit = count(forSentences: sentences.count, words: words.body.count)
    if limit == 0 { return [] }
    let weights = WordWeights(words, documentFrequencies: documentFrequencies, storyCount: storyCount)
    let ranking = SentenceRanking(input, words, weights, sentences)
    return ranking.best(limit).map { Highlight(text: String(ranking.text(of: $0)), origin: .extracted) }
  }

  private static let sentenceLimit = 400

  /// A highlight saves reading only where it leaves something out.
  private static func count(forSentences sentences: Int, words: Int) -> Int {
    if words < 50 { return 0 }
    switch sentences {
    case ..<3: return 0
    case 3: return 1
    case 4...5: return 2
    case 6...11: return 3
    case 12...24: return 4
    default: return 5
    }
  }
}
