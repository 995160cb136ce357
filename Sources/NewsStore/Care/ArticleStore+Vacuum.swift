/// Giving back what the store's file does not need any more.
extension ArticleStore {
  /// Writes the store anew without free pages, and cuts its file and log to what is in them (sqlite.org/lang_vacuum.html). Needs as much room
  /// beside the store as it takes, for a while; stopped anywhere, the store is as before.
  ///
  /// - Returns: the bytes of the file and its log, before and after.
  /// - Throws: ``StoreError``; of kind `busy` when another process writes all the time.
  public func vacuum() throws(StoreError) -> (before: Int, after: Int) {
    func byteCount() -> Int { StoreFile.byteCount(path) + StoreFile.byteCount(path + "-wal") }
    do throws(SQLiteError) {
      try connection.emptyLog()
      let before = byteCount()
      // The new file is built beside: in memory it would need as much of that as the store has bytes.
      try connection.run("PRAGMA temp_store = FILE")
      defer { try? connection.run("PRAGMA temp_store = MEMORY") }
      try connection.run("VACUUM")
      try connection.emptyLog()
      return (before, byteCount())
    } catch {
      throw StoreError(error, operation: "vacuum", path: path)
    }
  }
}
