internal import IndicText
internal import NewsModel

/// Makes the rows that were rescued agree with each other: what the reader did comes first, what analysis finds is left to analysis.
struct RescueMending {
  let connection: Connection

  func run(_ report: inout RescueReport) throws(SQLiteError) {
    try connection.run("BEGIN")
    try restoreReadingStates(&report)
    try nameWhatIsLost(&report)
    try leaveOutOrphans(&report)
    report.storiesWithoutText = try awaitLostTexts()
    try restoreLists()
    try beginAnalysisAnew()
    try FeedCountTable(connection: connection).mend()
    try connection.run("COMMIT")
    // What was taken out must not stay behind on free pages.
    try connection.run("VACUUM")
  }

  /// Lists have a copy of each state: where the state itself is lost, the copy is what is known.
  private func restoreReadingStates(_ report: inout RescueReport) throws(SQLiteError) {
    report.restoredReadingStates = try changes(
      """
      INSERT INTO reading_state (article_id, is_read, is_starred, block_index, changed)
        SELECT id, is_read, is_starred, 0, first_seen FROM article
        WHERE (is_read <> 0 OR is_starred <> 0) AND id NOT IN (SELECT article_id FROM reading_state)
      """)
    _ = try changes(
      """
      UPDATE article SET (is_read, is_starred) =
          (SELECT is_read, is_starred FROM reading_state WHERE article_id = article.id)
        WHERE EXISTS (SELECT 1 FROM reading_state AS r WHERE r.article_id = article.id
          AND (r.is_read <> article.is_read OR r.is_starred <> article.is_starred))
      """)
  }

  /// A story stays though the row of its source is lost, and a tag though its name is.
  private func nameWhatIsLost(_ report: inout RescueReport) throws(SQLiteError) {
    report.placeholderCount += try changes(
      """
      INSERT OR IGNORE INTO feed (feed_row, id, title, title_key)
        SELECT feed_row, address, coalesce(nullif(name, ''), address), name_key FROM subscription
        WHERE feed_row NOT IN (SELECT feed_row FROM feed)
      """)
    // The name of the host, as far as the stories have addresses.
    let host = "substr(url, instr(url, '//') + 2, instr(substr(url, instr(url, '//') + 2) || '/', '/') - 1)"
    report.placeholderCount += try changes(
      """
      INSERT OR IGNORE INTO feed (feed_row, id, title, title_key)
        SELECT feed_row, 'pages:rescued ' || feed_row, coalesce(max(\(host)), ''), coalesce(max(\(host)), '')
        FROM article WHERE feed_row NOT IN (SELECT feed_row FROM feed) GROUP BY feed_row
      """)
    let lost = try connection.rows(
      "SELECT tag_row, min(name) FROM tag_spelling WHERE tag_row NOT IN (SELECT tag_row FROM tag) GROUP BY tag_row"
    ) { ($0.integer(0), $0.text(1)) }
    for (row, name) in lost {
      report.placeholderCount += try changes(
        "INSERT OR IGNORE INTO tag (tag_row, name_key) VALUES (?, ?)", [.integer(row), .text(SearchKey.fold(name))])
    }
    report.placeholderCount += try changes(
      """
      INSERT OR IGNORE INTO tag_spelling (tag_row, name) SELECT tag_row, name_key FROM tag
        WHERE tag_row NOT IN (SELECT tag_row FROM tag_spelling)
      """)
    _ = try changes(
      """
      UPDATE article_tag SET spelling_row =
          (SELECT min(spelling_row) FROM tag_spelling AS s WHERE s.tag_row = article_tag.tag_row)
        WHERE tag_row IN (SELECT tag_row FROM tag_spelling)
          AND NOT EXISTS (SELECT 1 FROM tag_spelling AS s
            WHERE s.spelling_row = article_tag.spelling_row AND s.tag_row = article_tag.tag_row)
      """)
  }

  /// Rows that belong to what is lost. One that goes may take others with it.
  private func leaveOutOrphans(_ report: inout RescueReport) throws(SQLiteError) {
    let references = try connection.rows(
      """
      SELECT m.name, f."from", f."table", f."to", f.on_delete FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
      WHERE m.type = 'table'
      """
    ) { (child: $0.text(0), column: $0.text(1), parent: $0.text(2), key: $0.text(3), isKept: $0.text(4) == "SET NULL") }
    var count: Int
    repeat {
      count = 0
      for reference in references {
        let lost =
          "\(reference.column) IS NOT NULL AND \(reference.column) NOT IN (SELECT \(reference.key) FROM \(reference.parent))"
        count += try changes(
          reference.isKept
            ? "UPDATE \(reference.child) SET \(reference.column) = NULL WHERE \(lost)"
            : "DELETE FROM \(reference.child) WHERE \(lost)")
      }
      report.orphanCount += count
    } while count > 0
  }

  /// A story without its text is one whose text is awaited: its feed is asked for it, and opening it brings its page.
  private func awaitLostTexts() throws(SQLiteError) -> Int {
    let lost = "article_row NOT IN (SELECT article_row FROM body)"
    let summary = Completeness.summary.code
    _ = try changes("UPDATE article SET completeness = \(summary) WHERE url IS NOT NULL AND \(lost)")
    return try changes(
      """
      INSERT INTO body (article_row, form, text)
        SELECT article_row, \(BodyTable.awaitedForm), '' FROM article WHERE \(lost)
      """)
  }

  private func restoreLists() throws(SQLiteError) {
    try connection.run(
      """
      UPDATE article SET muted_by = NULL WHERE muted_by IS NOT NULL
        AND muted_by NOT IN (SELECT query_row FROM saved_query WHERE use = 'mute')
      """)
    try connection.run("DELETE FROM sentence_mark WHERE sentence = ''")
  }

  private func beginAnalysisAnew() throws(SQLiteError) {
    try AnalysisTable(connection: connection).beginAnew()
    // Words are counted when a story comes into the index first.
    try connection.run("DELETE FROM term")
    try SettingTable(connection: connection).set(AnalysisTable.countSetting, to: nil)
    try connection.run(
      """
      UPDATE article SET search_row = NULL,
        analysis = CASE (SELECT form FROM body AS b WHERE b.article_row = article.article_row) WHEN 0 THEN -1 ELSE 0 END
      """)
  }

  private func changes(_ sql: String, _ values: [SQLValue] = []) throws(SQLiteError) -> Int {
    try connection.run(sql, values)
    return connection.changedRowCount
  }
}
