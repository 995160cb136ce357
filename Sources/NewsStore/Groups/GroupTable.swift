/// Which story is in which group of stories that are one text or tell of one event. How a story finds its group: ``GroupPlacing``.
struct GroupTable {
  let connection: Connection

  /// From here on one story's text is a copy of the other's.
  static let copyContainment = 0.5

  func join(_ row: Int64, _ group: Int64) throws(SQLiteError) {
    try connection.run("UPDATE article SET group_row = ? WHERE article_row = ?", [.integer(group), .integer(row)])
  }

  /// Takes a story out of its group.
  func leave(_ row: Int64) throws(SQLiteError) {
    if try groupRow(of: row) == nil { return }
    try connection.run(
      "UPDATE article SET group_row = NULL, is_group_lead = 1 WHERE article_row = ? AND group_row IS NOT NULL",
      [.integer(row)])
  }

  func removeAll() throws(SQLiteError) {
    try connection.run("DELETE FROM story_key")
    try connection.run(
      "UPDATE article SET group_row = NULL, is_group_lead = 1 WHERE group_row IS NOT NULL OR is_group_lead = 0")
  }

  func groupRow(of row: Int64) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT group_row FROM article WHERE article_row = ?", [.integer(row)]) {
      $0.optionalInteger(0)
    } ?? nil
  }
}
