public import NewsModel
public import StoryAnalysis

/// Listed stories whose texts are still to be looked into; where those are meanwhile: <doc:WaitingTexts>.
extension ArticleStore {
  /// Stories whose text is still raw, what is new first, by the numbers that ``rawStories(_:)`` takes.
  public func rawRows() throws(StoreError) -> [Int64] {
    try read("list raw stories") { () throws(SQLiteError) in
      let texts = waitingTexts
      return try BodyTable(connection: connection).rawRows { texts.holds($0) }
    }
  }

  /// Stories whose text is still raw or that wait to be analysed, what is new first, by the numbers that ``rawStories(_:)`` and
  /// ``unanalysedStories(_:)`` take.
  public func unfinishedRows() throws(StoreError) -> [Int64] {
    try read("list unfinished stories") { () throws(SQLiteError) in
      let texts = waitingTexts
      return try BodyTable(connection: connection).unfinishedRows { texts.holds($0) }
    }
  }

  /// The raw stories among `rows`.
  public func rawStories(_ rows: ArraySlice<Int64>) throws(StoreError) -> [RawStory] {
    try read("read raw stories") { () throws(SQLiteError) in
      let texts = waitingTexts
      return try ListingTable(connection: connection).rawStories(rows) { texts[$0] }
    }
  }

  /// Writes the texts that wait outside of the store into it, as they came: for a process that will not come to them.
  public func keepWaitingTexts() throws(StoreError) {
    let rows = waitingTexts.rows
    if rows.isEmpty { return }
    try write("keep texts") { () throws(SQLiteError) in
      let bodies = BodyTable(connection: connection)
      for row in rows {
        if let raw = waitingTexts[row], try bodies.isAwaited(row) { try bodies.replace(raw, of: row) }
        waitingTexts.remove(row)
      }
    }
  }

  /// Feeds with stories whose text was lost: the process that had listed them ended before it came to them. Asked for all they have,
  /// they bring it again.
  public func feedsWithLostTexts() throws(StoreError) -> Set<FeedID> {
    try read("look for lost texts") { () throws(SQLiteError) in
      let texts = waitingTexts
      return try BodyTable(connection: connection).feeds { !texts.holds($0) }
    }
  }

  /// The story when its text is still raw; nil otherwise.
  public func rawStory(_ id: ArticleID) throws(StoreError) -> RawStory? {
    try read("read raw story") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id) else { return nil }
      let texts = waitingTexts
      return try ListingTable(connection: connection).rawStories([row]) { texts[$0] }.first
    }
  }

  /// Keeps what was understood. A story that its feed has changed meanwhile stays raw.
  public func finish(_ stories: [UnderstoodStory]) throws(StoreError) {
    try write("keep texts") { () throws(SQLiteError) in _ = try keep(stories) }
  }

  /// Keeps what was understood, as ``finish(_:)`` does, and gives the stories among `rows` that now wait to be analysed: the texts that were kept
  /// need not be read again.
  public func finish(
    _ stories: [UnderstoodStory], thenUnanalysed rows: ArraySlice<Int64>
  ) throws(StoreError) -> [UnanalysedStory] {
    try write("keep texts") { () throws(SQLiteError) in
      let kept = try keep(stories)
      var bodies: [Int64: ArticleBody] = [:]
      for story in stories where kept.contains(story.raw.row) { bodies[story.raw.row] = story.body }
      return try AnalysisTable(connection: connection).stories(rows, bodies: bodies)
    }
  }

  /// - Returns: the rows of the stories that were kept.
  private func keep(_ stories: [UnderstoodStory]) throws(SQLiteError) -> Set<Int64> {
    var words = gathering?.takeTitleWords() ?? TitleWords()
    let kept = try ListingTable(connection: connection).finish(stories, &words)
    for story in stories { waitingTexts.remove(story.raw.row) }
    if gathering == nil {
      try TitleWordTable(connection: connection).write(words)
    } else {
      gathering?.titleWords = words
    }
    return kept
  }
}
