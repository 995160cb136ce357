import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct RelatedLinkTests {
  private let pointing = Article.fixture("मेट्रो का नया मार्ग", related: ["रेल बजट पर चर्चा", "अभी न आई ख़बर"])
  private let target = Article.fixture("रेल बजट पर चर्चा", date: .fixture.adding(days: 2_000))

  @Test("a link leads to its story in both orders of import", arguments: [false, true])
  func bothOrders(targetFirst: Bool) async throws {
    try await withStore { store in
      for article in targetFirst ? [target, pointing] : [pointing, target] {
        try await store.save([article], from: .fixture, now: .fixture)
      }
      let story = try #require(try await store.story(pointing.id))
      #expect(story.related.map(\.target) == [target.id, nil])
      #expect(story.related.map(\.title) == ["रेल बजट पर चर्चा", "अभी न आई ख़बर"])
      #expect(story.related.map(\.section) == ["राज्य", "राज्य"])
      // The date is the target's, six years later, not the pointing page's.
      #expect(story.related.map(\.targetDate) == [.fixture.adding(days: 2_000), nil])
      #expect(story.pointedAtBy.isEmpty)
      let other = try #require(try await store.story(target.id))
      #expect(other.pointedAtBy.map(\.id) == [pointing.id])
      #expect(other.related.isEmpty)
      #expect(try await store.headlines(limit: 9).rows.map(\.relatedCount) == [0, 2])
    }
  }

  @Test("spellings of one headline lead to one another")
  func foldedTitles() async throws {
    try await withStore { store in
      let stored = Article.fixture("ज़रूरी ख़बर: “अस्पताल” में नई मशीन")
      let article = Article.fixture("सेहत की बात", related: ["जरूरी खबर : 'अस्पताल' में नई मशीन"])
      try await store.save([stored, article], from: .fixture, now: .fixture)
      #expect(try await store.story(article.id)?.related.map(\.target) == [stored.id])
    }
  }

  @Test("of several stories under one headline a link leads to the newest", arguments: [false, true])
  func newest(newerFirst: Bool) async throws {
    try await withStore { store in
      let article = Article.fixture("सुबह का पन्ना", related: ["आज का मौसम"])
      let older = Article.fixture("आज का मौसम", identity: "1", date: .fixture)
      let newer = Article.fixture("आज का मौसम", identity: "2", date: .fixture.adding(days: 1))
      let order = newerFirst ? [newer, article, older] : [older, article, newer]
      try await store.save(order, from: .fixture, now: .fixture)
      #expect(try await store.story(article.id)?.related.map(\.target) == [newer.id])
      #expect(try await store.story(newer.id)?.pointedAtBy.map(\.id) == [article.id])
      #expect(try await store.story(older.id)?.pointedAtBy == [])
    }
  }

  @Test("a story never leads to itself, but to the next newest of its headline")
  func notItself() async throws {
    try await withStore { store in
      let alone = Article.fixture("आज का राशिफल", identity: "1", related: ["आज का राशिफल"])
      try await store.save([alone], from: .fixture, now: .fixture)
      #expect(try await store.story(alone.id)?.related.map(\.target) == [nil])
      #expect(try await store.story(alone.id)?.pointedAtBy == [])
      let next = Article.fixture(
        "आज का राशिफल", identity: "2", date: .fixture.adding(days: 1), related: ["आज का राशिफल"])
      try await store.save([next], from: .fixture, now: .fixture)
      #expect(try await store.story(alone.id)?.related.map(\.target) == [next.id])
      #expect(try await store.story(next.id)?.related.map(\.target) == [alone.id])
      #expect(try await store.story(next.id)?.pointedAtBy.map(\.id) == [alone.id])
      #expect(try await store.story(alone.id)?.pointedAtBy.map(\.id) == [next.id])
    }
  }

  @Test("an address leads to its story whatever the headlines say")
  func address() async throws {
    try await withStore { store in
      var stored = Article.fixture("पुल का उद्घाटन हुआ")
      stored.url = "https://samachar.example/pul"
      var article = Article.fixture("शहर की ख़बरें", related: ["पुल का उद्घाटन टला"])
      article.links[0].url = stored.url
      let sameTitle = Article.fixture("पुल का उद्घाटन टला", date: .fixture.adding(days: 1))
      try await store.save([article, sameTitle, stored], from: .fixture, now: .fixture)
      #expect(try await store.story(article.id)?.related.map(\.target) == [stored.id])
      #expect(try await store.story(stored.id)?.pointedAtBy.map(\.id) == [article.id])
      #expect(try await store.story(sameTitle.id)?.pointedAtBy == [])
    }
  }

  @Test("a link still leads to a story whose headline changed, until another has the old headline")
  func changedTitle() async throws {
    try await withStore { store in
      var renamed = target
      renamed.title = "रेल बजट पारित हुआ"
      try await store.save([pointing, target], from: .fixture, now: .fixture)
      try await store.save([renamed], from: .fixture, now: .fixture)
      #expect(try await store.story(pointing.id)?.related.map(\.target) == [target.id, nil])
      #expect(try await store.story(target.id)?.pointedAtBy.map(\.id) == [pointing.id])
      // The pointing page changes too: what it leads to stays.
      var changed = pointing
      changed.dek = "अब नई पंक्ति है।"
      try await store.save([changed], from: .fixture, now: .fixture)
      #expect(try await store.story(pointing.id)?.related.map(\.target) == [target.id, nil])
      let rival = Article.fixture(target.title, identity: "rival", date: .fixture)
      try await store.save([rival], from: .fixture, now: .fixture)
      #expect(try await store.story(pointing.id)?.related.map(\.target) == [rival.id, nil])
      #expect(try await store.story(target.id)?.pointedAtBy == [])
    }
  }

  @Test("headlines without a word lead nowhere")
  func wordless() async throws {
    try await withStore { store in
      let stored = Article.fixture("…", identity: "1")
      let article = Article.fixture("चित्र", related: ["!!!", "", "…"])
      try await store.save([stored, article], from: .fixture, now: .fixture)
      #expect(try await store.story(article.id)?.related.map(\.target) == [nil, nil, nil])
      #expect(try await store.story(stored.id)?.pointedAtBy == [])
    }
  }

  @Test("who points at a story is listed newest first and once")
  func pointedAtByOrder() async throws {
    try await withStore { store in
      let older = Article.fixture("पुरानी कड़ी", related: [target.title], moreFrom: [target.title])
      let newer = Article.fixture("नई कड़ी", date: .fixture.adding(days: 9), moreFrom: [target.title])
      try await store.save([older, newer, target], from: .fixture, now: .fixture)
      #expect(try await store.story(target.id)?.pointedAtBy.map(\.title) == ["नई कड़ी", "पुरानी कड़ी"])
    }
  }

  @Test(
    "stories that share tags are near: the largest share first, then the nearest in time, at most ten, none that is linked already"
  )
  func computed() async throws {
    try await withStore { store in
      let tags = ["रेल", "बजट", "दिल्ली", "संसद"]
      let article = Article.fixture("मुख्य ख़बर", tags: tags, related: ["जुड़ी हुई ख़बर"])
      let linked = Article.fixture("जुड़ी हुई ख़बर", tags: tags)
      let pointingHere = Article.fixture("यहाँ भेजने वाली ख़बर", tags: tags, related: ["मुख्य ख़बर"])
      let near = Article.fixture("तीन टैग", tags: ["बजट", "संसद", "रेल", "और कुछ"])
      let rest = (0..<12).map {
        Article.fixture("एक टैग \($0)", date: .fixture.adding(days: Int64($0)), tags: ["दिल्ली"])
      }
      let stranger = Article.fixture("दूर की ख़बर", tags: ["खेल"])
      try await store.save(
        [article, linked, pointingHere, near, stranger] + rest, from: .fixture, now: .fixture)
      let computed = try #require(try await store.story(article.id)).computed
      #expect(computed.map(\.title) == ["तीन टैग"] + (0..<9).map { "एक टैग \($0)" })
      #expect(computed.first?.evidence == ["रेल", "बजट", "संसद"])
      let scores = computed.compactMap(\.score)
      #expect(scores == scores.sorted(by: >) && scores.allSatisfy { 0...1 ~= $0 })
      #expect(computed.allSatisfy { $0.reason == .sharedTags && $0.targetDate != nil })
      #expect(computed.first?.target == near.id)
    }
  }
}
