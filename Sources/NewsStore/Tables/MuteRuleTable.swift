internal import NewsModel

/// Hides what mute rules find: `article.muted_by` is the first rule, in the reader's order, that finds a story.
///
/// A starred story is never hidden. A rule whose text is no query (any more) finds nothing.
struct MuteRuleTable {
  let connection: Connection

  private struct Rule {
    var id: Int64
    var query: StoryQuery
  }

  /// Evaluates all rules over all stories, and changes only those that are hidden by another rule than before.
  ///
  /// - Complexity: what the rules find now and found before; not the store.
  func applyAll() throws(SQLiteError) {
    var wanted: [Int64: Int64] = [:]
    for rule in try rules() {
      var query = HeadlineQuery()
      query.filter = rule.query
      query.isMutedShown = true
      let filter = try HeadlineFilter(query, on: connection)
      try connection.forEachRow("SELECT a.article_row \(filter.sql(and: ["a.is_starred = 0"]))", filter.arguments) {
        row in
        if wanted[row.integer(0)] == nil { wanted[row.integer(0)] = rule.id }
        return true
      }
    }
    var current: [Int64: Int64] = [:]
    try connection.forEachRow("SELECT article_row, muted_by FROM article WHERE muted_by IS NOT NULL") { row in
      current[row.integer(0)] = row.integer(1)
      return true
    }
    try write(wanted, over: current)
  }

  /// Evaluates the rules over these stories, which have just been analysed.
  ///
  /// - Complexity: the number of `rows` times that of rules; without rules nothing.
  func apply(to rows: [Int64]) throws(SQLiteError) {
    let rules = try rules()
    if rules.isEmpty { return }
    for run in try runs(of: rows) {
      let list = run.rows.map(String.init).joined(separator: ", ")
      var wanted: [Int64: Int64] = [:]
      for rule in rules {
        let condition = try QueryCompiler(connection: connection, scope: run.scope).condition(rule.query)
        try connection.forEachRow(
          "SELECT a.article_row FROM article AS a WHERE a.article_row IN (\(list)) AND a.is_starred = 0 AND \(condition.sql)",
          condition.arguments
        ) { row in
          if wanted[row.integer(0)] == nil { wanted[row.integer(0)] = rule.id }
          return true
        }
      }
      var current: [Int64: Int64] = [:]
      try connection.forEachRow(
        "SELECT article_row, muted_by FROM article WHERE article_row IN (\(list)) AND muted_by IS NOT NULL"
      ) { row in
        current[row.integer(0)] = row.integer(1)
        return true
      }
      try write(wanted, over: current)
    }
  }

  /// The number of the rule that hides the story; nil when it is shown or not stored.
  func rule(hiding id: ArticleID) throws(SQLiteError) -> Int64? {
    try connection.first(
      "SELECT muted_by FROM article WHERE id = ? AND muted_by IS NOT NULL", [.text(id.rawValue)]
    ) { $0.integer(0) }
  }

  /// How many stories the rule hides, and how many of these are unread.
  func counts(of rule: Int64) throws(SQLiteError) -> (total: Int, unread: Int) {
    try connection.first(
      "SELECT count(*), count(*) FILTER (WHERE is_read = 0) FROM article WHERE muted_by = ?", [.integer(rule)]
    ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
  }
}

extension MuteRuleTable {
  private func rules() throws(SQLiteError) -> [Rule] {
    try SavedQueryTable(connection: connection).all(.mute).compactMap { entry in
      (try? StoryQuery(parsing: entry.query.text, today: entry.saved)).map { Rule(id: entry.query.id, query: $0) }
    }
  }

  private func write(_ wanted: [Int64: Int64], over current: [Int64: Int64]) throws(SQLiteError) {
    let rows = Set(wanted.keys).union(current.keys).filter { wanted[$0] != current[$0] }.sorted()
    for row in rows {
      try connection.run(
        "UPDATE article SET muted_by = ? WHERE article_row = ?", [SQLValue(wanted[row]), .integer(row)])
    }
  }

  /// Stories near each other in the index, for which one look into a stretch of it is enough.
  private struct Run {
    var rows: [Int64] = []
    var scope: ClosedRange<Int64>
  }

  /// A gap wider than this in the index begins another run, so that a batch costs what it holds however far its dates reach.
  private static let gapLimit: Int64 = 256
  /// Stories of one statement.
  private static let runLimit = 500

  private func runs(of rows: [Int64]) throws(SQLiteError) -> [Run] {
    var places: [(row: Int64, place: Int64)] = []
    for slice in stride(from: 0, to: rows.count, by: Self.runLimit) {
      let list = rows[slice..<min(slice + Self.runLimit, rows.count)].map(String.init).joined(separator: ", ")
      // A story that is not in the index has place -1, where no entry is.
      places += try connection.rows(
        "SELECT article_row, coalesce(search_row, -1) FROM article WHERE article_row IN (\(list))"
      ) { ($0.integer(0), $0.integer(1)) }
    }
    var runs: [Run] = []
    for (row, place) in places.sorted(by: { ($0.place, $0.row) < ($1.place, $1.row) }) {
      if let last = runs.last, place - last.scope.upperBound <= Self.gapLimit, last.rows.count < Self.runLimit {
        runs[runs.count - 1].rows.append(row)
        runs[runs.count - 1].scope = last.scope.lowerBound...place
      } else {
        runs.append(Run(rows: [row], scope: place...place))
      }
    }
    return runs
  }
}
