/// Phrases of one to four words, and whether it is worth looking for one where a word stands.
struct PhraseTable: Sendable {
  static let wordLimit = 4

  private let phrases: WordTable
  /// Words that phrases begin with, and the most words that one of these has.
  private var firstWords: WordTable
  private var longest: ContiguousArray<Int> = []

  /// - Parameter phrases: keys (`SearchKey`): words with single spaces between.
  init(_ phrases: WordTable) {
    self.phrases = phrases
    firstWords = WordTable(minimumCapacity: phrases.count)
    for number in 0..<phrases.count {
      phrases.withUTF8(of: number) { phrase in
        let first = UnsafeBufferPointer(rebasing: phrase.prefix { $0 != 0x20 })
        let word = firstWords.add(first)
        if word == longest.count { longest.append(0) }
        longest[word] = max(longest[word], 1 + phrase.count { $0 == 0x20 })
      }
    }
  }

  func contains(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool { phrases.contains(phrase) }

  /// The most words, up to ``wordLimit``, of a phrase that begins with a word of a story; 0 when none does.
  func longest(beginningWith number: Int, of words: WordTable) -> Int {
    guard let word = firstWords.number(number, of: words) else { return 0 }
    return min(longest[word], Self.wordLimit)
  }
}
