import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import NewsStore

/// Stores as khabar wrote them when their step was the newest: `OldStores/step-1.sql` and on. A new step adds one; none is ever edited.
@Suite("Stores of every released schema", .inBackground)
struct OldStoresTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "OldStores")

  private func make(_ step: Int, at path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let sql = try String(contentsOf: Self.folder.appending(path: "step-\(step).sql"), encoding: .utf8)
    try Connection(path: path).runScript(sql)
  }

  /// Names and definitions of all that a schema has.
  private func schema(_ path: String) throws -> [String: String] {
    let rows = try Connection(path: path).rows("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema") {
      ($0.text(0), $0.text(1).split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test("there is a store of every step but the newest")
  func all() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set((1..<Migrations.all.count).map { "step-\($0).sql" }))
  }

  @Test("a store of any step becomes one as a new one is, with all that was in it", arguments: 1..<Migrations.all.count)
  func migrates(step: Int) async throws {
    try await withTemporaryFolder { folder in
      let (old, new) = (folder + "/old.db", folder + "/new.db")
      try make(step, at: old)
      _ = try ArticleStore(path: new)
      let store = try ArticleStore(path: old)
      #expect(try schema(old) == schema(new))
      #expect(try StoreCheck.run(at: old).findings == [])
      let rows = try await store.headlines(HeadlineQuery(), start: 0, limit: 10).rows
      // From the third step on a rule hides one.
      #expect(rows.count == (step < 3 ? 5 : 4))
      #expect(rows.filter(\.isRead).count == 2 && rows.filter(\.isStarred).count == 2)
      let title = "केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई"
      let id = try #require(rows.first { $0.title == title }?.id)
      let story = try #require(try await store.story(id))
      #expect(story.article.body.blocks.count == 2 && story.article.tags == ["किसान", "गेहूँ"])
      #expect(story.article.credit == "भाषा" && story.article.highlights.count == 1)
      #expect(try await store.setting("theme") == "neem")
      #expect(try await store.subscriptions().map(\.name) == (step > 1 ? ["मेरा सवेरा"] : []))
      #expect(try await store.unanalysedRows().count == 5)
    }
  }

  @Test("a damaged store of any step is repaired into the newest form", arguments: 1..<Migrations.all.count)
  func repairs(step: Int) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/old.db"
      try make(step, at: path)
      let root = try Connection(path: path).first("SELECT rootpage FROM sqlite_schema WHERE name = 'highlight'") {
        $0.int(0)
      }
      let size = try Connection(path: path).first("PRAGMA page_size") { $0.int(0) }
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      try file.seek(toOffset: UInt64(((root ?? 2) - 1) * (size ?? 4096)))
      try file.write(contentsOf: Data(repeating: 0x5A, count: 400))
      try file.close()
      let report = try StoreRepair.run(at: path, now: .fixture)
      #expect(report.tables.first { $0.name == "highlight" }?.isWhole == false)
      #expect(report.tables.first { $0.name == "article" }?.rescuedCount == 5)
      #expect(try StoreCheck.run(at: path).findings == [])
      let store = try ArticleStore(path: path)
      #expect(try await store.articleCount() == 5)
    }
  }
}
