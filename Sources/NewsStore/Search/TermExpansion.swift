#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import IndicText
internal import NewsModel

/// The words of the store that a word of a query may mean: the word itself in any spelling, its forms, and what sounds like it in other
/// letters. Words come from the vocabulary, so nothing is looked for that no story has.
struct TermExpansion {
  let connection: Connection
  /// Whether the last word may not be finished.
  var completes = false

  /// A way in which a term may be written.
  struct Alternative: Hashable {
    /// Folded words, one after the other.
    var words: [String]
    var factor: Double
    var isSound = false
    /// Stories that have the word, as the vocabulary counts them.
    var storyCount = 0

    /// The words as the index's expression has them.
    var key: String { words.joined(separator: " ") }
  }

  /// So many of a word's forms, sounds and beginnings are looked for, the commonest first.
  private static let formLimit = 24
  private static let soundLimit = 8
  private static let completionLimit = 24
  /// Of a single letter fewer: it begins the commonest words there are, and is not the last.
  private static let letterCompletionLimit = 6
  /// Words with one beginning that are looked through for the commonest: a single letter begins tens of thousands.
  private static let completionScanLimit = 3_000

  /// The alternatives of a term, the term's own words first.
  func alternatives(of term: StoryQuery.Term) throws(SQLiteError) -> [Alternative] {
    let words = SearchKey.words(term.text)
    guard !words.isEmpty else { return [] }
    var own = Alternative(words: words, factor: 1)
    let terms = TermTable(connection: connection)
    for word in words {
      let storyCount = try terms.term(word)?.storyCount ?? 0
      own.storyCount = word == words[0] ? storyCount : min(own.storyCount, storyCount)
    }
    guard words.count == 1, !term.isPhrase, !term.isPrefix else { return [own] }
    var found = [own]
    var known: Set<String> = [words[0]]
    func add(_ candidates: [Alternative]) {
      for candidate in candidates where known.insert(candidate.words[0]).inserted { found.append(candidate) }
    }
    add(try forms(of: words[0], factor: 0.75, isSound: false))
    if completes { add(try completions(of: words[0])) }
    add(try sounds(of: words[0]))
    return found
  }

  /// How much a word that `storyCount` of all stories have tells about a story: the weight that BM25 gives it.
  static func weight(storyCount: Int, of all: Int) -> Double {
    let count = Double(min(storyCount, all))
    return log(1 + (Double(all) - count + 0.5) / (count + 0.5))
  }

  private func forms(of word: String, factor: Double, isSound: Bool) throws(SQLiteError) -> [Alternative] {
    try connection.rows(
      "SELECT word, stories FROM term WHERE stem = ? ORDER BY stories DESC, word LIMIT ?",
      [.text(TermTable.stem(word)), SQLValue(Self.formLimit)]
    ) { Alternative(words: [$0.text(0)], factor: factor, isSound: isSound, storyCount: $0.int(1)) }
  }

  private func completions(of word: String) throws(SQLiteError) -> [Alternative] {
    try connection.rows(
      """
      SELECT word, stories FROM (SELECT word, stories FROM term WHERE word >= ? AND word < ? LIMIT \(Self.completionScanLimit))
      ORDER BY stories DESC, word LIMIT ?
      """,
      TitleWordTable.range(ofWordsBeginningWith: word)
        + [SQLValue(word.count == 1 ? Self.letterCompletionLimit : Self.completionLimit)]
    ) { Alternative(words: [$0.text(0)], factor: 0.6, storyCount: $0.int(1)) }
  }

  /// Words in other letters, and loan words in another transcription, the likeliest first, with the forms of the two likeliest.
  private func sounds(of word: String) throws(SQLiteError) -> [Alternative] {
    var candidates = try candidates(SoundKey.queryKeys(for: word), isBeginning: false)
    var match = SoundMatch(query: word)
    var heard = Self.heard(candidates, match)
    if completes,
      word.unicodeScalars.count >= (word.utf8.first ?? 0 < 0x80 ? Self.leastLatinBeginning : Self.leastBeginning)
    {
      candidates = try self.candidates(SoundKey.queryKeys(forBeginning: word), isBeginning: true)
      match = SoundMatch(query: word, isBeginning: true)
      heard += Self.heard(candidates, match).filter { candidate in !heard.contains { $0.words == candidate.words } }
        .map { Alternative(words: $0.words, factor: $0.factor * 0.8, isSound: true, storyCount: $0.storyCount) }
    }
    heard = Array(heard.sorted { ($1.factor, $0.words[0]) < ($0.factor, $1.words[0]) }.prefix(Self.soundLimit))
    for best in heard.prefix(2) where best.factor >= Self.usualSpelling {
      heard += try forms(of: best.words[0], factor: best.factor * 0.75, isSound: true)
    }
    return heard
  }

  /// Scalars from which on a beginning tells anything by its sound.
  private static let leastBeginning = 2
  private static let leastLatinBeginning = 3
  /// Words of one sound that are compared, the commonest; large vocabularies have a thousand of some.
  private static let sameSoundLimit = 400
  /// What a score of ``SoundMatch`` means that leaves no doubt (see IndicText, *Sounds*).
  private static let usualSpelling = 0.75

  private func candidates(
    _ keys: [String], isBeginning: Bool
  ) throws(SQLiteError) -> [(word: String, storyCount: Int)] {
    var found: [(word: String, storyCount: Int)] = []
    for key in keys {
      let condition = isBeginning ? "sound >= ? AND sound < ? || '{'" : "sound = ?"
      let arguments: [SQLValue] = isBeginning ? [.text(key), .text(key)] : [.text(key)]
      found += try connection.rows(
        """
        SELECT word, stories FROM (SELECT word, stories FROM term WHERE \(condition) LIMIT \(Self.completionScanLimit))
        ORDER BY stories DESC, word LIMIT \(Self.sameSoundLimit)
        """, arguments
      ) { ($0.text(0), $0.int(1)) }
    }
    return found
  }

  private static func heard(
    _ candidates: [(word: String, storyCount: Int)], _ match: SoundMatch
  ) -> [Alternative] {
    var seen: Set<String> = []
    return candidates.compactMap { candidate in
      guard seen.insert(candidate.word).inserted, let score = match.score(candidate.word) else { return nil }
      return Alternative(words: [candidate.word], factor: score, isSound: true, storyCount: candidate.storyCount)
    }
  }
}
