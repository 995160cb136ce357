public import NewsModel

/// Sentences that the reader marked: <doc:MarksAndVersions>.
extension ArticleStore {
  /// All marks with their stories, the last one made first. Nothing that was marked is missing: what a story does not say any more, and
  /// what no story is stored for, is there and says so.
  public func marks() throws(StoreError) -> [MarkedSentence] {
    try read("list marks") { () throws(SQLiteError) in try SentenceMarkTable(connection: connection).all() }
  }

  /// Keeps a mark; of one that is kept already, its note.
  ///
  /// - Returns: false for a new mark in a story that is not stored.
  @discardableResult
  public func save(_ mark: SentenceMark) throws(StoreError) -> Bool {
    try write("keep a mark") { () throws(SQLiteError) in try SentenceMarkTable(connection: connection).save(mark) }
  }

  /// Takes a mark away; ``save(_:)`` undoes it.
  public func remove(_ mark: SentenceMark) throws(StoreError) {
    try write("remove a mark") { () throws(SQLiteError) in try SentenceMarkTable(connection: connection).remove(mark) }
  }
}
