/// A condition on stories, which are `a`, and the arguments of its `?`.
struct SQLCondition {
  var sql: String
  var arguments: [SQLValue] = []

  static let always = SQLCondition(sql: "1")
  static let never = SQLCondition(sql: "0")

  /// What is unknown (NULL), such as whether a story that is not in the index has a word, counts as no.
  var negated: SQLCondition { SQLCondition(sql: "NOT ifnull(\(sql), 0)", arguments: arguments) }

  /// - Parameter isAll: joined by AND, else by OR.
  static func joined(_ conditions: [SQLCondition], isAll: Bool) -> SQLCondition {
    if conditions.isEmpty { return isAll ? .always : .never }
    if conditions.count == 1 { return conditions[0] }
    return SQLCondition(
      sql: "(" + conditions.map(\.sql).joined(separator: isAll ? " AND " : " OR ") + ")",
      arguments: conditions.flatMap(\.arguments))
  }
}
