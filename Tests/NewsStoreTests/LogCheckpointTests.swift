import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// The log of a busy store comes into its file while the store goes on.
@Suite(.onOwnThreads) struct LogCheckpointTests {
  private nonisolated static let feed = Feed(id: FeedID(rawValue: "https://example.org/feed"), title: "गाँव की बात")

  private static let text = String(repeating: "नहर की सफ़ाई का काम आज भी चलता रहा। ", count: 2_500)

  /// A story of 180 kB.
  private static func story(_ batch: Int, _ number: Int) -> Article {
    Article(
      id: ArticleID(identity: "\(batch)-\(number)"), identity: "\(batch)-\(number)", feed: feed.id,
      title: "नहर की ख़बर \(batch) \(number)", language: "hi", body: ArticleBody(paragraphs: [text]))
  }

  @Test("what much writing leaves in the log reaches the file while the store is open, and the log begins anew")
  func comesIntoFile() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      // 20 times 40 stories of 180 kB: 144 MB, twice as many pages as begin a checkpoint.
      for batch in 0..<20 {
        try await store.save((0..<40).map { Self.story(batch, $0) }, from: Self.feed, now: .fixture)
      }
      // How full the log is now depends on the disk. The writer goes on until it begins anew, and is cut back then.
      let end = ContinuousClock.now + .seconds(60)
      var number = 0
      while try Self.utf8Count(of: path + "-wal") > 8_000_000, ContinuousClock.now < end {
        try await store.save([Self.story(20, number)], from: Self.feed, now: .fixture)
        number += 1
      }
      #expect(try Self.utf8Count(of: path + "-wal") <= 8_000_000)
      #expect(try Self.utf8Count(of: path) >= 100_000_000)
      #expect(try await store.integrityProblems().isEmpty)
    }
  }

  @Test("a busy writer does not keep the log from beginning anew")
  func beginsAnewUnderWriting() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      // Up to 100 pages before a checkpoint begins: a frame is a page of 4,096 bytes with a head of 24.
      var batch = 0
      while try Self.utf8Count(of: path + "-wal") < 7_900 * 4_120, batch < 400 {
        try await store.save([Self.story(batch, 0)], from: Self.feed, now: .fixture)
        batch += 1
      }
      // While the disk confirms a checkpoint some of these are written, so that none in the background ever brings in all.
      var largest = 0
      var last = 0
      let end = ContinuousClock.now + .seconds(60)
      repeat {
        try await store.setSetting("test.time", to: "\(largest) \(last)")
        last = try Self.utf8Count(of: path + "-wal")
        largest = max(largest, last)
        try await Task.sleep(for: .milliseconds(1))
      } while last > 8_000_000 && ContinuousClock.now < end
      #expect(largest > 7_900 * 4_120)
      #expect(largest < 200_000_000)
      #expect(last <= 8_000_000)
    }
  }

  @Test(
    "a store that is closed while its log comes into the file leaves no log behind, which the next start would have to read"
  )
  func closedMeanwhile() async throws {
    try await withStorePath { path in
      #expect(StoreFile.create(path) == nil)
      var connection: Connection? = try StoreOpening.connection(to: path)
      // Past the pages that begin a checkpoint, and the disk takes some time for as many.
      var count = 0
      while try Self.utf8Count(of: path + "-wal") < 66_000_000, count < 1_000 {
        try connection?.run(
          "INSERT INTO setting (name, value) VALUES (?, ?)", [.text("test.\(count)"), .text(Self.text)])
        count += 1
      }
      // Closed here and now: no queue holds it.
      connection = nil
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
      let kept = try StoreOpening.connection(to: path).first("SELECT count(*) FROM setting WHERE name LIKE 'test.%'") {
        $0.int(0)
      }
      #expect(kept == count)
    }
  }

  private static func utf8Count(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }
}
