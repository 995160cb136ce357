import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite(.inBackground) struct HeadlineListTests {
  private func numbered(_ count: Int, from first: Int = 0) -> [Article] {
    (first..<first + count).map { Article.fixture("समाचार \($0)", date: .fixture.adding(seconds: Int64($0))) }
  }

  @Test("rows say all that a list shows, newest first")
  func rows() async throws {
    try await withStore { store in
      let old = Article.fixture("पुरानी ख़बर", tags: ["पहला", "दूसरा"], related: ["क", "ख"], moreFrom: ["ग"])
      let new = Article.fixture("नई ख़बर", date: .fixture.adding(seconds: 1), section: nil)
      try await store.save([old, new], from: .fixture, now: .fixture)
      try await store.change(ReadingChange(isStarred: true), of: old.id, now: .fixture)
      let page = try await store.headlines(limit: 10)
      #expect(
        page.rows == [
          Headline(id: new.id, title: "नई ख़बर", source: "गाँव की बात", date: .fixture.adding(seconds: 1)),
          Headline(
            id: old.id, title: "पुरानी ख़बर", section: "भारत", source: "गाँव की बात", date: .fixture,
            tags: ["पहला", "दूसरा"], relatedCount: 2, isStarred: true),
        ])
      #expect(page.start == 0 && page.totalCount == 2 && page.unreadCount == 2)
    }
  }

  @Test("stories of one second stand in the order of their IDs")
  func ties() async throws {
    try await withStore { store in
      let articles = (0..<30).map { Article.fixture("एक ही समय \($0)") }
      try await store.save(articles, from: .fixture, now: .fixture)
      let ids = try await store.headlines(limit: 30).rows.map(\.id.rawValue)
      #expect(ids == articles.map(\.id.rawValue).sorted())
    }
  }

  @Test("windows at the edges of a list hold what is there")
  func windows() async throws {
    try await withStore { store in
      try await store.save(numbered(10), from: .fixture, now: .fixture)
      let middle = try await store.headlines(start: 3, limit: 4)
      #expect(middle.start == 3 && middle.rows.map(\.title) == (3..<7).map { "समाचार \(9 - $0)" })
      let last = try await store.headlines(start: 8, limit: 4)
      #expect(last.start == 8 && last.rows.map(\.title) == ["समाचार 1", "समाचार 0"])
      let beyond = try await store.headlines(start: 99, limit: 4)
      #expect(beyond.start == 10 && beyond.rows.isEmpty && beyond.totalCount == 10)
      let negative = try await store.headlines(start: -5, limit: 2)
      #expect(negative.start == 0 && negative.rows.map(\.title) == ["समाचार 9", "समाचार 8"])
      #expect(try await store.headlines(limit: 0).rows.isEmpty)
      #expect(try await store.headlines(limit: -1).rows.isEmpty)
      let first = last.rows[0].id
      #expect(try await store.headlines(HeadlineQuery(), around: first, limit: .min).rows.isEmpty)
      #expect(try await store.headlines(HeadlineQuery(), around: first, limit: .max).rows.count == 10)
      #expect(try await store.headlines(limit: .max).rows.count == 10)
      #expect(try await store.headlines(start: .max, limit: .max).rows.isEmpty)
    }
  }

  @Test("an empty store has an empty list")
  func empty() async throws {
    try await withStore { store in
      let page = try await store.headlines(limit: 10)
      #expect(page == HeadlinePage(query: HeadlineQuery(), start: 0, rows: [], totalCount: 0, unreadCount: 0))
      #expect(try await store.headlines(HeadlineQuery(), around: ArticleID(rawValue: "x"), limit: 5) == page)
      #expect(try await store.nextUnread(after: nil, in: HeadlineQuery()) == nil)
      #expect(try await store.tags() == [])
    }
  }

  @Test("the page around a story holds it at every place and with every limit")
  func around() async throws {
    try await withStore { store in
      let articles = numbered(23)
      try await store.save(articles, from: .fixture, now: .fixture)
      for article in articles {
        for limit in [1, 2, 5, 22, 23, 40] {
          let page = try await store.headlines(HeadlineQuery(), around: article.id, limit: limit)
          #expect(page.rows.contains { $0.id == article.id })
          #expect(page.rows.count == min(limit, 23))
          #expect(page.anchorIndex.map { page.rows[$0 - page.start].id } == article.id)
          #expect(try await store.headlines(start: page.start, limit: limit).rows == page.rows)
        }
      }
    }
  }

  @Test("newer stories push the page around a story down without taking it away")
  func aroundStable() async throws {
    try await withStore { store in
      let articles = numbered(40)
      try await store.save(articles, from: .fixture, now: .fixture)
      let before = try await store.headlines(HeadlineQuery(), around: articles[20].id, limit: 11)
      try await store.save(numbered(7, from: 40), from: .fixture, now: .fixture)
      let after = try await store.headlines(HeadlineQuery(), around: articles[20].id, limit: 11)
      #expect(after.rows == before.rows)
      #expect(after.start == before.start + 7)
      #expect(after.totalCount == 47)
    }
  }

  @Test("a story that left the list gives the page where it stood, an unknown one the beginning")
  func aroundMissing() async throws {
    try await withStore { store in
      let articles = numbered(40)
      try await store.save(articles, from: .fixture, now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: articles[10].id, now: .fixture)
      var unread = HeadlineQuery()
      unread.isUnreadOnly = true
      let page = try await store.headlines(unread, around: articles[10].id, limit: 4)
      #expect(page.rows.map(\.title) == ["समाचार 12", "समाचार 11", "समाचार 9", "समाचार 8"])
      let unknown = try await store.headlines(unread, around: ArticleID(rawValue: "nobody"), limit: 4)
      #expect(unknown.start == 0 && unknown.rows.first?.title == "समाचार 39")
    }
  }

  @Test("section, feed, unread, starred and words each narrow the list, and combine")
  func filters() async throws {
    try await withStore { store in
      let other = Feed.savedPages(publisher: "ज़िला समाचार")
      let first = Article.fixture("बाज़ार में तेज़ी", section: "कारोबार")
      let second = Article.fixture("बाजार पर नज़र", date: .fixture.adding(seconds: 1), section: "कारोबार")
      let third = Article.fixture("क्रिकेट का फ़ाइनल", feed: other, date: .fixture.adding(seconds: 2), section: "खेल")
      try await store.save([first, second], from: .fixture, now: .fixture)
      try await store.save([third], from: other, now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: first.id, now: .fixture)
      try await store.change(ReadingChange(isStarred: true), of: second.id, now: .fixture)
      func titles(_ change: (inout HeadlineQuery) -> Void) async throws -> [String] {
        var query = HeadlineQuery()
        change(&query)
        let page = try await store.headlines(query, limit: 10)
        #expect(page.totalCount == page.rows.count)
        #expect(page.unreadCount == page.rows.count { !$0.isRead })
        return page.rows.map(\.title)
      }
      #expect(try await titles { $0.section = "कारोबार" } == ["बाजार पर नज़र", "बाज़ार में तेज़ी"])
      #expect(try await titles { $0.feed = "जिला समाचार" } == ["क्रिकेट का फ़ाइनल"])
      #expect(try await titles { $0.feed = other.id.rawValue } == ["क्रिकेट का फ़ाइनल"])
      #expect(try await titles { $0.feed = "कोई नहीं" } == [])
      #expect(try await titles { $0.isUnreadOnly = true } == ["क्रिकेट का फ़ाइनल", "बाजार पर नज़र"])
      #expect(try await titles { $0.isStarredOnly = true } == ["बाजार पर नज़र"])
      #expect(try await titles { $0.titleWords = "बाज़ार" } == ["बाजार पर नज़र", "बाज़ार में तेज़ी"])
      #expect(try await titles { $0.titleWords = "तेज बाजा" } == ["बाज़ार में तेज़ी"])
      #expect(try await titles { $0.titleWords = "जार" } == [])
      #expect(try await titles { $0.titleWords = "  " }.count == 3)
      #expect(
        try await titles {
          $0.section = "कारोबार"
          $0.isUnreadOnly = true
          $0.titleWords = "नजर"
        } == ["बाजार पर नज़र"])
    }
  }

  @Test("two feeds of one name are found together")
  func feedsOfOneName() async throws {
    try await withStore { store in
      for number in 1...2 {
        let feed = Feed(id: FeedID(rawValue: "https://samachar.example/\(number)"), title: "समाचार")
        try await store.save([.fixture("ख़बर \(number)", feed: feed)], from: feed, now: .fixture)
      }
      var query = HeadlineQuery()
      query.feed = "समाचार"
      #expect(try await store.headlines(query, limit: 9).totalCount == 2)
    }
  }

  @Test("stories are found by a headline that shares at least half of its words, best first")
  func titleLike() async throws {
    try await withStore { store in
      let titles = [
        "दिल्ली में बारिश से जलभराव", "दिल्ली में तेज़ बारिश, कई जगह जलभराव", "मुंबई में बारिश", "दिल्ली का तापमान",
      ]
      try await store.save(titles.map { .fixture($0) }, from: .fixture, now: .fixture)
      let found = try await store.headlines(titleLike: "दिल्ली में तेज बारिश : कई जगह जलभराव", limit: 9)
      #expect(found.map(\.title) == ["दिल्ली में तेज़ बारिश, कई जगह जलभराव", "दिल्ली में बारिश से जलभराव"])
      #expect(try await store.headlines(titleLike: "…", limit: 9).isEmpty)
      #expect(try await store.headlines(titleLike: "", limit: 9).isEmpty)
    }
  }

  @Test("an ID is found by its beginning, and by nothing else")
  func prefixes() async throws {
    try await withStore { store in
      let article = Article.fixture("पहचान")
      try await store.save([article, .fixture("दूसरी")], from: .fixture, now: .fixture)
      #expect(try await store.ids(withPrefix: String(article.id.rawValue.prefix(7))) == [article.id])
      #expect(try await store.ids(withPrefix: article.id.rawValue) == [article.id])
      #expect(try await store.ids(withPrefix: "").count == 2)
      #expect(try await store.ids(withPrefix: "", limit: 1).count == 1)
      for pattern in ["%", "_", "*", article.id.rawValue + "0", "é"] {
        #expect(try await store.ids(withPrefix: pattern).isEmpty)
      }
    }
  }
}
