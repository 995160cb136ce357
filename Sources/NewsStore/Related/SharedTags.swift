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

  /// The stories that share most of the tags, the last stored of those that share as many.
  ///
  /// Counted among the stories that each tag's look at brought: of two frequent tags a story of long ago has neither here.
  func candidates(besides articleRow: Int64) throws(SQLiteError) -> [Int64] {
    var counts: [Int64: Int] = [:]
    for tag in tags {
      try connection.forEachRow(
        """
        SELECT article_row FROM article_tag WHERE tag_row = ? AND origins & \(Self.given)
        ORDER BY article_row DESC LIMIT \(Self.storyLimit)
        """, [.integer(tag.row)]
      ) { row in
        counts[row.integer(0), default: 0] += 1
        return true
      }
    }
    counts[articleRow] = nil
    return counts.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(Self.candidateLimit).map(\.key)
  }

  /// Those of the tags that another story has, in this one's order and spelling.
  func shared(with articleRow: Int64) throws(SQLiteError) -> [String] {
    guard !tags.isEmpty else { return [] }
    let rows = Set(
      try connection.rows(
        "SELECT tag_row FROM article_tag WHERE article_row = ? AND origins & \(Self.given)", [.integer(articleRow)]
      ) { $0.integer(0) })
    return tags.filter { rows.contains($0.row) }.map(\.name)
  }
}
