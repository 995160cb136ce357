import NewsModel
import Testing

@testable import NewsStore

/// What a list costs, asserted by SQLite's plan and not by a clock.
@Suite struct QueryPlanTests {
  private let connection: Connection

  init() throws {
    connection = try StoreOpening.connection(to: ":memory:")
    let tags = TagTable(connection: connection)
    let feed = try FeedTable(connection: connection).save(Feed(id: FeedID(rawValue: "pages:x"), title: "x"))
    _ = feed
    try connection.run("INSERT INTO tag (name_key) VALUES ('एक'), ('दो')")
    #expect(try tags.row(named: "एक") != nil)
  }

  private func plan(_ sql: String, _ arguments: [SQLValue]) throws -> [String] {
    try connection.rows("EXPLAIN QUERY PLAN " + sql, arguments) { $0.text(3) }
  }

  private func plans(_ change: (inout HeadlineQuery) -> Void) throws -> (counts: [String], rows: [String]) {
    var query = HeadlineQuery()
    change(&query)
    let filter = try HeadlineFilter(query, on: connection)
    return (
      try plan(HeadlineTable.countsSQL(filter), filter.arguments),
      try plan(HeadlineTable.rowsSQL(filter), filter.arguments + [.integer(100), .integer(0)])
    )
  }

  @Test("counts and places of a list come from one covering index")
  func covering() throws {
    let cases: [(index: String, change: (inout HeadlineQuery) -> Void)] = [
      ("article_by_date", { _ in }),
      ("article_by_date", { $0.isUnreadOnly = true }),
      ("article_by_section", { $0.section = "भारत" }),
      ("article_by_feed", { $0.feed = "x" }),
      ("article_starred", { $0.isStarredOnly = true }),
    ]
    for (index, change) in cases {
      let plans = try plans(change)
      #expect(plans.counts.count == 1)
      #expect(plans.counts[0].contains("USING COVERING INDEX"), "\(plans.counts)")
      #expect(plans.rows.contains { $0.contains("COVERING INDEX \(index)") }, "\(plans.rows)")
    }
  }

  @Test("a list of a tag starts at the tag")
  func tagFirst() throws {
    let plans = try plans { $0.tags = ["एक", "दो"] }
    for plan in [plans.counts, plans.rows] {
      #expect(plan.contains { $0.hasPrefix("SEARCH t ") && $0.contains("article_tag_by_tag") }, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN a") }, "\(plan)")
    }
  }

  @Test("a list of a tag that most stories have walks the list's index")
  func commonTag() async throws {
    let store = ArticleTable(connection: connection)
    let article = Article(
      id: ArticleID(rawValue: "1"), identity: "1", feed: FeedID(rawValue: "pages:x"), title: "ख़बर", language: "hi",
      body: ArticleBody(), tags: ["एक"])
    _ = try store.save(article, feedRow: 1, now: Timestamp(secondsSince1970: 0))
    let plans = try plans { $0.tags = ["एक"] }
    for plan in [plans.counts, plans.rows] {
      #expect(plan.contains { $0.hasPrefix("SCAN a USING COVERING INDEX article_by_") }, "\(plan)")
    }
  }

  @Test("no list ever reads bodies, or walks the table of stories to find out which are meant")
  func noBodies() throws {
    let changes: [(inout HeadlineQuery) -> Void] = [
      { _ in }, { $0.section = "भारत" }, { $0.feed = "x" }, { $0.isStarredOnly = true }, { $0.isUnreadOnly = true },
      { $0.tags = ["एक"] }, { $0.tags = ["एक", "दो"] }, { $0.titleWords = "मौसम" },
    ]
    for change in changes {
      let plans = try plans(change)
      for step in plans.counts + plans.rows {
        #expect(!step.contains("body_block") && !step.contains("highlight"), "\(step)")
        #expect(!(step.hasPrefix("SCAN a") && !step.contains("INDEX")), "\(step)")
      }
    }
  }

  @Test("a query's tags, sections and states take the ways of the list's own")
  func queriesOfFields() throws {
    func filter(_ text: String) throws -> StoryQuery {
      try StoryQuery(parsing: text, today: Timestamp(secondsSince1970: 0))
    }
    let pairs: [(String, (inout HeadlineQuery) -> Void)] = [
      ("is:unread", { $0.isUnreadOnly = true }), ("section:भारत", { $0.section = "भारत" }),
      ("is:starred", { $0.isStarredOnly = true }),
      ("tag:एक tag:दो", { $0.tags = ["एक", "दो"] }),
    ]
    for (text, change) in pairs {
      let query = try filter(text)
      let asked = try plans { $0.filter = query }
      let plain = try plans(change)
      #expect(asked.counts == plain.counts && asked.rows == plain.rows, "\(text)")
    }
  }

  @Test("a list by words starts at the index of words, and looks up only the stories that it finds")
  func queriesOfWords() throws {
    for text in ["मौसम", "मौसम -बारिश is:unread", "मौसम after:2019 (tag:एक OR tag:दो)"] {
      let query = try StoryQuery(parsing: text, today: Timestamp(secondsSince1970: 0))
      let plans = try plans { $0.filter = query }
      for plan in [plans.counts, plans.rows] {
        #expect(plan.contains { $0.hasPrefix("SCAN s VIRTUAL TABLE") }, "\(plan)")
        #expect(plan.contains { $0.contains("INDEX article_by_search_row (search_row=?)") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN a") }, "\(plan)")
      }
    }
  }

  @Test("links and identities are looked up by index")
  func lookups() throws {
    let lookups = [
      "SELECT article_row FROM article WHERE title_key = 'x' ORDER BY list_date DESC, id LIMIT 2",
      "SELECT article_row FROM article WHERE url_key = 'x' ORDER BY list_date DESC, id LIMIT 2",
      "SELECT article_row, url_key, title_key FROM related_link WHERE title_key = 'x'",
      "SELECT article_row, url_key, title_key FROM related_link WHERE url_key = 'x'",
      "SELECT article_row, id FROM article WHERE feed_row = 1 AND identity = 'x'",
      "SELECT id FROM article WHERE id >= 'a' AND id < 'b' ORDER BY id LIMIT 8",
    ]
    for sql in lookups {
      let plan = try plan(sql, [])
      #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH"), "\(plan)")
    }
  }
}
