import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import NewsStore

@Suite(.inBackground) struct OpeningTests {
  private func kind(opening path: String) -> StoreError.Kind? {
    do throws(StoreError) {
      _ = try ArticleStore(path: path)
      return nil
    } catch {
      #expect(error.path == path)
      return error.kind
    }
  }

  @Test("a new store and its folders are this user's alone, and what is saved is there the next time")
  func create() async throws {
    try await withStorePath { path in
      let article = Article.fixture("पहली बार")
      do {
        let store = try ArticleStore(path: path)
        try await store.save([article], from: .fixture, now: .fixture)
        for file in [path, path + "-wal", path + "-shm"] {
          let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
          #expect(mode == 0o600, "\(file)")
        }
      }
      let folder = (path as NSString).deletingLastPathComponent
      #expect(try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
      let store = try ArticleStore(path: path)
      #expect(try await store.story(article.id)?.article == article)
    }
  }

  @Test(
    "a file that is no database is refused and left as it is",
    arguments: ["यह डेटाबेस नहीं है।\n", "SQLite format 3\0 और कुछ भी"])
  func notADatabase(content: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/notes.txt"
      let bytes = Data(String(repeating: content, count: 200).utf8)
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(kind(opening: path) == .notADatabase)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
    }
  }

  @Test("a database of another program is refused and left as it is")
  func foreign() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/places.sqlite"
      try Data().write(to: URL(fileURLWithPath: path))
      do {
        let connection = try Connection(path: path)
        try connection.runScript("CREATE TABLE places (url TEXT); PRAGMA user_version = 1;")
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(kind(opening: path) == .foreignDatabase)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }

  @Test("a store of a newer version is refused and left as it is")
  func newer() async throws {
    try await withStorePath { path in
      let known = Migrations.all.count
      do { _ = try ArticleStore(path: path) }
      do {
        let connection = try Connection(path: path)
        try connection.run("PRAGMA user_version = \(known + 3)")
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(kind(opening: path) == .newerVersion(found: known + 3, known: known))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      do {
        let connection = try Connection(path: path)
        try connection.run("PRAGMA user_version = \(known)")
      }
    }
  }

  @Test("a damaged store throws, wherever the damage is, and never answers with nonsense or a crash")
  func damaged() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/khabar.db"
      let articles = (0..<60).map { Article.fixture("समाचार \($0)", tags: ["एक"], related: ["समाचार \($0 + 1)"]) }
      do {
        let store = try ArticleStore(path: path)
        try await store.save(articles, from: .fixture, now: .fixture)
      }
      let sound = try Data(contentsOf: URL(fileURLWithPath: path))
      // The file's head says how large its pages are (sqlite.org/fileformat2.html, 1.3.2).
      let pageSize = Int(sound[16]) << 8 | Int(sound[17])
      #expect(sound.count > 20 * pageSize)
      // The head of every fifth page, whose damage cannot lie in unused space.
      for start in stride(from: pageSize, to: sound.count, by: 5 * pageSize) {
        var bytes = sound
        for offset in start..<start + 200 {
          bytes[offset] = UInt8(truncatingIfNeeded: offset &* 37)
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        do {
          let store = try ArticleStore(path: path)
          for article in articles { _ = try await store.story(article.id) }
          _ = try await store.headlines(limit: 100)
          _ = try await store.tags()
          #expect(try await !store.integrityProblems().isEmpty)
        } catch let error as StoreError {
          #expect([.corrupted, .notADatabase, .foreignDatabase, .failed].contains(error.kind), "\(error)")
        }
      }
    }
  }

  @Test("a folder, and a path below a file, cannot be opened")
  func cannotOpen() async throws {
    try await withTemporaryFolder { folder in
      #expect(kind(opening: folder) == .cannotOpen)
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/file"))
      #expect(kind(opening: folder + "/file/khabar.db") == .cannotOpen)
      #expect(kind(opening: "") == .cannotOpen)
    }
  }

  @Test("migrations run in order, each once, and a failing one leaves the file as it was")
  func migrations() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/steps.db"
      try Data().write(to: URL(fileURLWithPath: path))
      let connection = try Connection(path: path)
      let first = Migration(name: "first", sql: "CREATE TABLE step (number INTEGER); INSERT INTO step VALUES (1);")
      let second = Migration(name: "second", sql: "INSERT INTO step VALUES (2);")
      let broken = Migration(name: "broken", sql: "INSERT INTO step VALUES (3); SELECT nonsense;")
      func steps() throws -> [Int] { try connection.rows("SELECT number FROM step ORDER BY rowid") { $0.int(0) } }
      #expect(try SchemaMigrator(migrations: [first]).migrate(connection))
      #expect(try !SchemaMigrator(migrations: [first]).migrate(connection))
      #expect(try steps() == [1])
      #expect(throws: SchemaMigrator.Refusal.self) {
        try SchemaMigrator(migrations: [first, second, broken]).migrate(connection)
      }
      #expect(try steps() == [1])
      #expect(try SchemaMigrator(migrations: [first, second]).migrate(connection))
      #expect(try steps() == [1, 2])
    }
  }
}
