internal import StoryAnalysis

/// What the store's vocabulary says of the words that were asked for lately, in memory: a batch of stories has fifteen thousand different
/// ones, nearly all of them those of the batch before.
///
/// Good as long as nobody else writes: see ``AnalysisTable``.
struct Vocabulary {
  private(set) var table = WordTable()
  private var rows: ContiguousArray<Int64> = []
  private var counts: ContiguousArray<Int> = []
  /// The database's `data_version` that it was read at; other connections' commits change it.
  var dataVersion: Int64?

  /// Some 20 MB; then it begins anew.
  private static let wordLimit = 400_000

  /// Another one whenever all numbers become others.
  private(set) var generation = 0

  mutating func removeAll() {
    let generation = generation + 1
    self = Vocabulary()
    self.generation = generation
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
      counts.append(term?.storyCount ?? 0)
    }
    return found
  }

  /// Begins anew when it has grown too large; the numbers that it gave are good for nothing then.
  mutating func trim() {
    if rows.count > Self.wordLimit { removeAll() }
  }

  func count(_ number: Int) -> Int { counts[number] }

  /// Counts more stories with a word, here and in the store.
  mutating func count(_ number: Int, storyCount: Int, terms: TermTable) throws(SQLiteError) {
    if rows[number] == 0 {
      rows[number] = try terms.add(table[number], storyCount: storyCount)
    } else if storyCount > 0 {
      try terms.count(rows[number], storyCount: storyCount)
    }
    counts[number] += storyCount
  }
}
