internal import IndicText
internal import NewsModel

/// Sources of stories.
struct FeedTable {
  let connection: Connection

  /// Stores `feed` or what changed of it.
  ///
  /// - Returns: its row number.
  func save(_ feed: Feed) throws(SQLiteError) -> Int64 {
    let known = try connection.first(
      "SELECT feed_row, title, language FROM feed WHERE id = ?", [.text(feed.id.rawValue)]
    ) { row in (row: row.integer(0), title: row.text(1), language: row.optionalText(2)) }
    guard let known else {
      try connection.run(
        "INSERT INTO feed (id, title, title_key, language) VALUES (?, ?, ?, ?)",
        [
          .text(feed.id.rawValue), .text(feed.title), .text(SearchKey.fold(feed.title)), SQLValue(feed.language),
        ])
      return connection.lastInsertedRow
    }
    // A source that once said its name or language and now does not still has it.
    let title = feed.title.isEmpty ? known.title : feed.title
    let language = feed.language ?? known.language
    if title != known.title || language != known.language {
      try connection.run(
        "UPDATE feed SET title = ?, title_key = ?, language = ? WHERE feed_row = ?",
        [.text(title), .text(SearchKey.fold(title)), SQLValue(language), .integer(known.row)])
    }
    return known.row
  }

  /// By name, then by ID.
  func all() throws(SQLiteError) -> [Feed] {
    try connection.rows("SELECT id, title, language FROM feed ORDER BY title, id") { row in
      Feed(id: FeedID(rawValue: row.text(0)), title: row.text(1), language: row.optionalText(2))
    }
  }

  /// The feeds that go by this ID or title, in any spelling that folds to the same key.
  func rows(named name: String) throws(SQLiteError) -> [Int64] {
    try connection.rows(
      "SELECT feed_row FROM feed WHERE id = ? OR title_key = ? ORDER BY feed_row",
      [.text(name), .text(SearchKey.fold(name))]
    ) { $0.integer(0) }
  }
}
