internal import IndicText
internal import NewsModel

/// A ``HeadlineQuery`` as SQL: where the stories come from and which of them are meant.
///
/// Names become row numbers here, before the query runs, so that SQLite sees equalities it has an index for.
/// The text of a query is only ever an argument, never part of the SQL.
struct HeadlineFilter {
  /// True when nothing is asked and no story is hidden.
  let findsEverything: Bool
  /// True when nothing is asked; hidden stories are left out.
  let findsAllShown: Bool
  /// The same of the list that shows only what is unread.
  let findsAllUnread: Bool
  /// False when a tag or feed is asked for that no story has.
  private(set) var canFind = true
  private(set) var arguments: [SQLValue] = []
  private var source = allStories
  private static let allStories = "FROM article AS a"
  private var conditions: [String]

  /// - Parameter expand: the words that mean a term of the query's text; nil the usual ones.
  init(
    _ query: HeadlineQuery, on connection: Connection,
    expand: QueryCompiler.Expansion? = nil
  ) throws(SQLiteError) {
    let parts = FilterParts(query)
    let showsMuted = query.isMutedShown || query.filter?.contains { $0 == .muted } == true
    conditions = showsMuted ? [] : ["a.muted_by IS NULL"]
    if query.isGrouped { conditions.append("a.is_group_lead = 1") }
    let hidesStories = try Self.hidesStories(connection)
    findsAllShown = query.isEmpty
    var unread = HeadlineQuery()
    unread.isUnreadOnly = true
    findsAllUnread = query == unread
    findsEverything = findsAllShown && !hidesStories
    try addTags(query.tags + parts.tags, TagTable(connection: connection))
    for section in [query.section] + parts.sections {
      if let section { add("a.section_key = ?", .text(SearchKey.fold(section))) }
    }
    if let feed = query.feed {
      let rows = try FeedTable(connection: connection).rows(named: feed)
      canFind = canFind && !rows.isEmpty
      add(try QueryCompiler.feed(rows, connection))
    }
    if query.isUnreadOnly || parts.isUnreadOnly { conditions.append("a.is_read = 0") }
    if query.isStarredOnly || parts.isStarredOnly { conditions.append("a.is_starred = 1") }
    addTitleWords(query.titleWords ?? "")
    try addRest(parts.rest, QueryCompiler(connection: connection, expand: expand))
  }

  private static func hidesStories(_ connection: Connection) throws(SQLiteError) -> Bool {
    try connection.first("SELECT 1 FROM article WHERE muted_by IS NOT NULL LIMIT 1") { _ in true } ?? false
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

  private mutating func add(_ condition: SQLCondition) {
    conditions.append(condition.sql)
    arguments += condition.arguments
  }

  /// What the index says alone comes from it, newest first; of a word that few stories have the others are not looked at.
  private mutating func addRest(_ rest: StoryQuery, _ compiler: QueryCompiler) throws(SQLiteError) {
    if rest == .all { return }
    let isFree = source == Self.allStories
    let (match, others) = isFree ? try compiler.indexed(rest) : (nil, rest)
    if let match {
      source = "FROM search AS s CROSS JOIN article AS a ON a.search_row = s.rowid"
      add("s.search MATCH ?", .text(match))
    }
    if others != .all { add(try compiler.condition(others)) }
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

  private mutating func addTitleWords(_ words: String) {
    // Nobody types more words than this into a filter; SQLite's limit of 1,000 nested conditions is far.
    for word in Set(SearchKey.words(words).prefix(32)).sorted() {
      conditions.append("a.article_row IN (SELECT article_row FROM title_word WHERE word >= ? AND word < ?)")
      arguments += TitleWordTable.range(ofWordsBeginningWith: word)
    }
  }
}

/// What a list has quick ways for, out of a query that asks for all of its parts; the rest goes to the compiler.
private struct FilterParts {
  var tags: [String] = []
  var sections: [String] = []
  var isUnreadOnly = false
  var isStarredOnly = false
  var rest = StoryQuery.all

  init(_ query: HeadlineQuery) {
    guard let filter = query.filter?.simplified else { return }
    var parts = [filter]
    if case .and(let all) = filter { parts = all }
    var others: [StoryQuery] = []
    for part in parts {
      switch part {
      case .filter(.tag(let name)): tags.append(name)
      case .filter(.section(let name)): sections.append(name)
      case .filter(.unread): isUnreadOnly = true
      case .filter(.starred): isStarredOnly = true
      default: others.append(part)
      }
    }
    rest = StoryQuery.and(others).simplified
  }
}
