internal import NewsModel

/// Stories that are near one another because they carry the same tags.
struct SharedTags {
  let connection: Connection

  /// Tags beyond this many say little about a story, and a page that lists hundreds is not to be paid for.
  private static let tagLimit = 16

  /// Of a tag that very many stories carry only those stored last are looked at: to open a story must stay quick.
  private static let storyLimit = 400

  /// So many of the nearest are read whole, and ordered by their dates; the rest costs index entries only.
  private static let candidateLimit = 40

  /// At most `limit` stories that share tags with this one: the largest share of its tags first, then the newest.
  ///
  /// - Parameter excluded: stories that are linked already.
  func links(of articleRow: Int64, excluding excluded: Set<ArticleID>, limit: Int) throws(SQLiteError) -> [RelatedLink]
  {
    let tags = try connection.rows(
      "SELECT tag_row FROM article_tag WHERE article_row = ? ORDER BY position LIMIT \(Self.tagLimit)",
      [.integer(articleRow)]
    ) { $0.integer(0) }
    guard !tags.isEmpty else { return [] }
    let list = tags.map(String.init).joined(separator: ", ")
    let members = tags.map { tag in
      """
      SELECT article_row FROM
        (SELECT article_row FROM article_tag WHERE tag_row = \(tag) ORDER BY article_row DESC LIMIT \(Self.storyLimit))
      """
    }
    var links: [RelatedLink] = []
    try connection.forEachRow(
      """
      SELECT a.id, a.title, a.section, a.url, a.list_date, a.list_offset, s.shared
      FROM (
        SELECT m.article_row, (
          SELECT count(*) FROM article_tag AS t WHERE t.article_row = m.article_row AND t.tag_row IN (\(list))
        ) AS shared FROM (\(members.joined(separator: " UNION "))) AS m
        WHERE m.article_row <> ? ORDER BY shared DESC, m.article_row DESC LIMIT ?
      ) AS s
      CROSS JOIN article AS a ON a.article_row = s.article_row
      ORDER BY s.shared DESC, a.list_date DESC, a.id
      """, [.integer(articleRow), SQLValue(Self.candidateLimit + excluded.count)]
    ) { row in
      let id = ArticleID(rawValue: row.text(0))
      if !excluded.contains(id) {
        links.append(
          RelatedLink(
            title: row.text(1), section: row.optionalText(2), url: row.optionalText(3), reason: .sharedTags, target: id,
            score: Double(row.int(6)) / Double(tags.count),
            targetDate: Timestamp(secondsSince1970: row.integer(4), utcOffsetSeconds: row.int(5))))
      }
      return links.count < limit
    }
    return links
  }
}
