internal import IndicText
internal import NewsModel

/// A ``HeadlineQuery`` as SQL: where the stories come from and which of them are meant.
///
/// Names become row numbers here, before the query runs, so that SQLite sees equalities it has an index for.
/// The text of a query is only ever an argument, never part of the SQL.
struct HeadlineFilter {
  /// True when nothing is asked.
  let findsEverything: Bool
  /// False when a tag or feed is asked for that no story has.
  private(set) var canFind = true
  private(set) var arguments: [SQLValue] = []
  private var source = "FROM article AS a"
  private var conditions = ["a.muted_by IS NULL"]

  init(_ query: HeadlineQuery, on connection: Connection) throws(SQLiteError) {
    findsEverything = query.isEmpty
    try addTags(query.tags, TagTable(connection: connection))
    if let section = query.section {
      add("a.section_key = ?", .text(SearchKey.fold(section)))
    }
    if let feed = query.feed {
      try addFeed(feed, FeedTable(connection: connection))
    }
    if query.isUnreadOnly { conditions.append("a.is_read = 0") }
    if query.isStarredOnly { conditions.append("a.is_starred = 1") }
    addTitleWords(query.titleWords ?? "")
  }

  /// `FROM … WHERE …`; the stories are `a`.
  var sql: String { sql(and: []) }

  func sql(and others: [String]) -> String {
    let all = (canFind ? [] : ["0"]) + conditions + others
    return all.isEmpty ? source : source + " WHERE " + all.joined(separator: " AND ")
  }

  /// The list's order, newest first.
  static let order = "ORDER BY a.list_date DESC, a.id"
  static let reversedOrder = "ORDER BY a.list_date, a.id DESC"
}

extension HeadlineFilter {
  private mutating func add(_ condition: String, _ argument: SQLValue) {
    conditions.append(condition)
    arguments.append(argument)
  }

  private mutating func addTags(_ names: [String], _ table: TagTable) throws(SQLiteError) {
    var found: Set<Int64> = []
    for name in names {
      guard let row = try table.row(named: name) else {
        canFind = false
        return
      }
      found.insert(row)
    }
    guard !found.isEmpty else { return }
    let rows = try rarestFirst(found, table)
    if try isCommon(rows[0], table) {
      // Walks the list's index, which holds all that is asked; "+" keeps SQLite from looking up story after story instead.
      add("+a.article_row IN (SELECT article_row FROM article_tag WHERE tag_row = ?)", .integer(rows[0]))
    } else {
      // CROSS JOIN fixes the order: SQLite without statistics would rather walk all stories by date than start at a rare tag.
      source = "FROM article_tag AS t CROSS JOIN article AS a ON a.article_row = t.article_row"
      add("t.tag_row = ?", .integer(rows[0]))
    }
    if rows.count > 1 {
      conditions.append(
        """
        (SELECT count(*) FROM article_tag AS o WHERE o.article_row = a.article_row AND o.tag_row IN (\(list(rows.dropFirst()))))
          = \(rows.count - 1)
        """)
    }
  }

  /// Numbers of our own, not text of the query; so many that arguments or a chain of conditions would not do.
  private func list(_ rows: some Sequence<Int64>) -> String {
    rows.map(String.init).joined(separator: ", ")
  }

  /// Whether so many stories have the tag that walking them all by date is quicker. One in 16 is where both cost the same.
  private func isCommon(_ row: Int64, _ table: TagTable) throws(SQLiteError) -> Bool {
    let storyCount = try ArticleTable(connection: table.connection).count()
    return try table.storyCount(of: row) > storyCount / 16
  }

  private func rarestFirst(_ rows: Set<Int64>, _ table: TagTable) throws(SQLiteError) -> [Int64] {
    if rows.count == 1 { return Array(rows) }
    var counted: [(row: Int64, count: Int)] = []
    for row in rows { counted.append((row, try table.storyCount(of: row))) }
    return counted.sorted { ($0.count, $0.row) < ($1.count, $1.row) }.map(\.row)
  }

  private mutating func addFeed(_ name: String, _ table: FeedTable) throws(SQLiteError) {
    let rows = try table.rows(named: name)
    if try table.hasGuests(rows) {
      conditions.append(
        """
        (a.feed_row IN (\(list(rows))) OR a.article_row IN
          (SELECT article_row FROM feed_item WHERE is_guest = 1 AND feed_row IN (\(list(rows)))))
        """)
    } else if let row = rows.first, rows.count == 1 {
      add("a.feed_row = ?", .integer(row))
    } else if rows.isEmpty {
      canFind = false
    } else {
      conditions.append("a.feed_row IN (\(list(rows)))")
    }
  }

  private mutating func addTitleWords(_ words: String) {
    // Nobody types more words than this into a filter; SQLite's limit of 1,000 nested conditions is far.
    for word in Set(SearchKey.words(words).prefix(32)).sorted() {
      conditions.append("a.article_row IN (SELECT article_row FROM title_word WHERE word >= ? AND word < ?)")
      arguments += TitleWordTable.range(ofWordsBeginningWith: word)
    }
  }
}
