internal import IndicText
internal import NewsModel

/// Feeds that are fetched.
struct SubscriptionTable {
  let connection: Connection

  /// In the reader's order.
  func all() throws(SQLiteError) -> [Subscription] {
    try connection.rows(Self.selection + " ORDER BY s.position, s.feed_row", [], Self.subscription)
  }

  /// Nil when the feed is not subscribed to.
  func subscription(_ id: FeedID) throws(SQLiteError) -> Subscription? {
    try connection.first(Self.selection + " WHERE f.id = ?", [.text(id.rawValue)], Self.subscription)
  }

  /// Stores a subscription or what changed of it; its health and what its server said stay as they are.
  ///
  /// - Returns: whether it is new.
  @discardableResult
  func save(_ subscription: Subscription) throws(SQLiteError) -> Bool {
    let feedRow = try FeedTable(connection: connection).save(subscription.feed)
    let own: [SQLValue] = [
      .text(subscription.address), SQLValue(subscription.siteURL), SQLValue(subscription.name),
      .text(SearchKey.fold(subscription.name ?? "")), SQLValue(subscription.wantsFullText),
      .text(TextList.text(of: subscription.folders)), .text(TextList.text(of: subscription.tags)),
      .text(TextList.text(of: subscription.attributes)),
    ]
    let isKnown = try connection.first("SELECT 1 FROM subscription WHERE feed_row = ?", [.integer(feedRow)]) { _ in true
    }
    if isKnown == true {
      try connection.run(
        """
        UPDATE subscription SET address = ?, site_url = ?, name = ?, name_key = ?, wants_full_text = ?, folders = ?,
          tags = ?, attributes = ? WHERE feed_row = ?
        """, own + [.integer(feedRow)])
      return false
    }
    try connection.run(
      """
      INSERT INTO subscription
        (address, site_url, name, name_key, wants_full_text, folders, tags, attributes, feed_row, position)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM subscription))
      """, own + [.integer(feedRow)])
    return true
  }

  /// Ends a subscription; the feed and its stories stay.
  func remove(_ id: FeedID) throws(SQLiteError) {
    try connection.run(
      "DELETE FROM subscription WHERE feed_row = (SELECT feed_row FROM feed WHERE id = ?)", [.text(id.rawValue)])
  }

  func memory(of id: FeedID) throws(SQLiteError) -> FetchMemory {
    try connection.first(
      """
      SELECT s.etag, s.last_modified, s.content_hash FROM subscription AS s JOIN feed AS f ON f.feed_row = s.feed_row
      WHERE f.id = ?
      """, [.text(id.rawValue)]
    ) {
      FetchMemory(etag: $0.optionalText(0), lastModified: $0.optionalText(1), contentHash: $0.optionalInteger(2))
    } ?? FetchMemory()
  }

  /// Notes how a fetch went. What the server said is kept when `memory` is nil.
  func note(_ health: FeedHealth, memory: FetchMemory?, of id: FeedID) throws(SQLiteError) {
    try connection.run(
      """
      UPDATE subscription SET last_success = ?, last_attempt = ?, trouble_kind = ?, trouble_status = ?,
        trouble_detail = ?, failure_count = ?, next_attempt = ? WHERE feed_row = (SELECT feed_row FROM feed WHERE id = ?)
      """,
      [
        SQLValue(health.lastSuccess?.secondsSince1970), SQLValue(health.lastAttempt?.secondsSince1970),
        SQLValue(health.trouble?.kind.rawValue), SQLValue(health.trouble?.status.map(Int64.init)),
        SQLValue(health.trouble?.detail), SQLValue(health.failureCount),
        SQLValue(health.nextAttempt?.secondsSince1970), .text(id.rawValue),
      ])
    guard let memory else { return }
    try connection.run(
      """
      UPDATE subscription SET etag = ?, last_modified = ?, content_hash = ?
      WHERE feed_row = (SELECT feed_row FROM feed WHERE id = ?)
      """,
      [
        SQLValue(memory.etag), SQLValue(memory.lastModified), SQLValue(memory.contentHash), .text(id.rawValue),
      ])
  }
}

extension SubscriptionTable {
  private static let selection = """
    SELECT f.id, f.title, f.language, s.address, s.site_url, s.name, s.folders, s.tags, s.wants_full_text, s.attributes,
      s.last_success, s.last_attempt, s.trouble_kind, s.trouble_status, s.trouble_detail, s.failure_count, s.next_attempt
    FROM subscription AS s JOIN feed AS f ON f.feed_row = s.feed_row
    """

  private static func subscription(_ row: Row) -> Subscription {
    func time(_ column: Int32) -> Timestamp? { row.optionalInteger(column).map { Timestamp(secondsSince1970: $0) } }
    let trouble = row.optionalText(12).map {
      FeedTrouble(
        kind: FeedTrouble.Kind(rawValue: $0) ?? .other, status: row.optionalInteger(13).map(Int.init(clamping:)),
        detail: row.text(14))
    }
    return Subscription(
      feed: Feed(id: FeedID(rawValue: row.text(0)), title: row.text(1), language: row.optionalText(2)),
      address: row.text(3), siteURL: row.optionalText(4), name: row.optionalText(5),
      folders: TextList.lists(of: row.text(6)), tags: TextList.list(of: row.text(7)), wantsFullText: row.flag(8),
      attributes: TextList.dictionary(of: row.text(9)),
      health: FeedHealth(
        lastSuccess: time(10), lastAttempt: time(11), trouble: trouble, failureCount: row.int(15), nextAttempt: time(16)
      ))
  }
}
