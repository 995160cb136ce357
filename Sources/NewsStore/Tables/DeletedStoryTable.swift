#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import NewsModel

/// Stories that were deleted, whole, for as long as that can be undone.
struct DeletedStoryTable {
  let connection: Connection

  /// What the reader has tagged, or marked a sentence of, stays.
  private static let isUntouched = """
    AND NOT EXISTS (SELECT 1 FROM article_tag AS t WHERE t.article_row = a.article_row AND t.origins & \(TagOrigin.reader.bit))
    AND NOT \(SentenceMarkTable.isMarked)
    """

  /// Old read stories from their own index: what is unread, nearly all of a large store, is not looked at.
  static let candidates =
    "FROM article AS a INDEXED BY article_read CROSS JOIN reading_state AS r ON r.article_id = a.id"

  /// Stories that the rule lets go, the oldest first.
  func expired(before limit: Int64, protecting ids: [ArticleID], count: Int) throws(SQLiteError) -> [Int64] {
    let open = ids.map { _ in "?" }.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT a.article_row \(Self.candidates)
      WHERE a.list_date < ? AND a.is_read = 1 AND a.is_starred = 0 AND r.changed < ? \(Self.isUntouched) AND a.id NOT IN (\(open))
      ORDER BY a.list_date, a.id LIMIT ?
      """, [.integer(limit), .integer(limit)] + ids.map { .text($0.rawValue) } + [SQLValue(count)]
    ) { $0.integer(0) }
  }

  func countExpired(before limit: Int64) throws(SQLiteError) -> Int {
    try connection.first(
      """
      SELECT count(*) \(Self.candidates)
      WHERE a.list_date < ? AND a.is_read = 1 AND a.is_starred = 0 AND r.changed < ? \(Self.isUntouched)
      """, [.integer(limit), .integer(limit)]
    ) { $0.int(0) } ?? 0
  }

  /// Takes a story out of all lists and keeps it aside. A story that cannot be kept whole is not taken out.
  func delete(row: Int64, now: Timestamp) throws(SQLiteError) {
    let articles = ArticleTable(connection: connection)
    guard var article = try articles.article(row: row) else { return }
    // Found again when the links are read.
    for index in article.links.indices { article.links[index].target = nil }
    // Analysis finds its own again.
    article.tags = try TagTable(connection: connection).names(of: row, by: [.publisher])
    article.highlights.removeAll { $0.origin == .extracted }
    let key = SQLValue.integer(row)
    guard try BodyTable(connection: connection).raw(of: row) == nil, let json = try? JSONEncoder().encode(article),
      let seen = try connection.first(
        "SELECT first_seen, first_seen_offset FROM article WHERE article_row = ?", [key],
        { ($0.integer(0), $0.integer(1)) })
    else { return }
    let items = try connection.rows("SELECT feed_row, item_key FROM feed_item WHERE article_row = ?", [key]) {
      "\($0.integer(0)) \($0.integer(1))"
    }
    try connection.run(
      """
      INSERT OR REPLACE INTO deleted_story (article_id, deleted, first_seen, first_seen_offset, story, items)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(article.id.rawValue), .integer(now.secondsSince1970), .integer(seen.0), .integer(seen.1),
        .text(String(decoding: json, as: UTF8.self)), .text(items.joined(separator: " ")),
      ])
    try connection.run("DELETE FROM article WHERE article_row = ?", [key])
  }

  /// IDs of the stories that were deleted last, all in one go.
  func lastDeleted() throws(SQLiteError) -> [String] {
    try connection.rows(
      "SELECT article_id FROM deleted_story WHERE deleted = (SELECT max(deleted) FROM deleted_story)"
    ) { $0.text(0) }
  }

  func count() throws(SQLiteError) -> Int {
    try connection.first("SELECT count(*) FROM deleted_story") { $0.int(0) } ?? 0
  }

  /// Brings a story back to where it was; false when it is not kept any more.
  func restore(_ id: String) throws(SQLiteError) -> Bool {
    let kept = try connection.first(
      "SELECT story, first_seen, first_seen_offset, items FROM deleted_story WHERE article_id = ?", [.text(id)]
    ) { row in
      (
        json: row.text(0), seen: Timestamp(secondsSince1970: row.integer(1), utcOffsetSeconds: row.int(2)),
        items: row.text(3).split(separator: " ").compactMap { Int64($0) }
      )
    }
    guard let kept, let article = try? JSONDecoder().decode(Article.self, from: Data(kept.json.utf8)) else {
      return false
    }
    let feeds = FeedTable(connection: connection)
    let feedRow: Int64
    if let row = try feeds.row(of: article.feed) {
      feedRow = row
    } else {
      feedRow = try feeds.save(Feed(id: article.feed, title: ""))
    }
    let saved = try ArticleTable(connection: connection).save(article, feedRow: feedRow, now: kept.seen)
    if let row = try ArticleTable(connection: connection).row(of: saved.id) {
      for index in stride(from: 0, to: kept.items.count - 1, by: 2) {
        try connection.run(
          "UPDATE feed_item SET article_row = ? WHERE feed_row = ? AND item_key = ? AND article_row IS NULL",
          [.integer(row), .integer(kept.items[index]), .integer(kept.items[index + 1])])
      }
    }
    try connection.run("DELETE FROM deleted_story WHERE article_id = ?", [.text(id)])
    return true
  }

  /// Forgets what was deleted before; this cannot be undone.
  func purge(before limit: Int64) throws(SQLiteError) {
    try connection.run("DELETE FROM deleted_story WHERE deleted < ?", [.integer(limit)])
    if connection.changedRowCount > 0 { try StoryVersionTable(connection: connection).purge() }
  }
}
