internal import CSQLite

/// The row that a statement stands on. Valid only inside the closure that gets it: values leave, rows do not.
struct Row {
  let statement: OpaquePointer

  /// The text of a column; empty for NULL. Invalid UTF-8 becomes U+FFFD.
  func text(_ column: Int32) -> String {
    optionalText(column) ?? ""
  }

  /// The text of a column; nil for NULL.
  func optionalText(_ column: Int32) -> String? {
    // The order matters: the byte count is that of the form last asked for.
    guard let bytes = sqlite3_column_text(statement, column) else { return nil }
    let utf8Count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: utf8Count), as: UTF8.self)
  }

  /// 0 for NULL.
  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  /// 0 for NULL, the nearest `Int` where that is narrower.
  func int(_ column: Int32) -> Int {
    Int(clamping: integer(column))
  }

  func optionalInteger(_ column: Int32) -> Int64? {
    isNull(column) ? nil : integer(column)
  }

  func optionalReal(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, column)
  }

  /// The bytes of a column; empty for NULL.
  func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// A column as it is stored.
  func value(_ column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(blob(column))
    default: .null
    }
  }

  func flag(_ column: Int32) -> Bool {
    integer(column) != 0
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}
