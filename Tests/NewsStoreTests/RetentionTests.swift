import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct RetentionTests {
  private let rule = RetentionRule(readStoryDays: 100, undoDays: 10)
  private let today = Timestamp.fixture.adding(days: 400)

  private func save(_ titles: [String], in store: ArticleStore) async throws -> [ArticleID] {
    try await store.save(
      titles.map { Article.fixture($0, tags: ["नदी"], related: ["दूसरी ख़बर"]) }, from: .fixture, now: .fixture
    )
    .new
  }

  @Test("only stories that are old, read, not starred and not touched lately go")
  func whatGoes() async throws {
    try await withStore { store in
      let ids = try await save(["पढ़ी हुई", "बिना पढ़ी", "तारांकित", "अभी पढ़ी", "खुली हुई"], in: store)
      for index in [0, 2, 4] {
        try await store.change(ReadingChange(isRead: true), of: ids[index], now: .fixture)
      }
      try await store.change(ReadingChange(isStarred: true), of: ids[2], now: .fixture)
      try await store.change(ReadingChange(isRead: true), of: ids[3], now: today.adding(days: -1))
      #expect(try await store.expiredCount(by: rule, now: today) == 2)
      #expect(try await store.deleteExpired(by: rule, protecting: [ids[4]], now: today) == 1)
      #expect(try await store.story(ids[0]) == nil)
      for id in ids[1...] { #expect(try await store.story(id) != nil) }
    }
  }

  @Test("a rule without days keeps all")
  func forever() async throws {
    try await withStore { store in
      let ids = try await save(["पढ़ी हुई"], in: store)
      try await store.change(ReadingChange(isRead: true), of: ids[0], now: .fixture)
      #expect(try await store.deleteExpired(by: RetentionRule(readStoryDays: nil), now: today) == 0)
    }
  }

  @Test("a deleted story comes back as it was, read and with its tags and links, and only once")
  func restore() async throws {
    try await withStore { store in
      let ids = try await save(["पढ़ी हुई"], in: store)
      try await store.change(ReadingChange(isRead: true), of: ids[0], now: .fixture)
      let before = try await store.story(ids[0])
      try await store.deleteExpired(by: rule, now: today)
      #expect(try await store.deletedCount() == 1)
      #expect(try await store.restoreLastDeleted() == 1)
      #expect(try await store.story(ids[0]) == before)
      #expect(try await store.tags().map(\.name) == ["नदी"])
      #expect(try await store.restoreLastDeleted() == 0)
    }
  }

  @Test("after the rule's days what was deleted is gone for good")
  func purge() async throws {
    try await withStore { store in
      let ids = try await save(["पढ़ी हुई"], in: store)
      try await store.change(ReadingChange(isRead: true), of: ids[0], now: .fixture)
      try await store.deleteExpired(by: rule, now: today)
      try await store.deleteExpired(by: rule, now: today.adding(days: 11))
      #expect(try await store.deletedCount() == 0)
    }
  }
}
