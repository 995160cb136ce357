internal import CSQLite

/// One SQLite connection and its prepared statements.
///
/// Not `Sendable`: it is made, used and closed by one ``ArticleStore``, whose executor is the only thread that touches it.
final class Connection {
  private let database: OpaquePointer
  private var statements: [String: Statement] = [:]
  /// Those used last, by where their SQL stands in memory: to hash it takes as long as a small statement runs.
  private var recent = [Statement?](repeating: nil, count: recentCount)
  private var logCheckpoints: LogCheckpoints?

  /// More shapes of SQL than the store's own and a few dozen filters are not worth keeping.
  private static let cachedStatementLimit = 200
  /// A power of two.
  private static let recentCount = 256

  private static let configureOnce: Void = { _ = khabar_sqlite3_config_no_memory_status() }()

  /// Opens `path`, which must exist, or `:memory:`.
  convenience init(path: String) throws(SQLiteError) {
    try self.init(path, flags: SQLITE_OPEN_READWRITE)
  }

  /// Opens the file at `path` to look something up, and leaves no trace: nothing is written, no file made beside it.
  ///
  /// A reader of a store with a write-ahead log makes that log's index when it is not there; so a store that has no log is read as a file that
  /// nobody changes (sqlite.org/uri.html, `immutable`). Who begins to write at that moment spoils this one answer at worst.
  convenience init(readingOnly path: String, isUnchanging: Bool) throws(SQLiteError) {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~".utf8)
    let coded = path.utf8.map { byte in
      plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + String(256 + Int(byte), radix: 16).suffix(2)
    }
    let uri = "file:" + coded.joined() + "?mode=ro" + (isUnchanging ? "&immutable=1" : "")
    try self.init(uri, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
  }

  private init(_ name: String, flags: Int32) throws(SQLiteError) {
    Self.configureOnce
    var opened: OpaquePointer?
    // Without SQLite's own mutex: the actor's queue serialises all calls.
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let message = String(cString: opened.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw SQLiteError(code: code, message: message, sql: nil)
    }
    database = opened
  }

  deinit {
    // Statements first: a connection with living statements stays half open.
    recent.removeAll()
    statements.removeAll()
    sqlite3_close_v2(database)
    logCheckpoints?.finish()
  }

  /// For what SQLite does with two connections.
  func withHandles<Success>(
    _ other: Connection, _ work: (OpaquePointer, OpaquePointer) throws(SQLiteError) -> Success
  ) throws(SQLiteError) -> Success {
    try work(database, other.database)
  }

  /// Brings all of the write-ahead log into the file, and makes it empty.
  ///
  /// - Returns: false when somebody else still needed it.
  @discardableResult
  func emptyLog() throws(SQLiteError) -> Bool {
    switch sqlite3_wal_checkpoint_v2(database, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil) {
    case SQLITE_OK: return true
    case SQLITE_BUSY, SQLITE_LOCKED: return false
    case let code: throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(database)), sql: nil)
    }
  }

  /// The row number that the last INSERT of this connection gave.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(database) }

  /// How many rows all statements of this connection changed, those of triggers and virtual tables counted.
  var totalChanges: Int { Int(sqlite3_total_changes(database)) }

  /// How many rows the last INSERT, UPDATE or DELETE changed, those of triggers not counted.
  var changedRowCount: Int { Int(sqlite3_changes(database)) }

  var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

  /// Prepared statements that still stand on a row; always 0 between two calls of the store.
  var busyStatementCount: Int { statements.values.count(where: \.isBusy) }

  /// Makes what is ours known to SQL.
  func registerFunctions() throws(SQLiteError) {
    try StoryScore.register(on: database)
  }

  /// Leaves it to another thread to bring the log of the file at `path` into it.
  func setCheckpoints(_ checkpoints: LogCheckpoints) {
    checkpoints.follow(database)
    logCheckpoints = checkpoints
  }

  /// How long a statement waits for a lock of another connection.
  ///
  /// It looks for the lock every ``lockPollMilliseconds``; SQLite's own waiting looks every tenth of a second, and may miss each of the moments that a
  /// process with much to write leaves between two transactions.
  func setBusyTimeout(milliseconds: Int32) {
    sqlite3_busy_handler(
      database,
      { limit, count in
        if Int(bitPattern: limit) <= Int(count) * Int(Connection.lockPollMilliseconds) { return 0 }
        sqlite3_sleep(Connection.lockPollMilliseconds)
        return 1
      }, UnsafeMutableRawPointer(bitPattern: Int(milliseconds)))
  }

  static let lockPollMilliseconds: Int32 = 4

  /// Runs one statement and ignores its rows.
  func run(_ sql: String, _ arguments: [SQLValue] = []) throws(SQLiteError) {
    try forEachRow(sql, arguments) { _ in true }
  }

  /// Runs a script of statements without arguments.
  func runScript(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(database)), sql: sql)
    }
  }

  func rows<Value>(
    _ sql: String, _ arguments: [SQLValue] = [], _ read: (Row) -> Value
  ) throws(SQLiteError) -> [Value] {
    var values: [Value] = []
    try forEachRow(sql, arguments) { row in
      values.append(read(row))
      return true
    }
    return values
  }

  /// The first row's value; nil when there is no row.
  func first<Value>(
    _ sql: String, _ arguments: [SQLValue] = [], _ read: (Row) -> Value
  ) throws(SQLiteError) -> Value? {
    var value: Value?
    try forEachRow(sql, arguments) { row in
      value = read(row)
      return false
    }
    return value
  }

  /// Hands the rows to `visit` until it answers false.
  func forEachRow(
    _ sql: String, _ arguments: [SQLValue] = [], _ visit: (Row) -> Bool
  ) throws(SQLiteError) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(arguments)
    while let row = try statement.step() {
      if !visit(row) { break }
    }
  }

  /// Runs `work` in one transaction that may write; all of it happens or nothing. Inside an open transaction it joins that one.
  func transaction<Success, Failure: Error>(
    _ work: () throws(Failure) -> Success, failed: (SQLiteError) -> Failure
  ) throws(Failure) -> Success {
    if isInTransaction { return try work() }
    do {
      // IMMEDIATE: the wait for another writer happens here, where nothing was read yet; a deferred transaction that
      // reads first and writes later fails with SQLITE_BUSY at once (https://sqlite.org/lang_transaction.html, 2.2).
      try run("BEGIN IMMEDIATE")
    } catch { throw failed(error) }
    let success: Success
    do {
      success = try work()
    } catch {
      rollBack()
      throw error
    }
    do {
      try commit()
    } catch { throw failed(error) }
    return success
  }

  func transaction<Success>(
    _ work: () throws(SQLiteError) -> Success
  ) throws(SQLiteError) -> Success {
    try transaction(work) { $0 }
  }

  /// Begins a transaction that may write and that ``commit()`` or ``rollBack()`` ends; inside an open one it does nothing.
  func begin() throws(SQLiteError) {
    if !isInTransaction { try run("BEGIN IMMEDIATE") }
  }

  /// Ends what ``begin()`` began; when that fails, nothing of it is kept.
  func commit() throws(SQLiteError) {
    do {
      try run("COMMIT")
    } catch {
      rollBack()
      throw error
    }
  }

  /// Undoes the open transaction; without one it does nothing.
  func rollBack() {
    // SQLite has already rolled back by itself after some errors (full disk, lost lock).
    if isInTransaction { try? run("ROLLBACK") }
  }

  /// Runs `work` on one unchanging picture of the store, whatever other processes write meanwhile.
  func snapshot<Success>(_ work: () throws(SQLiteError) -> Success) throws(SQLiteError) -> Success {
    if isInTransaction { return try work() }
    try run("BEGIN")
    defer { try? run("COMMIT") }
    return try work()
  }
}

extension Connection {
  private func prepared(_ sql: String) throws(SQLiteError) -> Statement {
    let slot = Self.slot(of: sql)
    // Literals are at the same place always, so that they are equal at first sight.
    if let statement = recent[slot], statement.sql == sql, !statement.isBusy { return statement }
    let statement = try known(sql)
    recent[slot] = statement
    return statement
  }

  private func known(_ sql: String) throws(SQLiteError) -> Statement {
    if let statement = statements[sql], !statement.isBusy { return statement }
    let statement = try Statement(sql, on: database)
    if statements.count >= Self.cachedStatementLimit {
      statements.removeAll()
      recent = [Statement?](repeating: nil, count: Self.recentCount)
    }
    statements[sql] = statement
    return statement
  }

  private static func slot(of sql: String) -> Int {
    sql.utf8.withContiguousStorageIfAvailable { Int(bitPattern: $0.baseAddress) >> 4 & (recentCount - 1) } ?? 0
  }
}
