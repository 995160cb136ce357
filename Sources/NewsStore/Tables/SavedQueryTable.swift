internal import IndicText
internal import NewsModel

/// Queries that the reader kept.
struct SavedQueryTable {
  let connection: Connection

  /// A kept query with the moment that its dates count from when it is a mute rule.
  struct Entry {
    var query: SavedQuery
    var saved: Timestamp
  }

  /// In the reader's order; both uses when `use` is nil, lists first.
  func all(_ use: SavedQuery.Use? = nil) throws(SQLiteError) -> [Entry] {
    let condition = use == nil ? "" : "WHERE use = ?"
    return try connection.rows(
      "\(Self.selection) \(condition) ORDER BY use, position, query_row", use.map { [.text($0.rawValue)] } ?? [],
      Self.entry)
  }

  func entry(_ id: Int64) throws(SQLiteError) -> Entry? {
    try connection.first(Self.selection + " WHERE query_row = ?", [.integer(id)], Self.entry)
  }

  func entry(named name: String, _ use: SavedQuery.Use) throws(SQLiteError) -> Entry? {
    try connection.first(
      Self.selection + " WHERE use = ? AND name_key = ?", [.text(use.rawValue), .text(Self.key(name))], Self.entry)
  }

  /// Replaces the query with this ID, or adds one at the end of its kind.
  ///
  /// - Returns: its row number.
  func save(_ query: SavedQuery, now: Timestamp) throws(SQLiteError) -> Int64 {
    let known = try entry(query.id)
    // A new name changes nothing about what is found.
    let saved = known.flatMap { $0.query.text == query.text ? $0.saved : nil } ?? now
    let texts: [SQLValue] = [
      .text(query.use.rawValue), .text(query.name), .text(Self.key(query.name)), .text(query.text),
      .integer(saved.secondsSince1970), SQLValue(saved.utcOffsetSeconds),
    ]
    if known != nil {
      try connection.run(
        """
        UPDATE saved_query SET use = ?, name = ?, name_key = ?, text = ?, saved = ?, saved_offset = ? WHERE query_row = ?
        """, texts + [.integer(query.id)])
      return query.id
    }
    try connection.run(
      """
      INSERT INTO saved_query (use, name, name_key, text, saved, saved_offset, position)
      VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_query))
      """, texts)
    return connection.lastInsertedRow
  }

  func remove(_ id: Int64) throws(SQLiteError) {
    try connection.run("DELETE FROM saved_query WHERE query_row = ?", [.integer(id)])
  }

  /// Puts these first, in this order; the others follow as they stood.
  func reorder(_ ids: [Int64]) throws(SQLiteError) {
    let others = try connection.rows("SELECT query_row FROM saved_query ORDER BY position, query_row") { $0.integer(0) }
    var seen: Set<Int64> = []
    for (position, id) in (ids + others).filter({ seen.insert($0).inserted }).enumerated() {
      try connection.run(
        "UPDATE saved_query SET position = ? WHERE query_row = ?", [SQLValue(position + 1), .integer(id)])
    }
  }
}

extension SavedQueryTable {
  private static let selection = "SELECT query_row, name, text, use, saved, saved_offset FROM saved_query"

  private static func entry(_ row: Row) -> Entry {
    Entry(
      query: SavedQuery(
        id: row.integer(0), name: row.text(1), text: row.text(2), use: SavedQuery.Use(rawValue: row.text(3)) ?? .list),
      saved: Timestamp(secondsSince1970: row.integer(4), utcOffsetSeconds: row.int(5)))
  }

  /// A name of signs alone is its own key.
  private static func key(_ name: String) -> String {
    let key = SearchKey.fold(name)
    return key.isEmpty ? name : key
  }
}
