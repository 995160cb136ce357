internal import NewsModel

/// Names that were found in texts, and the tags that came of them (``NameVouching``).
struct NameCandidateTable {
  let connection: Connection

  /// Forgets a story's candidates, and takes the tags that came of them from it.
  func remove(of articleRow: Int64) throws(SQLiteError) {
    try TagTable(connection: connection).take(.analysis, from: articleRow)
    try connection.run("DELETE FROM name_candidate WHERE article_row = ?", [.integer(articleRow)])
  }

  /// Forgets all candidates, and the tags that came of them.
  func removeAll() throws(SQLiteError) {
    try connection.run("DELETE FROM name_candidate")
    let bit = SQLValue(TagOrigin.analysis.bit)
    try connection.run("DELETE FROM article_tag WHERE origins = ?", [bit])
    try connection.run("UPDATE article_tag SET origins = origins & ~? WHERE origins & ?", [bit, bit])
  }
}
