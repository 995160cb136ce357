internal import CSQLite

/// Opens a connection that is ready for use, or says why not.
enum StoreOpening {
  /// Holds the list's indexes of 100,000 stories.
  static let cacheKibibytes = 32_768

  static func connection(to path: String) throws(StoreError) -> Connection {
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(path: path)
      connection.setBusyTimeout(milliseconds: Int32(ArticleStore.busyTimeoutMilliseconds))
    } catch {
      throw StoreError(error, operation: "open", path: path)
    }
    let migrator = SchemaMigrator(migrations: Migrations.all)
    do throws(SchemaMigrator.Refusal) {
      // Whose file it is comes before the first setting that writes: what is not ours stays as it is.
      try migrator.check(connection)
      try settle(connection)
      connection.setCheckpoints(LogCheckpoints(path: path))
      try migrator.migrate(connection)
    } catch {
      throw error.storeError(operation: "open", path: path, known: migrator.migrations.count)
    }
    return connection
  }

  private static func settle(_ connection: Connection) throws(SchemaMigrator.Refusal) {
    do throws(SQLiteError) {
      try useWriteAheadLog(connection)
      // With a write-ahead log NORMAL loses no consistency; a power cut may lose the last commits (sqlite.org/pragma.html).
      try connection.run("PRAGMA synchronous = NORMAL")
      try connection.run("PRAGMA foreign_keys = ON")
      try connection.registerFunctions()
      // In KiB when negative; memory is taken only as pages are read.
      try connection.run("PRAGMA cache_size = -\(cacheKibibytes)")
      // Each statement that a constraint could stop keeps the pages that it changes for taking it back, in a temporary file otherwise: that was
      // nine tenths of all that a refresh wrote (sqlite.org/tempfiles.html, 2.6).
      try connection.run("PRAGMA temp_store = MEMORY")
      // What is deleted is overwritten where its page is written anyway; pages that become free need no writing for it. ON, as some systems build
      // SQLite, writes each page that merging the index frees.
      try connection.run("PRAGMA secure_delete = FAST")
      // In bytes: what the log of a large refresh is cut back to once it is in the file.
      try connection.run("PRAGMA journal_size_limit = 4194304")
    } catch {
      throw .failed(error)
    }
  }

  private static func useWriteAheadLog(_ connection: Connection) throws(SQLiteError) {
    let mode = try connection.first("PRAGMA journal_mode") { $0.text(0) }
    guard mode == "delete" else { return }
    // A story's text is some 9 kB: half the pages of the default size to write. Only a new file takes it.
    try connection.run("PRAGMA page_size = 8192")
    // The switch does not wait by itself when two processes make a store at once: one of them succeeds, the other looks again.
    let pauseMilliseconds: Int32 = 10
    var attempts = ArticleStore.busyTimeoutMilliseconds / Int(pauseMilliseconds)
    while true {
      do {
        try connection.run("PRAGMA journal_mode = WAL")
        return
      } catch {
        attempts -= 1
        if !error.isBusy || attempts == 0 { throw error }
        sqlite3_sleep(pauseMilliseconds)
      }
    }
  }
}
