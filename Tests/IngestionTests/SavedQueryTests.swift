import Ingestion
import NewsModel
import NewsStore
import Testing

@Suite("Smart lists and mute rules")
struct SavedQueryTests {
  private static let now = Timestamp(secondsSince1970: 1_760_000_000, utcOffsetSeconds: 19_800)
  private static let feed = Feed(id: FeedID(rawValue: "https://khabar.example/feed"), title: "नमूना")

  private static func article(_ number: Int, _ title: String, _ text: String = "पूरा समाचार यहाँ है।") -> Article {
    Article(
      id: ArticleID(identity: "s\(number)"), identity: "s\(number)", feed: feed.id, title: title,
      published: Timestamp(secondsSince1970: now.secondsSince1970 - Int64(number) * 3_600, utcOffsetSeconds: 19_800),
      language: "hi", body: ArticleBody(paragraphs: [text]))
  }

  private static func store() async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    try await add(
      [
        article(1, "क्रिकेट में बड़ी जीत"), article(2, "हॉकी की टीम चुनी गई"), article(3, "बाज़ार में तेज़ी", "क्रिकेट के बल्ले महँगे हुए।"),
        article(4, "बारिश से राहत"),
      ], to: store)
    return store
  }

  private static func add(_ articles: [Article], to store: ArticleStore) async throws {
    try await store.save(articles, from: feed, now: now)
    try await StoryIndexing(store: store).indexAll()
  }

  private static func titles(_ query: HeadlineQuery = HeadlineQuery(), in store: ArticleStore) async throws -> [String]
  {
    try await store.headlines(query, limit: 50).rows.map(\.title)
  }

  private static func filtered(_ text: String) throws -> HeadlineQuery {
    var query = HeadlineQuery()
    query.filter = try StoryQuery(parsing: text, today: now)
    return query
  }

  @Test("a rule hides what it finds from lists, counts and search, and nothing is lost")
  func mute() async throws {
    let store = try await Self.store()
    let rule = try await store.save(SavedQuery(name: "खेल", text: "क्रिकेट", use: .mute), now: Self.now)
    #expect(rule.storyCount == 2 && rule.unreadCount == 2)
    #expect(try await Self.titles(in: store) == ["हॉकी की टीम चुनी गई", "बारिश से राहत"])
    #expect(try await store.headlines(limit: 1).totalCount == 2)
    let page = try await store.search(SearchRequest(text: "क्रिकेट", limit: 9), now: Self.now)
    #expect(page.hits.isEmpty && page.hiddenCount == 2)
    #expect(try await Self.titles(Self.filtered("is:muted"), in: store).count == 2)
    #expect(try await store.mutingRule(of: ArticleID(identity: "s3"))?.name == "खेल")
    #expect(try await store.mutingRule(of: ArticleID(identity: "s4")) == nil)
    #expect(try await store.story(ArticleID(identity: "s1")) != nil)
    #expect(try await store.removeSavedQuery(rule.id))
    #expect(try await Self.titles(in: store).count == 4)
    #expect(try await !store.removeSavedQuery(rule.id))
  }

  @Test("a story that comes later is hidden too, and one that changes is shown again")
  func later() async throws {
    let store = try await Self.store()
    try await store.save(SavedQuery(name: "खेल", text: "क्रिकेट", use: .mute), now: Self.now)
    try await Self.add([Self.article(5, "क्रिकेट का नया कप्तान"), Self.article(6, "नई सड़क")], to: store)
    #expect(try await !Self.titles(in: store).contains("क्रिकेट का नया कप्तान"))
    #expect(try await Self.titles(in: store).contains("नई सड़क"))
    try await Self.add([Self.article(5, "कबड्डी का नया कप्तान")], to: store)
    #expect(try await Self.titles(in: store).contains("कबड्डी का नया कप्तान"))
  }

  @Test("a starred story is shown whatever the rules say; without its star they have their way again")
  func starred() async throws {
    let store = try await Self.store()
    try await store.save(SavedQuery(name: "खेल", text: "क्रिकेट", use: .mute), now: Self.now)
    let id = ArticleID(identity: "s1")
    try await store.change(ReadingChange(isStarred: true), of: id, now: Self.now)
    #expect(try await Self.titles(in: store).contains("क्रिकेट में बड़ी जीत"))
    try await store.change(ReadingChange(isStarred: false), of: id, now: Self.now)
    #expect(try await !Self.titles(in: store).contains("क्रिकेट में बड़ी जीत"))
    // Many at once are no other matter.
    try await store.change(ReadingChange(isStarred: true), of: [id][...], now: Self.now)
    #expect(try await Self.titles(in: store).contains("क्रिकेट में बड़ी जीत"))
    try await store.change(ReadingChange(isStarred: false), of: [id][...], now: Self.now)
    #expect(try await !Self.titles(in: store).contains("क्रिकेट में बड़ी जीत"))
  }

  @Test("the first rule in the reader's order is the one that hides a story")
  func order() async throws {
    let store = try await Self.store()
    let first = try await store.save(SavedQuery(name: "खेल", text: "क्रिकेट", use: .mute), now: Self.now)
    let second = try await store.save(SavedQuery(name: "बाज़ार", text: "title:बाज़ार", use: .mute), now: Self.now)
    let id = ArticleID(identity: "s3")
    #expect(try await store.mutingRule(of: id)?.id == first.id)
    try await store.reorderSavedQueries([second.id, first.id])
    #expect(try await store.mutingRule(of: id)?.id == second.id)
  }

  @Test("a list is kept under its name, counted, and replaced by another text")
  func lists() async throws {
    let store = try await Self.store()
    let list = try await store.save(SavedQuery(name: "खेल", text: "क्रिकेट OR हॉकी", use: .list), now: Self.now)
    #expect(list.storyCount == 3)
    let changed = try await store.save(SavedQuery(name: "खेल", text: "हॉकी", use: .list), now: Self.now)
    #expect(changed.id == list.id && changed.storyCount == 1)
    #expect(try await store.savedQueries(now: Self.now).map(\.text) == ["हॉकी"])
    #expect(try await store.savedQuery(named: "खेल", .mute) == nil)
  }

  @Test(
    "what is no query, hides everything or asks about reading is refused",
    arguments: [
      "tagg:x", "", "   ", "is:unread", "क्रिकेट is:starred", "(हॉकी",
    ])
  func refused(_ text: String) async throws {
    let store = try await Self.store()
    await #expect(throws: StoreError.self) {
      try await store.save(SavedQuery(name: "नियम", text: text, use: .mute), now: Self.now)
    }
    #expect(try await Self.titles(in: store).count == 4)
  }
}
