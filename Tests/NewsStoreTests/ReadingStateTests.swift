import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct ReadingStateTests {
  @Test("a change leaves alone what it does not name")
  func partial() async throws {
    try await withStore { store in
      let article = Article.fixture("पढ़ने की बात")
      try await store.save([article], from: .fixture, now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: article.id, now: .fixture)
      try await store.change(ReadingChange(blockIndex: 1), of: article.id, now: .fixture)
      let state = try await store.change(ReadingChange(isStarred: true), of: article.id, now: .fixture)
      #expect(state == ReadingState(isRead: true, isStarred: true, blockIndex: 1))
      #expect(try await store.story(article.id)?.state == state)
      #expect(try await store.change(ReadingChange(isRead: false), of: article.id, now: .fixture).isRead == false)
      #expect(try await store.headlines(limit: 1).unreadCount == 1)
    }
  }

  @Test("the unread stories of a list are named newest first, and many are changed at once")
  func many() async throws {
    try await withStore { store in
      let articles = (0..<7).map { Article.fixture("ख़बर संख्या \($0)") }
      try await store.save(articles, from: .fixture, now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: articles[3].id, now: .fixture)
      let ids = try await store.unreadIDs(HeadlineQuery())
      #expect(Set(ids) == Set(articles.map(\.id)).subtracting([articles[3].id]))
      #expect(ids == (try await store.headlines(limit: 10).rows.filter { !$0.isRead }.map(\.id)))
      try await store.change(ReadingChange(isRead: true), of: ids[...], now: .fixture)
      #expect(try await store.headlines(limit: 1).unreadCount == 0)
      try await store.change(ReadingChange(isRead: false), of: ids[..<2], now: .fixture)
      #expect(try await store.unreadIDs(HeadlineQuery()) == Array(ids[..<2]))
    }
  }

  @Test("what was noted before a story came in holds when it comes")
  func beforeTheStory() async throws {
    try await withStore { store in
      let article = Article.fixture("लौटकर आई ख़बर")
      try await store.change(ReadingChange(isRead: true, isStarred: true), of: article.id, now: .fixture)
      #expect(try await store.headlines(limit: 1).totalCount == 0)
      try await store.save([article], from: .fixture, now: .fixture)
      let page = try await store.headlines(limit: 1)
      #expect(page.unreadCount == 0)
      #expect(page.rows.map(\.isStarred) == [true])
    }
  }

  private func stories(_ count: Int, unread: Set<Int>, _ store: ArticleStore) async throws -> [ArticleID] {
    // Index 0 is the newest: the first of the list.
    let articles = (0..<count).map { Article.fixture("क्रम \($0)", date: .fixture.adding(seconds: -Int64($0))) }
    try await store.save(articles, from: .fixture, now: .fixture)
    for (index, article) in articles.enumerated() where !unread.contains(index) {
      try await store.change(ReadingChange(isRead: true), of: article.id, now: .fixture)
    }
    return articles.map(\.id)
  }

  @Test("the next unread story is below, or from the top again; backwards above, or from the bottom")
  func nextUnread() async throws {
    try await withStore { store in
      let ids = try await stories(8, unread: [1, 4, 6], store)
      func next(_ index: Int?, backwards: Bool = false) async throws -> Int? {
        let found = try await store.nextUnread(
          after: index.map { ids[$0] }, in: HeadlineQuery(), backwards: backwards)
        if let found { #expect(ids[found.index] == found.id) }
        return found?.index
      }
      #expect(try await next(0) == 1)
      #expect(try await next(1) == 4)
      #expect(try await next(5) == 6)
      #expect(try await next(6) == 1)
      #expect(try await next(7) == 1)
      #expect(try await next(nil) == 1)
      #expect(try await next(6, backwards: true) == 4)
      #expect(try await next(1, backwards: true) == 6)
      #expect(try await next(0, backwards: true) == 6)
      #expect(try await next(nil, backwards: true) == 6)
    }
  }

  @Test("there is no next unread story when none is left or only the present one")
  func noneLeft() async throws {
    try await withStore { store in
      let ids = try await stories(3, unread: [1], store)
      #expect(try await store.nextUnread(after: ids[1], in: HeadlineQuery()) == nil)
      #expect(try await store.nextUnread(after: ids[2], in: HeadlineQuery())?.id == ids[1])
      try await store.change(ReadingChange(isRead: true), of: ids[1], now: .fixture)
      #expect(try await store.nextUnread(after: ids[2], in: HeadlineQuery()) == nil)
    }
  }

  @Test("the index of the next unread story counts in the list that is shown")
  func indexInQuery() async throws {
    try await withStore { store in
      let ids = try await stories(9, unread: [2, 5, 7], store)
      var unread = HeadlineQuery()
      unread.isUnreadOnly = true
      // The present story is read and so no row of this list, but it has a place in it.
      let found = try #require(try await store.nextUnread(after: ids[3], in: unread))
      #expect(found.id == ids[5] && found.index == 1)
    }
  }
}
