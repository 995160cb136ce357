internal import IndicText
internal import NewsModel

/// Stories on their way from a feed's item to a text: listed first, understood later.
struct ListingTable {
  let connection: Connection

  private var articles: ArticleTable { ArticleTable(connection: connection) }

  /// Lists a new story; its text is left to the caller.
  ///
  /// - Returns: its row and ID.
  func insert(_ item: ListedItem, feedRow: Int64, now: Timestamp) throws(SQLiteError) -> (row: Int64, id: ArticleID) {
    let id = try articles.freeID(for: item.article)
    let row = try articles.insert(
      item.article, id: id, feedRow: feedRow, .integer(item.fingerprint),
      keys: .init(title: item.titleKey, url: item.urlKey), now: now)
    try insertParts(item, row: row)
    return (row, id)
  }

  /// Brings a listed story to what the feed says now.
  ///
  /// - Parameter keepsBody: the text came from the story's page and stays.
  func update(_ item: ListedItem, row: Int64, keepsBody: Bool, now: Timestamp) throws(SQLiteError) {
    let versions = StoryVersionTable(connection: connection)
    try versions.putAside(row: row, now: now)
    try articles.updateFacts(item.article, row: row, fingerprint: item.fingerprint)
    if keepsBody {
      try versions.settle(row: row)
    } else {
      // Compared when it is understood.
      try BodyTable(connection: connection).replace(item.raw, of: row)
    }
    if !item.article.tags.isEmpty { try TagTable(connection: connection).replace(item.article.tags, of: row) }
  }

  /// Stories whose text is still raw, in the order of `rows`; those that were understood or deleted meanwhile are left out.
  ///
  /// - Parameter waitingText: the text of a row that waits with this process; nil when it does not.
  func rawStories(
    _ rows: ArraySlice<Int64>, waitingText: (Int64) -> RawBody?
  ) throws(SQLiteError) -> [RawStory] {
    let bodies = BodyTable(connection: connection)
    var stories: [RawStory] = []
    for row in rows {
      // What waits counts only as long as the store says so: the feed or the page may have brought another text.
      guard let raw = try bodies.isAwaited(row) ? waitingText(row) : bodies.raw(of: row) else { continue }
      let story = try connection.first(
        "SELECT id, fingerprint, title, url, language, completeness FROM article WHERE article_row = ?", [.integer(row)]
      ) { found in
        RawStory(
          row: row, fingerprint: found.integer(1), id: ArticleID(rawValue: found.text(0)), title: found.text(2),
          url: found.optionalText(3), language: found.text(4), completeness: Completeness(code: found.int(5)), raw: raw)
      }
      if let story { stories.append(story) }
    }
    return stories
  }

  /// Keeps what was understood of a story's text, unless the feed has said something else meanwhile.
  ///
  /// - Parameter words: those of the headlines, which are left to the caller.
  /// - Returns: the rows of the stories that were kept.
  func finish(_ stories: [UnderstoodStory], _ words: inout TitleWords) throws(SQLiteError) -> Set<Int64> {
    var kept: Set<Int64> = []
    let titleWords = TitleWordTable(connection: connection)
    let versions = StoryVersionTable(connection: connection)
    let mayBeCorrections = try versions.hasPending()
    for story in stories where try finish(story) {
      kept.insert(story.raw.row)
      try titleWords.replace(story.raw.title, of: story.raw.row, &words)
      if mayBeCorrections { try versions.settle(row: story.raw.row) }
    }
    return kept
  }

  /// - Returns: false when the story has changed meanwhile.
  private func finish(_ story: UnderstoodStory) throws(SQLiteError) -> Bool {
    // The story waits to be analysed from here on: said here and not by the trigger, the row is written once.
    try connection.run(
      """
      UPDATE article SET dek = ?, language = ?, completeness = ?, analysis = min(analysis, 0) - 1
      WHERE article_row = ? AND fingerprint = ?
      """,
      [
        SQLValue(story.dek), .text(story.language), SQLValue(story.completeness.code), .integer(story.raw.row),
        .integer(story.raw.fingerprint),
      ])
    guard connection.changedRowCount > 0 else { return false }
    let bodies = BodyTable(connection: connection)
    if try !bodies.update(story.body, of: story.raw.row) { try bodies.replace(story.body, of: story.raw.row) }
    return true
  }

  private func insertParts(_ item: ListedItem, row: Int64) throws(SQLiteError) {
    let article = item.article
    for (position, name) in article.authors.enumerated() {
      try connection.run(
        "INSERT INTO author (article_row, position, name) VALUES (?, ?, ?)",
        [.integer(row), SQLValue(position), .text(name)])
    }
    try articles.insert(article.attachments, row: row)
    if !article.tags.isEmpty { try TagTable(connection: connection).add(article.tags, to: row) }
  }
}
