internal import IndicText
internal import NewsModel
internal import StoryAnalysis

/// Tags: one per folded key, with every spelling that pages use.
struct TagTable {
  let connection: Connection

  /// Gives a story these tags of its publisher and no others of it. A second spelling of a tag it has already, and a tag without a word, is
  /// dropped; what analysis and the reader gave stays.
  func replace(_ names: [String], of articleRow: Int64) throws(SQLiteError) {
    try take(.publisher, from: articleRow)
    try add(names, to: articleRow)
  }

  /// Gives a story that has no tags of its publisher these.
  func add(_ names: [String], to articleRow: Int64) throws(SQLiteError) {
    for (position, name) in names.enumerated() {
      try add(name, to: articleRow, by: .publisher, position: position)
    }
  }

  /// Puts a tag on a story, unless the reader took it off before.
  ///
  /// - Returns: the tag; nil for a name without a word, and when it was refused.
  @discardableResult
  func add(
    _ name: String, to articleRow: Int64, by origin: TagOrigin, position: Int = 0, kind: TagKind? = nil
  ) throws(SQLiteError) -> Int64? {
    let key = SearchKey.fold(name)
    if key.isEmpty { return nil }
    let tag = try tagRow(key)
    if let kind { try setKind(kind, of: tag) }
    if origin != .reader, try isRefused(tag, by: articleRow) { return nil }
    try put(tag, spelling: try spellingRow(name, of: tag), on: articleRow, by: origin, position: position)
    return tag
  }

  /// Takes back what one of them gave a story; a tag that nobody else gave goes.
  func take(_ origin: TagOrigin, from articleRow: Int64) throws(SQLiteError) {
    let row = SQLValue.integer(articleRow)
    try connection.run(
      "DELETE FROM article_tag WHERE article_row = ? AND origins = ?", [row, SQLValue(origin.bit)])
    try connection.run(
      "UPDATE article_tag SET origins = origins & ~? WHERE article_row = ? AND origins & ?",
      [SQLValue(origin.bit), row, SQLValue(origin.bit)])
  }

  /// A story's tags: the publisher's in the page's order and spelling, then the reader's, then those of analysis.
  ///
  /// - Parameter origins: whose tags; one that several gave counts for each.
  func names(of articleRow: Int64, by origins: Set<TagOrigin> = Set(TagOrigin.allCases)) throws(SQLiteError) -> [String]
  {
    try connection.rows(
      """
      SELECT coalesce(g.name, s.name) FROM article_tag AS t JOIN tag_spelling AS s ON s.spelling_row = t.spelling_row
        JOIN tag AS g ON g.tag_row = t.tag_row
      WHERE t.article_row = ? AND t.origins & ? ORDER BY t.origins & 1 DESC, t.origins & 4 DESC, t.position, t.tag_row
      """, [.integer(articleRow), SQLValue(origins.reduce(0) { $0 | $1.bit })]
    ) { $0.text(0) }
  }

  /// The tag that `name` is a spelling of; nil when no story ever had it.
  func row(named name: String) throws(SQLiteError) -> Int64? { try row(key: SearchKey.fold(name)) }

  /// The tag that goes by a key, the reader's word first.
  func row(key: String) throws(SQLiteError) -> Int64? {
    try connection.first(
      """
      SELECT coalesce((SELECT tag_row FROM tag_alias WHERE name_key = ?), (SELECT tag_row FROM tag WHERE name_key = ?))
      """, [.text(key), .text(key)]
    ) { $0.optionalInteger(0) } ?? nil
  }

  /// The name that a tag goes by: the reader's, else its most used spelling.
  func name(of tag: Int64) throws(SQLiteError) -> String {
    try connection.first(
      """
      SELECT coalesce(g.name, (SELECT s.name FROM tag_spelling AS s WHERE s.tag_row = g.tag_row
        ORDER BY (SELECT count(*) FROM article_tag AS t WHERE t.tag_row = s.tag_row AND t.spelling_row = s.spelling_row) DESC, s.name
        LIMIT 1), g.name_key) FROM tag AS g WHERE g.tag_row = ?
      """, [.integer(tag)]
    ) { $0.text(0) } ?? ""
  }

  func storyCount(of tagRow: Int64) throws(SQLiteError) -> Int {
    try connection.first("SELECT count(*) FROM article_tag WHERE tag_row = ?", [.integer(tagRow)]) { $0.int(0) } ?? 0
  }

  /// Kind and origins of every tag, by the name that it goes by.
  func facts() throws(SQLiteError) -> [String: (kind: TagKind?, origins: [TagOrigin: Int])] {
    let names = try mostUsedSpellings()
    var facts: [String: (kind: TagKind?, origins: [TagOrigin: Int])] = [:]
    try connection.forEachRow(
      """
      SELECT g.tag_row, g.kind, sum(t.origins & 1 <> 0), sum(t.origins & 2 <> 0), sum(t.origins & 4 <> 0)
      FROM article_tag AS t JOIN tag AS g ON g.tag_row = t.tag_row GROUP BY g.tag_row
      """
    ) { row in
      var origins: [TagOrigin: Int] = [:]
      for (origin, column) in [(TagOrigin.publisher, Int32(2)), (.analysis, 3), (.reader, 4)] where row.int(column) > 0
      {
        origins[origin] = row.int(column)
      }
      facts[names[row.integer(0)] ?? ""] = (row.optionalText(1).flatMap(TagKind.init), origins)
      return true
    }
    return facts
  }

  /// Keys of tags that publishers or the reader gave to several stories: worth looking for in texts. At most the 20,000 oldest.
  func knownKeys() throws(SQLiteError) -> WordTable {
    var keys = WordTable(minimumCapacity: 1_024)
    try connection.forEachRow(
      """
      SELECT g.name_key FROM tag AS g WHERE (SELECT count(*) FROM
        (SELECT 1 FROM article_tag AS t WHERE t.tag_row = g.tag_row LIMIT 2)) = 2 LIMIT 20000
      """
    ) { row in
      var key = row.text(0)
      _ = key.withUTF8 { keys.add($0) }
      return true
    }
    return keys
  }

  /// Every spelling of every tag, by name.
  func allNames() throws(SQLiteError) -> [String] {
    try connection.rows("SELECT name FROM tag_spelling ORDER BY name") { $0.text(0) }
  }

  /// The tags of the stories that `filter` finds, the most used first, then by name; each in its most used spelling.
  func counts(in filter: HeadlineFilter, limit: Int?) throws(SQLiteError) -> [TagCount] {
    let rows: [(tag: Int64, count: Int)]
    let grouped = "SELECT t.tag_row, count(*) FROM article_tag AS t"
    if filter.findsEverything {
      rows = try connection.rows(grouped + " GROUP BY t.tag_row") { ($0.integer(0), $0.int(1)) }
    } else {
      rows = try connection.rows(
        """
        \(grouped) WHERE t.article_row IN (SELECT a.article_row \(filter.sql)) GROUP BY t.tag_row
        """, filter.arguments
      ) { ($0.integer(0), $0.int(1)) }
    }
    let spellings = try mostUsedSpellings()
    let counts = rows.map { TagCount(name: spellings[$0.tag] ?? "", count: $0.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return limit.map { Array(counts.prefix(max(0, $0))) } ?? counts
  }
}

extension TagTable {
  /// The tag that goes by a key, a new one when there is none.
  func tagRow(_ key: String) throws(SQLiteError) -> Int64 {
    if let row = try row(key: key) { return row }
    try connection.run("INSERT INTO tag (name_key) VALUES (?)", [.text(key)])
    return connection.lastInsertedRow
  }

  /// Says what a tag names, unless that is known.
  func setKind(_ kind: TagKind, of tag: Int64) throws(SQLiteError) {
    try connection.run(
      "UPDATE tag SET kind = ? WHERE tag_row = ? AND kind IS NULL", [.text(kind.rawValue), .integer(tag)])
  }

  /// Whether the reader took the tag off the story.
  func isRefused(_ tag: Int64, by articleRow: Int64) throws(SQLiteError) -> Bool {
    try connection.first(
      "SELECT 1 FROM refused_tag WHERE article_row = ? AND tag_row = ?", [.integer(articleRow), .integer(tag)]
    ) { _ in true } ?? false
  }

  /// Notes that one more gave a tag to a story, in a spelling of the tag's.
  func put(
    _ tag: Int64, spelling: Int64, on articleRow: Int64, by origin: TagOrigin, position: Int
  ) throws(SQLiteError) {
    let bit = SQLValue(origin.bit)
    try connection.run(
      """
      INSERT INTO article_tag (article_row, tag_row, spelling_row, position, origins) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (article_row, tag_row) DO UPDATE SET origins = origins | ?
      """, [.integer(articleRow), .integer(tag), .integer(spelling), SQLValue(position), bit, bit])
  }

  /// The row of one of a tag's spellings, a new one when it is not there.
  func spellingRow(_ name: String, of tag: Int64) throws(SQLiteError) -> Int64 {
    let known = try connection.first("SELECT spelling_row FROM tag_spelling WHERE name = ?", [.text(name)]) {
      $0.integer(0)
    }
    if let known { return known }
    try connection.run("INSERT INTO tag_spelling (tag_row, name) VALUES (?, ?)", [.integer(tag), .text(name)])
    return connection.lastInsertedRow
  }

  private func mostUsedSpellings() throws(SQLiteError) -> [Int64: String] {
    var spellings: [Int64: String] = [:]
    var rivals: Set<Int64> = []
    try connection.forEachRow("SELECT tag_row, name FROM tag_spelling") { row in
      let tag = row.integer(0)
      if spellings.updateValue(row.text(1), forKey: tag) != nil { rivals.insert(tag) }
      return true
    }
    try connection.forEachRow("SELECT tag_row, name FROM tag WHERE name IS NOT NULL") { row in
      spellings[row.integer(0)] = row.text(1)
      rivals.remove(row.integer(0))
      return true
    }
    // Only tags with several spellings are worth counting: they are few.
    for tag in rivals {
      spellings[tag] = try connection.first(
        """
        SELECT s.name FROM tag_spelling AS s WHERE s.tag_row = ?
        ORDER BY (SELECT count(*) FROM article_tag AS t WHERE t.tag_row = s.tag_row AND t.spelling_row = s.spelling_row)
          DESC, s.name LIMIT 1
        """, [.integer(tag)]
      ) { $0.text(0) }
    }
    return spellings
  }
}

extension TagOrigin {
  /// What stands for it in `article_tag.origins`; never changed once released.
  var bit: Int {
    switch self {
    case .publisher: 1
    case .analysis: 2
    case .reader: 4
    }
  }
}
