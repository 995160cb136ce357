internal import IndicText

/// The store's vocabulary: every word of every story, and in how many it stands.
struct TermTable {
  let connection: Connection

  /// What is known of a word.
  struct Term {
    var row: Int64
    var storyCount: Int
  }

  /// Nil for a word that no story has.
  func term(_ word: String) throws(SQLiteError) -> Term? {
    try connection.first("SELECT term_row, stories FROM term WHERE word = ?", [.text(word)]) {
      Term(row: $0.integer(0), storyCount: $0.int(1))
    }
  }

  /// Counts `storyCount` more stories with a known word.
  func count(_ row: Int64, storyCount: Int) throws(SQLiteError) {
    try connection.run(
      "UPDATE term SET stories = stories + ? WHERE term_row = ?", [SQLValue(storyCount), .integer(row)])
  }

  /// Takes in a word that was not there.
  ///
  /// - Returns: its row.
  func add(_ word: String, storyCount: Int) throws(SQLiteError) -> Int64 {
    try connection.run(
      "INSERT INTO term (word, stories, stem, sound) VALUES (?, ?, ?, ?)",
      [.text(word), SQLValue(storyCount), .text(Self.stem(word)), .text(Self.sound(word))])
    return connection.lastInsertedRow
  }

  static func stem(_ word: String) -> String { WordForms.stem(of: word) }
  static func sound(_ word: String) -> String { SoundKey.of(word) }
}
