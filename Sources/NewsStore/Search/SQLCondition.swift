/// A condition on stories, which are `a`, and the arguments of its `?`.
struct SQLCondition {
  var sql: String
  var arguments: [SQLValue] = []
  /// How many parentheses of ours stand inside one another.
  private(set) var depth = 0

  init(sql: String, arguments: [SQLValue] = []) {
    self.sql = sql
    self.arguments = arguments
  }

  static let always = SQLCondition(sql: "1")
  static let never = SQLCondition(sql: "0")

  /// What is unknown (NULL), such as whether a story that is not in the index has a word, counts as no.
  var negated: SQLCondition {
    var negated = SQLCondition(sql: "NOT ifnull(\(sql), 0)", arguments: arguments)
    negated.depth = depth + 1
    return negated
  }

  /// - Parameter isAll: joined by AND, else by OR.
  static func joined(_ conditions: [SQLCondition], isAll: Bool) -> SQLCondition {
    if conditions.isEmpty { return isAll ? .always : .never }
    if conditions.count == 1 { return conditions[0] }
    // The deepest first: of what stands before it in its parentheses SQLite's parser has nothing to remember, and it has a stack of a
    // hundred symbols (YYSTACKDEPTH).
    let ordered = conditions.enumerated().sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }
      .map(\.element)
    var joined = SQLCondition(
      sql: "(" + ordered.map(\.sql).joined(separator: isAll ? " AND " : " OR ") + ")",
      arguments: ordered.flatMap(\.arguments))
    joined.depth = (ordered.first?.depth ?? 0) + 1
    return joined
  }
}
