import IndicText
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// Batches and whole stores give the same, whatever the order.
@Suite(.inBackground) struct MuteRuleTests {
  private let connection: Connection
  private let now = Timestamp.fixture

  /// 400 stories an hour apart; every tenth is not in the index.
  init() throws {
    connection = try StoreOpening.connection(to: ":memory:")
    let articles = ArticleTable(connection: connection)
    let feedRow = try FeedTable(connection: connection).save(.fixture)
    for number in 0..<400 {
      let words = ["क्रिकेट", "बजट", "मौसम", "रेल", "खेती"]
      let title = "ख़बर \(number) \(words[number % 5])"
      let article = Article.fixture(
        title, date: .fixture.adding(seconds: Int64(number) * 3600), tags: number % 7 == 0 ? ["खेल"] : [])
      _ = try articles.save(article, feedRow: feedRow, now: .fixture)
      if number % 10 == 0 { continue }
      try connection.run(
        "UPDATE article SET search_row = ? WHERE id = ?", [SQLValue(number << 20), .text(article.id.rawValue)])
      try connection.run(
        "INSERT INTO search (rowid, title, lead, body, about) VALUES (?, ?, '', ?, '')",
        [
          SQLValue(number << 20), .text(SearchKey.fold(title)),
          .text(SearchKey.fold(number % 3 == 0 ? "लंबी चर्चा" : "छोटी ख़बर")),
        ])
    }
  }

  private func add(_ text: String) throws -> Int64 {
    try SavedQueryTable(connection: connection).save(SavedQuery(name: text, text: text, use: .mute), now: now)
  }

  private func muted() throws -> [Int64: Int64] {
    let rows = try connection.rows("SELECT article_row, muted_by FROM article WHERE muted_by IS NOT NULL") {
      ($0.integer(0), $0.integer(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test("a batch hides what all of the store would, wherever its stories lie")
  func batches() throws {
    for text in ["चर्चा -मौसम", "tag:खेल OR title:रेल", "\"छोटी खबर\" before:2019-11-08 बजट", "-चर्चा tag:खेल", "lang:mr"] {
      _ = try add(text)
    }
    let rules = MuteRuleTable(connection: connection)
    try rules.applyAll()
    let expected = try muted()
    #expect(expected.count > 100 && Set(expected.values).count == 3)
    let rows = try connection.rows("SELECT article_row FROM article ORDER BY article_row") { $0.integer(0) }
    for step in [1, 3, 40, 399] {
      try connection.run("UPDATE article SET muted_by = NULL")
      for start in 0..<step {
        try rules.apply(to: stride(from: start, to: rows.count, by: step).map { rows[$0] })
      }
      #expect(try muted() == expected, "\(step)")
    }
    try rules.apply(to: [])
    try rules.apply(to: [-1, 999_999])
    #expect(try muted() == expected)
  }

  @Test("a rule that goes, or cannot be read any more, leaves no story hidden")
  func going() throws {
    let first = try add("title:बजट")
    let second = try add("lang:hi title:खबर")
    let rules = MuteRuleTable(connection: connection)
    try rules.applyAll()
    #expect(try rules.counts(of: first).total == 80 && rules.counts(of: second).total == 320)
    try SavedQueryTable(connection: connection).remove(first)
    try rules.applyAll()
    #expect(try rules.counts(of: first).total == 0 && rules.counts(of: second).total == 400)
    try connection.run("UPDATE saved_query SET text = 'tagg:x'")
    try rules.applyAll()
    #expect(try muted().isEmpty)
  }

  @Test("a rule's dates count from the day its text was saved, whatever its name becomes")
  func dates() throws {
    let table = SavedQueryTable(connection: connection)
    let id = try add("before:yesterday")
    let rules = MuteRuleTable(connection: connection)
    _ = try table.save(SavedQuery(id: id, name: "पुरानी", text: "before:yesterday", use: .mute), now: now.adding(days: 9))
    try rules.applyAll()
    #expect(try rules.counts(of: id).total == 0 && table.entry(id)?.query.name == "पुरानी")
    // The stories begin on 3 November, 08:21: all but one of that day and all of the next come before the 5th.
    _ = try table.save(SavedQuery(id: id, name: "पुरानी", text: "before:कल", use: .mute), now: now.adding(days: 3))
    try rules.applyAll()
    #expect(try rules.counts(of: id).total == 40)
  }

  @Test("a list of hidden stories, and a store with some hidden, count as lists do")
  func lists() throws {
    _ = try add("title:बजट")
    try MuteRuleTable(connection: connection).applyAll()
    func page(_ text: String?, showsMuted: Bool = false) throws -> HeadlinePage {
      var query = HeadlineQuery()
      query.filter = try text.map { try StoryQuery(parsing: $0, today: now) }
      query.isMutedShown = showsMuted
      return try HeadlineTable(connection: connection).page(query, start: 0, limit: 5)
    }
    #expect(try page(nil).totalCount == 320 && page(nil, showsMuted: true).totalCount == 400)
    #expect(try page("is:muted").totalCount == 80 && page("-is:muted").totalCount == 320)
    #expect(try page("is:muted OR title:रेल").totalCount == 160 && page("tag:खेल").totalCount == 47)
    let all = try TagTable(connection: connection).counts(
      in: HeadlineFilter(HeadlineQuery(), on: connection), limit: nil)
    #expect(all.first { $0.name == "खेल" }?.count == 47)
    let search = StorySearch(connection: connection, now: now)
    #expect(try search.page(SearchRequest(text: "tag:खेल", limit: 3)).hiddenCount == 11)
    #expect(try search.page(SearchRequest(text: "is:muted", limit: 3)).hiddenCount == 0)
    #expect(try search.page(SearchRequest(text: "\"छोटी ख", limit: 3, isTyping: true)).totalCount > 0)
  }
}
