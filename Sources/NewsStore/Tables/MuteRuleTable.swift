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
    let expansion = KnownExpansion(QueryCompiler.expansion(on: connection))
    for stretch in try stretches(of: rows) {
      var wanted: [Int64: Int64] = [:]
      for rule in rules {
        let compiler = QueryCompiler(connection: connection, expand: expansion.expand, scope: stretch.scope)
        let condition = try compiler.condition(rule.query)
        try connection.forEachRow(
          "SELECT a.article_row FROM article AS a WHERE \(stretch.sql) AND a.is_starred = 0 AND \(condition.sql)",
          stretch.arguments + condition.arguments
        ) { row in
          if wanted[row.integer(0)] == nil { wanted[row.integer(0)] = rule.id }
          return true
        }
      }
      var current: [Int64: Int64] = [:]
      try connection.forEachRow(
        "SELECT a.article_row, a.muted_by FROM article AS a WHERE \(stretch.sql) AND a.muted_by IS NOT NULL",
        stretch.arguments
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

  /// Stories that are evaluated together: those of a stretch of the index, or one that is not in it.
  private enum Stretch {
    case entries(ClosedRange<Int64>)
    case unindexed(Int64)

    /// No entry for a story that has none.
    var scope: ClosedRange<Int64> {
      switch self {
      case .entries(let range): range
      case .unindexed: -1 ... -1
      }
    }

    // The same text for all stretches, so that it is prepared once.
    var sql: String {
      switch self {
      case .entries: "a.search_row BETWEEN ? AND ?"
      case .unindexed: "a.article_row = ?"
      }
    }

    var arguments: [SQLValue] {
      switch self {
      case .entries(let range): [.integer(range.lowerBound), .integer(range.upperBound)]
      case .unindexed(let row): [.integer(row)]
      }
    }
  }

  /// So many other stories may lie between two of one stretch; they are evaluated once more, to the same end.
  private static let gapLimit = 32

  private func stretches(of rows: [Int64]) throws(SQLiteError) -> [Stretch] {
    var entries: [Int64] = []
    var stretches: [Stretch] = []
    for row in rows {
      let entry = try connection.first("SELECT search_row FROM article WHERE article_row = ?", [.integer(row)]) {
        $0.optionalInteger(0)
      }
      guard let entry else { continue }
      if let entry { entries.append(entry) } else { stretches.append(.unindexed(row)) }
    }
    var open: ClosedRange<Int64>?
    for entry in entries.sorted() {
      if let range = open, try isNear(range.upperBound, entry) {
        open = range.lowerBound...entry
      } else {
        if let open { stretches.append(.entries(open)) }
        open = entry...entry
      }
    }
    if let open { stretches.append(.entries(open)) }
    return stretches
  }

  private func isNear(_ entry: Int64, _ next: Int64) throws(SQLiteError) -> Bool {
    let between = try connection.first(
      "SELECT count(*) FROM (SELECT 1 FROM article WHERE search_row > ? AND search_row < ? LIMIT ?)",
      [.integer(entry), .integer(next), SQLValue(Self.gapLimit + 1)]
    ) { $0.int(0) }
    return between ?? 0 <= Self.gapLimit
  }
}

/// What terms mean, looked up once for a whole batch.
private final class KnownExpansion {
  private let lookUp: QueryCompiler.Expansion
  private var known: [StoryQuery.Term: [[String]]] = [:]

  init(_ lookUp: @escaping QueryCompiler.Expansion) {
    self.lookUp = lookUp
  }

  func expand(_ term: StoryQuery.Term) throws(SQLiteError) -> [[String]] {
    if let words = known[term] { return words }
    let words = try lookUp(term)
    known[term] = words
    return words
  }
}
