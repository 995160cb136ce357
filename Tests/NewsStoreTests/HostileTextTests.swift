import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite(.inBackground) struct HostileTextTests {
  /// Strings that break programs: a few of our own, and the "Big List of Naughty Strings" where the shared data is there.
  static let strings: [String] = {
    let own = [
      "'; DROP TABLE article; --", "\" OR \"\"=\"", "%_*?[]", "a\u{0}b", "\u{1b}[2J", "x\u{301}",
      "\u{200d}\u{200c}\u{feff}",
      "ﷺ", "😀🏽", "NULL", "1e999", "?1", ":name", "@var", "क्ष्म्य", "\r\n", "\\", String(repeating: "ा", count: 2_000),
    ]
    let list = SharedData.url("strings-blns/blns.json").flatMap { try? Data(contentsOf: $0) }
    let texts = list.flatMap { try? JSONDecoder().decode([String].self, from: $0) } ?? []
    return own + texts
  }()

  @Test("hostile strings are stored as they are, and asked for without harm, in every place that takes text")
  func everyPlace() async throws {
    try await withStore { store in
      let strings = Self.strings
      var articles: [Article] = []
      for (index, text) in strings.enumerated() {
        var article = Article.fixture(
          text, identity: "\(index) \(text)", date: .fixture.adding(seconds: Int64(index)), section: text,
          paragraphs: [text, ""], related: [text])
        article.url = text
        article.credit = text
        article.authors = [text, text]
        article.links[0].url = text
        articles.append(article)
      }
      let changes = try await store.save(articles, from: .fixture, now: .fixture)
      #expect(changes.new.count == strings.count)
      for (article, id) in zip(articles, changes.new) {
        var stored = try #require(try await store.story(id)).article
        stored.links[0].target = nil
        stored.links[0].targetDate = nil
        #expect(stored == article)
      }
      #expect(try await store.save(articles, from: .fixture, now: .fixture).unchanged.count == strings.count)
      for text in strings {
        var query = HeadlineQuery()
        query.section = text
        #expect(try await store.headlines(query, limit: 3).totalCount >= 1)
        query = HeadlineQuery()
        query.titleWords = text
        #expect(try await store.headlines(query, limit: 3).totalCount >= 1)
        query.tags = [text]
        query.feed = text
        #expect(try await store.headlines(query, limit: 3).totalCount == 0)
        _ = try await store.headlines(titleLike: text, limit: 3)
        _ = try await store.ids(withPrefix: text)
        _ = try await store.tags(matching: query)
        try await store.setSetting(text, to: text)
        #expect(try await store.setting(text) == text)
        try await store.change(ReadingChange(isRead: true), of: ArticleID(rawValue: text), now: .fixture)
      }
      #expect(try await store.articleCount() == strings.count)
    }
  }

  @Test("hostile tags are found again by themselves")
  func tags() async throws {
    try await withStore { store in
      for (index, text) in Self.strings.enumerated() {
        let article = Article.fixture("ख़बर \(index)", tags: [text])
        try await store.save([article], from: .fixture, now: .fixture)
        let kept = try #require(try await store.story(article.id)).article.tags
        #expect(kept == [text] || kept == [])
        var query = HeadlineQuery()
        query.tags = [text]
        #expect(try await store.headlines(query, limit: 1).totalCount >= kept.count)
      }
    }
  }

  @Test("a query of thousands of words and tags is answered")
  func hugeQuery() async throws {
    try await withStore { store in
      let tags = (0..<3_000).map { "टैग \($0)" }
      try await store.save([.fixture("एक", tags: tags)], from: .fixture, now: .fixture)
      var query = HeadlineQuery()
      query.titleWords = String(repeating: "एक ", count: 5_000)
      query.tags = tags
      #expect(try await store.headlines(query, limit: 1).totalCount == 1)
    }
  }
}
