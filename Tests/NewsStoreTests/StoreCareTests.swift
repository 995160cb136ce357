import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import NewsStore

@Suite("Checking, backing up and compacting the store", .inBackground)
struct StoreCareTests {
  /// A store with analysed stories, what the reader did with them, and a rule; its connection is closed when `work` begins.
  static func withFullStore(_ count: Int = 40, _ work: (String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/khabar.db"
      do {
        let store = try ArticleStore(path: path)
        let articles = (0..<count).map { number in
          Article.fixture(
            "समाचार संख्या \(number)", date: .fixture.adding(seconds: Int64(number)),
            paragraphs: [String](repeating: "नदी का जलस्तर \(number) मीटर बढ़ा और गाँव सतर्क हैं।", count: 12),
            tags: ["बाढ़", "गाँव \(number % 5)"], related: ["समाचार संख्या \(number + 1)"])
        }
        try await store.save(articles, from: .fixture, now: .fixture)
        for article in articles.prefix(10) {
          try await store.change(ReadingChange(isRead: true), of: article.id, now: .fixture)
        }
        try await store.change(ReadingChange(isStarred: true), of: articles[min(3, count - 1)].id, now: .fixture)
        try await store.addTag("मेरा टैग", to: articles[min(5, count - 1)].id)
        try await store.setSetting("theme", to: "neem")
      }
      try await work(path)
    }
  }

  /// Changes the file as no khabar would.
  private func spoil(_ path: String, _ sql: String) throws {
    let connection = try Connection(path: path)
    try connection.registerFunctions()
    try connection.runScript("PRAGMA foreign_keys = OFF;" + sql)
  }

  @Test("a sound store has no findings, and is not written to; nor is anything made beside it")
  func sound() async throws {
    try await Self.withFullStore { path in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let report = try StoreCheck.run(at: path)
      #expect(report.findings == [] && report.storyCount == 40 && report.schemaVersion == Migrations.all.count)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
          == ["khabar.db"])
    }
  }

  @Test(
    "what breaks a promise is found",
    arguments: [
      ("DELETE FROM body WHERE article_row = 3", StoreFinding.Kind.storiesWithoutText, 1),
      ("UPDATE article SET analysis = 1 WHERE article_row < 5", .storiesNotInIndex, 4),
      ("UPDATE article SET analysis = 0 WHERE article_row = 7", .storiesNotWaiting, 1),
      ("UPDATE article SET is_read = 0 WHERE is_read = 1", .readingStatesDiffer, 10),
      ("UPDATE article SET muted_by = 77 WHERE article_row = 2", .muteRulesMissing, 1),
      ("UPDATE article SET is_group_lead = 0 WHERE article_row = 2", .groupsWithoutLead, 1),
      ("UPDATE feed_count SET unread = unread + 1", .feedCountsDiffer, 1),
      ("DELETE FROM tag_spelling WHERE name = 'बाढ़'", .danglingReferences, 40),
      (
        "INSERT INTO saved_query (use, position, name, name_key, text, saved, saved_offset) VALUES ('list', 0, 'क', 'क', '', 0, 0)",
        .emptyMarksOrQueries, 1
      ),
      ("UPDATE search_data SET block = x'00' WHERE id > 10", .searchIndex, 1),
    ])
  func findings(sql: String, kind: StoreFinding.Kind, count: Int) async throws {
    try await Self.withFullStore { path in
      if kind == .searchIndex {
        try spoil(path, "INSERT INTO search (rowid, title, lead, body, about) VALUES (5, 'एक', 'दो', 'तीन', 'चार');")
      }
      try spoil(path, sql)
      let findings = try StoreCheck.run(at: path).findings
      // Since SQLite 3.44 its own check looks into the full-text index too.
      #expect(findings.filter { $0.kind != .damagedPages || kind != .searchIndex }.map(\.kind) == [kind], "\(findings)")
      #expect(findings.last?.count == count)
    }
  }

  @Test("a check keeps nobody from writing, and sees what is only in the log")
  func beside() async throws {
    try await Self.withFullStore { path in
      let store = try ArticleStore(path: path)
      try await store.save([.fixture("जाँच के बीच आई ख़बर")], from: .fixture, now: .fixture)
      var stages: [StoreProgress.Stage] = []
      let report = try StoreCheck.run(at: path) { progress in
        if stages.last != progress.stage { stages.append(progress.stage) }
        // A second writer, in the middle of the check and without waiting.
        guard let writer = try? Connection(path: path) else { return }
        #expect(throws: Never.self) { try writer.run("INSERT OR REPLACE INTO setting VALUES ('check', 'beside')") }
      }
      #expect(report.findings == [] && report.storyCount == 41)
      #expect(stages == [.checkingPages, .checkingIndex, .checkingStories])
    }
  }

  @Test("a backup is the store at one moment, one file for this user alone, whatever is written meanwhile")
  func backup() async throws {
    try await Self.withFullStore { path in
      let store = try ArticleStore(path: path)
      let target = path + ".backup"
      var number = 0
      let report = try StoreBackup.write(from: path, to: target, replaces: false) { progress in
        guard progress.stage == .copying, number < 5, let writer = try? Connection(path: path) else { return }
        number += 1
        try? writer.run("INSERT OR REPLACE INTO setting VALUES ('backup', '\(number)')")
      }
      #expect(report.findings == [] && report.storyCount == 40 && number > 0)
      #expect(try await store.setting("backup") != nil)
      let names = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
      #expect(!names.contains { $0.contains("unfinished") || $0.hasPrefix("khabar.db.backup-") })
      #expect(try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o600)
      let copy = try ArticleStore(path: target)
      #expect(try await copy.setting("backup") == nil)
      let rows = try await store.headlines(limit: 50).rows
      #expect(try await copy.headlines(limit: 50).rows == rows)
    }
  }

  @Test("a backup goes over no file without leave, and over the store itself never")
  func replacing() async throws {
    try await Self.withFullStore(3) { path in
      let target = path + ".backup"
      try Data("मेरा".utf8).write(to: URL(fileURLWithPath: target))
      func kind(_ target: String, replaces: Bool) -> StoreError.Kind? {
        do throws(StoreError) {
          _ = try StoreBackup.write(from: path, to: target, replaces: replaces)
          return nil
        } catch { return error.kind }
      }
      #expect(kind(target, replaces: false) == .exists)
      #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == Data("मेरा".utf8))
      #expect(kind(path, replaces: true) == .exists)
      try FileManager.default.createSymbolicLink(atPath: path + ".link", withDestinationPath: path)
      #expect(kind(path + ".link", replaces: true) == .exists)
      #expect(kind((path as NSString).deletingLastPathComponent, replaces: true) == .exists)
      #expect(kind(target, replaces: true) == nil)
      #expect(try StoreCheck.run(at: target).findings == [])
    }
  }

  @Test("compacting gives back the room of what is gone, and keeps the rest")
  func vacuum() async throws {
    try await Self.withFullStore(200) { path in
      let store = try ArticleStore(path: path)
      let days = RetentionRule(readStoryDays: 1, undoDays: 0)
      let all = try await store.headlines(limit: 300).rows.map(\.id)
      try await store.change(ReadingChange(isRead: true), of: all[50...], now: .fixture)
      try await store.deleteExpired(by: days, now: .fixture.adding(days: 40))
      try await store.deleteExpired(by: days, now: .fixture.adding(days: 80))
      let left = try await store.articleCount()
      let bytes = try await store.vacuum()
      #expect(left < 200 && bytes.after < bytes.before)
      #expect(try await store.articleCount() == left)
      #expect(try StoreCheck.run(at: path).findings == [])
    }
  }

  @Test("a store of a newer khabar is neither checked nor copied nor repaired, and left as it is")
  func newer() async throws {
    try await Self.withFullStore(3) { path in
      try spoil(path, "PRAGMA user_version = \(Migrations.all.count + 2)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let kind = StoreError.Kind.newerVersion(found: Migrations.all.count + 2, known: Migrations.all.count)
      #expect { _ = try StoreCheck.run(at: path) } throws: { ($0 as? StoreError)?.kind == kind }
      #expect {
        _ = try StoreBackup.write(from: path, to: path + ".backup", replaces: false)
      } throws: { ($0 as? StoreError)?.kind == kind }
      #expect { _ = try StoreRepair.run(at: path, now: .fixture) } throws: { ($0 as? StoreError)?.kind == kind }
      #expect { _ = try ArticleStore(path: path) } throws: { ($0 as? StoreError)?.kind == kind }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      #expect(!FileManager.default.fileExists(atPath: path + ".backup"))
    }
  }
}
