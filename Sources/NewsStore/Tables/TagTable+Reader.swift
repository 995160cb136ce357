internal import IndicText
internal import NewsModel

/// What the reader makes of tags. All of it can be taken back.
extension TagTable {
  /// Takes a tag off a story for good: neither the publisher nor analysis puts it on again.
  func refuse(_ name: String, of articleRow: Int64) throws(SQLiteError) -> Bool {
    guard let tag = try row(named: name) else { return false }
    let key: [SQLValue] = [.integer(articleRow), .integer(tag)]
    let origins = try connection.first(
      "SELECT origins FROM article_tag WHERE article_row = ? AND tag_row = ?", key
    ) { $0.int(0) }
    guard let origins else { return false }
    try connection.run("DELETE FROM article_tag WHERE article_row = ? AND tag_row = ?", key)
    if origins != TagOrigin.reader.bit {
      try connection.run("INSERT OR IGNORE INTO refused_tag (article_row, tag_row) VALUES (?, ?)", key)
    }
    return true
  }

  /// Puts the reader's tag on a story, also one that was taken off before.
  func accept(_ name: String, of articleRow: Int64) throws(SQLiteError) -> Bool {
    guard let tag = try add(name, to: articleRow, by: .reader, position: 500) else { return false }
    try connection.run(
      "DELETE FROM refused_tag WHERE article_row = ? AND tag_row = ?", [.integer(articleRow), .integer(tag)])
    return true
  }

  /// Makes one tag of several: their spellings, old and to come, are spellings of `name`.
  ///
  /// - Returns: how many tags became part of it.
  func merge(_ names: [String], into name: String) throws(SQLiteError) -> Int {
    let key = SearchKey.fold(name)
    guard !key.isEmpty else { return 0 }
    let tag = try tagRow(key)
    var count = 0
    for other in names {
      guard let row = try row(named: other), row != tag else { continue }
      try move(row, into: tag)
      count += 1
    }
    return count
  }

  /// Shows a tag under another name; it is found by both. Under the name of another tag it becomes part of that one.
  func rename(_ name: String, to newName: String) throws(SQLiteError) -> Bool {
    let key = SearchKey.fold(newName)
    guard !key.isEmpty, let tag = try row(named: name) else { return false }
    if let other = try row(key: key), other != tag { return try merge([name], into: newName) > 0 }
    try connection.run("UPDATE tag SET name = ? WHERE tag_row = ?", [.text(newName), .integer(tag)])
    try setAlias(key, tag)
    return true
  }

  /// Makes a spelling a tag of its own again, with all spellings that fold to the same key.
  func split(_ spelling: String) throws(SQLiteError) -> Bool {
    let key = SearchKey.fold(spelling)
    guard !key.isEmpty, let tag = try row(key: key) else { return false }
    try connection.run("DELETE FROM tag_alias WHERE name_key = ?", [.text(key)])
    let own = try connection.first("SELECT tag_row FROM tag WHERE name_key = ?", [.text(key)]) { $0.integer(0) }
    let target: Int64
    if let own {
      // The name that the others were made part of, or one that was only renamed.
      if own == tag {
        try connection.run("UPDATE tag SET name = NULL WHERE tag_row = ?", [.integer(tag)])
        return true
      }
      target = own
    } else {
      try connection.run("INSERT INTO tag (name_key) VALUES (?)", [.text(key)])
      target = connection.lastInsertedRow
    }
    for (row, name) in try spellings(of: tag) where SearchKey.fold(name) == key {
      let rows: [SQLValue] = [.integer(target), .integer(row)]
      try connection.run("UPDATE tag_spelling SET tag_row = ? WHERE spelling_row = ?", rows)
      try connection.run("UPDATE OR IGNORE article_tag SET tag_row = ? WHERE spelling_row = ?", rows)
      try connection.run(
        """
        INSERT OR IGNORE INTO article_tag (article_row, tag_row, spelling_row, position, origins)
        SELECT article_row, ?, spelling_row, position, origins FROM merged_tag WHERE spelling_row = ?
        """, rows)
      try connection.run("DELETE FROM merged_tag WHERE spelling_row = ?", [.integer(row)])
    }
    return true
  }

  private func move(_ row: Int64, into tag: Int64) throws(SQLiteError) {
    let rows: [SQLValue] = [.integer(tag), .integer(row)]
    // A story that has both keeps one of them; the other is remembered for parting them again.
    try connection.run(
      """
      INSERT OR IGNORE INTO merged_tag (article_row, spelling_row, position, origins)
      SELECT article_row, spelling_row, position, origins FROM article_tag AS t WHERE tag_row = ?2
        AND EXISTS (SELECT 1 FROM article_tag AS o WHERE o.article_row = t.article_row AND o.tag_row = ?1)
      """, rows)
    try connection.run(
      """
      UPDATE article_tag SET origins = origins | (SELECT o.origins FROM article_tag AS o
        WHERE o.article_row = article_tag.article_row AND o.tag_row = ?2)
      WHERE tag_row = ?1 AND article_row IN (SELECT article_row FROM article_tag WHERE tag_row = ?2)
      """, rows)
    try connection.run("UPDATE OR IGNORE article_tag SET tag_row = ? WHERE tag_row = ?", rows)
    try connection.run("DELETE FROM article_tag WHERE tag_row = ?", [.integer(row)])
    for (_, name) in try spellings(of: row) { try setAlias(SearchKey.fold(name), tag) }
    try connection.run("UPDATE tag_spelling SET tag_row = ? WHERE tag_row = ?", rows)
    try connection.run("UPDATE tag_alias SET tag_row = ? WHERE tag_row = ?", rows)
    let own = try connection.first("SELECT name_key FROM tag WHERE tag_row = ?", [.integer(row)]) { $0.text(0) }
    if let own { try setAlias(own, tag) }
  }

  private func setAlias(_ key: String, _ tag: Int64) throws(SQLiteError) {
    let own = try connection.first("SELECT tag_row FROM tag WHERE name_key = ?", [.text(key)]) { $0.integer(0) }
    if own == tag {
      try connection.run("DELETE FROM tag_alias WHERE name_key = ?", [.text(key)])
    } else {
      try connection.run(
        "INSERT OR REPLACE INTO tag_alias (name_key, tag_row) VALUES (?, ?)", [.text(key), .integer(tag)])
    }
  }

  func spellings(of tag: Int64) throws(SQLiteError) -> [(row: Int64, name: String)] {
    try connection.rows("SELECT spelling_row, name FROM tag_spelling WHERE tag_row = ?", [.integer(tag)]) {
      ($0.integer(0), $0.text(1))
    }
  }
}
