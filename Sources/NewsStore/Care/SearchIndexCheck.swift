internal import CSQLite

/// FTS5's own check of the full-text index (sqlite.org/fts5.html, 6.5, "integrity-check").
///
/// The command is an INSERT: it takes the lock of writers, and keeps them waiting for as long as it reads. So the index is copied into a
/// temporary file, and checked there.
struct SearchIndexCheck {
  let connection: Connection

  /// What is wrong, in SQLite's words; nil when the index is sound.
  func problem() throws(SQLiteError) -> String? {
    let isolated = try Connection(path: "")
    do throws(SQLiteError) {
      try copy(to: isolated)
      try isolated.run("INSERT INTO search (search) VALUES ('integrity-check')")
      return nil
    } catch {
      guard error.primaryCode == SQLITE_CORRUPT || error.primaryCode == SQLITE_ERROR else { throw error }
      return error.message
    }
  }

  /// The tables behind the index, with their columns (sqlite.org/fts5.html, 9).
  private static let tables = [("search_data", 2), ("search_idx", 3), ("search_docsize", 2), ("search_config", 2)]

  private func copy(to isolated: Connection) throws(SQLiteError) {
    let sql = try connection.first("SELECT sql FROM sqlite_schema WHERE name = 'search'") { $0.text(0) }
    try isolated.runScript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    try isolated.runScript((sql ?? "") + ";")
    try isolated.runScript("BEGIN")
    for (table, columnCount) in Self.tables {
      try isolated.run("DELETE FROM \(table)")
      let marks = [String](repeating: "?", count: columnCount).joined(separator: ", ")
      var failure: SQLiteError?
      try connection.forEachRow("SELECT * FROM \(table)") { row in
        do throws(SQLiteError) {
          try isolated.run(
            "INSERT INTO \(table) VALUES (\(marks))", (0..<Int32(columnCount)).map { row.value($0) })
        } catch { failure = error }
        return failure == nil
      }
      if let failure { throw failure }
    }
    try isolated.runScript("COMMIT")
  }
}
