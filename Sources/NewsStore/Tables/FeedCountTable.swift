internal import NewsModel

/// Counts of shown stories that cost the same however many there are.
struct FeedCountTable {
  let connection: Connection

  /// All stories that are not hidden, and how many of them are unread.
  func all() throws(SQLiteError) -> (total: Int, unread: Int) {
    try connection.first("SELECT coalesce(sum(shown), 0), coalesce(sum(unread), 0) FROM feed_count") {
      ($0.int(0), $0.int(1))
    } ?? (0, 0)
  }

  /// How many stories each subscription shows, those included that came in from elsewhere first.
  func ofSubscriptions() throws(SQLiteError) -> [FeedID: FeedCounts] {
    var counts: [FeedID: FeedCounts] = [:]
    let sql = """
      SELECT f.id, c.shown, c.unread FROM subscription AS s
        JOIN feed AS f ON f.feed_row = s.feed_row JOIN feed_count AS c ON c.feed_row = s.feed_row WHERE c.shown > 0
      UNION ALL
      SELECT f.id, count(*), count(*) FILTER (WHERE a.is_read = 0)
      FROM subscription AS s JOIN feed AS f ON f.feed_row = s.feed_row
        JOIN (SELECT DISTINCT feed_row, article_row FROM feed_item WHERE is_guest = 1) AS i ON i.feed_row = s.feed_row
        JOIN article AS a ON a.article_row = i.article_row
      WHERE a.muted_by IS NULL GROUP BY s.feed_row
      """
    try connection.forEachRow(sql) { row in
      counts[FeedID(rawValue: row.text(0)), default: FeedCounts()].total += row.int(1)
      counts[FeedID(rawValue: row.text(0)), default: FeedCounts()].unread += row.int(2)
      return true
    }
    return counts
  }

  /// Counts a story that was just inserted: shown and unread. What changes later, triggers count.
  func countNewStory(feedRow: Int64) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO feed_count (feed_row, shown, unread) VALUES (?, 1, 1)
        ON CONFLICT (feed_row) DO UPDATE SET shown = shown + 1, unread = unread + 1
      """, [.integer(feedRow)])
  }

  /// Counts all stories anew.
  func mend() throws(SQLiteError) {
    try connection.run("DELETE FROM feed_count")
    try connection.run(FeedCountSchema.fill)
  }
}
