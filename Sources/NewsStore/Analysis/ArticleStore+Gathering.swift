internal import CSQLite

/// Many small calls in one transaction, for who is alone with the store: stories pass through in small batches, which need little memory, and
/// the disk has a large transaction, which writes each page once. See <doc:Analysis>.
extension ArticleStore {
  /// What calls that share a transaction have in memory until it ends.
  struct Gathering {
    var analysis: GatheredAnalysis?
    /// Of the headlines of stories that were understood.
    var titleWords = TitleWords()
    /// To go back to when the transaction is undone.
    var uncounted: Vocabulary.Uncounted
    var isMergedLater = false

    /// What is to be changed, so that there is only one of it.
    mutating func takeAnalysis() -> GatheredAnalysis? {
      defer { analysis = nil }
      return analysis
    }

    /// As ``takeAnalysis()``.
    mutating func takeTitleWords() -> TitleWords {
      defer { titleWords = TitleWords() }
      return titleWords
    }
  }

  /// From here on writing calls are kept together, at ``writeGathered()``. When one of them fails, all since the last time are undone.
  ///
  /// Other processes cannot write meanwhile, so there is to be no long pause between two calls; what this process reads of the store is what it has
  /// gathered.
  public func beginGathering() {
    gathering = Gathering(uncounted: vocabulary.uncounted)
  }

  /// Keeps what was gathered since the last time, and lets other processes write for a moment.
  public func writeGathered() throws(StoreError) {
    guard let gathering, connection.isInTransaction else { return }
    try write("keep analysis") { () throws(SQLiteError) in
      try TitleWordTable(connection: connection).write(gathering.titleWords)
      if var analysis = gathering.analysis {
        try AnalysisTable(connection: connection)
          .write(&analysis, &vocabulary, isMergedLater: gathering.isMergedLater)
      }
      try connection.commit()
    }
    beginGathering()
    sqlite3_sleep(2 * Connection.lockPollMilliseconds)
  }

  /// Keeps what was gathered; from here on each call is a transaction again.
  public func endGathering() throws(StoreError) {
    defer { gathering = nil }
    try writeGathered()
  }

  /// Takes back what was gathered since the last ``writeGathered()``.
  func undoGathered() {
    guard let before = gathering else { return }
    connection.rollBack()
    // It may have rows and counts of what is not kept.
    vocabulary.removeAll()
    vocabulary.uncounted = before.uncounted
    gathering?.analysis = nil
    gathering?.titleWords = TitleWords()
  }
}
