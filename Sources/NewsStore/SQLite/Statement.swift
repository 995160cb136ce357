internal import CSQLite

/// A prepared statement. Owned by its ``Connection``, which alone runs it.
final class Statement {
  let handle: OpaquePointer
  let sql: String

  init(_ sql: String, on database: OpaquePointer) throws(SQLiteError) {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw SQLiteError(
        code: code == SQLITE_OK ? SQLITE_MISUSE : sqlite3_extended_errcode(database),
        message: String(cString: sqlite3_errmsg(database)), sql: sql)
    }
    handle = prepared
    self.sql = sql
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// True from the first step until the last row was read or the statement was reset.
  var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

  /// Sets every `?`, left to right.
  func bind(_ arguments: [SQLValue]) throws(SQLiteError) {
    precondition(
      arguments.count == Int(sqlite3_bind_parameter_count(handle)),
      "The statement wants another number of arguments: \(sql)")
    var index: Int32 = 1
    for argument in arguments {
      let code: Int32
      switch argument {
      case .null: code = sqlite3_bind_null(handle, index)
      case .integer(let number): code = sqlite3_bind_int64(handle, index, number)
      case .real(let number): code = sqlite3_bind_double(handle, index, number)
      case .text(var text): code = text.withUTF8 { bind($0, at: index) }
      case .utf8(let bytes): code = bytes.withUnsafeBufferPointer { bind($0, at: index) }
      case .blob(let bytes):
        code = bytes.withUnsafeBytes {
          // A nil pointer would bind NULL.
          $0.baseAddress.map { khabar_sqlite3_bind_blob(handle, index, $0, Int32(bytes.count)) }
            ?? sqlite3_bind_zeroblob(handle, index, 0)
        }
      }
      guard code == SQLITE_OK else { throw failure(code) }
      index += 1
    }
  }

  /// Goes to the next row; nil after the last.
  func step() throws(SQLiteError) -> Row? {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return Row(statement: handle)
    case SQLITE_DONE: return nil
    case let code: throw failure(code)
    }
  }

  /// Ready to run again. The texts that were bound are let go, so that a cached statement holds no body in memory.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func bind(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int32) -> Int32 {
    guard let utf8Count = Int32(exactly: utf8.count) else { return SQLITE_TOOBIG }
    // A nil pointer would bind NULL: an empty string has one.
    guard let base = utf8.baseAddress else { return khabar_sqlite3_bind_text(handle, index, "", 0) }
    return base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      khabar_sqlite3_bind_text(handle, index, $0, utf8Count)
    }
  }

  private func failure(_ code: Int32) -> SQLiteError {
    let database = sqlite3_db_handle(handle)
    let extended = sqlite3_extended_errcode(database)
    return SQLiteError(
      code: extended & 0xff == code & 0xff ? extended : code,
      message: String(cString: sqlite3_errmsg(database)), sql: sql)
  }
}
