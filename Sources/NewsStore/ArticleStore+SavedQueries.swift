public import NewsModel

/// Smart lists and mute rules.
extension ArticleStore {
  /// The kept queries in the reader's order, lists before rules, with how many stories each finds or hides.
  ///
  /// Counts are nil for a text that is no query, and all of them when `isCounted` is false.
  ///
  /// - Parameter now: what the dates of lists count from.
  public func savedQueries(now: Timestamp, isCounted: Bool = true) throws(StoreError) -> [SavedQuery] {
    try read("list saved queries") { () throws(SQLiteError) in
      var queries: [SavedQuery] = []
      for entry in try SavedQueryTable(connection: connection).all() {
        queries.append(isCounted ? try counted(entry, now: now) : entry.query)
      }
      return queries
    }
  }

  /// The kept query that goes by a name, in any spelling; nil when there is none.
  public func savedQuery(named name: String, _ use: SavedQuery.Use) throws(StoreError) -> SavedQuery? {
    try read("find saved query") { () throws(SQLiteError) in
      try SavedQueryTable(connection: connection).entry(named: name, use)?.query
    }
  }

  /// Keeps a query: changes the one with its ID, or the one of its use under the same name; else adds it at the end.
  ///
  /// A mute rule hides at once what it finds, whatever its size, and shows what it does not find any more. Its dates count from
  /// `now` for good.
  ///
  /// - Returns: the query with its ID and counts.
  /// - Throws: `badQuery` for a text that is no query, or as a rule asks for what only lists can (`is:`, or nothing); `nameTaken` when
  ///   a query with another ID has the name.
  @discardableResult
  public func save(_ query: SavedQuery, now: Timestamp) throws(StoreError) -> SavedQuery {
    if let trouble = Self.trouble(of: query, now: now) {
      throw StoreError(kind: .badQuery(trouble), operation: "save query", path: path)
    }
    let saved = try write("save query") { () throws(SQLiteError) -> SavedQuery? in
      let table = SavedQueryTable(connection: connection)
      var query = query
      let known = try table.entry(query.id)?.query
      if let owner = try table.entry(named: query.name, query.use)?.query, owner.id != query.id {
        if known != nil { return nil }
        query.id = owner.id
      }
      query.id = try table.save(query, now: now)
      // A list that becomes a rule, and the other way, too.
      if query.use == .mute || known?.use == .mute { try MuteRuleTable(connection: connection).applyAll() }
      return try counted(SavedQueryTable.Entry(query: query, saved: now), now: now)
    }
    guard let saved else { throw StoreError(kind: .nameTaken(query.name), operation: "save query", path: path) }
    return saved
  }

  /// Forgets a query. What only this rule hid is shown again.
  ///
  /// - Returns: false when there is no such query.
  @discardableResult
  public func removeSavedQuery(_ id: Int64) throws(StoreError) -> Bool {
    try write("remove query") { () throws(SQLiteError) in
      let table = SavedQueryTable(connection: connection)
      guard let query = try table.entry(id)?.query else { return false }
      try table.remove(id)
      if query.use == .mute { try MuteRuleTable(connection: connection).applyAll() }
      return true
    }
  }

  /// Puts these queries first, in this order. The first rule that finds a story is the one that hides it.
  public func reorderSavedQueries(_ ids: [Int64]) throws(StoreError) {
    try write("order queries") { () throws(SQLiteError) in
      try SavedQueryTable(connection: connection).reorder(ids)
      try MuteRuleTable(connection: connection).applyAll()
    }
  }

  /// The rule that hides a story; nil when the story is shown or not stored.
  public func mutingRule(of id: ArticleID) throws(StoreError) -> SavedQuery? {
    try read("find mute rule") { () throws(SQLiteError) in
      guard let rule = try MuteRuleTable(connection: connection).rule(hiding: id) else { return nil }
      return try SavedQueryTable(connection: connection).entry(rule)?.query
    }
  }
}

extension ArticleStore {
  private func counted(_ entry: SavedQueryTable.Entry, now: Timestamp) throws(SQLiteError) -> SavedQuery {
    var query = entry.query
    guard let filter = try? StoryQuery(parsing: query.text, today: query.use == .mute ? entry.saved : now) else {
      return query
    }
    let counts: (total: Int, unread: Int)
    switch query.use {
    case .mute: counts = try MuteRuleTable(connection: connection).counts(of: query.id)
    case .list:
      var list = HeadlineQuery()
      list.filter = filter
      counts = try HeadlineTable(connection: connection).counts(HeadlineFilter(list, on: connection))
    }
    query.storyCount = counts.total
    query.unreadCount = counts.unread
    return query
  }

  private static func trouble(of query: SavedQuery, now: Timestamp) -> QueryTrouble? {
    let whole = 0..<query.text.utf8.count
    do throws(QueryTrouble) {
      let parsed = try StoryQuery(parsing: query.text, today: now)
      if query.use == .list { return nil }
      if parsed == .all { return QueryTrouble(.asksNothing, at: whole) }
      let asksState = parsed.contains { [.unread, .starred, .muted, .grouped, .marked, .noted].contains($0) }
      return asksState ? QueryTrouble(.stateInRule, at: whole) : nil
    } catch { return error }
  }
}
