internal import NewsModel
internal import StoryAnalysis

/// Names that were found in texts. A name becomes a tag once several stories have it, and then all of them get it.
struct NameCandidateTable {
  let connection: Connection

  /// A tag from a single story says nothing that its text does not; two may be one text twice.
  private static let storiesForTag = 3
  /// Tags that analysis gives one story.
  private static let tagLimit = 6

  /// Forgets a story's candidates, and takes the tags that came of them from it.
  func remove(of articleRow: Int64) throws(SQLiteError) {
    try TagTable(connection: connection).take(.analysis, from: articleRow)
    try connection.run("DELETE FROM name_candidate WHERE article_row = ?", [.integer(articleRow)])
  }

  /// Gives a story that has none these candidates, and the tags that come of them.
  func add(_ candidates: [NameCandidate], of articleRow: Int64) throws(SQLiteError) {
    let row = SQLValue.integer(articleRow)
    let tags = TagTable(connection: connection)
    var count = 0
    for candidate in candidates {
      let others = try connection.rows(
        "SELECT article_row FROM name_candidate WHERE name_key = ? LIMIT \(Self.storiesForTag)",
        [.text(candidate.key)]
      ) { $0.integer(0) }
      // A name that became a tag needs no more stories to vouch for it.
      if others.count < Self.storiesForTag {
        try connection.run(
          "INSERT OR REPLACE INTO name_candidate (name_key, article_row, name, kind, score) VALUES (?, ?, ?, ?, ?)",
          [
            .text(candidate.key), row, .text(candidate.name), SQLValue(candidate.kind?.rawValue),
            .real(candidate.score),
          ])
      }
      guard others.count >= Self.storiesForTag - 1, count < Self.tagLimit else { continue }
      count += 1
      try tags.add(candidate.name, to: articleRow, by: .analysis, position: 1_000 + count, kind: candidate.kind)
      // The story with which the name became one: those before it get the tag as well.
      guard others.count == Self.storiesForTag - 1 else { continue }
      for other in others {
        try tags.add(candidate.name, to: other, by: .analysis, position: 1_000, kind: candidate.kind)
      }
    }
  }

  /// Forgets all candidates, and the tags that came of them.
  func removeAll() throws(SQLiteError) {
    try connection.run("DELETE FROM name_candidate")
    let bit = SQLValue(TagOrigin.analysis.bit)
    try connection.run("DELETE FROM article_tag WHERE origins = ?", [bit])
    try connection.run("UPDATE article_tag SET origins = origins & ~? WHERE origins & ?", [bit, bit])
  }
}
