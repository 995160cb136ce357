import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// What the reader does while the store takes a batch of stories outlives a kill in that moment.
@Suite("Reading state that waits for the store", .onOwnThreads) struct ReadingJournalTests {
  private func journals(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("-reading-") }
  }

  private func lines(in folder: String) throws -> Int {
    try journals(in: folder).reduce(0) { count, name in
      count + (FileManager.default.contents(atPath: folder + "/" + name) ?? Data()).count { $0 == 0x0A }
    }
  }

  @Test("several changes that wait are there when a store is opened that a kill left so, and nothing is left beside")
  func killed() async throws {
    try await withTemporaryFolder { folder in
      let (live, dead) = (folder + "/live", folder + "/dead")
      let store = try ArticleStore(path: live + "/khabar.db")
      let articles = (0..<4).map { Article.fixture("रुकी हुई ख़बर \($0)") }
      try await store.save(articles, from: .fixture, now: .fixture)
      let ids = articles.map(\.id)
      let isReleased = Mutable(false)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await store.transaction { _ in while !isReleased.value { Thread.sleep(forTimeInterval: 0.002) } }
        }
        group.addTask { try await store.change(ReadingChange(isRead: true), of: ids[0], now: .fixture) }
        group.addTask {
          try await store.change(ReadingChange(isStarred: true, blockIndex: 1), of: ids[1], now: .fixture)
        }
        group.addTask { try await store.change(ReadingChange(isRead: true), of: ids[2...], now: .fixture) }
        while try lines(in: live) < 3 { try await Task.sleep(for: .milliseconds(2)) }
        // The files as a kill leaves them: nobody has the copy's lock.
        try FileManager.default.copyItem(atPath: live, toPath: dead)
        // Another khabar leaves alone what waits for one that lives.
        _ = try ArticleStore(path: live + "/khabar.db")
        #expect(try lines(in: live) == 3)
        isReleased.value = true
        try await group.waitForAll()
      }
      #expect(try journals(in: live) == [])
      let reopened = try ArticleStore(path: dead + "/khabar.db")
      #expect(try journals(in: dead) == [])
      for store in [store, reopened] {
        var states: [ReadingState?] = []
        for id in ids { states.append(try await store.story(id)?.state) }
        let read = ReadingState(isRead: true)
        #expect(states == [read, ReadingState(isStarred: true, blockIndex: 1), read, read])
      }
    }
  }

  @Test("what was changed since is not changed back, and what is no line of ours is passed over")
  func leftOver() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/khabar.db"
      let articles = (0..<3).map { Article.fixture("पुरानी ख़बर \($0)") }
      let ids = articles.map(\.id.rawValue)
      do {
        let store = try ArticleStore(path: path)
        try await store.save(articles, from: .fixture, now: .fixture)
        try await store.change(
          ReadingChange(isStarred: true), of: articles[0].id, now: .fixture.adding(seconds: 60))
      }
      let time = Timestamp.fixture.secondsSince1970
      let text = "\(time) 1 0 - \(ids[0])\nबिगड़ी पंक्ति\n\n\(time) 1 - - \(ids[1])\n\(time) 1 - - \(ids[2])"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "-reading-left"))
      let store = try ArticleStore(path: path)
      #expect(try await store.story(articles[0].id)?.state == ReadingState(isStarred: true))
      #expect(try await store.story(articles[1].id)?.state == ReadingState(isRead: true))
      // Its line has no end: it may be half of one.
      #expect(try await store.story(articles[2].id)?.state == ReadingState())
      #expect(try journals(in: folder) == [])
    }
  }

  @Test("a line says a change", arguments: [true, false, nil], [nil, 0, 12])
  func line(flag: Bool?, block: Int?) {
    let entry = ReadingJournal.Entry(
      change: ReadingChange(isRead: flag, isStarred: flag.map { !$0 }, blockIndex: block),
      ids: [ArticleID(rawValue: "a1"), ArticleID(rawValue: "b2")], time: .fixture)
    let line = ReadingJournalCoding.line(of: entry)
    #expect(ReadingJournalCoding.entries(Array(line.utf8)).map(\.ids) == [entry.ids])
    #expect(ReadingJournalCoding.entries(Array(line.utf8)).map(\.change) == [entry.change])
    #expect(ReadingJournalCoding.entries(Array(line.utf8.dropLast())).isEmpty)
  }
}
