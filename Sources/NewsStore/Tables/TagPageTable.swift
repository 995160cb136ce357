internal import IndicText
internal import NewsModel

/// All about one tag.
struct TagPageTable {
  let connection: Connection

  private static let monthLimit = 24
  private static let companionLimit = 12
  /// Stories whose texts are read for lines with the name in them.
  private static let occurrenceStories = 20
  /// Stories that companions are counted among: the newest.
  private static let companionStories = 2_000

  /// Nil for a name that is no tag.
  func page(_ name: String, now: Timestamp) throws(SQLiteError) -> TagPage? {
    let tags = TagTable(connection: connection)
    guard let tag = try tags.row(named: name) else { return nil }
    let row: [SQLValue] = [.integer(tag)]
    let facts = try connection.first("SELECT name, kind FROM tag WHERE tag_row = ?", row) {
      (name: $0.optionalText(0), kind: $0.optionalText(1).flatMap(TagKind.init))
    }
    let spellings = try connection.rows(
      """
      SELECT s.name, (SELECT count(*) FROM article_tag AS t WHERE t.tag_row = s.tag_row AND t.spelling_row = s.spelling_row)
      FROM tag_spelling AS s WHERE s.tag_row = ? ORDER BY 2 DESC, 1
      """, row
    ) { TagCount(name: $0.text(0), count: $0.int(1)) }
    var page = TagPage(
      tag: TagCount(name: facts?.name ?? spellings.first?.name ?? name, count: try tags.storyCount(of: tag)),
      kind: facts?.kind, spellings: spellings)
    for origin in TagOrigin.allCases {
      let count = try connection.first(
        "SELECT count(*) FROM article_tag WHERE tag_row = ? AND origins & ?", row + [SQLValue(origin.bit)]
      ) { $0.int(0) }
      if let count, count > 0 { page.origins[origin] = count }
    }
    page.months = try months(tag, offset: now.utcOffsetSeconds)
    page.companions = try companions(tag, tags)
    page.occurrences = try occurrences(tag, Set(spellings.map { SearchKey.fold($0.name) }))
    return page
  }

  private func months(_ tag: Int64, offset: Int) throws(SQLiteError) -> [TagPage.Month] {
    let counted = try connection.rows(
      """
      SELECT strftime('%Y', a.list_date + ?2, 'unixepoch') * 12 + strftime('%m', a.list_date + ?2, 'unixepoch') - 1 AS month, count(*)
      FROM article_tag AS t CROSS JOIN article AS a ON a.article_row = t.article_row
      WHERE t.tag_row = ?1 AND a.muted_by IS NULL GROUP BY month ORDER BY month DESC LIMIT ?3
      """, [.integer(tag), SQLValue(offset), SQLValue(Self.monthLimit)]
    ) { (month: $0.int(0), count: $0.int(1)) }
    guard let last = counted.first?.month, let first = counted.last?.month else { return [] }
    let counts = Dictionary(counted.map { ($0.month, $0.count) }, uniquingKeysWith: +)
    return (max(first, last - Self.monthLimit + 1)...last).map {
      TagPage.Month(year: $0 / 12, month: $0 % 12 + 1, count: counts[$0] ?? 0)
    }
  }

  private func companions(_ tag: Int64, _ tags: TagTable) throws(SQLiteError) -> [TagCount] {
    let rows = try connection.rows(
      """
      SELECT o.tag_row, count(*) FROM
        (SELECT article_row FROM article_tag WHERE tag_row = ?1 ORDER BY article_row DESC LIMIT \(Self.companionStories)) AS t
        CROSS JOIN article_tag AS o ON o.article_row = t.article_row WHERE o.tag_row <> ?1
      GROUP BY o.tag_row ORDER BY 2 DESC, 1 LIMIT \(Self.companionLimit)
      """, [.integer(tag)]
    ) { (tag: $0.integer(0), count: $0.int(1)) }
    var companions: [TagCount] = []
    for row in rows { companions.append(TagCount(name: try tags.name(of: row.tag), count: row.count)) }
    return companions
  }

  private func occurrences(_ tag: Int64, _ keys: Set<String>) throws(SQLiteError) -> [TagPage.Occurrence] {
    let stories = try connection.rows(
      """
      SELECT a.article_row, a.id, a.title, a.list_date, a.list_offset FROM article_tag AS t
        CROSS JOIN article AS a ON a.article_row = t.article_row
      WHERE t.tag_row = ? AND a.muted_by IS NULL ORDER BY a.list_date DESC, a.id LIMIT \(Self.occurrenceStories)
      """, [.integer(tag)]
    ) {
      (
        row: $0.integer(0), id: ArticleID(rawValue: $0.text(1)), title: $0.text(2),
        date: Timestamp(secondsSince1970: $0.integer(3), utcOffsetSeconds: $0.int(4))
      )
    }
    let queries = keys.sorted().map(FoldedQuery.init)
    var occurrences: [TagPage.Occurrence] = []
    for story in stories {
      let blocks = try BodyTable(connection: connection).blocks(of: story.row)
      for (index, block) in blocks.enumerated() {
        let text = FoldedText(block.text)
        guard let hit = queries.lazy.compactMap({ text.hits(of: $0).first }).first else { continue }
        occurrences.append(
          TagPage.Occurrence(
            story: story.id, title: story.title, date: story.date,
            passage: Self.passage(block.text, hit, blockIndex: index)))
        break
      }
    }
    return occurrences
  }

  private static func passage(_ text: String, _ hit: Range<Int>, blockIndex: Int) -> Passage {
    let bounds = Concordance.bounds(of: hit, in: text)
    let utf8 = Array(text.utf8)
    return Passage(
      text: String(decoding: utf8[bounds], as: UTF8.self),
      hits: [hit.lowerBound - bounds.lowerBound..<hit.upperBound - bounds.lowerBound],
      isCutAtStart: bounds.lowerBound > 0, isCutAtEnd: bounds.upperBound < utf8.count, blockIndex: blockIndex)
  }
}
