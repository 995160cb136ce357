internal import NewsModel

/// Which new stories each hook has not been given yet.
struct HookTable {
  let connection: Connection

  /// Makes the hooks these: new ones begin to wait, those that are not named forget what waited.
  func set(_ keys: [String]) throws(SQLiteError) {
    let known = try connection.rows("SELECT hook_row, key FROM hook") { (row: $0.integer(0), key: $0.text(1)) }
    let wanted = Set(keys)
    for hook in known where !wanted.contains(hook.key) {
      try connection.run("DELETE FROM hook WHERE hook_row = ?", [.integer(hook.row)])
    }
    for key in wanted.subtracting(known.map(\.key)).sorted() {
      try connection.run("INSERT INTO hook (key) VALUES (?)", [.text(key)])
    }
  }

  /// Lets a story that was just inserted wait for each hook, whatever way it came in. One that comes back after it was deleted is not new.
  func addWaiting(_ articleRow: Int64, _ id: ArticleID) throws(SQLiteError) {
    let hasHooks = try connection.first("SELECT 1 FROM hook LIMIT 1") { _ in true } ?? false
    guard hasHooks else { return }
    try connection.run(
      """
      INSERT INTO hook_story (hook_row, article_row) SELECT hook_row, ? FROM hook
        WHERE NOT EXISTS (SELECT 1 FROM deleted_story WHERE article_id = ?)
      """, [.integer(articleRow), .text(id.rawValue)])
  }

  /// The waiting stories that `query` finds, newest first, and how many they are. All that could be looked at wait no more.
  ///
  /// A story waits until it has been analysed: before that its words and tags are not known. Pages that the reader brought in herself are
  /// no news to her.
  func take(_ key: String, matching query: StoryQuery, limit: Int) throws(SQLiteError) -> NewStories {
    guard
      let hook = try connection.first("SELECT hook_row FROM hook WHERE key = ?", [.text(key)], { $0.integer(0) })
    else { return NewStories() }
    var headlines = HeadlineQuery()
    headlines.filter = query
    let filter = try HeadlineFilter(headlines, on: connection)
    let sql = filter.sql(and: [
      "a.search_row IS NOT NULL", "a.article_row IN (SELECT article_row FROM hook_story WHERE hook_row = ?)",
      "EXISTS (SELECT 1 FROM feed_item AS i WHERE i.article_row = a.article_row)",
    ])
    let rows = try connection.rows(
      "SELECT a.article_row \(sql) \(HeadlineFilter.order)", filter.arguments + [.integer(hook)]
    ) { $0.integer(0) }
    try connection.run(
      """
      DELETE FROM hook_story WHERE hook_row = ?
        AND article_row IN (SELECT article_row FROM article WHERE search_row IS NOT NULL)
      """, [.integer(hook)])
    let shown = try HeadlineTable(connection: connection).headlines(rows: Array(rows.prefix(max(0, limit))))
    return NewStories(stories: shown, totalCount: rows.count)
  }
}
