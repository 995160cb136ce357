import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import NewsStore

@Suite("Repairing a damaged store", .inBackground)
struct StoreRepairTests {
  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  private func roots(_ path: String) throws -> (roots: [String: Int], pageSize: Int) {
    let connection = try Connection(path: path)
    _ = try connection.emptyLog()
    let pairs = try connection.rows("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0") {
      ($0.text(0), $0.int(1))
    }
    return (Dictionary(uniqueKeysWithValues: pairs), try connection.first("PRAGMA page_size") { $0.int(0) } ?? 0)
  }

  /// Writes nonsense over the beginning of a page.
  private func damage(_ path: String, page: Int, pageSize: Int, count: Int = 200) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: UInt64((page - 1) * pageSize))
    try file.write(contentsOf: Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }))
    try file.close()
  }

  @Test(
    "every page in turn is damaged: the store is repaired, and what the reader did is lost with no page but its own")
  func everyPage() async throws {
    try await StoreCareTests.withFullStore(60) { path in
      let (roots, size) = try roots(path)
      let sound = try bytes(path)
      let titles = try await ArticleStore(path: path).headlines(limit: 100).rows.map(\.title)
      let count = sound.count / size
      for page in stride(from: 1, through: count, by: max(1, count / 40)) {
        try? FileManager.default.removeItem(atPath: path + "-wal")
        try? FileManager.default.removeItem(atPath: path + "-shm")
        try sound.write(to: URL(fileURLWithPath: path))
        try damage(path, page: page, pageSize: size)
        let damaged = try bytes(path)
        let report: RescueReport
        do { report = try StoreRepair.run(at: path, now: .fixture) } catch {
          Issue.record("page \(page) of \(roots.filter { $0.value == page }): \(error)")
          continue
        }
        #expect(try bytes(report.savedAside) == damaged)
        #expect(try StoreCheck.run(at: path).findings == [], "page \(page)")
        let store = try ArticleStore(path: path)
        let rows = try await store.headlines(limit: 100).rows
        #expect(Set(rows.map(\.title)).isSubset(of: titles))
        // A page of stories holds some twenty of them.
        #expect(rows.count >= 35, "page \(page): \(rows.count) stories")
        let states = try await store.headlines(HeadlineQuery(), start: 0, limit: 100).rows.count { $0.isRead }
        #expect(states >= (rows.count == 60 ? 10 : 1), "page \(page): \(states) read")
      }
    }
  }

  @Test("a tree whose root is damaged is found again by the columns of its rows")
  func lostRoot() async throws {
    try await StoreCareTests.withFullStore(300) { path in
      let (roots, size) = try roots(path)
      for table in ["article", "body", "article_tag", "sqlite_autoindex_article_1"] {
        try damage(path, page: try #require(roots[table]), pageSize: size)
      }
      let report = try StoreRepair.run(at: path, now: .fixture)
      let rescued = Dictionary(uniqueKeysWithValues: report.tables.map { ($0.name, $0.rescuedCount) })
      #expect(rescued["article"] == 300 && rescued["body"] == 300 && rescued["reading_state"] == 10)
      let store = try ArticleStore(path: path)
      #expect(try await store.articleCount() == 300)
      #expect(try await store.setting("theme") == "neem")
    }
  }

  @Test("lost reading states come from the lists; lost texts are awaited; lost sources and tags get a name")
  func fromOtherRows() async throws {
    try await StoreCareTests.withFullStore { path in
      let (roots, size) = try roots(path)
      for table in ["reading_state", "feed", "tag_spelling"] {
        try damage(path, page: try #require(roots[table]), pageSize: size, count: size)
      }
      let report = try StoreRepair.run(at: path, now: .fixture)
      #expect(report.restoredReadingStates == 10 && report.placeholderCount >= 2)
      #expect(try StoreCheck.run(at: path).findings == [])
      let store = try ArticleStore(path: path)
      let rows = try await store.headlines(limit: 100).rows
      #expect(rows.count == 40 && rows.count { $0.isRead } == 10 && rows.count { $0.isStarred } == 1)
      #expect(try await store.tags().contains { $0.count == 40 })
    }
  }

  @Test("what is only in the log is rescued too")
  func log() async throws {
    try await StoreCareTests.withFullStore { path in
      let (roots, size) = try roots(path)
      let copy = path + ".copy"
      let store = try ArticleStore(path: path)
      try await store.save([.fixture("केवल लॉग में")], from: .fixture, now: .fixture)
      for ending in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending) }
      try damage(copy, page: try #require(roots["highlight"]), pageSize: size)
      let report = try StoreRepair.run(at: copy, now: .fixture)
      #expect(try bytes(report.savedAside + "-wal") == bytes(path + "-wal"))
      #expect(try StoreCheck.run(at: copy).findings == [])
      let rows = try await ArticleStore(path: copy).headlines(limit: 100).rows
      #expect(rows.count == 41 && rows.contains { $0.title == "केवल लॉग में" })
    }
  }

  @Test("a file that was cut off gives what it has")
  func cutOff() async throws {
    try await StoreCareTests.withFullStore(200) { path in
      let (_, size) = try roots(path)
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      let length = try file.seekToEnd()
      try file.truncate(atOffset: length - UInt64(10 * size) - 100)
      try file.close()
      let report = try StoreRepair.run(at: path, now: .fixture)
      #expect(report.rescuedCount > 500)
      #expect(try StoreCheck.run(at: path).findings == [])
    }
  }

  @Test("a store that somebody has open is not repaired; another program's file is left as it is")
  func refusals() async throws {
    try await StoreCareTests.withFullStore(3) { path in
      try await withTemporaryFolder { folder in
        let notes = folder + "/notes.txt"
        try Data(String(repeating: "यह भंडार नहीं है।\n", count: 400).utf8).write(to: URL(fileURLWithPath: notes))
        let before = try bytes(notes)
        #expect { _ = try StoreRepair.run(at: notes, now: .fixture) } throws: {
          ($0 as? StoreError)?.kind == .nothingToRescue
        }
        #expect(try bytes(notes) == before)
        let foreign = folder + "/places.sqlite"
        try Data().write(to: URL(fileURLWithPath: foreign))
        do { try Connection(path: foreign).runScript("CREATE TABLE places (url TEXT);") }
        #expect { _ = try StoreRepair.run(at: foreign, now: .fixture) } throws: {
          ($0 as? StoreError)?.kind == .foreignDatabase
        }
        #expect { _ = try StoreRepair.run(at: folder + "/none.db", now: .fixture) } throws: {
          ($0 as? StoreError)?.kind == .cannotOpen
        }
      }
      try withStoreHeldElsewhere(path) {
        let before = try bytes(path)
        #expect { _ = try StoreRepair.run(at: path, now: .fixture) } throws: { ($0 as? StoreError)?.kind == .inUse }
        #expect(try bytes(path) == before)
      }
      #expect(throws: Never.self) { try StoreRepair.run(at: path, now: .fixture) }
    }
  }
}
