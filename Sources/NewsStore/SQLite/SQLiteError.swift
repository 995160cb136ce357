internal import CSQLite

/// What SQLite said when a call failed. Stays inside the module; callers see a ``StoreError``.
struct SQLiteError: Error {
  /// The extended result code, https://sqlite.org/rescode.html.
  var code: Int32
  var message: String
  /// The statement at fault; nil when none was running.
  var sql: String?

  /// The low byte of the code: the kind of failure without its detail.
  var primaryCode: Int32 { code & 0xff }

  /// Whether another connection holds the lock that was needed.
  var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
}
