import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct SavingTests {
  @Test("a saved story comes back whole")
  func roundTrip() async throws {
    try await withStore { store in
      var article = Article.fixture("नदी का जलस्तर बढ़ा", tags: ["मौसम", "बिहार"], related: ["बाढ़ से पहले की तैयारी"])
      article.url = "https://samachar.example/nadi"
      article.published = .fixture.adding(seconds: -600)
      article.body.blocks.append(Block(kind: .subheading, text: "आगे क्या होगा"))
      article.body.blocks.append(Block(kind: .quotation, text: "हम तैयार हैं।"))
      article.highlights.append(Highlight(text: "स्कूल दो दिन बंद रहेंगे।", origin: .extracted))
      let changes = try await store.save([article], from: .fixture, now: .fixture)
      #expect(changes.new == [article.id])
      let story = try #require(try await store.story(article.id))
      #expect(story.article == article)
      #expect(story.source == "गाँव की बात")
      #expect(story.state == ReadingState())
    }
  }

  @Test("saving the same twice changes nothing, not even a row")
  func idempotence() async throws {
    try await withWitnessedStore { store, witness in
      let articles = (0..<20).map {
        Article.fixture("समाचार \($0)", tags: ["एक", "दो"], related: ["समाचार \($0 + 1)"])
      }
      let first = try await store.save(articles, from: .fixture, now: .fixture)
      #expect(first.new.count == 20)
      let counter = try await witness.foreignChangeCounter()
      let second = try await store.save(articles, from: .fixture, now: .fixture.adding(days: 3))
      #expect(second.unchanged == first.new)
      #expect(second.new.isEmpty && second.updated.isEmpty)
      #expect(try await witness.foreignChangeCounter() == counter)
    }
  }

  @Test("a changed page replaces the story under its ID and keeps what the reader did with it")
  func update() async throws {
    try await withStore { store in
      let old = Article.fixture("स्कूल खुले", tags: ["शिक्षा", "पटना"], related: ["परीक्षा की तारीख़"])
      try await store.save([old], from: .fixture, now: .fixture)
      let state = try await store.change(
        ReadingChange(isRead: true, isStarred: true, blockIndex: 1), of: old.id, now: .fixture)
      var new = old
      new.modified = .fixture.adding(seconds: 3_600)
      new.body = ArticleBody(paragraphs: ["स्कूल सोमवार से खुलेंगे।", "परीक्षा अगले महीने होगी।", "शुल्क नहीं बढ़ेगा।"])
      new.tags = ["शिक्षा"]
      new.links = []
      new.dek = nil
      let changes = try await store.save([new], from: .fixture, now: .fixture.adding(days: 1))
      #expect(changes.updated == [old.id])
      let story = try #require(try await store.story(old.id))
      #expect(story.article == new)
      #expect(story.state == state)
      let page = try await store.headlines(limit: 10)
      #expect(page.rows.map(\.isRead) == [true])
      #expect(page.rows.map(\.relatedCount) == [0])
      #expect(page.totalCount == 1)
    }
  }

  @Test("a reading position past the end of a shortened page becomes its last block")
  func shortenedPage() async throws {
    try await withStore { store in
      var article = Article.fixture("लंबी ख़बर", paragraphs: (0..<30).map { "अनुच्छेद \($0)।" })
      try await store.save([article], from: .fixture, now: .fixture)
      try await store.change(ReadingChange(blockIndex: 25), of: article.id, now: .fixture)
      article.body = ArticleBody(paragraphs: ["अब केवल यह।"])
      try await store.save([article], from: .fixture, now: .fixture)
      #expect(try await store.story(article.id)?.state.blockIndex == 0)
    }
  }

  @Test("a new story whose ID is taken by another one gets an ID of its own, the same each time")
  func collision() async throws {
    func save(_ store: ArticleStore) async throws -> [ArticleID] {
      let first = Article.fixture("पहली ख़बर")
      var second = Article.fixture("दूसरी ख़बर")
      second.id = first.id
      let changes = try await store.save([first, second], from: .fixture, now: .fixture)
      #expect(try await store.save([second], from: .fixture, now: .fixture).unchanged == [changes.new[1]])
      #expect(try await store.story(changes.new[0])?.article.title == "पहली ख़बर")
      #expect(try await store.story(changes.new[1])?.article.title == "दूसरी ख़बर")
      return changes.new
    }
    let ids = try await withStore(save)
    #expect(Set(ids).count == 2)
    #expect(try await withStore(save) == ids)
  }

  @Test("the same identity in two feeds is two stories")
  func feedsApart() async throws {
    try await withStore { store in
      let other = Feed.savedPages(publisher: "दूसरा अख़बार")
      let first = Article.fixture("मानसून आया", identity: "1")
      let second = Article.fixture("मानसून गया", identity: "1", feed: other)
      try await store.save([first], from: .fixture, now: .fixture)
      #expect(try await store.save([second], from: other, now: .fixture).new == [second.id])
      #expect(try await store.articleCount() == 2)
      #expect(try await store.feeds().map(\.title) == ["गाँव की बात", "दूसरा अख़बार"])
    }
  }

  @Test("a story without a date stands under its first import, also after it changed")
  func undated() async throws {
    try await withStore { store in
      var article = Article.fixture("बिना तारीख़ की ख़बर", date: nil)
      try await store.save([article], from: .fixture, now: .fixture)
      article.dek = "अब एक पंक्ति और।"
      try await store.save([article], from: .fixture, now: .fixture.adding(days: 5))
      #expect(try await store.headlines(limit: 1).rows.first?.date == .fixture)
      #expect(try await store.story(article.id)?.article.date == nil)
    }
  }

  @Test("a transaction that fails leaves nothing behind")
  func transactionFails() async throws {
    try await withStore { store in
      let full = StoreError(kind: .diskFull, operation: "test", path: store.path)
      let work: @Sendable (isolated ArticleStore) throws(StoreError) -> Void = { store throws(StoreError) in
        try store.save([.fixture("आधी ख़बर")], from: .fixture, now: .fixture)
        throw full
      }
      await #expect(throws: full) { try await store.transaction(work) }
      let count = try await store.articleCount()
      #expect(count == 0)
      let feeds = try await store.feeds()
      #expect(feeds.isEmpty)
    }
  }

  @Test("a source that stops naming itself keeps its name")
  func feedName() async throws {
    try await withStore { store in
      try await store.save([], from: .fixture, now: .fixture)
      try await store.save([], from: Feed(id: Feed.fixture.id, title: ""), now: .fixture)
      #expect(try await store.feeds() == [.fixture])
    }
  }

  @Test("settings are kept, replaced and forgotten")
  func settings() async throws {
    try await withStore { store in
      #expect(try await store.setting("theme") == nil)
      try await store.setSetting("theme", to: "nord")
      try await store.setSetting("theme", to: "gruvbox")
      #expect(try await store.setting("theme") == "gruvbox")
      try await store.setSetting("theme", to: nil)
      #expect(try await store.setting("theme") == nil)
    }
  }
}
