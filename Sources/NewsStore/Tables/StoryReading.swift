internal import NewsModel

/// Gathers all that the panes show of one story.
struct StoryReading {
  let connection: Connection

  private static let pointingLimit = 50
  private static let computedLimit = 10

  /// Nil when no such story is stored. ``Story/computed`` is left to ``computed(for:_:)``.
  func story(_ id: ArticleID) throws(SQLiteError) -> Story? {
    let articles = ArticleTable(connection: connection)
    guard let row = try articles.row(of: id), let article = try articles.article(row: row) else { return nil }
    let source = try connection.first("SELECT title FROM feed WHERE id = ?", [.text(article.feed.rawValue)]) {
      $0.text(0)
    }
    let pointing = try RelatedLinkTable(connection: connection).pointing(at: row, limit: Self.pointingLimit)
    let pointedAtBy = try HeadlineTable(connection: connection).headlines(rows: pointing)
    var state = try ReadingStateTable(connection: connection).state(of: id)
    // The page may have become shorter since the reader left it.
    state.blockIndex = min(state.blockIndex, max(0, article.body.blocks.count - 1))
    var story = Story(article: article, source: source ?? "", state: state, pointedAtBy: pointedAtBy)
    story.hasComputed = false
    story.marks = try SentenceMarkTable(connection: connection).marks(of: id)
    story.corrected = try StoryVersionTable(connection: connection).lastCorrected(id)
    return story
  }

  /// The stored stories that are near one and that its page does not name; none when it is not stored any more.
  ///
  /// - Parameter vocabulary: what is known of the store's words; more is, afterwards.
  func computed(for story: Story, _ vocabulary: inout Vocabulary) throws(SQLiteError) -> [RelatedLink] {
    guard let row = try ArticleTable(connection: connection).row(of: story.id) else { return [] }
    let linked = Set(story.article.links.compactMap(\.target) + story.pointedAtBy.map(\.id))
    return try RelatedStories(story.article, row: row, connection: connection, vocabulary: &vocabulary)
      .links(excluding: linked, limit: Self.computedLimit)
  }
}
