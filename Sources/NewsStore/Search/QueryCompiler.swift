internal import IndicText
internal import NewsModel

/// Makes SQL of a ``StoryQuery``: what the index can say by itself goes to it in one piece, the rest are conditions on stories.
///
/// Names become row numbers here. Text of the query is only ever an argument, or a quoted string inside one.
struct QueryCompiler {
  /// The words that mean a term: alternatives, each the folded words of a phrase; with a prefix term the last word's beginning.
  typealias Expansion = (StoryQuery.Term) throws(SQLiteError) -> [[String]]

  let connection: Connection
  let expand: Expansion
  /// The rows of the index that are looked at; nil all. With a scope a condition costs what the scope holds, not what the store does.
  let scope: ClosedRange<Int64>?

  /// - Parameter expand: nil is how lists, smart lists and mute rules expand words.
  init(connection: Connection, expand: Expansion? = nil, scope: ClosedRange<Int64>? = nil) {
    self.connection = connection
    self.expand = expand ?? Self.expansion(on: connection)
    self.scope = scope
  }

  /// How lists, smart lists and mute rules expand words.
  static func expansion(on connection: Connection) -> Expansion {
    { (term) throws(SQLiteError) in
      // What only sounds alike is for searching, where it stands last; a list or a rule has no last.
      try TermExpansion(connection: connection).alternatives(of: term).filter { !$0.isSound }.map(\.words)
    }
  }

  /// The term's own words, in any spelling that folds to the same key.
  static func exactWords(of term: StoryQuery.Term) -> [[String]] { [SearchKey.words(term.text)] }

  /// The condition that `query` is.
  func condition(_ query: StoryQuery) throws(SQLiteError) -> SQLCondition {
    try condition(query.simplified, isNegated: false)
  }

  /// Parts a query into what the index says of the stories that are wanted, for ranking, and what remains to be a condition.
  ///
  /// - Returns: `match` nil when the query asks for no words that must be there.
  func parted(_ query: StoryQuery) throws(SQLiteError) -> (match: String?, rest: StoryQuery) {
    try parted(query, withTitles: true)
  }

  /// As ``parted(_:)``, but words of headlines stay conditions: the index has not every story yet.
  func indexed(_ query: StoryQuery) throws(SQLiteError) -> (match: String?, rest: StoryQuery) {
    try parted(query, withTitles: false)
  }

  private func parted(
    _ query: StoryQuery, withTitles: Bool
  ) throws(SQLiteError) -> (match: String?, rest: StoryQuery) {
    let query = query.simplified
    var parts = [query]
    if case .and(let all) = query { parts = all }
    var texts: [StoryQuery] = []
    var rest: [StoryQuery] = []
    for part in parts {
      var wording = part
      if case .not(let inner) = part { wording = inner }
      if try matches.text(wording, withTitles: withTitles) != nil { texts.append(part) } else { rest.append(part) }
    }
    guard let match = try matches.text(.and(texts), withTitles: withTitles) else { return (nil, query) }
    return (match, StoryQuery.and(rest).simplified)
  }

  /// Stories that the index finds by `match`.
  func matching(_ match: String) -> SQLCondition {
    guard let scope else {
      return SQLCondition(
        sql: "a.search_row IN (SELECT rowid FROM search WHERE search MATCH ?)", arguments: [.text(match)])
    }
    return SQLCondition(
      sql: "a.search_row IN (SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?)",
      arguments: [.text(match), .integer(scope.lowerBound), .integer(scope.upperBound)])
  }
}

extension QueryCompiler {
  private var matches: MatchExpression { MatchExpression(expand: expand) }

  /// Negation goes down to the leaves, so that the SQL is no deeper than the query.
  private func condition(_ query: StoryQuery, isNegated: Bool) throws(SQLiteError) -> SQLCondition {
    if let match = try matches.text(query, withTitles: false) { return leaf(matching(match), isNegated) }
    switch query {
    case .all: return isNegated ? .never : .always
    case .not(let inner): return try condition(inner, isNegated: !isNegated)
    case .term(let term): return leaf(try title(term), isNegated)
    case .filter(let filter): return leaf(try condition(filter), isNegated)
    case .and(let parts):
      let (text, others) = try gathered(parts, isAll: true)
      return .joined(try conditions(text, others, isNegated), isAll: !isNegated)
    case .or(let parts):
      let (text, others) = try gathered(parts, isAll: false)
      return .joined(try conditions(text, others, isNegated), isAll: isNegated)
    }
  }

  private func leaf(_ condition: SQLCondition, _ isNegated: Bool) -> SQLCondition {
    isNegated ? condition.negated : condition
  }

  private func conditions(
    _ match: String?, _ others: [StoryQuery], _ isNegated: Bool
  ) throws(SQLiteError) -> [SQLCondition] {
    var conditions: [SQLCondition] = []
    if let match { conditions.append(leaf(matching(match), isNegated)) }
    for other in others { conditions.append(try condition(other, isNegated: isNegated)) }
    return conditions
  }

  /// The parts that are text as one expression, and the others. What must not be there joins only where something must.
  private func gathered(
    _ parts: [StoryQuery], isAll: Bool
  ) throws(SQLiteError) -> (match: String?, others: [StoryQuery]) {
    var texts: [StoryQuery] = []
    var excluded: [StoryQuery] = []
    var others: [StoryQuery] = []
    for part in parts {
      if try matches.text(part, withTitles: false) != nil {
        texts.append(part)
      } else if isAll, case .not(let inner) = part, try matches.text(inner, withTitles: false) != nil {
        excluded.append(part)
      } else {
        others.append(part)
      }
    }
    if texts.isEmpty { return (nil, excluded + others) }
    return (try matches.text(isAll ? .and(texts + excluded) : .or(texts), withTitles: false), others)
  }
}
