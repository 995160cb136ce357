public import StoryAnalysis

/// Stories on their way from a text to what is known about it. How: <doc:Analysis>.
extension ArticleStore {
  /// Stories that wait to be analysed, what is new first, by the numbers that ``unanalysedStories(_:)`` takes.
  public func unanalysedRows() throws(StoreError) -> [Int64] {
    try read("list unanalysed stories") { () throws(SQLiteError) in
      try AnalysisTable(connection: connection).rows()
    }
  }

  /// The stories among `rows` that still wait.
  public func unanalysedStories(_ rows: ArraySlice<Int64>) throws(StoreError) -> [UnanalysedStory] {
    try read("read unanalysed stories") { () throws(SQLiteError) in
      try AnalysisTable(connection: connection).stories(rows)
    }
  }

  /// How often the words of `stories` are in the whole store.
  public func wordCounts(of stories: [StoryWords]) throws(StoreError) -> WordCounts {
    try read("count words") { () throws(SQLiteError) in
      try AnalysisTable(connection: connection).wordCounts(of: stories, &vocabulary)
    }
  }

  /// Keys of the tags that several stories have, which are looked for in texts; at most 20,000. To find them all tags are looked through.
  public func knownTagKeys() throws(StoreError) -> WordTable {
    try read("list known tags") { () throws(SQLiteError) in try TagTable(connection: connection).knownKeys() }
  }

  /// Keeps what was found out. A story that has changed meanwhile goes on waiting.
  ///
  /// - Parameter isMergedLater: ``keepWordCounts()`` and ``mergeIndex(isFirst:)`` follow the last of several batches; until then each transaction
  ///   leaves a piece of the index, and words are counted in memory.
  public func keep(_ stories: [AnalysedStory], isMergedLater: Bool = false) throws(StoreError) {
    let before = vocabulary.uncounted
    do throws(StoreError) {
      try write("keep analysis") { () throws(SQLiteError) in
        let table = AnalysisTable(connection: connection)
        var gathered: GatheredAnalysis
        if let known = gathering?.takeAnalysis() {
          gathered = known
        } else {
          gathered = try GatheredAnalysis(connection: connection)
        }
        try table.gather(stories, &vocabulary, &gathered)
        if gathering == nil {
          try table.write(&gathered, &vocabulary, isMergedLater: isMergedLater)
        } else {
          gathering?.analysis = gathered
          gathering?.isMergedLater = isMergedLater
        }
      }
    } catch {
      // It counted what was not kept. Of what was gathered all is undone, and the counts with it.
      if gathering == nil {
        vocabulary.removeAll()
        vocabulary.uncounted = before
      }
      throw error
    }
  }

  /// Writes the counts of words that ``keep(_:isMergedLater:)`` has left for later.
  public func keepWordCounts() throws(StoreError) {
    if vocabulary.uncounted.storyCounts.isEmpty { return }
    let before = vocabulary.uncounted
    do throws(StoreError) {
      try write("count words") { () throws(SQLiteError) in
        try vocabulary.writeCounts(terms: TermTable(connection: connection))
      }
    } catch {
      vocabulary.uncounted = before
      throw error
    }
  }

  /// Merges a part of the full-text index, so that searches look into fewer pieces.
  ///
  /// - Parameter isFirst: begins; otherwise goes on with what was begun.
  /// - Returns: whether there is more to do.
  public func mergeIndex(isFirst: Bool) throws(StoreError) -> Bool {
    try write("merge index") { () throws(SQLiteError) in
      try SearchTable(connection: connection).merge(isFirst: isFirst)
    }
  }

  /// Whether stories still wait of those that ``beginReanalysis()`` made wait.
  public func isReanalysing() throws(StoreError) -> Bool {
    try read("look for unanalysed stories") { () throws(SQLiteError) in
      try AnalysisTable(connection: connection).isReanalysing()
    }
  }

  /// Makes all stories wait to be analysed again, and empties the index, so that nothing of an earlier version is left in it.
  public func beginReanalysis() throws(StoreError) {
    try write("begin analysis anew") { () throws(SQLiteError) in
      try AnalysisTable(connection: connection).beginAnew()
    }
  }
}
