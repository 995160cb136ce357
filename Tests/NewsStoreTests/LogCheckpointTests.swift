import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// The log of a busy store comes into its file while the store goes on.
@Suite struct LogCheckpointTests {
  private nonisolated static let feed = Feed(id: FeedID(rawValue: "https://example.org/feed"), title: "गाँव की बात")

  @Test("what much writing leaves in the log reaches the file while the store is open, and the log begins anew")
  func comesIntoFile() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let text = String(repeating: "नहर की सफ़ाई का काम आज भी चलता रहा। ", count: 2_500)
      // 20 times 40 stories of 180 kB: 144 MB, twice as many pages as begin a checkpoint.
      for batch in 0..<20 {
        let articles = (0..<40).map { number in
          Article(
            id: ArticleID(identity: "\(batch)-\(number)"), identity: "\(batch)-\(number)", feed: Self.feed.id,
            title: "नहर की ख़बर \(batch) \(number)", language: "hi", body: ArticleBody(paragraphs: [text]))
        }
        try await store.save(articles, from: Self.feed, now: .fixture)
      }
      // The log begins anew with the first transaction after a checkpoint that no other one overtook, and is cut back then.
      let end = ContinuousClock.now + .seconds(60)
      while try Self.utf8Count(of: path + "-wal") > 8_000_000, ContinuousClock.now < end {
        try await store.setSetting("test.time", to: "\(ContinuousClock.now)")
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(try Self.utf8Count(of: path + "-wal") <= 8_000_000)
      #expect(try Self.utf8Count(of: path) >= 100_000_000)
      #expect(try await store.integrityProblems().isEmpty)
    }
  }

  @Test("a writer that never pauses does not keep the log from beginning anew")
  func beginsAnewUnderWriting() async throws {
    try await withStorePath { path in
      let store = try ArticleStore(path: path)
      let text = String(repeating: "नहर की सफ़ाई का काम आज भी चलता रहा। ", count: 2_500)
      for batch in 0..<8 {
        let articles = (0..<40).map { number in
          Article(
            id: ArticleID(identity: "\(batch)-\(number)"), identity: "\(batch)-\(number)", feed: Self.feed.id,
            title: "नहर की ख़बर \(batch) \(number)", language: "hi", body: ArticleBody(paragraphs: [text]))
        }
        try await store.save(articles, from: Self.feed, now: .fixture)
      }
      // Each of these is written in less time than the disk needs to confirm a checkpoint, so every one in the background is overtaken.
      var largest = 0
      for number in 0..<4_000 {
        try await store.setSetting("test.time", to: "\(number)")
        largest = max(largest, try Self.utf8Count(of: path + "-wal"))
        if largest > 8_000_000, try Self.utf8Count(of: path + "-wal") <= 8_000_000 { break }
      }
      #expect(largest > 8_000_000)
      #expect(try Self.utf8Count(of: path + "-wal") <= 8_000_000)
    }
  }

  private static func utf8Count(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }
}
