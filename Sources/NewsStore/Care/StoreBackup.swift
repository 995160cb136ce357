internal import CSQLite

/// A copy of a store as it is at one moment, made while others read and write it (sqlite.org/backup.html).
public enum StoreBackup {
  /// Copies the store at `path` to `target`, for this user alone, and checks the copy. It is one file without a log, and appears whole or not at
  /// all.
  ///
  /// - Parameter replaces: whether a file that is there may be replaced. The store itself never is.
  /// - Returns: what the check of the copy found.
  /// - Throws: ``StoreError``; of kind `corrupted` when the copy is damaged, because the store is: then nothing was kept.
  public static func write(
    from path: String, to target: String, replaces: Bool, progress: (StoreProgress) -> Void = { _ in }
  ) throws(StoreError) -> StoreCheckReport {
    if let problem = StoreFile.problem(reading: path) {
      throw StoreError(kind: .cannotOpen, operation: "back up", path: path, message: problem)
    }
    let isItself = [path, path + "-wal", path + "-shm"].contains { StoreFile.isSame($0, target) }
    if isItself || (StoreFile.exists(target) && (!replaces || StoreFile.problem(reading: target) != nil)) {
      throw StoreError(kind: .exists, operation: "back up", path: target)
    }
    let temporary = target + ".unfinished-\(UInt32.random(in: 0 ... .max))"
    if let problem = StoreFile.createNew(temporary) {
      throw StoreError(kind: .cannotOpen, operation: "back up", path: target, message: problem)
    }
    defer { for ending in ["", "-journal", "-wal", "-shm"] { StoreFile.remove(temporary + ending) } }
    try copy(path, to: temporary, named: target, progress)
    let report = try StoreCheck.run(at: temporary, progress: progress)
    if report.findings.contains(where: { $0.kind == .damagedPages }) {
      throw StoreError(
        kind: .corrupted, operation: "back up", path: path, message: report.findings[0].details.first ?? "")
    }
    StoreFile.synchronise(temporary)
    if let problem = StoreFile.place(temporary, at: target, replaces: replaces) {
      throw StoreError(
        kind: problem.isEmpty ? .exists : .cannotOpen, operation: "back up", path: target, message: problem)
    }
    StoreFile.synchronise(target)
    return report
  }

  /// Pages of one step: some milliseconds.
  private static let stepPageCount: Int32 = 512

  private static func copy(
    _ path: String, to temporary: String, named target: String, _ progress: (StoreProgress) -> Void
  ) throws(StoreError) {
    let source: Connection
    do throws(SQLiteError) {
      // Not opened as the reader does: a store of an older form is copied as it is.
      source = try Connection(readingOnly: path, isUnchanging: false)
      source.setBusyTimeout(milliseconds: Int32(ArticleStore.busyTimeoutMilliseconds))
    } catch { throw StoreError(error, operation: "back up", path: path) }
    let migrator = SchemaMigrator(migrations: Migrations.all)
    do throws(SchemaMigrator.Refusal) { try migrator.check(source) } catch {
      throw error.storeError(operation: "back up", path: path, known: migrator.migrations.count)
    }
    do throws(SQLiteError) {
      let copy = try Connection(path: temporary)
      // One picture of the store for all steps: without it each change by another process would begin the copy anew.
      try source.snapshot { () throws(SQLiteError) in
        _ = try source.first("SELECT count(*) FROM sqlite_schema") { $0.int(0) }
        try source.copyAll(to: copy, stepPageCount: stepPageCount) { done, total in
          progress(StoreProgress(.copying, doneCount: done, totalCount: total))
        }
      }
      // The copy says that it has a write-ahead log; one file is easier to keep.
      _ = try copy.first("PRAGMA journal_mode = DELETE") { $0.text(0) }
    } catch { throw StoreError(error, operation: "back up", path: target) }
  }
}

extension Connection {
  /// Copies every page to `target`, which is empty.
  ///
  /// - Parameter progress: gets the pages that are copied, and all.
  fileprivate func copyAll(
    to target: Connection, stepPageCount: Int32, _ progress: (Int, Int) -> Void
  ) throws(SQLiteError) {
    try withHandles(target) { (own, other) throws(SQLiteError) in
      guard let backup = sqlite3_backup_init(other, "main", own, "main") else {
        throw SQLiteError(
          code: sqlite3_extended_errcode(other), message: String(cString: sqlite3_errmsg(other)), sql: nil)
      }
      var code = SQLITE_OK
      var waits = ArticleStore.busyTimeoutMilliseconds / 10
      repeat {
        code = sqlite3_backup_step(backup, stepPageCount)
        let total = Int(sqlite3_backup_pagecount(backup))
        progress(total - Int(sqlite3_backup_remaining(backup)), total)
        if code == SQLITE_BUSY || code == SQLITE_LOCKED {
          waits -= 1
          if waits > 0 { sqlite3_sleep(10) }
        }
      } while code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && waits > 0)
      let result = sqlite3_backup_finish(backup)
      guard code == SQLITE_DONE, result == SQLITE_OK else {
        throw SQLiteError(
          code: code == SQLITE_DONE ? result : code, message: String(cString: sqlite3_errstr(code)), sql: nil)
      }
    }
  }
}
