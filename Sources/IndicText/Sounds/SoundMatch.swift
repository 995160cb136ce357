/// Says how well words sound like one word that is looked for, across scripts and among the transcriptions of one script.
///
/// For a few hundred candidates that share a ``SoundKey``; thousands of others would be compared in vain.
public struct SoundMatch: Sendable {
  private let query: SpelledWord
  private let isBeginning: Bool

  /// - Parameters:
  ///   - word: one word of a ``SearchKey``, Devanagari or Latin.
  ///   - isBeginning: the word is still being typed: candidates that go on after it match as well.
  public init(query word: String, isBeginning: Bool = false) {
    query = SpelledWord(word)
    self.isBeginning = isBeginning
  }

  /// How well `candidate` (a word of a ``SearchKey``) matches: 1 for the same sounds in their usual letters, down to 0; nil when it is
  /// another word, or in a script that is not read here.
  ///
  /// - Complexity: the product of both words' letters, of which 64 count; about a microsecond.
  public func score(_ candidate: String) -> Double? {
    let other = SpelledWord(candidate)
    let cost: Int
    let soundCount: Int
    var leastScore = Self.leastScore
    switch (query, other) {
    case (.latin(let readings), .devanagari(let sounds)):
      cost = readings.map { SoundAlignment.cost(sounds, $0, isSoundsOpen: isBeginning) }.min() ?? .max
      soundCount = isBeginning ? readings[0].count : sounds.count
    case (.devanagari(let sounds), .latin(let readings)):
      cost = readings.map { SoundAlignment.cost(sounds, $0, isLettersOpen: isBeginning) }.min() ?? .max
      soundCount = sounds.count
    case (.devanagari(let first), .devanagari(let second)):
      cost = SoundAlignment.cost(first, second, isSecondOpen: isBeginning)
      soundCount = first.count
      leastScore = Self.leastScoreInOneScript
    case (.latin(let first), .latin(let second)):
      cost = SoundAlignment.latinCost(
        LatinReading.shortened(first[0]), LatinReading.shortened(second[0]), isSecondOpen: isBeginning)
      soundCount = first[0].count
      leastScore = Self.leastScoreInOneScript
    default: return nil
    }
    guard cost < 10_000 else { return nil }
    let score = 1 - Double(cost) / Double(max(soundCount, 3) * Self.costOfNoMatch)
    return score < leastScore ? nil : score
  }

  /// Hundredths of a wrong letter for each sound, at which nothing is left of a match.
  private static let costOfNoMatch = 35
  private static let leastScore = 0.45
  /// One script says more: दिन and दीन are two words, of which din may be either.
  private static let leastScoreInOneScript = 0.85
}

/// A word made ready for alignment.
enum SpelledWord {
  case devanagari([DevanagariSounds.Sound])
  /// As it stands, and as English reads it where that differs.
  case latin([[UInt8]])
  case unread

  init(_ word: String) {
    if !word.utf8.contains(where: { $0 >= 0x80 }) {
      let readings = LatinReading.all(word)
      self = readings[0].isEmpty ? .unread : .latin(readings)
    } else {
      let sounds = DevanagariSounds(word).sounds
      self = sounds.isEmpty ? .unread : .devanagari(sounds)
    }
  }
}
