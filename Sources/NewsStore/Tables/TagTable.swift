internal import IndicText
internal import NewsModel

/// Tags: one per folded key, with every spelling that pages use.
struct TagTable {
  let connection: Connection

  /// Gives a story these tags and no others. A second spelling of a tag it has already, and a tag without a word, is dropped.
  func replace(_ names: [String], of articleRow: Int64) throws(SQLiteError) {
    try connection.run("DELETE FROM article_tag WHERE article_row = ?", [.integer(articleRow)])
    try add(names, to: articleRow)
  }

  /// Gives a story without tags these.
  func add(_ names: [String], to articleRow: Int64) throws(SQLiteError) {
    for (position, name) in names.enumerated() {
      let key = SearchKey.fold(name)
      if key.isEmpty { continue }
      let tag = try tagRow(key)
      try connection.run(
        "INSERT OR IGNORE INTO article_tag (article_row, tag_row, spelling_row, position) VALUES (?, ?, ?, ?)",
        [.integer(articleRow), .integer(tag), .integer(try spellingRow(name, of: tag)), SQLValue(position)])
    }
  }

  /// A story's tags in the page's order and spelling.
  func names(of articleRow: Int64) throws(SQLiteError) -> [String] {
    try connection.rows(
      """
      SELECT s.name FROM article_tag AS t JOIN tag_spelling AS s ON s.spelling_row = t.spelling_row
      WHERE t.article_row = ? ORDER BY t.position
      """, [.integer(articleRow)]
    ) { $0.text(0) }
  }

  /// The tag that `name` is a spelling of; nil when no story ever had it.
  func row(named name: String) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT tag_row FROM tag WHERE name_key = ?", [.text(SearchKey.fold(name))]) { $0.integer(0) }
  }

  func storyCount(of tagRow: Int64) throws(SQLiteError) -> Int {
    try connection.first("SELECT count(*) FROM article_tag WHERE tag_row = ?", [.integer(tagRow)]) { $0.int(0) } ?? 0
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
  private func tagRow(_ key: String) throws(SQLiteError) -> Int64 {
    if let row = try connection.first("SELECT tag_row FROM tag WHERE name_key = ?", [.text(key)], { $0.integer(0) }) {
      return row
    }
    try connection.run("INSERT INTO tag (name_key) VALUES (?)", [.text(key)])
    return connection.lastInsertedRow
  }

  private func spellingRow(_ name: String, of tag: Int64) throws(SQLiteError) -> Int64 {
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
