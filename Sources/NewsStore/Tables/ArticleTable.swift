internal import IndicText
internal import NewsModel

/// Stories and the parts that belong to one story alone.
struct ArticleTable {
  let connection: Connection

  /// What saving one story did.
  enum Outcome {
    case new
    case updated
    case unchanged
  }

  /// Stores `article` under the ID that its identity has, or under `article.id` when it is new.
  ///
  /// - Returns: the ID it has now, which is another than `article.id` when that belongs to another story.
  func save(
    _ article: Article, feedRow: Int64, now: Timestamp
  ) throws(SQLiteError) -> (id: ArticleID, outcome: Outcome) {
    let fingerprint = SQLValue.integer(ArticleFingerprint.of(article))
    let known = try connection.first(
      "SELECT article_row, id, fingerprint, title_key FROM article WHERE feed_row = ? AND identity = ?",
      [.integer(feedRow), .text(article.identity)]
    ) { row in
      (
        row: row.integer(0), id: ArticleID(rawValue: row.text(1)), fingerprint: row.integer(2), titleKey: row.text(3)
      )
    }
    if let known {
      if case .integer(known.fingerprint) = fingerprint { return (known.id, .unchanged) }
      let versions = StoryVersionTable(connection: connection)
      try versions.putAside(row: known.row, now: now)
      try update(article, row: known.row, fingerprint)
      try keepFormerTitle(known.titleKey, new: SearchKey.fold(article.title), row: known.row)
      try replaceParts(article, row: known.row)
      try versions.settle(row: known.row)
      return (known.id, .updated)
    }
    let id = try freeID(for: article)
    let row = try insert(article, id: id, feedRow: feedRow, fingerprint, now: now)
    try replaceParts(article, row: row)
    return (id, .new)
  }

  /// What a story is found by: its folded headline, and what two of its addresses have in common.
  struct Keys {
    var title: String
    var url: String?
  }

  /// The row of a stored story; nil when it is not stored.
  func row(of id: ArticleID) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT article_row FROM article WHERE id = ?", [.text(id.rawValue)]) { $0.integer(0) }
  }

  func count() throws(SQLiteError) -> Int {
    try connection.first("SELECT count(*) FROM article") { $0.int(0) } ?? 0
  }

  /// IDs that begin with `prefix`, in order.
  func ids(prefix: String, limit: Int) throws(SQLiteError) -> [ArticleID] {
    // A range over the bytes of the index; LIKE would read % and _ in the prefix as wildcards.
    try connection.rows(
      "SELECT id FROM article WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) ORDER BY id LIMIT ?2",
      [.text(prefix), SQLValue(max(0, limit))]
    ) { ArticleID(rawValue: $0.text(0)) }
  }

  /// Stories of one feed with this folded headline, bodies included: those nearest in date to `date`, and the newest without a date.
  func titled(_ titleKey: String, feed: FeedID, near date: Timestamp?, limit: Int) throws(SQLiteError) -> [Article] {
    let condition = """
      FROM article WHERE title_key = ? AND feed_row = (SELECT feed_row FROM feed WHERE id = ?) AND is_dated = ?
      """
    let story: [SQLValue] = [.text(titleKey), .text(feed.rawValue)]
    func rows(_ sql: String, _ arguments: [SQLValue]) throws(SQLiteError) -> [Int64] {
      try connection.rows("SELECT article_row \(condition) \(sql) LIMIT \(max(0, limit))", story + arguments) {
        $0.integer(0)
      }
    }
    var found: [Int64]
    if let seconds = date?.secondsSince1970 {
      found = try rows("AND list_date <= ? ORDER BY list_date DESC, id", [.integer(1), .integer(seconds)])
      found += try rows("AND list_date > ? ORDER BY list_date, id", [.integer(1), .integer(seconds)])
    } else {
      found = try rows("ORDER BY list_date DESC, id", [.integer(1)])
    }
    found += try rows("ORDER BY list_date DESC, id", [.integer(0)])
    var articles: [Article] = []
    for row in found {
      if let article = try article(row: row) { articles.append(article) }
    }
    return articles
  }

  func article(identity: String, feed: FeedID) throws(SQLiteError) -> Article? {
    let row = try connection.first(
      """
      SELECT article_row FROM article WHERE feed_row = (SELECT feed_row FROM feed WHERE id = ?) AND identity = ?
      """, [.text(feed.rawValue), .text(identity)]
    ) { $0.integer(0) }
    guard let row else { return nil }
    return try article(row: row)
  }

  /// A whole story; its links are led to what is stored.
  func article(row articleRow: Int64) throws(SQLiteError) -> Article? {
    let key: [SQLValue] = [.integer(articleRow)]
    let found = try connection.first(
      """
      SELECT a.id, a.identity, f.id, a.url, a.title, a.dek, a.published, a.published_offset, a.modified,
        a.modified_offset, a.language, a.section, a.credit, a.completeness
      FROM article AS a JOIN feed AS f ON f.feed_row = a.feed_row WHERE a.article_row = ?
      """, key
    ) { row in
      func timestamp(_ column: Int32) -> Timestamp? {
        row.optionalInteger(column).map {
          Timestamp(secondsSince1970: $0, utcOffsetSeconds: row.int(column + 1))
        }
      }
      var article = Article(
        id: ArticleID(rawValue: row.text(0)), identity: row.text(1), feed: FeedID(rawValue: row.text(2)),
        url: row.optionalText(3), title: row.text(4), dek: row.optionalText(5), published: timestamp(6),
        modified: timestamp(8), language: row.text(10), section: row.optionalText(11), credit: row.optionalText(12),
        body: ArticleBody())
      article.completeness = Completeness(code: row.int(13))
      return article
    }
    guard var article = found else { return nil }
    article.authors = try connection.rows("SELECT name FROM author WHERE article_row = ? ORDER BY position", key) {
      $0.text(0)
    }
    let bodies = BodyTable(connection: connection)
    article.body.blocks = try bodies.blocks(of: articleRow)
    // Its text may still be had from its page.
    if article.body.blocks.isEmpty, article.url != nil, try bodies.isAwaited(articleRow) {
      article.completeness = .summary
    }
    article.attachments = try connection.rows(
      "SELECT url, media_type, byte_count FROM attachment WHERE article_row = ? ORDER BY position", key
    ) {
      Attachment(
        url: $0.text(0), mediaType: $0.optionalText(1), byteCount: $0.optionalInteger(2).map(Int.init(clamping:)))
    }
    article.highlights = try connection.rows(
      "SELECT text, origin FROM highlight WHERE article_row = ? ORDER BY position", key
    ) { Highlight(text: $0.text(0), origin: Highlight.Origin(rawValue: $0.text(1)) ?? .publisher) }
    article.tags = try TagTable(connection: connection).names(of: articleRow)
    article.links = try RelatedLinkTable(connection: connection).links(of: articleRow)
    return article
  }
}

extension ArticleTable {
  /// Brings the facts of a story that a feed listed to what the feed says now; its text and what was found in it stay.
  func updateFacts(_ article: Article, row: Int64, fingerprint: Int64) throws(SQLiteError) {
    let old = try connection.first("SELECT title_key FROM article WHERE article_row = ?", [.integer(row)]) {
      $0.text(0)
    }
    let titleKey = SearchKey.fold(article.title)
    var listDate = article.date
    if listDate == nil { listDate = try firstSeen(row) }
    guard let old, let listDate else { return }
    try connection.run(
      """
      UPDATE article SET fingerprint = ?, list_date = ?, list_offset = ?, is_dated = ?, title = ?, title_key = ?,
        published = ?, published_offset = ?, modified = ?, modified_offset = ?, url = ?, url_key = ? WHERE article_row = ?
      """,
      [
        .integer(fingerprint), .integer(listDate.secondsSince1970), SQLValue(listDate.utcOffsetSeconds),
        SQLValue(article.date != nil), .text(article.title), .text(titleKey),
        SQLValue(article.published?.secondsSince1970), SQLValue(article.published.map { Int64($0.utcOffsetSeconds) }),
        SQLValue(article.modified?.secondsSince1970), SQLValue(article.modified.map { Int64($0.utcOffsetSeconds) }),
        SQLValue(article.url), SQLValue(addressKey: article.url), .integer(row),
      ])
    try keepFormerTitle(old, new: titleKey, row: row)
    if old != titleKey { try TitleWordTable(connection: connection).replace(article.title, of: row) }
  }

  /// Gives a story an address when it has none.
  func addAddress(_ url: String?, row: Int64) throws(SQLiteError) {
    guard let url else { return }
    try connection.run(
      "UPDATE article SET url = ?, url_key = ? WHERE article_row = ? AND url IS NULL",
      [.text(url), SQLValue(addressKey: url), .integer(row)])
  }

  func insert(_ attachments: [Attachment], row: Int64) throws(SQLiteError) {
    for (position, attachment) in attachments.enumerated() {
      try connection.run(
        "INSERT INTO attachment (article_row, position, url, media_type, byte_count) VALUES (?, ?, ?, ?, ?)",
        [
          .integer(row), SQLValue(position), .text(attachment.url), SQLValue(attachment.mediaType),
          SQLValue(attachment.byteCount.map(Int64.init)),
        ])
    }
  }

  /// Stored stories, of any feed, that have this address or this folded headline; by address first, then newest.
  func candidates(urlKey: String?, titleKey: String, limit: Int) throws(SQLiteError) -> [StoryCandidate] {
    var found: [StoryCandidate] = []
    if let urlKey { found += try candidates("a.url_key = ?", urlKey, limit) }
    if !titleKey.isEmpty {
      let titled = try candidates("a.title_key = ?", titleKey, limit)
      found += titled.filter { candidate in !found.contains { $0.id == candidate.id } }
    }
    return found
  }

  private func candidates(_ condition: String, _ key: String, _ limit: Int) throws(SQLiteError) -> [StoryCandidate] {
    try connection.rows(
      """
      SELECT a.id, a.identity, f.id, f.title, a.url, a.published, a.published_offset, a.modified, a.modified_offset,
        a.completeness
      FROM article AS a JOIN feed AS f ON f.feed_row = a.feed_row WHERE \(condition)
      ORDER BY a.list_date DESC, a.id LIMIT \(limit)
      """, [.text(key)]
    ) { row in
      func time(_ column: Int32) -> Timestamp? {
        row.optionalInteger(column).map { Timestamp(secondsSince1970: $0, utcOffsetSeconds: row.int(column + 1)) }
      }
      return StoryCandidate(
        id: ArticleID(rawValue: row.text(0)), identity: row.text(1), feed: FeedID(rawValue: row.text(2)),
        source: row.text(3), url: row.optionalText(4), published: time(5), modified: time(7),
        completeness: Completeness(code: row.int(9)))
    }
  }

  private func firstSeen(_ row: Int64) throws(SQLiteError) -> Timestamp? {
    try connection.first(
      "SELECT first_seen, first_seen_offset FROM article WHERE article_row = ?", [.integer(row)]
    ) { Timestamp(secondsSince1970: $0.integer(0), utcOffsetSeconds: $0.int(1)) }
  }

  private static let columns = [
    "fingerprint", "list_date", "list_offset", "is_dated", "related_count", "language", "section", "section_key",
    "title", "title_key", "published", "published_offset", "modified", "modified_offset", "url", "url_key", "dek",
    "credit",
    "completeness",
  ]
  private static let insertion = """
    INSERT INTO article (id, feed_row, identity, first_seen, first_seen_offset, \(columns.joined(separator: ", ")))
    VALUES (?, ?, ?, ?, ?, \(columns.map { _ in "?" }.joined(separator: ", ")))
    """
  private static let change = """
    UPDATE article SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE article_row = ?
    """

  func insert(
    _ article: Article, id: ArticleID, feedRow: Int64, _ fingerprint: SQLValue, keys: Keys? = nil, now: Timestamp
  ) throws(SQLiteError) -> Int64 {
    let own: [SQLValue] = [
      .text(id.rawValue), .integer(feedRow), .text(article.identity), .integer(now.secondsSince1970),
      SQLValue(now.utcOffsetSeconds),
    ]
    try connection.run(
      Self.insertion, own + values(article, fingerprint, keys: keys ?? Keys(article), listDate: article.date ?? now))
    let row = connection.lastInsertedRow
    try FeedCountTable(connection: connection).countNewStory(feedRow: feedRow)
    try ReadingStateTable(connection: connection).restore(to: row, id)
    try HookTable(connection: connection).addWaiting(row, id)
    return row
  }

  private func update(_ article: Article, row: Int64, _ fingerprint: SQLValue) throws(SQLiteError) {
    var listDate = article.date
    if listDate == nil { listDate = try firstSeen(row) }
    guard let listDate else { preconditionFailure("A story that is updated is there.") }
    try connection.run(
      Self.change, values(article, fingerprint, keys: Keys(article), listDate: listDate) + [.integer(row)])
  }

  private func values(
    _ article: Article, _ fingerprint: SQLValue, keys: Keys, listDate: Timestamp
  ) -> [SQLValue] {
    [
      fingerprint, .integer(listDate.secondsSince1970), SQLValue(listDate.utcOffsetSeconds),
      SQLValue(article.date != nil), SQLValue(article.links.count { $0.reason == .publisher }),
      .text(article.language), SQLValue(article.section), SQLValue(article.section.map(SearchKey.fold)),
      .text(article.title), .text(keys.title), SQLValue(article.published?.secondsSince1970),
      SQLValue(article.published.map { Int64($0.utcOffsetSeconds) }), SQLValue(article.modified?.secondsSince1970),
      SQLValue(article.modified.map { Int64($0.utcOffsetSeconds) }), SQLValue(article.url),
      SQLValue(keys.url), SQLValue(article.dek), SQLValue(article.credit),
      SQLValue(article.completeness.code),
    ]
  }

  private func keepFormerTitle(_ old: String, new: String, row: Int64) throws(SQLiteError) {
    guard old != new, !old.isEmpty else { return }
    try connection.run(
      "INSERT OR IGNORE INTO former_title (title_key, article_row) VALUES (?, ?)", [.text(old), .integer(row)])
  }

  private func replaceParts(_ article: Article, row: Int64) throws(SQLiteError) {
    let key = SQLValue.integer(row)
    for table in ["author", "attachment", "highlight"] {
      try connection.run("DELETE FROM \(table) WHERE article_row = ?", [key])
    }
    for (position, name) in article.authors.enumerated() {
      try connection.run(
        "INSERT INTO author (article_row, position, name) VALUES (?, ?, ?)", [key, SQLValue(position), .text(name)])
    }
    try BodyTable(connection: connection).replace(article.body, of: row)
    try insert(article.attachments, row: row)
    for (position, highlight) in article.highlights.enumerated() {
      try connection.run(
        "INSERT INTO highlight (article_row, position, origin, text) VALUES (?, ?, ?, ?)",
        [key, SQLValue(position), .text(highlight.origin.rawValue), .text(highlight.text)])
    }
    try TitleWordTable(connection: connection).replace(article.title, of: row)
    try TagTable(connection: connection).replace(article.tags, of: row)
    try RelatedLinkTable(connection: connection).replace(article.links, of: row)
    var sections: [String] = []
    for name in [article.section] + article.links.map(\.section) {
      if let name, !sections.contains(name) { sections.append(name) }
    }
    try SectionTable(connection: connection).add(sections)
  }

  /// `article.id`, or when another story has it one made from the same identity, always the same.
  func freeID(for article: Article) throws(SQLiteError) -> ArticleID {
    var id = article.id
    var attempt = 1
    while try row(of: id) != nil {
      attempt += 1
      id = ArticleID(identity: "\(article.feed.rawValue)\n\(article.identity)\n\(attempt)")
    }
    return id
  }
}

extension ArticleTable.Keys {
  init(_ article: Article) {
    self.init(title: SearchKey.fold(article.title), url: article.url.map { WebAddress.storyKey($0) ?? $0 })
  }
}
