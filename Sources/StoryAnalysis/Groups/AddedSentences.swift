/// What a story says that stories before it did not.
///
/// A sentence is said already when one sentence of them has most of its words, by their stems: other words of grammar, other order and other
/// endings say nothing new.
public struct AddedSentences: Sendable {
  /// How much of a sentence must have been in one earlier sentence to be nothing new.
  private static let saidShare = 0.6
  /// Sentences of fewer telling words say too little to be news.
  private static let leastWordCount = 3
  private static let sentenceLimit = 400
  /// Of a word that so many sentences have, no more are compared: it says nothing.
  private static let holderLimit = 200

  private var holders: [UInt32: [Int32]] = [:]
  private var sentenceCount: Int32 = 0

  public init() {}

  /// The sentences of the next story that no story before it said, by their places in ``StoryWords/sentences``; all of the first story's
  /// that say something.
  public mutating func next(_ words: StoryWords) -> [Int] {
    var added: [Int] = []
    var own: [Set<UInt32>] = []
    for (index, sentence) in words.sentences.prefix(Self.sentenceLimit).enumerated() {
      let terms = Set(
        words.body[sentence.words].lazy.filter { !words.roles[Int($0)].contains(.grammar) }
          .map { words.forms[Int($0)].stem })
      own.append(terms)
      if terms.count >= Self.leastWordCount, !isSaid(terms) { added.append(index) }
    }
    for terms in own {
      for term in terms where holders[term]?.count ?? 0 < Self.holderLimit {
        holders[term, default: []].append(sentenceCount)
      }
      sentenceCount += 1
    }
    return added
  }

  private func isSaid(_ terms: Set<UInt32>) -> Bool {
    var counts: [Int32: Int] = [:]
    let wanted = Double(terms.count) * Self.saidShare
    for term in terms {
      for sentence in holders[term] ?? [] {
        let count = (counts[sentence] ?? 0) + 1
        counts[sentence] = count
        if Double(count) >= wanted { return true }
      }
    }
    return false
  }
}
