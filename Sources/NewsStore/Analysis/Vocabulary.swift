internal import StoryAnalysis

/// What the store's vocabulary says of the words that were asked for lately, in memory: a batch of stories has fifteen thousand different
/// ones, nearly all of them those of the batch before.
///
/// Good as long as nobody else writes: see ``AnalysisTable``.
struct Vocabulary {
  private(set) var table = WordTable()
  private var rows: ContiguousArray<Int64> = []
  private var counts: ContiguousArray<Int> = []
  /// What the store does not count yet: in a long run of batches nearly all words are in each of them.
  var uncounted = Uncounted()

  struct Uncounted {
    /// Stories with a word, by the word's row.
    var storyCounts: [Int64: Int] = [:]
    /// How many stories these counts are of.
    var storyCount = 0
  }
  /// The database's `data_version` that it was read at; other connections' commits change it.
  var dataVersion: Int64?

  /// Some 20 MB; then it begins anew.
  private static let wordLimit = 400_000

  /// Another one whenever all numbers become others.
  private(set) var generation = 0

  /// Forgets what was read of the store; what the store does not count yet stays.
  mutating func removeAll() {
    let (generation, uncounted) = (generation + 1, uncounted)
    self = Vocabulary()
    (self.generation, self.uncounted) = (generation, uncounted)
  }

  /// The numbers here of a story's words.
  mutating func numbers(of words: WordTable, terms: TermTable) throws(SQLiteError) -> VocabularyNumbers {
    var numbers = ContiguousArray<Int32>()
    numbers.reserveCapacity(words.count)
    for number in 0..<words.count { numbers.append(Int32(try self.number(number, of: words, terms: terms))) }
    return VocabularyNumbers(generation: generation, numbers: numbers)
  }

  /// The number here of a word of a story, read from the store when it is not here yet.
  private mutating func number(_ number: Int, of words: WordTable, terms: TermTable) throws(SQLiteError) -> Int {
    let found = table.add(number, of: words)
    if found == rows.count {
      let term = try terms.term(table[found])
      rows.append(term?.row ?? 0)
      counts.append((term?.storyCount ?? 0) + (term.flatMap { uncounted.storyCounts[$0.row] } ?? 0))
    }
    return found
  }

  /// Begins anew when it has grown too large; the numbers that it gave are good for nothing then.
  mutating func trim() {
    if rows.count > Self.wordLimit { removeAll() }
  }

  func count(_ number: Int) -> Int { counts[number] }

  /// Counts more stories with a word. A new word comes into the store at once, since searches look there; of a known one the store is
  /// told by ``writeCounts(terms:)``.
  mutating func count(_ number: Int, storyCount: Int, terms: TermTable) throws(SQLiteError) {
    if rows[number] == 0 {
      rows[number] = try terms.add(table[number], storyCount: storyCount)
    } else if storyCount > 0 {
      uncounted.storyCounts[rows[number], default: 0] += storyCount
    }
    counts[number] += storyCount
  }

  /// Tells the store what was counted since the last time.
  mutating func writeCounts(terms: TermTable) throws(SQLiteError) {
    for (row, count) in uncounted.storyCounts.sorted(by: { $0.key < $1.key }) {
      try terms.count(row, storyCount: count)
    }
    uncounted = Uncounted()
  }
}
