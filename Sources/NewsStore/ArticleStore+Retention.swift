public import NewsModel

/// Old stories that were read: they go by the reader's rule, and come back for a while.
extension ArticleStore {
  /// The most stories of one transaction, so that nobody waits long.
  private static let batchCount = 200

  /// How many stories the rule lets go.
  public func expiredCount(by rule: RetentionRule, now: Timestamp) throws(StoreError) -> Int {
    guard let days = rule.readStoryDays else { return 0 }
    return try read("count old stories") { () throws(SQLiteError) in
      try DeletedStoryTable(connection: connection).countExpired(before: Self.limit(days, now))
    }
  }

  /// Takes the stories that the rule lets go out of the lists and keeps them aside; forgets those whose time is up.
  ///
  /// Never starred or unread ones, never what was touched within the rule's days. A story that goes stays known to its feeds:
  /// it does not return as new.
  ///
  /// - Parameter open: stories that somebody is reading.
  /// - Returns: how many went.
  @discardableResult
  public func deleteExpired(
    by rule: RetentionRule, protecting open: [ArticleID] = [], now: Timestamp
  ) throws(StoreError) -> Int {
    var count = 0
    if let days = rule.readStoryDays {
      while true {
        let batch = try write("delete old stories") { () throws(SQLiteError) in
          let table = DeletedStoryTable(connection: connection)
          let rows = try table.expired(before: Self.limit(days, now), protecting: open, count: Self.batchCount)
          let before = try table.count()
          for row in rows { try table.delete(row: row, now: now) }
          return try table.count() - before
        }
        count += batch
        if batch < Self.batchCount { break }
      }
    }
    try write("forget deleted stories") { () throws(SQLiteError) in
      try DeletedStoryTable(connection: connection).purge(before: Self.limit(rule.undoDays, now))
    }
    return count
  }

  /// How many deleted stories could come back.
  public func deletedCount() throws(StoreError) -> Int {
    try read("count deleted stories") { () throws(SQLiteError) in try DeletedStoryTable(connection: connection).count()
    }
  }

  /// Brings back the stories that went last, all that went in one go.
  ///
  /// - Returns: how many came back.
  @discardableResult
  public func restoreLastDeleted() throws(StoreError) -> Int {
    try write("restore stories") { () throws(SQLiteError) in
      let table = DeletedStoryTable(connection: connection)
      var count = 0
      for id in try table.lastDeleted() where try table.restore(id) { count += 1 }
      return count
    }
  }

  private static func limit(_ days: Int, _ now: Timestamp) -> Int64 {
    now.secondsSince1970 - Int64(days) * 86_400
  }
}
