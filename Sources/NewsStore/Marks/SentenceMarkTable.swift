internal import NewsModel

/// The sentences that the reader marked.
struct SentenceMarkTable {
  let connection: Connection

  /// Conditions on `article AS a`.
  static let isMarked = "EXISTS (SELECT 1 FROM sentence_mark AS m WHERE m.article_id = a.id)"
  static let isNoted = "EXISTS (SELECT 1 FROM sentence_mark AS m WHERE m.article_id = a.id AND m.note <> '')"

  private static let columns =
    "m.article_id, m.sentence, m.text_before, m.text_after, m.block_index, m.note, m.made, m.made_offset"

  private static func mark(_ row: Row) -> SentenceMark {
    SentenceMark(
      story: ArticleID(rawValue: row.text(0)),
      anchor: SentenceAnchor(
        sentence: row.text(1), before: row.text(2), after: row.text(3), blockIndex: max(0, row.int(4))),
      note: row.text(5), made: Timestamp(secondsSince1970: row.integer(6), utcOffsetSeconds: row.int(7)))
  }

  /// In the order in which they were made.
  func marks(of id: ArticleID) throws(SQLiteError) -> [SentenceMark] {
    try connection.rows(
      "SELECT \(Self.columns) FROM sentence_mark AS m WHERE m.article_id = ? ORDER BY m.made, m.mark_row",
      [.text(id.rawValue)], Self.mark)
  }

  /// Keeps a mark, or the note of one that is kept already.
  ///
  /// - Returns: false when it is new and there is no such story.
  func save(_ mark: SentenceMark) throws(SQLiteError) -> Bool {
    try connection.run(
      "UPDATE sentence_mark SET note = ? WHERE \(Self.isThis)", [.text(mark.note)] + Self.identity(mark))
    if connection.changedRowCount > 0 { return true }
    let anchor = mark.anchor
    try connection.run(
      """
      INSERT INTO sentence_mark (article_id, sentence, text_before, text_after, block_index, note, made, made_offset,
        title, url, source, story_date, story_offset, language)
      SELECT a.id, ?, ?, ?, ?, ?, ?, ?, a.title, a.url, f.title, a.list_date, a.list_offset, a.language
      FROM article AS a JOIN feed AS f ON f.feed_row = a.feed_row WHERE a.id = ?
      """,
      [
        .text(anchor.sentence), .text(anchor.before), .text(anchor.after), SQLValue(anchor.blockIndex),
        .text(mark.note), .integer(mark.made.secondsSince1970), SQLValue(mark.made.utcOffsetSeconds),
        .text(mark.story.rawValue),
      ])
    return connection.changedRowCount > 0
  }

  func remove(_ mark: SentenceMark) throws(SQLiteError) {
    try connection.run("DELETE FROM sentence_mark WHERE \(Self.isThis)", Self.identity(mark))
  }

  private static let isThis =
    "article_id = ? AND sentence = ? AND text_before = ? AND text_after = ? AND block_index = ?"

  private static func identity(_ mark: SentenceMark) -> [SQLValue] {
    [
      .text(mark.story.rawValue), .text(mark.anchor.sentence), .text(mark.anchor.before), .text(mark.anchor.after),
      SQLValue(mark.anchor.blockIndex),
    ]
  }
}

extension SentenceMarkTable {
  /// All marks with their stories, the last one made first.
  func all() throws(SQLiteError) -> [MarkedSentence] {
    let found = try connection.rows(
      """
      SELECT \(Self.columns), coalesce(a.title, m.title), coalesce(a.url, m.url), coalesce(f.title, m.source),
        coalesce(a.list_date, m.story_date), coalesce(a.list_offset, m.story_offset), coalesce(a.language, m.language),
        a.article_row
      FROM sentence_mark AS m LEFT JOIN article AS a ON a.id = m.article_id
        LEFT JOIN feed AS f ON f.feed_row = a.feed_row
      ORDER BY m.made DESC, m.mark_row DESC
      """
    ) { row in
      let mark = Self.mark(row)
      let date = Timestamp(secondsSince1970: row.integer(11), utcOffsetSeconds: row.int(12))
      return (
        MarkedSentence(
          mark: mark, state: .storyGone, sentence: mark.anchor.sentence, title: row.text(8), url: row.optionalText(9),
          source: row.text(10), date: date, language: row.text(13)), row: row.optionalInteger(14)
      )
    }
    var bodies: [Int64: ArticleBody] = [:]
    var marked: [MarkedSentence] = []
    for (sentence, row) in found {
      guard let row else {
        marked.append(sentence)
        continue
      }
      if bodies[row] == nil { bodies[row] = ArticleBody(blocks: try BodyTable(connection: connection).blocks(of: row)) }
      marked.append(bodies[row].map { sentence.placed(in: $0) } ?? sentence)
    }
    return marked
  }
}

extension MarkedSentence {
  /// The same, looked for in the text of its story.
  fileprivate func placed(in body: ArticleBody) -> MarkedSentence {
    var marked = self
    guard let found = mark.anchor.place(in: body, language: language) else {
      marked.state = .gone
      return marked
    }
    marked.state = found.isExact ? .found : .changed
    marked.place = found.place
    marked.sentence = SentenceAnchor(found.place, in: body).sentence
    return marked
  }
}
