internal import NewsModel

/// Stories that carry the same tags of their publishers or the reader. Tags of analysis come from the words that are compared anyway.
struct SharedTags {
  let connection: Connection

  /// Tags beyond this many say little about a story, and a page that lists hundreds is not to be paid for.
  private static let tagLimit = 16

  /// Of a tag that very many stories carry only those stored last are looked at: to open a story must stay quick.
  private static let storyLimit = 150

  /// So many of the nearest are looked at whole; the rest costs index entries only.
  private static let candidateLimit = 24

  /// Of whom a tag must be.
  private static let given = TagOrigin.publisher.bit | TagOrigin.reader.bit

  /// The story's tags.
  struct Tag {
    var row: Int64
    var name: String
  }

  let tags: [Tag]

  init(of articleRow: Int64, connection: Connection) throws(SQLiteError) {
    self.connection = connection
    tags = try connection.rows(
      """
      SELECT t.tag_row, s.name FROM article_tag AS t JOIN tag_spelling AS s ON s.spelling_row = t.spelling_row
      WHERE t.article_row = ? AND t.origins & \(Self.given) ORDER BY t.position LIMIT \(Self.tagLimit)
      """, [.integer(articleRow)]
    ) { Tag(row: $0.integer(0), name: $0.text(1)) }
  }

  /// The stories that share most of the tags, the newest of those that share as many.
  func candidates(besides articleRow: Int64) throws(SQLiteError) -> [Int64] {
    guard !tags.isEmpty else { return [] }
    let members = tags.map { tag in
      """
      SELECT article_row FROM
        (SELECT article_row FROM article_tag WHERE tag_row = \(tag.row) AND origins & \(Self.given) ORDER BY article_row DESC LIMIT \(Self.storyLimit))
      """
    }
    return try connection.rows(
      """
      SELECT m.article_row, (
        SELECT count(*) FROM article_tag AS t WHERE t.article_row = m.article_row AND t.tag_row IN (\(list)) AND t.origins & \(Self.given)
      ) AS shared FROM (\(members.joined(separator: " UNION "))) AS m
      WHERE m.article_row <> ? ORDER BY shared DESC, m.article_row DESC LIMIT \(Self.candidateLimit)
      """, [.integer(articleRow)]
    ) { $0.integer(0) }
  }

  /// Those of the tags that another story has, in this one's order and spelling.
  func shared(with articleRow: Int64) throws(SQLiteError) -> [String] {
    guard !tags.isEmpty else { return [] }
    let rows = Set(
      try connection.rows(
        "SELECT tag_row FROM article_tag WHERE article_row = ? AND tag_row IN (\(list)) AND origins & \(Self.given)",
        [.integer(articleRow)]
      ) { $0.integer(0) })
    return tags.filter { rows.contains($0.row) }.map(\.name)
  }

  private var list: String { tags.map { String($0.row) }.joined(separator: ", ") }
}
