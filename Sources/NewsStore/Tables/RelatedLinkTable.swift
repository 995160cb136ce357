internal import IndicText
internal import NewsModel

/// Links between stories.
///
/// What a link leads to is looked up when it is read, not written down: the story with the link's address, else the newest
/// with its headline. So a link finds its story in the moment that story is stored, and both orders of import give the same.
struct RelatedLinkTable {
  let connection: Connection

  /// Gives a story these links and no others.
  func replace(_ links: [RelatedLink], of articleRow: Int64) throws(SQLiteError) {
    try connection.run("DELETE FROM related_link WHERE article_row = ?", [.integer(articleRow)])
    for (position, link) in links.enumerated() {
      try connection.run(
        """
        INSERT INTO related_link (article_row, position, reason, title, title_key, section, url, score, url_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(articleRow), SQLValue(position), .text(link.reason.rawValue), .text(link.title),
          .text(SearchKey.fold(link.title)), SQLValue(link.section), SQLValue(link.url), SQLValue(link.score),
          SQLValue(addressKey: link.url),
        ])
    }
  }

  /// A story's links in the page's order, led to what is stored.
  func links(of articleRow: Int64) throws(SQLiteError) -> [RelatedLink] {
    let stored = try connection.rows(
      """
      SELECT title, section, url, reason, score, title_key, url_key FROM related_link WHERE article_row = ? ORDER BY position
      """, [.integer(articleRow)]
    ) { row in
      (
        link: RelatedLink(
          title: row.text(0), section: row.optionalText(1), url: row.optionalText(2),
          reason: RelatedLink.Reason(rawValue: row.text(3)) ?? .publisher, score: row.optionalReal(4)),
        key: row.text(5), urlKey: row.optionalText(6)
      )
    }
    var links: [RelatedLink] = []
    for (link, key, urlKey) in stored {
      var link = link
      let rows = try holders(url: urlKey, key: key)
      if let target = rows.first(where: { $0 != articleRow }) {
        let date = try date(of: target)
        link.target = date?.id
        link.targetDate = date?.date
      }
      links.append(link)
    }
    return links
  }

  /// The rows of the stories whose links lead to this one, newest first.
  func pointing(at articleRow: Int64, limit: Int) throws(SQLiteError) -> [Int64] {
    let keys = try connection.rows(
      """
      SELECT title_key FROM article WHERE article_row = ?1 AND title_key <> ''
      UNION SELECT title_key FROM former_title WHERE article_row = ?1
      """, [.integer(articleRow)]
    ) { $0.text(0) }
    let url = try connection.first(
      "SELECT url_key FROM article WHERE article_row = ?", [.integer(articleRow)]
    ) { $0.optionalText(0) }
    var candidates: [Candidate] = []
    for key in keys {
      candidates += try self.candidates("title_key = ?", key)
    }
    if let url = url ?? nil {
      candidates += try self.candidates("url_key = ?", url)
    }
    var rows: Set<Int64> = []
    var known: [Candidate.Aim: [Int64]] = [:]
    for candidate in candidates where candidate.articleRow != articleRow && !rows.contains(candidate.articleRow) {
      if known[candidate.aim] == nil {
        known[candidate.aim] = try holders(url: candidate.aim.url, key: candidate.aim.key)
      }
      if known[candidate.aim]?.first(where: { $0 != candidate.articleRow }) == articleRow {
        rows.insert(candidate.articleRow)
      }
    }
    return try newest(rows, limit: limit)
  }
}

extension RelatedLinkTable {
  /// Whether a link with this headline, or one of its addresses, leads to a story.
  func isStored(titleKey key: String) throws(SQLiteError) -> Bool {
    if try !holders(url: nil, key: key).isEmpty { return true }
    return try connection.first(
      """
      SELECT 1 FROM related_link AS l JOIN article AS a ON a.url_key = l.url_key
      WHERE l.title_key = ? AND l.url_key IS NOT NULL LIMIT 1
      """, [.text(key)]
    ) { _ in true } ?? false
  }

  /// A link that may lead to the story in question.
  private struct Candidate {
    struct Aim: Hashable {
      var url: String?
      var key: String
    }

    var articleRow: Int64
    var aim: Aim
  }

  private func candidates(_ condition: String, _ argument: String) throws(SQLiteError) -> [Candidate] {
    try connection.rows(
      "SELECT article_row, url_key, title_key FROM related_link WHERE \(condition)", [.text(argument)]
    ) { row in
      Candidate(articleRow: row.integer(0), aim: .init(url: row.optionalText(1), key: row.text(2)))
    }
  }

  /// The stories that a link may lead to, the best first: by address, by headline, by a former headline.
  ///
  /// Two of each kind are enough: one of them may be the pointing story itself.
  private func holders(url: String?, key: String) throws(SQLiteError) -> [Int64] {
    var rows: [Int64] = []
    func add(_ found: [Int64]) { for row in found where !rows.contains(row) { rows.append(row) } }
    if let url {
      add(
        try connection.rows(
          "SELECT article_row FROM article WHERE url_key = ? ORDER BY list_date DESC, id LIMIT 2", [.text(url)]
        ) { $0.integer(0) })
    }
    if !key.isEmpty, rows.count < 2 {
      add(
        try connection.rows(
          "SELECT article_row FROM article WHERE title_key = ? ORDER BY list_date DESC, id LIMIT 2", [.text(key)]
        ) { $0.integer(0) })
    }
    if !key.isEmpty, rows.count < 2 {
      add(
        try connection.rows(
          """
          SELECT a.article_row FROM former_title AS f JOIN article AS a ON a.article_row = f.article_row
          WHERE f.title_key = ? ORDER BY a.list_date DESC, a.id LIMIT 2
          """, [.text(key)]
        ) { $0.integer(0) })
    }
    return rows
  }

  private func date(of row: Int64) throws(SQLiteError) -> (id: ArticleID, date: Timestamp)? {
    try connection.first("SELECT id, list_date, list_offset FROM article WHERE article_row = ?", [.integer(row)]) {
      (
        ArticleID(rawValue: $0.text(0)),
        Timestamp(secondsSince1970: $0.integer(1), utcOffsetSeconds: $0.int(2))
      )
    }
  }

  private func newest(_ rows: Set<Int64>, limit: Int) throws(SQLiteError) -> [Int64] {
    var dated: [(date: Int64, id: String, row: Int64)] = []
    for row in rows {
      let found = try connection.first(
        "SELECT list_date, id FROM article WHERE article_row = ?", [.integer(row)]
      ) { ($0.integer(0), $0.text(1), row) }
      if let found { dated.append(found) }
    }
    return dated.sorted { ($1.date, $0.id) < ($0.date, $1.id) }.prefix(limit).map(\.row)
  }
}
