internal import IndicText
internal import NewsModel

/// Which items a feed listed, and the stories that they are.
struct FeedItemTable {
  let connection: Connection

  /// All items that the feed ever listed, by key.
  ///
  /// - Parameter isLost: whether the awaited text of an article's row is not in this process.
  func marks(feedRow: Int64, isLost: (Int64) -> Bool) throws(SQLiteError) -> [Int64: FeedItemMark] {
    var marks: [Int64: FeedItemMark] = [:]
    try connection.forEachRow(
      """
      SELECT i.item_key, i.fingerprint, a.id, i.article_row, b.form FROM feed_item AS i
        LEFT JOIN article AS a ON a.article_row = i.article_row LEFT JOIN body AS b ON b.article_row = i.article_row
      WHERE i.feed_row = ?
      """, [.integer(feedRow)]
    ) { row in
      let isLost = row.int(4) == BodyTable.awaitedForm && isLost(row.integer(3))
      marks[row.integer(0)] = FeedItemMark(
        fingerprint: isLost ? nil : row.integer(1), article: row.optionalText(2).map { ArticleID(rawValue: $0) })
      return true
    }
    return marks
  }

  /// Notes that the feed lists this story.
  func note(key: Int64, fingerprint: Int64, articleRow: Int64?, feedRow: Int64, isGuest: Bool) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO feed_item (feed_row, item_key, fingerprint, article_row, is_guest) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (feed_row, item_key) DO UPDATE SET fingerprint = excluded.fingerprint,
        article_row = excluded.article_row, is_guest = excluded.is_guest
      """,
      [.integer(feedRow), .integer(key), .integer(fingerprint), SQLValue(articleRow), SQLValue(isGuest)])
  }

  /// The keys under which a feed lists this story.
  func keys(of articleRow: Int64, feedRow: Int64) throws(SQLiteError) -> [Int64] {
    try connection.rows(
      "SELECT item_key FROM feed_item WHERE article_row = ? AND feed_row = ?",
      [.integer(articleRow), .integer(feedRow)]
    ) { $0.integer(0) }
  }
}
