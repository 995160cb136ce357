internal import NewsModel
internal import StoryAnalysis

/// Texts that stories had before they were corrected.
struct StoryVersionTable {
  let connection: Connection

  /// The first text of a story and the latest ones before the present: so many together.
  static let versionLimit = 10
  /// A longer text is not kept: a live blog would be stored ten times.
  static let longestUTF8Count = 262_144

  /// Puts the story's text aside before another takes its place; one that is aside already stays instead, for it was shown last.
  ///
  /// What nobody has looked into yet was shown to nobody, and is not kept.
  func putAside(row: Int64, now: Timestamp) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO story_version (article_id, is_pending, replaced, replaced_offset, completeness, title, dek, body)
      SELECT a.id, 1, ?, ?, a.completeness, a.title, a.dek, b.text FROM article AS a
        JOIN body AS b ON b.article_row = a.article_row
      WHERE a.article_row = ? AND b.form = 0 AND length(CAST(b.text AS BLOB)) <= \(Self.longestUTF8Count)
        AND NOT EXISTS (SELECT 1 FROM story_version AS v WHERE v.article_id = a.id AND v.is_pending = 1)
      """, [.integer(now.secondsSince1970), SQLValue(now.utcOffsetSeconds), .integer(row)])
  }

  /// Whether any text waits to be compared.
  func hasPending() throws(SQLiteError) -> Bool {
    try connection.first("SELECT 1 FROM story_version WHERE is_pending = 1 LIMIT 1") { _ in true } ?? false
  }

  /// Compares the text that was put aside with the one that took its place: kept when that is a correction, else dropped.
  func settle(row: Int64) throws(SQLiteError) {
    let pending = try connection.first(
      """
      SELECT v.version_row, v.title, v.dek, v.body, v.completeness, a.id FROM article AS a
        JOIN story_version AS v ON v.article_id = a.id AND v.is_pending = 1 WHERE a.article_row = ?
      """, [.integer(row)]
    ) { ($0.integer(0), Self.version($0, from: 1), Completeness(code: $0.int(4)), $0.text(5)) }
    guard let (version, old, oldCompleteness, id) = pending,
      let (new, completeness) = try present(row: row)
    else { return }
    guard Correction.isCorrection(of: old, oldCompleteness, by: new, completeness) else {
      try connection.run("DELETE FROM story_version WHERE version_row = ?", [.integer(version)])
      return
    }
    try connection.run("UPDATE story_version SET is_pending = 0 WHERE version_row = ?", [.integer(version)])
    // What the story said first is what one wants to know of a correction; the oldest of the others go.
    try connection.run(
      """
      DELETE FROM story_version WHERE version_row IN (
        SELECT version_row FROM story_version WHERE article_id = ?1 AND is_pending = 0
          AND version_row <> (SELECT min(version_row) FROM story_version WHERE article_id = ?1 AND is_pending = 0)
        ORDER BY version_row DESC LIMIT -1 OFFSET \(Self.versionLimit - 1))
      """, [.text(id)])
  }

  /// When the story was corrected last; nil when it never was.
  func lastCorrected(_ id: ArticleID) throws(SQLiteError) -> Timestamp? {
    try connection.first(
      """
      SELECT replaced, replaced_offset FROM story_version WHERE article_id = ? AND is_pending = 0
      ORDER BY version_row DESC LIMIT 1
      """, [.text(id.rawValue)]
    ) { Timestamp(secondsSince1970: $0.integer(0), utcOffsetSeconds: $0.int(1)) }
  }

  /// The story's earlier texts, oldest first, each with the moment when it was replaced, and the present one.
  func versions(
    of id: ArticleID
  ) throws(SQLiteError) -> (before: [(StoryVersion, Timestamp)], now: StoryVersion, language: String)? {
    guard let row = try ArticleTable(connection: connection).row(of: id), let (now, _) = try present(row: row),
      let language = try connection.first(
        "SELECT language FROM article WHERE article_row = ?", [.integer(row)],
        {
          $0.text(0)
        })
    else { return nil }
    let before = try connection.rows(
      """
      SELECT title, dek, body, replaced, replaced_offset FROM story_version WHERE article_id = ? AND is_pending = 0
      ORDER BY version_row
      """, [.text(id.rawValue)]
    ) { (Self.version($0, from: 0), Timestamp(secondsSince1970: $0.integer(3), utcOffsetSeconds: $0.int(4))) }
    return (before, now, language)
  }

  /// Forgets the texts of stories that are neither stored nor kept aside.
  func purge() throws(SQLiteError) {
    try connection.run(
      """
      DELETE FROM story_version WHERE NOT EXISTS (SELECT 1 FROM article AS a WHERE a.id = article_id)
        AND NOT EXISTS (SELECT 1 FROM deleted_story AS d WHERE d.article_id = story_version.article_id)
      """)
  }

  private func present(row: Int64) throws(SQLiteError) -> (StoryVersion, Completeness)? {
    try connection.first(
      """
      SELECT a.title, a.dek, b.text, a.completeness FROM article AS a JOIN body AS b ON b.article_row = a.article_row
      WHERE a.article_row = ? AND b.form = 0
      """, [.integer(row)]
    ) { (Self.version($0, from: 0), Completeness(code: $0.int(3))) }
  }

  /// Title, dek and body from column `first` on.
  private static func version(_ row: Row, from first: Int32) -> StoryVersion {
    StoryVersion(
      title: row.text(first), dek: row.optionalText(first + 1),
      body: ArticleBody(blocks: BodyCoding.blocks(of: row.text(first + 2))))
  }
}
