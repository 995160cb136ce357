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

  /// Nil when there is no such feed.
  func row(of id: FeedID) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT feed_row FROM feed WHERE id = ?", [.text(id.rawValue)]) { $0.integer(0) }
  }

  /// The feeds that go by this ID, title or the reader's own name, in any spelling that folds to the same key.
  func rows(named name: String) throws(SQLiteError) -> [Int64] {
    let key = SearchKey.fold(name)
    return try connection.rows(
      """
      SELECT feed_row FROM feed WHERE id = ?1 OR title_key = ?2
      UNION SELECT feed_row FROM subscription WHERE address = ?1 OR (name_key = ?2 AND name_key <> '')
      """, [.text(name), .text(key)]
    ) { $0.integer(0) }
  }

  /// The feeds named so, else those with names whose words begin with these, in this order, others between.
  func rows(like name: String) throws(SQLiteError) -> [Int64] {
    let exact = try rows(named: name)
    let wanted = SearchKey.words(name)
    if !exact.isEmpty || wanted.isEmpty { return exact }
    var found: [Int64] = []
    try connection.forEachRow(
      """
      SELECT f.feed_row, f.title_key, s.name_key FROM feed AS f LEFT JOIN subscription AS s ON s.feed_row = f.feed_row
      ORDER BY f.feed_row
      """
    ) { row in
      let names = [row.text(1), row.optionalText(2) ?? ""]
      if names.contains(where: { Self.words(of: $0, beginWith: wanted) }) { found.append(row.integer(0)) }
      return true
    }
    return found
  }

  private static func words(of key: String, beginWith wanted: [String]) -> Bool {
    var rest = wanted[...]
    for word in key.split(separator: " ") {
      // Bytes, as for words of headlines: hasPrefix finds no क in का.
      if let first = rest.first, word.utf8.starts(with: first.utf8) { rest.removeFirst() }
    }
    return rest.isEmpty
  }

  /// Whether some stories of the feed are at home in another one.
  func hasGuests(_ rows: [Int64]) throws(SQLiteError) -> Bool {
    for row in rows {
      let found = try connection.first(
        "SELECT 1 FROM feed_item WHERE feed_row = ? AND is_guest = 1 LIMIT 1", [.integer(row)]
      ) { _ in true }
      if found == true { return true }
    }
    return false
  }
}
