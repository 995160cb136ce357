import NewsModel
import StoryAnalysis
import Synchronization
import TestSupport
import Testing

@testable import NewsStore

/// Many small calls in one transaction.
@Suite(.onOwnThreads) struct GatheringTests {
  private func foundCount(_ text: String, in store: ArticleStore) async throws -> Int {
    try await store.search(SearchRequest(text: text, limit: 10), now: .fixture).totalCount
  }

  @Test("what was gathered is there for others when it is written, and is found as what was kept at once")
  func written() async throws {
    try await withTemporaryFolder { folder in
      let filled = try await UnanalysedStore(path: folder + "/store.db")
      let store = filled.store
      let other = try ArticleStore(path: folder + "/store.db")
      let rows = try await store.unanalysedRows()
      await store.beginGathering()
      for row in rows.indices { try await store.keep(filled.analysed(rows[row...row])) }
      #expect(try await store.unanalysedRows().isEmpty)
      #expect(try await other.unanalysedRows() == rows)
      try await store.writeGathered()
      #expect(try await other.unanalysedRows().isEmpty)
      #expect(try await foundCount("नहर", in: other) == 3)
      // Nothing waits: nothing is written, and the store is free.
      try await store.writeGathered()
      try await store.endGathering()
      try await other.setSetting("x", to: "y")
      try await store.setSetting("x", to: "z")
      #expect(try await other.setting("x") == "z")
      #expect(try await store.integrityProblems().isEmpty)
    }
  }

  @Test(
    "when one call fails all since the last writing are undone, texts that wait and words' counts as well; the next ones are kept"
  )
  func failed() async throws {
    try await withTemporaryFolder { folder in
      let filled = try await UnanalysedStore(path: folder + "/store.db")
      let store = filled.store
      let rows = try await store.unanalysedRows()
      try await store.transaction { store throws(StoreError) in
        let item = ListedItem(
          key: 1, fingerprint: 1, article: .fixture("तालाब भरा"), raw: RawBody(text: "<p>तालाब भर गया।</p>", form: .html),
          titleKey: "तालाब", urlKey: nil)
        try store.list(item, of: Feed.fixture.id, now: .fixture)
      }
      let waiting = try await store.rawRows()
      #expect(waiting.count == 1)
      await store.beginGathering()
      try await store.keep(filled.analysed(rows[0...0]))
      try await store.writeGathered()
      try Connection(path: folder + "/store.db").run(
        """
        CREATE TRIGGER full BEFORE INSERT ON story_vector WHEN (SELECT count(*) FROM story_vector) >= 2
        BEGIN SELECT raise(ABORT, 'no room'); END
        """)
      let words = StoryWords(try #require(await store.unanalysedStories(rows[1...1]).first).input)
      let frequencies = try await store.wordCounts(of: [words]).frequencies
      let raw = try await store.rawStories(waiting[...])
      let understood = raw.map {
        UnderstoodStory(
          raw: $0, body: ArticleBody(paragraphs: ["तालाब भर गया।"]), dek: nil, language: "hi", completeness: .whole)
      }
      try await store.finish(understood)
      try await store.keep(filled.analysed(rows[1...1]), isMergedLater: true)
      let stories = try await filled.analysed(rows[2...3])
      await #expect(throws: StoreError.self) { try await store.keep(stories, isMergedLater: true) }
      #expect(try await store.unanalysedRows() == Array(rows[1...]))
      #expect(try await store.rawStories(waiting[...]) == raw)
      #expect(try await store.wordCounts(of: [words]).frequencies == frequencies)
      try Connection(path: folder + "/store.db").run("DROP TRIGGER full")
      try await store.finish(understood)
      try await store.keep(stories)
      try await store.endGathering()
      let other = try ArticleStore(path: folder + "/store.db")
      #expect(try await other.rawRows().isEmpty)
      #expect(try await other.unanalysedRows().count == 2)
      // Its headline's words were gathered twice, and are there once.
      var query = HeadlineQuery()
      query.titleWords = "तालाब"
      #expect(try await other.headlines(query, limit: 9).rows.map(\.title) == ["तालाब भरा"])
      #expect(try await store.integrityProblems().isEmpty)
    }
  }

  @Test("another process comes to write between two transactions, however many there are")
  func otherWriter() async throws {
    try await withTemporaryFolder { folder in
      let filled = try await UnanalysedStore(path: folder + "/store.db")
      let store = filled.store
      let isWritten = Atomic(false)
      async let others: Void = {
        let other = try ArticleStore(path: folder + "/store.db")
        for number in 0..<20 { try await other.setSetting("other", to: String(number)) }
        isWritten.store(true, ordering: .relaxed)
      }()
      await store.beginGathering()
      var roundCount = 0
      while !isWritten.load(ordering: .relaxed), roundCount < 1_000 {
        try await store.setSetting("own", to: String(roundCount))
        // The lock is held nearly all the time.
        try await Task.sleep(for: .milliseconds(30))
        try await store.writeGathered()
        roundCount += 1
      }
      try await others
      try await store.endGathering()
      #expect(roundCount < 120)
      #expect(try await store.setting("other") == "19")
    }
  }

  /// SQLite's own waiting looks at 228, 328 and 428 ms, and a little later each time; the moment lies well between.
  @Test("who waits for the lock finds it when it is free for a fiftieth of a second")
  func looksOften() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/store.db"
      _ = try await UnanalysedStore(path: path)
      var foundCount = 0
      // A busy machine may miss a moment itself; who looks too seldom misses all of them.
      for _ in 0..<10 where foundCount < 2 {
        let isWritten = Atomic(false)
        let holder = try Connection(path: path)
        holder.setBusyTimeout(milliseconds: 60_000)
        try holder.begin()
        async let waiting: Void = {
          let waiter = try Connection(path: path)
          waiter.setBusyTimeout(milliseconds: 60_000)
          try waiter.run("INSERT OR REPLACE INTO setting (name, value) VALUES ('x', 'y')")
          isWritten.store(true, ordering: .relaxed)
        }()
        try await Task.sleep(for: .milliseconds(375))
        holder.rollBack()
        try await Task.sleep(for: .milliseconds(20))
        try holder.begin()
        if isWritten.load(ordering: .relaxed) { foundCount += 1 }
        holder.rollBack()
        try await waiting
      }
      #expect(foundCount == 2)
    }
  }
}
