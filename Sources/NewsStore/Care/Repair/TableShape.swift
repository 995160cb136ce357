/// A table of ours as its rows lie in the file.
struct TableShape {
  var name: String
  /// In the order in which a row holds them.
  var columns: [Column]
  /// Whether rows have numbers; else their key is where they stand.
  var hasNumbers: Bool
  /// The column that is the row's number, which rows do not hold; nil when no column is.
  var numberColumn: Int?

  struct Column {
    var name: String
    var type: String
    var isRequired: Bool
  }

  /// Everything but what analysis makes anew: the full-text index, vectors, keys of groups, names found in texts, counts of words.
  private static let derived: Set<String> = ["term", "story_vector", "story_key", "name_candidate"]

  /// The tables of a store that hold what cannot be had again, those first that the reader made.
  static func all(in connection: Connection) throws(SQLiteError) -> [TableShape] {
    let names = try connection.rows(
      """
      SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'
      """
    ) { ($0.text(0), $0.flag(1)) }
    var shapes: [TableShape] = []
    for (name, hasNoNumber) in names where !derived.contains(name) {
      shapes.append(try shape(name, hasNoNumber: hasNoNumber, connection))
    }
    let first = ["reading_state", "subscription", "sentence_mark", "saved_query", "setting", "feed"]
    func rank(_ shape: TableShape) -> Int { first.firstIndex(of: shape.name) ?? first.count }
    return shapes.sorted { (rank($0), $0.name) < (rank($1), $1.name) }
  }

  private static func shape(
    _ name: String, hasNoNumber: Bool, _ connection: Connection
  ) throws(SQLiteError) -> TableShape {
    let rows = try connection.rows(
      "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid", [.text(name)]
    ) { (column: Column(name: $0.text(0), type: $0.text(1), isRequired: $0.flag(2)), key: $0.int(3)) }
    let keys = rows.filter { $0.key > 0 }.sorted { $0.key < $1.key }
    if hasNoNumber {
      // The key first, then the rest (sqlite.org/fileformat2.html, 2.4).
      let columns = keys.map(\.column) + rows.filter { $0.key == 0 }.map(\.column)
      return TableShape(name: name, columns: columns, hasNumbers: false, numberColumn: nil)
    }
    let number = keys.count == 1 && keys[0].column.type == "INTEGER" ? rows.firstIndex { $0.key == 1 } : nil
    return TableShape(name: name, columns: rows.map(\.column), hasNumbers: true, numberColumn: number)
  }

  /// Whether a record can be a row of this table: it has a value for what needs one, and each is of its column's type.
  func fits(_ record: StoredRecord, isTable: Bool) -> Bool {
    guard isTable == (record.row != nil), hasNumbers == isTable else { return false }
    guard record.values.count == columns.count else { return false }
    return zip(columns, record.values).enumerated().allSatisfy { index, pair in
      if index == numberColumn { return pair.1.isNull }
      return pair.1.isNull ? !pair.0.isRequired : pair.1.hasType(pair.0.type)
    }
  }

  /// The statement that puts a row of `count` values in, and these; the columns that the row is too old for get what they are made with.
  func insertion(of record: StoredRecord) -> (sql: String, values: [SQLValue]) {
    let count = min(record.values.count, columns.count)
    var values = Array(record.values.prefix(count))
    if let numberColumn, let row = record.row, numberColumn < count { values[numberColumn] = .integer(row) }
    let names = columns.prefix(count).map(\.name).joined(separator: ", ")
    let marks = [String](repeating: "?", count: count).joined(separator: ", ")
    return ("INSERT OR IGNORE INTO \(name) (\(names)) VALUES (\(marks))", values)
  }
}

extension SQLValue {
  var isNull: Bool {
    if case .null = self { true } else { false }
  }

  fileprivate func hasType(_ type: String) -> Bool {
    switch (self, type) {
    case (.integer, "INTEGER"), (.integer, "REAL"), (.real, "REAL"), (.text, "TEXT"), (.blob, "BLOB"): true
    default: false
    }
  }
}
