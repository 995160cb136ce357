internal import NewsModel

/// What the reader did with stories, by their IDs. Triggers copy the flags into `article` when they change.
struct ReadingStateTable {
  let connection: Connection

  /// A story without a row was never touched.
  func state(of id: ArticleID) throws(SQLiteError) -> ReadingState {
    try connection.first(
      "SELECT is_read, is_starred, block_index FROM reading_state WHERE article_id = ?", [.text(id.rawValue)]
    ) { row in
      ReadingState(isRead: row.flag(0), isStarred: row.flag(1), blockIndex: row.int(2))
    } ?? ReadingState()
  }

  /// What `change` leaves nil stays.
  func apply(_ change: ReadingChange, to id: ArticleID, now: Timestamp) throws(SQLiteError) -> ReadingState {
    let old = try state(of: id)
    var new = old
    new.isRead = change.isRead ?? old.isRead
    new.isStarred = change.isStarred ?? old.isStarred
    new.blockIndex = max(0, change.blockIndex ?? old.blockIndex)
    guard new != old else { return old }
    try connection.run(
      """
      INSERT INTO reading_state (article_id, is_read, is_starred, block_index, changed) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (article_id) DO UPDATE SET is_read = excluded.is_read, is_starred = excluded.is_starred,
        block_index = excluded.block_index, changed = excluded.changed
      """,
      [
        .text(id.rawValue), SQLValue(new.isRead), SQLValue(new.isStarred), SQLValue(new.blockIndex),
        .integer(now.secondsSince1970),
      ])
    // A star shows a muted story; without it the rules have their way again.
    if old.isStarred, !new.isStarred, let row = try ArticleTable(connection: connection).row(of: id) {
      try MuteRuleTable(connection: connection).apply(to: [row])
    }
    return new
  }

  /// Gives a story that was just inserted the flags that it had when it was here before.
  func restore(to articleRow: Int64, _ id: ArticleID) throws(SQLiteError) {
    let state = try state(of: id)
    guard state.isRead || state.isStarred else { return }
    try connection.run(
      "UPDATE article SET is_read = ?, is_starred = ? WHERE article_row = ?",
      [SQLValue(state.isRead), SQLValue(state.isStarred), .integer(articleRow)])
  }

  /// Takes what killed processes had noted and not stored. What cannot be stored now stays for the next time.
  func takeLeftOver(beside path: String) {
    try? ReadingJournal.takeLeftOver(beside: path) { entries in
      try connection.transaction { () throws(SQLiteError) in
        for entry in entries {
          for id in entry.ids where try !isChanged(id, after: entry.time) {
            _ = try apply(entry.change, to: id, now: entry.time)
          }
        }
      }
    }
  }

  /// Whether another process changed it since.
  private func isChanged(_ id: ArticleID, after time: Timestamp) throws(SQLiteError) -> Bool {
    try connection.first(
      "SELECT 1 FROM reading_state WHERE article_id = ? AND changed > ?",
      [.text(id.rawValue), .integer(time.secondsSince1970)]
    ) { _ in true } ?? false
  }
}
