internal import NewsModel

/// The texts of stories: blocks, or what a feed gave and nobody has looked into yet.
struct BodyTable {
  let connection: Connection

  /// The form of a text that is blocks; the others are ``RawBody/Form``.
  private static let blocksForm = 0

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
      [.integer(articleRow), .text(BodyCoding.text(of: body.blocks))])
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

  /// Nil when the story's text is blocks, or when there is no such story.
  func raw(of articleRow: Int64) throws(SQLiteError) -> RawBody? {
    try connection.first(
      """
      SELECT form, text, base_url, summary, summary_form, picture_url, picture_caption FROM body
      WHERE article_row = ? AND form <> \(Self.blocksForm)
      """, [.integer(articleRow)]
    ) { row in
      RawBody(
        text: row.text(1), form: RawBody.Form(rawValue: row.int(0)) ?? .html, baseURL: row.optionalText(2),
        summary: row.optionalText(3), summaryForm: RawBody.Form(rawValue: row.int(4)) ?? .html,
        pictureURL: row.optionalText(5), pictureCaption: row.optionalText(6))
    }
  }

  /// Stories whose text is still raw, newest first.
  func rawRows() throws(SQLiteError) -> [Int64] {
    try connection.rows(
      """
      SELECT b.article_row FROM body AS b INDEXED BY body_raw CROSS JOIN article AS a ON a.article_row = b.article_row
      WHERE b.form <> 0 ORDER BY a.list_date DESC, a.id
      """
    ) { $0.integer(0) }
  }
}

extension Completeness {
  private static let codes: [Completeness] = [.whole, .summary, .page, .unavailable]

  /// The number that stands for it in the store; never changed once released.
  var code: Int { Self.codes.firstIndex(of: self) ?? 0 }

  init(code: Int) { self = Self.codes.indices.contains(code) ? Self.codes[code] : .whole }
}
