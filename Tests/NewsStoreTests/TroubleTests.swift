import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import NewsStore

/// What goes wrong around a store, and that it goes on when that is over.
@Suite("Trouble around the store", .inBackground)
struct TroubleTests {
  private func kind(_ work: () async throws -> Void) async -> StoreError.Kind? {
    do {
      try await work()
      return nil
    } catch { return (error as? StoreError)?.kind }
  }

  @Test("a full disk is told, nothing of the change is kept, and with room again everything goes on")
  func fullDisk() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      try await store.save([.fixture("पहली ख़बर")], from: .fixture, now: .fixture)
      try await store.limitPages(toFurther: 4)
      let many = (0..<200).map { Article.fixture("ख़बर \($0)") }
      #expect(await kind { try await store.save(many, from: .fixture, now: .fixture) } == .diskFull)
      #expect(try await store.articleCount() == 1)
      // What needs no new page still goes.
      let first = Article.fixture("पहली ख़बर")
      #expect(await kind { try await store.change(ReadingChange(isRead: true), of: first.id, now: .fixture) } == nil)
      try await store.limitPages(toFurther: 100_000)
      try await store.save(many, from: .fixture, now: .fixture)
      #expect(try await store.articleCount() == 201)
      #expect(try StoreCheck.run(at: path).findings == [])
    }
  }

  @Test("a clock that was set back changes nothing of what is stored, and what comes then is kept")
  func clockSetBack() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let (old, new) = (Article.fixture("पहले की", date: nil), Article.fixture("बाद की", date: nil))
      try await store.save([old], from: .fixture, now: .fixture)
      let back = Timestamp.fixture.adding(days: -4_000)
      try await store.change(ReadingChange(isRead: true), of: old.id, now: .fixture)
      try await store.change(ReadingChange(isStarred: true), of: old.id, now: back)
      try await store.save([new], from: .fixture, now: back)
      try await store.deleteExpired(by: RetentionRule(readStoryDays: 1, undoDays: 1), now: back)
      let rows = try await store.headlines(limit: 5).rows
      #expect(rows.map(\.title) == ["पहले की", "बाद की"] && rows[0].isRead && rows[0].isStarred)
    }
  }
}

extension ArticleStore {
  /// Lets the file grow by so many pages and no more, as a full disk would.
  fileprivate func limitPages(toFurther count: Int) throws {
    let now = try connection.first("PRAGMA page_count") { $0.int(0) } ?? 0
    _ = try connection.first("PRAGMA max_page_count = \(now + count)") { $0.int(0) }
  }
}
