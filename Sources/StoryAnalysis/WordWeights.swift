#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much each word of a story tells: rare in the store, repeated here.
struct WordWeights {
  /// By the words' numbers; 0 for words of grammar.
  private(set) var values: ContiguousArray<Double>
  /// The greatest of them; never 0.
  private(set) var greatest = 1.0

  /// As if so many stories had been counted before the first: a new store's numbers are not to be trusted alone.
  private static let priorStories = 200.0

  init(_ words: StoryWords, documentFrequencies: [Int], storyCount: Int) {
    values = ContiguousArray(repeating: 0, count: words.table.count)
    var counts = ContiguousArray<Int32>(repeating: 0, count: words.table.count)
    for run in [words.title, words.lead, words.body] {
      for number in run { counts[Int(number)] += 1 }
    }
    let stories = Double(max(0, storyCount)) + Self.priorStories
    for number in values.indices where !words.roles[number].contains(.grammar) && counts[number] > 0 {
      let frequency = number < documentFrequencies.count ? Double(max(0, documentFrequencies[number])) : 0
      let rarity = log(max(1, stories / (frequency + 1)))
      values[number] = rarity * (1 + log(Double(counts[number])))
      greatest = max(greatest, values[number])
    }
  }
}
