internal import NewsModel

/// The texts of stories: blocks, or what a feed gave and nobody has looked into yet.
struct BodyTable {
  let connection: Connection

  /// The form of a text that is blocks; the others are ``RawBody/Form``.
  private static let blocksForm = 0
  /// The form of a text that waits with the process that listed the story (see ``WaitingTexts``).
  static let awaitedForm = 3

  /// Empty for a story without a text and for one whose text is still raw.
  func blocks(of articleRow: Int64) throws(SQLiteError) -> [Block] {
    let text = try connection.first(
      "SELECT text FROM body WHERE article_row = ? AND form = \(Self.blocksForm)", [.integer(articleRow)]
    ) { $0.text(0) }
    return text.map(BodyCoding.blocks) ?? []
  }

  /// Gives a story this text and no other.
  func replace(_ body: ArticleBody, of articleRow: Int64) throws(SQLiteError) {
    try connection.run(
      "INSERT OR REPLACE INTO body (article_row, form, text) VALUES (?, \(Self.blocksForm), ?)",
      [.integer(articleRow), .utf8(BodyCoding.utf8(of: body.blocks)[...])])
  }

  /// Gives a story that has a text of any form this one. Unlike ``replace(_:of:)-(ArticleBody,_)`` this is no INSERT: no trigger runs, and the
  /// caller says that the story waits to be analysed.
  ///
  /// - Returns: false when the story has no text.
  func update(_ body: ArticleBody, of articleRow: Int64) throws(SQLiteError) -> Bool {
    try connection.run(
      """
      UPDATE body SET form = \(Self.blocksForm), text = ?, base_url = NULL, summary = NULL, summary_form = NULL,
        picture_url = NULL, picture_caption = NULL WHERE article_row = ?
      """, [.utf8(BodyCoding.utf8(of: body.blocks)[...]), .integer(articleRow)])
    return connection.changedRowCount > 0
  }

  /// Gives a story a text that is to be looked into.
  func replace(_ raw: RawBody, of articleRow: Int64) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO body (article_row, form, text, base_url, summary, summary_form, picture_url, picture_caption)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(articleRow), SQLValue(raw.form.rawValue), .text(raw.text), SQLValue(raw.baseURL),
        SQLValue(raw.summary),
        SQLValue(raw.summaryForm.rawValue), SQLValue(raw.pictureURL), SQLValue(raw.pictureCaption),
      ])
  }

  /// Notes that the text of a new story waits with this process.
  func awaitText(of articleRow: Int64) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO body (article_row, form, text) VALUES (?, \(Self.awaitedForm), '')", [.integer(articleRow)])
  }

  /// Whether the story's text waits with a process, or was lost with it.
  func isAwaited(_ articleRow: Int64) throws(SQLiteError) -> Bool {
    try connection.first(
      "SELECT 1 FROM body WHERE article_row = ? AND form = \(Self.awaitedForm)", [.integer(articleRow)]
    ) { _ in true } ?? false
  }

  /// The home feeds of stories whose text is awaited and of whose rows `isLost` says so.
  func feeds(isLost: (Int64) -> Bool) throws(SQLiteError) -> Set<FeedID> {
    var feeds: Set<FeedID> = []
    try connection.forEachRow(
      """
      SELECT b.article_row, f.id FROM body AS b INDEXED BY body_raw CROSS JOIN article AS a ON a.article_row = b.article_row
        CROSS JOIN feed AS f ON f.feed_row = a.feed_row WHERE b.form <> 0 AND b.form = \(Self.awaitedForm)
      """
    ) { row in
      if isLost(row.integer(0)) { feeds.insert(FeedID(rawValue: row.text(1))) }
      return true
    }
    return feeds
  }

  /// Nil when the story's text is blocks or awaited, or when there is no such story.
  func raw(of articleRow: Int64) throws(SQLiteError) -> RawBody? {
    try connection.first(
      """
      SELECT form, text, base_url, summary, summary_form, picture_url, picture_caption FROM body
      WHERE article_row = ? AND form NOT IN (\(Self.blocksForm), \(Self.awaitedForm))
      """, [.integer(articleRow)]
    ) { row in
      RawBody(
        text: row.text(1), form: RawBody.Form(rawValue: row.int(0)) ?? .html, baseURL: row.optionalText(2),
        summary: row.optionalText(3), summaryForm: RawBody.Form(rawValue: row.int(4)) ?? .html,
        pictureURL: row.optionalText(5), pictureCaption: row.optionalText(6))
    }
  }

  /// Stories whose text is still raw, in the order of work.
  ///
  /// - Parameter isWaiting: whether the awaited text of a row is in this process.
  func rawRows(isWaiting: (Int64) -> Bool) throws(SQLiteError) -> [Int64] {
    try rows(
      """
      SELECT b.article_row, b.form, a.list_date FROM body AS b INDEXED BY body_raw CROSS JOIN article AS a ON a.article_row = b.article_row
      WHERE b.form <> 0 ORDER BY a.list_date DESC, a.id
      """, isWaiting: isWaiting)
  }

  /// Stories whose text is still raw, and those whose text waits to be analysed; in the order of work.
  ///
  /// - Parameter isWaiting: whether the awaited text of a row is in this process.
  func unfinishedRows(isWaiting: (Int64) -> Bool) throws(SQLiteError) -> [Int64] {
    try rows(
      """
      SELECT article_row, form, list_date FROM (
        SELECT a.article_row, b.form, a.list_date, a.id FROM body AS b INDEXED BY body_raw
          CROSS JOIN article AS a ON a.article_row = b.article_row WHERE b.form <> 0
        UNION ALL
        SELECT a.article_row, 0, a.list_date, a.id FROM article AS a WHERE a.analysis < 0
          AND NOT EXISTS (SELECT 1 FROM body AS b WHERE b.article_row = a.article_row AND b.form <> 0)
      ) ORDER BY list_date DESC, id
      """, isWaiting: isWaiting)
  }

  /// - Parameter sql: gives rows, forms and dates, newest first.
  private func rows(_ sql: String, isWaiting: (Int64) -> Bool) throws(SQLiteError) -> [Int64] {
    var stories: [(row: Int64, date: Int64)] = []
    try connection.forEachRow(sql) { row in
      if row.int(1) != Self.awaitedForm || isWaiting(row.integer(0)) {
        stories.append((row.integer(0), row.integer(2)))
      }
      return true
    }
    return WorkOrder.rows(stories)
  }
}

extension Completeness {
  private static let codes: [Completeness] = [.whole, .summary, .page, .unavailable]

  /// The number that stands for it in the store; never changed once released.
  var code: Int { Self.codes.firstIndex(of: self) ?? 0 }

  init(code: Int) { self = Self.codes.indices.contains(code) ? Self.codes[code] : .whole }
}
