internal import StoryAnalysis

/// Stories that have the most telling words of one, by the full-text index.
struct NeighbourSearch {
  let connection: Connection

  /// So many of the story's words are looked up.
  private static let termLimit = 20
  /// Of a word that many stories have, so many before and after the story in time.
  private static let storyLimit = 60
  /// So many of those that have most are compared whole.
  private static let candidateLimit = 45

  func candidates(of articleRow: Int64, _ profile: StoryProfile, _ words: StoryWords) throws(SQLiteError) -> [Int64] {
    let own = try connection.first(
      "SELECT search_row FROM article WHERE article_row = ?", [.integer(articleRow)]
    ) { $0.optionalInteger(0) }
    guard let own = own ?? nil else { return [] }
    var sums: [Int64: Double] = [:]
    sums.reserveCapacity(2_048)
    for term in profile.leading(Self.termLimit) {
      // Only the characters of keys, so nothing in it is the index's language.
      let match = term.words.map { "\"\(words.table[Int($0)])\"" }.joined(separator: " OR ")
      let worth = term.weight * term.rarity * term.rarity
      for sql in [Self.before, Self.after] {
        try connection.forEachRow(sql, [.text(match), .integer(own)]) { row in
          sums[row.integer(0), default: 0] += worth
          return true
        }
      }
    }
    var rows: [Int64] = []
    for (searchRow, _) in sums.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(Self.candidateLimit * 2) {
      // Entries that no story has any more are left over from changed ones.
      let row = try connection.first(
        "SELECT article_row FROM article WHERE search_row = ?", [.integer(searchRow)]
      ) { $0.integer(0) }
      if let row, row != articleRow { rows.append(row) }
      if rows.count == Self.candidateLimit { break }
    }
    return rows
  }

  private static let before = """
    SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT \(storyLimit)
    """
  private static let after = """
    SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? ORDER BY rowid LIMIT \(storyLimit)
    """
}
