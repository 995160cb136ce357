internal import NewsModel

/// Lists of stories without their bodies.
struct HeadlineTable {
  let connection: Connection

  /// Where a story stands in the order of all lists.
  struct Place {
    var date: Int64
    var id: String
  }

  /// Rows `start ..< start + limit` of what `query` finds.
  func page(_ query: HeadlineQuery, start: Int, limit: Int) throws(SQLiteError) -> HeadlinePage {
    let filter = try HeadlineFilter(query, on: connection)
    let counts = try counts(filter)
    let start = max(0, min(start, counts.total))
    return HeadlinePage(
      query: query, start: start, rows: try rows(filter, start: start, limit: limit), totalCount: counts.total,
      unreadCount: counts.unread)
  }

  /// The page that has `id` in its middle, or where `id` would stand when the query does not find it.
  func page(_ query: HeadlineQuery, around id: ArticleID, limit: Int) throws(SQLiteError) -> HeadlinePage {
    guard let place = try place(of: id) else { return try page(query, start: 0, limit: limit) }
    let filter = try HeadlineFilter(query, on: connection)
    let counts = try counts(filter)
    let index = try index(of: place, filter)
    let limit = max(0, limit)
    let start = max(0, min(index - limit / 2, counts.total - limit))
    return HeadlinePage(
      query: query, start: start, rows: try rows(filter, start: start, limit: limit), totalCount: counts.total,
      unreadCount: counts.unread, anchorIndex: min(index, max(0, counts.total - 1)))
  }

  /// The nearest unread story below `id` (above it when `backwards`), from the other end when there is none.
  func nextUnread(
    after id: ArticleID?, in query: HeadlineQuery, backwards: Bool
  ) throws(SQLiteError) -> (id: ArticleID, index: Int)? {
    let filter = try HeadlineFilter(query, on: connection)
    var place: Place?
    if let id { place = try self.place(of: id) }
    var found = try firstUnread(filter, beyond: place, backwards)
    if found == nil, place != nil { found = try firstUnread(filter, beyond: nil, backwards) }
    guard let found, found.id != place?.id else { return nil }
    return (ArticleID(rawValue: found.id), try index(of: found, filter))
  }

  /// The unread stories that `query` finds, newest first.
  func unreadIDs(_ query: HeadlineQuery) throws(SQLiteError) -> [ArticleID] {
    let filter = try HeadlineFilter(query, on: connection)
    return try connection.rows(
      "SELECT a.id \(filter.sql(and: ["a.is_read = 0"])) \(HeadlineFilter.order)", filter.arguments
    ) { ArticleID(rawValue: $0.text(0)) }
  }

  /// Stories whose headline shares the most words with `title`, at least half of them; best first, then newest.
  func like(_ title: String, limit: Int) throws(SQLiteError) -> [Headline] {
    try headlines(rows: TitleWordTable(connection: connection).rowsSharingWords(with: title, limit: limit))
  }

  /// Rows for these stories, in this order.
  func headlines(rows: [Int64]) throws(SQLiteError) -> [Headline] {
    var headlines: [Headline] = []
    for row in rows {
      headlines += try read(
        "SELECT \(Self.columns) FROM article AS a JOIN feed AS f ON f.feed_row = a.feed_row WHERE a.article_row = ?",
        [.integer(row)])
    }
    return headlines
  }

  /// The place of a stored story; nil when it is not stored.
  func place(of id: ArticleID) throws(SQLiteError) -> Place? {
    try connection.first("SELECT list_date, id FROM article WHERE id = ?", [.text(id.rawValue)]) { row in
      Place(date: row.integer(0), id: row.text(1))
    }
  }
}

extension HeadlineTable {
  /// How many stories there are and how many of them are unread; from one index when no words are asked for.
  static func countsSQL(_ filter: HeadlineFilter) -> String {
    "SELECT count(*), count(*) FILTER (WHERE a.is_read = 0) \(filter.sql)"
  }

  /// What rows say. Which stories they are comes from an index alone, the rest is read only for those on the page.
  static func rowsSQL(_ filter: HeadlineFilter) -> String {
    """
    SELECT \(columns)
    FROM (SELECT a.article_row \(filter.sql) \(HeadlineFilter.order) LIMIT ? OFFSET ?) AS p
    CROSS JOIN article AS a ON a.article_row = p.article_row
    JOIN feed AS f ON f.feed_row = a.feed_row \(HeadlineFilter.order)
    """
  }

  private static let columns = """
    a.article_row, a.id, a.title, a.section,
      coalesce((SELECT nullif(s.name, '') FROM subscription AS s WHERE s.feed_row = f.feed_row), f.title), a.list_date, a.list_offset, a.language, a.related_count,
      a.is_read, a.is_starred, a.url,
      CASE WHEN a.group_row IS NULL THEN 1
        ELSE (SELECT count(DISTINCT m.feed_row) FROM article AS m WHERE m.group_row = a.group_row) END,
      a.muted_by IS NOT NULL
    """

  func counts(_ filter: HeadlineFilter) throws(SQLiteError) -> (total: Int, unread: Int) {
    if filter.findsAllShown || filter.findsAllUnread {
      let all = try FeedCountTable(connection: connection).all()
      return filter.findsAllShown ? all : (all.unread, all.unread)
    }
    return try connection.first(Self.countsSQL(filter), filter.arguments) { ($0.int(0), $0.int(1)) } ?? (0, 0)
  }

  private func rows(_ filter: HeadlineFilter, start: Int, limit: Int) throws(SQLiteError) -> [Headline] {
    try read(Self.rowsSQL(filter), filter.arguments + [SQLValue(max(0, limit)), SQLValue(start)])
  }

  private func read(_ sql: String, _ arguments: [SQLValue]) throws(SQLiteError) -> [Headline] {
    var rows: [Int64] = []
    var headlines = try connection.rows(sql, arguments) { row in
      rows.append(row.integer(0))
      var headline = Headline(
        id: ArticleID(rawValue: row.text(1)), title: row.text(2), section: row.optionalText(3), source: row.text(4),
        date: Timestamp(secondsSince1970: row.integer(5), utcOffsetSeconds: row.int(6)), language: row.text(7),
        relatedCount: row.int(8), isRead: row.flag(9), isStarred: row.flag(10), paperCount: row.int(12),
        isMuted: row.flag(13))
      headline.url = row.optionalText(11)
      return headline
    }
    let tags = TagTable(connection: connection)
    for index in headlines.indices {
      headlines[index].tags = try tags.names(of: rows[index])
    }
    return headlines
  }

  /// How many stories of the list stand before `place`.
  private func index(of place: Place, _ filter: HeadlineFilter) throws(SQLiteError) -> Int {
    let before = "(a.list_date > ? OR (a.list_date = ? AND a.id < ?))"
    // The first bound is there for the index, which cannot use an OR.
    return try connection.first(
      "SELECT count(*) \(filter.sql(and: ["a.list_date >= ?", before]))",
      filter.arguments + [.integer(place.date), .integer(place.date), .integer(place.date), .text(place.id)]
    ) { $0.int(0) } ?? 0
  }

  private func firstUnread(
    _ filter: HeadlineFilter, beyond place: Place?, _ backwards: Bool
  ) throws(SQLiteError) -> Place? {
    var conditions = ["a.is_read = 0"]
    var arguments = filter.arguments
    if let place {
      conditions +=
        backwards
        ? ["a.list_date >= ?", "(a.list_date > ? OR a.id < ?)"] : ["a.list_date <= ?", "(a.list_date < ? OR a.id > ?)"]
      arguments += [.integer(place.date), .integer(place.date), .text(place.id)]
    }
    let order = backwards ? HeadlineFilter.reversedOrder : HeadlineFilter.order
    return try connection.first(
      "SELECT a.list_date, a.id \(filter.sql(and: conditions)) \(order) LIMIT 1", arguments
    ) { Place(date: $0.integer(0), id: $0.text(1)) }
  }
}
