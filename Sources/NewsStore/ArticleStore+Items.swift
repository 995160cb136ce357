public import NewsModel

/// Items of feeds: listed as soon as they come, their texts turned into blocks later (`ArticleStore+Understanding`).
extension ArticleStore {
  /// Stores what a feed says of itself.
  public func save(_ feed: Feed) throws(StoreError) {
    try write("save feed") { () throws(SQLiteError) in _ = try FeedTable(connection: connection).save(feed) }
  }

  /// The items that a feed ever listed, by key; empty for an unknown feed.
  public func itemMarks(of feed: FeedID) throws(StoreError) -> [Int64: FeedItemMark] {
    try read("read items") { () throws(SQLiteError) in
      guard let row = try FeedTable(connection: connection).row(of: feed) else { return [:] }
      let texts = waitingTexts
      return try FeedItemTable(connection: connection).marks(feedRow: row) { !texts.holds($0) }
    }
  }

  /// Stored stories, of any feed, with this address (as `WebAddress.storyKey` gives it) or this folded headline, the address first;
  /// at most `limit` of each kind, the newest.
  public func candidates(urlKey: String?, titleKey: String, limit: Int = 4) throws(StoreError) -> [StoryCandidate] {
    try read("find story") { () throws(SQLiteError) in
      try ArticleTable(connection: connection).candidates(urlKey: urlKey, titleKey: titleKey, limit: limit)
    }
  }

  /// The keys under which `feed` lists a story; empty when it does not.
  public func itemKeys(of id: ArticleID, in feed: FeedID) throws(StoreError) -> [Int64] {
    try read("read item keys") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id),
        let feedRow = try FeedTable(connection: connection).row(of: feed)
      else { return [] }
      return try FeedItemTable(connection: connection).keys(of: row, feedRow: feedRow)
    }
  }

  /// Lists an item as a new story of `feed`, which must be stored.
  @discardableResult
  public func list(_ item: ListedItem, of feed: FeedID, now: Timestamp) throws(StoreError) -> ArticleID {
    try write("list item") { () throws(SQLiteError) in
      let feedRow = try knownRow(of: feed)
      let listing = ListingTable(connection: connection)
      let story = try listing.insert(item, feedRow: feedRow, now: now)
      if waitingTexts.keep(item.raw, of: story.row) {
        try BodyTable(connection: connection).awaitText(of: story.row)
      } else {
        try BodyTable(connection: connection).replace(item.raw, of: story.row)
      }
      try FeedItemTable(connection: connection).note(
        key: item.key, fingerprint: item.fingerprint, articleRow: story.row, feedRow: feedRow, isGuest: false)
      return story.id
    }
  }

  /// Brings a story that `feed` lists to what the item says now.
  ///
  /// - Parameter keepsBody: the text is better than the item's and stays.
  /// - Parameter now: when a text that this corrects was replaced.
  public func relist(
    _ item: ListedItem, as id: ArticleID, of feed: FeedID, keepsBody: Bool, now: Timestamp
  ) throws(StoreError) {
    try write("relist item") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id) else { return }
      try ListingTable(connection: connection).update(item, row: row, keepsBody: keepsBody, now: now)
      try noteItem(item, row: row, of: feed)
    }
  }

  /// Notes that an item of `feed` is a story that came in from elsewhere. The story stays as it is, but for an address it did not have.
  public func attach(_ item: ListedItem, to id: ArticleID, of feed: FeedID) throws(StoreError) {
    try write("attach item") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id) else { return }
      try ArticleTable(connection: connection).addAddress(item.article.url, row: row)
      try noteItem(item, row: row, of: feed)
    }
  }

  /// Gives a story that has only a summary the item's text, to be looked into.
  public func setRawBody(_ raw: RawBody, of id: ArticleID) throws(StoreError) {
    try write("keep text") { () throws(SQLiteError) in
      guard let row = try ArticleTable(connection: connection).row(of: id) else { return }
      try BodyTable(connection: connection).replace(raw, of: row)
    }
  }

  /// Replaces a stored story by a better version of it, under the ID and in the feed that it has.
  public func replace(_ article: Article, now: Timestamp) throws(StoreError) {
    try write("replace story") { () throws(SQLiteError) in
      guard let feedRow = try FeedTable(connection: connection).row(of: article.feed) else { return }
      _ = try ArticleTable(connection: connection).save(article, feedRow: feedRow, now: now)
    }
  }

  /// Nil when there is no such story.
  public func completeness(of id: ArticleID) throws(StoreError) -> Completeness? {
    try read("read completeness") { () throws(SQLiteError) in
      try connection.first("SELECT completeness FROM article WHERE id = ?", [.text(id.rawValue)]) {
        Completeness(code: $0.int(0))
      }
    }
  }

  /// Unread stories at home in `feed` that are only a summary and whose page was not asked for yet, newest first.
  public func unreadSummaries(of feed: FeedID, limit: Int) throws(StoreError) -> [ArticleID] {
    try read("list summaries") { () throws(SQLiteError) in
      try connection.rows(
        """
        SELECT id FROM article WHERE feed_row = (SELECT feed_row FROM feed WHERE id = ?) AND is_read = 0
          AND completeness = \(Completeness.summary.code) AND url IS NOT NULL ORDER BY list_date DESC, id LIMIT ?
        """, [.text(feed.rawValue), SQLValue(limit)]
      ) { ArticleID(rawValue: $0.text(0)) }
    }
  }

  /// Notes how much of a story's text could be had.
  public func setCompleteness(_ completeness: Completeness, of id: ArticleID) throws(StoreError) {
    try write("note completeness") { () throws(SQLiteError) in
      try connection.run(
        "UPDATE article SET completeness = ? WHERE id = ?", [SQLValue(completeness.code), .text(id.rawValue)])
    }
  }
}

extension ArticleStore {
  private func knownRow(of feed: FeedID) throws(SQLiteError) -> Int64 {
    guard let row = try FeedTable(connection: connection).row(of: feed) else {
      preconditionFailure("A feed is stored before its items.")
    }
    return row
  }

  private func noteItem(_ item: ListedItem, row: Int64, of feed: FeedID) throws(SQLiteError) {
    let feedRow = try knownRow(of: feed)
    let home = try connection.first("SELECT feed_row FROM article WHERE article_row = ?", [.integer(row)]) {
      $0.integer(0)
    }
    try FeedItemTable(connection: connection).note(
      key: item.key, fingerprint: item.fingerprint, articleRow: row, feedRow: feedRow, isGuest: home != feedRow)
  }
}
