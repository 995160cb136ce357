import Ingestion
import NewsModel
import NewsStore
import Testing

@Suite("Searching stories")
struct StorySearchTests {
  private static let now = Timestamp(secondsSince1970: 1_760_000_000, utcOffsetSeconds: 19_800)
  private static let feed = Feed(id: FeedID(rawValue: "https://khabar.example/feed"), title: "नमूना")

  /// Headline, text, days before now.
  private static let stories: [(title: String, text: String, age: Int64)] = [
    ("नगर में नई पुस्तकालय इमारत", "हिन्दी की किताबें पहली मंज़िल पर रहेंगी।", 1),
    ("बाज़ार में आम सस्ते हुए", "फलों की मंडी में हिंदी में लिखे बोर्ड लगे। आम की कई क़िस्में आईं।", 2),
    ("आम चुनाव की तैयारी", "मतदान के लिए तीन सौ केंद्र बने।", 40),
    ("पुस्तकालय पर बहस", "सदस्यों ने कहा कि पुस्तकालय रात में भी खुले।", 400),
  ]

  private static func store(_ stories: [(title: String, text: String, age: Int64)] = stories) async throws
    -> ArticleStore
  {
    let store = try ArticleStore.inMemory()
    let articles = stories.enumerated().map { number, story in
      Article(
        id: ArticleID(identity: "s\(number)"), identity: "s\(number)", feed: feed.id, title: story.title,
        published: Timestamp(
          secondsSince1970: now.secondsSince1970 - story.age * 86_400, utcOffsetSeconds: now.utcOffsetSeconds),
        language: "hi", body: ArticleBody(paragraphs: [story.text]))
    }
    try await store.save(articles, from: feed, now: now)
    try await StoryIndexing(store: store).indexAll()
    return store
  }

  private static func titles(
    _ query: String, in store: ArticleStore, isTyping: Bool = false
  ) async throws -> [String] {
    let page = try await store.search(SearchRequest(text: query, limit: 10, isTyping: isTyping), now: now)
    #expect(page.trouble == nil)
    #expect(page.totalCount == page.hits.count)
    return page.hits.map(\.headline.title)
  }

  @Test("a word is found in any spelling, and whole words only")
  func spellings() async throws {
    let store = try await Self.store()
    for spelling in ["हिंदी", "हिन्दी", "हिन्\u{200D}दी"] {
      #expect(Set(try await Self.titles(spelling, in: store)) == [Self.stories[0].title, Self.stories[1].title])
    }
    #expect(try await Self.titles("बाजार", in: store) == [Self.stories[1].title])
    #expect(try await Self.titles("हिं", in: store).isEmpty)
  }

  @Test("what has the word in its headline comes first")
  func headlineFirst() async throws {
    let store = try await Self.store([
      ("नदी का पानी बढ़ा", "गाँव के पास पुल बना।", 2), ("पुल का उद्घाटन", "नदी के पार बस चलेगी।", 2),
    ])
    #expect(try await Self.titles("पुल", in: store).first == "पुल का उद्घाटन")
    #expect(try await Self.titles("नदी", in: store).first == "नदी का पानी बढ़ा")
  }

  @Test("of two stories that answer equally well the newer comes first")
  func newerFirst() async throws {
    let store = try await Self.store([("मेला लगा", "झूले आए।", 300), ("मेला लगा", "झूले आए।", 1)])
    let page = try await store.search(SearchRequest(text: "मेला", limit: 5), now: Self.now)
    #expect(page.hits.count == 2)
    #expect(page.hits[0].headline.date > page.hits[1].headline.date)
  }

  @Test("words exclude, phrases keep their order, alternatives and filters combine")
  func language() async throws {
    let store = try await Self.store()
    #expect(try await Self.titles("आम -चुनाव", in: store) == [Self.stories[1].title])
    #expect(try await Self.titles("\"आम चुनाव\"", in: store) == [Self.stories[2].title])
    #expect(try await Self.titles("\"चुनाव आम\"", in: store).isEmpty)
    #expect(Set(try await Self.titles("मतदान OR बहस", in: store)) == [Self.stories[2].title, Self.stories[3].title])
    #expect(try await Self.titles("पुस्तकालय before:2025-01-01", in: store) == [Self.stories[3].title])
    #expect(try await Self.titles("पुस्तकालय is:unread after:7d", in: store) == [Self.stories[0].title])
    #expect(try await Self.titles("is:unread", in: store).count == 4)
  }

  @Test("while it is typed the last word is any word that begins so")
  func typing() async throws {
    let store = try await Self.store()
    #expect(try await Self.titles("पुस्त", in: store, isTyping: true).count == 2)
    #expect(try await Self.titles("पुस्त", in: store).isEmpty)
    #expect(try await Self.titles("नगर पुस", in: store, isTyping: true) == [Self.stories[0].title])
  }

  @Test("a story that changed is found by its new words only")
  func changed() async throws {
    let store = try await Self.store()
    let found = try await store.search(SearchRequest(text: "मतदान", limit: 5), now: Self.now)
    let id = try #require(found.hits.first?.headline.id)
    var article = try #require(try await store.story(id)).article
    article.body = ArticleBody(paragraphs: ["प्रशिक्षण शुरू हुआ।"])
    try await store.save([article], from: Self.feed, now: Self.now)
    try await StoryIndexing(store: store).indexAll()
    #expect(try await Self.titles("मतदान", in: store).isEmpty)
    #expect(try await Self.titles("प्रशिक्षण", in: store) == [Self.stories[2].title])
  }

  @Test("Latin letters find Devanagari and the other way, after what is written so; forms of a word find each other")
  func sounds() async throws {
    let store = try await Self.store([
      ("मोदी सरकार का बजट", "बजट पेश हुआ।", 3), ("Modi sarkar in numbers", "A list.", 3), ("व्हाट्सऐप से जासूसी", "फ़ोन सुने गए।", 3),
      ("WhatsApp gets calls", "New feature.", 3), ("पुस्तकालय खुला", "नई किताबों की सूची बनी।", 3),
    ])
    #expect(try await Self.titles("modi sarkar", in: store) == ["Modi sarkar in numbers", "मोदी सरकार का बजट"])
    let page = try await store.search(SearchRequest(text: "modi sarkar", limit: 5), now: Self.now)
    #expect(page.hits.map(\.nearness) == [.exact, .sound])
    #expect(try await Self.titles("whatsapp jasusi", in: store) == ["व्हाट्सऐप से जासूसी"])
    #expect(try await Self.titles("व्हाट्सऐप", in: store) == ["व्हाट्सऐप से जासूसी", "WhatsApp gets calls"])
    #expect(try await Self.titles("वाट्सएप", in: store).contains("व्हाट्सऐप से जासूसी"))
    #expect(try await Self.titles("किताब", in: store) == ["पुस्तकालय खुला"])
    #expect(try await Self.titles("jasu", in: store, isTyping: true) == ["व्हाट्सऐप से जासूसी"])
  }

  @Test("a hit shows where the words stand, marked as the story writes them")
  func passages() async throws {
    let store = try await Self.store()
    let page = try await store.search(SearchRequest(text: "हिंदी पुस्तकालय", limit: 5), now: Self.now)
    let hit = try #require(page.hits.first)
    #expect(hit.passage?.marked("[", "]") == "[हिन्दी] की किताबें पहली मंज़िल पर रहेंगी।")
    #expect(hit.titleHits.map { String(decoding: Array(hit.headline.title.utf8)[$0], as: UTF8.self) } == ["पुस्तकालय"])
  }

  @Test("a query that cannot be understood says where")
  func trouble() async throws {
    let store = try await Self.store()
    let page = try await store.search(SearchRequest(text: "नगर \"आम", limit: 5), now: Self.now)
    #expect(page.hits.isEmpty)
    #expect(page.trouble?.kind == .unclosed("\""))
  }

  @Test(
    "queries of nothing, of marks and of hostile syntax find nothing and break nothing",
    arguments: [
      "", "   ", "…", "\"\"", "*", "NEAR(a b)", "a AND", "^x", "{title}: x", "'; DROP TABLE article; --", "\u{0}", "-",
    ])
  func hostile(_ text: String) async throws {
    let store = try await Self.store()
    let page = try await store.search(SearchRequest(text: text, limit: 5), now: Self.now)
    #expect(page.hits.isEmpty || page.trouble == nil)
    #expect(try await store.articleCount() == 4)
  }
}
