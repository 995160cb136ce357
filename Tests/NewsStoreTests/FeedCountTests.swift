import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// Counts of shown stories follow whatever happens to stories, and are those that counting all of them would give.
@Suite struct FeedCountTests {
  private let connection: Connection

  init() throws {
    connection = try StoreOpening.connection(to: ":memory:")
    for number in 1...3 {
      _ = try FeedTable(connection: connection).save(
        Feed(id: FeedID(rawValue: "pages:\(number)"), title: "पत्र \(number)"))
    }
    try connection.run(
      "INSERT INTO saved_query (use, position, name, name_key, text, saved, saved_offset) VALUES ('mute', 0, 'क', 'क', 'क', 0, 0)"
    )
  }

  private func counted() throws -> [[Int]] {
    try connection.rows(
      "SELECT feed_row, count(*), count(*) FILTER (WHERE is_read = 0) FROM article WHERE muted_by IS NULL GROUP BY 1"
    ) { [$0.int(0), $0.int(1), $0.int(2)] }
  }

  private func kept() throws -> [[Int]] {
    try connection.rows("SELECT feed_row, shown, unread FROM feed_count WHERE shown <> 0 OR unread <> 0 ORDER BY 1") {
      [$0.int(0), $0.int(1), $0.int(2)]
    }
  }

  private func insert(_ number: Int, feed: Int) throws {
    let article = Article(
      id: ArticleID(rawValue: "id\(number)"), identity: "\(number)", feed: FeedID(rawValue: "pages:\(feed)"),
      title: "ख़बर", published: Timestamp(secondsSince1970: Int64(number), utcOffsetSeconds: 0), language: "hi",
      body: ArticleBody())
    _ = try ArticleTable(connection: connection)
      .insert(article, id: article.id, feedRow: Int64(feed), .integer(0), now: .fixture)
  }

  @Test("after any change they are what counting gives", arguments: 1...8)
  func follows(seed: UInt64) throws {
    var chance = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(chance >> 33) % bound
    }
    var storyCount = 0
    for _ in 0..<400 {
      let story = next(max(storyCount, 1))
      let id: [SQLValue] = [.text("id\(story)")]
      switch next(8) {
      case 0, 1, 2:
        // Read before it comes, as a story that was deleted and returns.
        if next(4) == 0 {
          try connection.run(
            "INSERT INTO reading_state (article_id, is_read, is_starred, block_index, changed) VALUES (?, 1, 0, 0, 0)",
            [.text("id\(storyCount)")])
        }
        try insert(storyCount, feed: 1 + next(3))
        storyCount += 1
      case 3:
        try connection.run(
          """
          INSERT INTO reading_state (article_id, is_read, is_starred, block_index, changed) VALUES (?1, ?2, ?3, 0, 0)
            ON CONFLICT (article_id) DO UPDATE SET is_read = excluded.is_read, is_starred = excluded.is_starred
          """, id + [SQLValue(next(2)), SQLValue(next(2))])
      case 4: try connection.run("UPDATE article SET muted_by = 1 WHERE id = ?", id)
      case 5: try connection.run("UPDATE article SET muted_by = NULL WHERE id = ?", id)
      case 6: try connection.run("UPDATE article SET feed_row = ? WHERE id = ?", [SQLValue(1 + next(3))] + id)
      default: try connection.run("DELETE FROM article WHERE id = ?", id)
      }
      #expect(try kept() == counted())
    }
    #expect(try !counted().isEmpty)
    let all = try FeedCountTable(connection: connection).all()
    #expect(all.total == (try counted().reduce(0) { $0 + $1[1] }))
    #expect(all.unread == (try counted().reduce(0) { $0 + $1[2] }))
  }

  @Test("the lists of all stories and of unread ones are counted by them, and by nothing else")
  func lists() throws {
    for number in 0..<4 { try insert(number, feed: 1) }
    try connection.run("UPDATE article SET is_read = 1 WHERE id = 'id1'")
    try connection.run("UPDATE article SET muted_by = 1 WHERE id = 'id2'")
    func counts(_ change: (inout HeadlineQuery) -> Void) throws -> [Int] {
      var query = HeadlineQuery()
      change(&query)
      let counts = try HeadlineTable(connection: connection).counts(HeadlineFilter(query, on: connection))
      return [counts.total, counts.unread]
    }
    #expect(try counts { _ in } == [3, 2])
    #expect(try counts { $0.isUnreadOnly = true } == [2, 2])
    #expect(try counts { $0.isMutedShown = true } == [4, 3])
    #expect(try counts { $0.feed = "पत्र 1" } == [3, 2])
    #expect(try counts { $0.isStarredOnly = true } == [0, 0])
  }

  @Test("what the rule for old stories looks at are read ones, from their own index")
  func retention() throws {
    let plan = try connection.rows(
      "EXPLAIN QUERY PLAN SELECT a.article_row \(DeletedStoryTable.candidates) WHERE a.list_date < 5 AND a.is_read = 1 AND a.is_starred = 0"
    ) {
      $0.text(3)
    }
    #expect(plan.first?.contains("article_read (list_date<?)") == true, "\(plan)")
  }
}
