import Ingestion
import NewsModel
import NewsStore
import Testing

@Suite("Tags from analysis and from the reader")
struct TagAnalysisTests {
  private static let now = Timestamp(secondsSince1970: 1_760_000_000, utcOffsetSeconds: 19_800)
  private static let feed = Feed(id: FeedID(rawValue: "https://khabar.example/feed"), title: "नमूना")

  private static func article(_ number: Int, _ title: String, _ text: String, tags: [String] = []) -> Article {
    Article(
      id: ArticleID(identity: "s\(number)"), identity: "s\(number)", feed: feed.id, title: title,
      published: Timestamp(
        secondsSince1970: now.secondsSince1970 - Int64(number) * 40 * 86_400, utcOffsetSeconds: 19_800), language: "hi",
      body: ArticleBody(paragraphs: [text]), tags: tags)
  }

  private static func store(_ articles: [Article]) async throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    try await store.save(articles, from: feed, now: now)
    try await StoryIndexing(store: store).indexAll()
    return store
  }

  private static func tags(_ number: Int, in store: ArticleStore) async throws -> [String] {
    let id = ArticleID(identity: "s\(number)")
    return try #require(try await store.story(id)).article.tags
  }

  @Test("a person whom three stories name becomes a tag of all three; a name of two does not")
  func promotion() async throws {
    let text = "मुख्यमंत्री सुनीता वर्मा ने नहर का काम देखा। मुख्यमंत्री सुनीता वर्मा ने किसानों से बात की।"
    let store = try await Self.store((0..<2).map { Self.article($0, "नहर का काम \($0)", text) })
    #expect(try await store.tags().isEmpty)
    try await store.save([Self.article(2, "नहर का पानी", text)], from: Self.feed, now: Self.now)
    try await StoryIndexing(store: store).indexAll()
    #expect(try await store.tags() == [TagCount(name: "सुनीता वर्मा", count: 3)])
    let page = try #require(try await store.tagPage("सुनीता वर्मा", now: Self.now))
    #expect(page.kind == .person)
    #expect(page.origins == [.analysis: 3])
  }

  @Test("a publisher's tag is found in stories that do not carry it, in any spelling")
  func knownTags() async throws {
    let store = try await Self.store([
      Self.article(0, "मेले में भीड़", "झूले लगे।", tags: ["हिन्दी भवन"]),
      Self.article(1, "मेला शुरू", "दुकानें सजीं।", tags: ["हिन्दी भवन"]),
    ])
    let more = (2..<5).map { Self.article($0, "हिंदी भवन में गोष्ठी \($0)", "कवि आए।") }
    try await store.save(more, from: Self.feed, now: Self.now)
    try await StoryIndexing(store: store).indexAll()
    #expect(try await store.tags().first?.count == 5)
    #expect(try await store.tags().count == 1)
  }

  @Test("words of grammar, numbers and lone words behind a title are no names")
  func noNames() async throws {
    let store = try await Self.store(
      (0..<4).map {
        Self.article($0, "बैठक \($0)", "मंत्री ने कहा कि 2024 में काम होगा। मंत्री जल्द आएँगे। अध्यक्ष को पत्र लिखा गया।")
      })
    #expect(try await store.tags().isEmpty)
  }

  @Test("analysing again gives the same tags")
  func again() async throws {
    let text = "दिल्ली में वर्षा हुई। दिल्ली के चुनाव आयोग ने सूची जारी की। चुनाव आयोग की सूची लंबी है। चुनाव आयोग कल मिलेगा।"
    let store = try await Self.store((0..<5).map { Self.article($0, "दिल्ली की वर्षा \($0)", text) })
    let before = try await store.tags()
    #expect(before.map(\.name).contains("दिल्ली"))
    #expect(before.map(\.name).contains { $0.contains("आयोग") })
    try await store.beginReanalysis()
    #expect(try await store.tags().isEmpty)
    try await StoryIndexing(store: store).indexAll()
    #expect(try await store.tags() == before)
  }

  @Test("the reader's tag stays when the story comes again, and keeps the story from going")
  func readersTag() async throws {
    let store = try await Self.store([Self.article(9, "पुराना किला", "दीवार बनी।", tags: ["इतिहास"])])
    let id = ArticleID(identity: "s9")
    #expect(try await store.addTag("घूमने की जगह", to: id))
    try await store.save([Self.article(9, "पुराना क़िला", "दीवार बनी।", tags: ["पुरातत्व"])], from: Self.feed, now: Self.now)
    #expect(try await Self.tags(9, in: store) == ["पुरातत्व", "घूमने की जगह"])
    try await store.change(
      ReadingChange(isRead: true), of: id, now: Timestamp(secondsSince1970: 1, utcOffsetSeconds: 0))
    let rule = RetentionRule(readStoryDays: 10)
    #expect(try await store.expiredCount(by: rule, now: Self.now) == 0)
    #expect(try await store.deleteExpired(by: rule, now: Self.now) == 0)
    #expect(try await store.removeTag("घूमने की जगह", from: id))
    #expect(try await store.deleteExpired(by: rule, now: Self.now) == 1)
    #expect(try await store.restoreLastDeleted() == 1)
    #expect(try await Self.tags(9, in: store) == ["पुरातत्व"])
  }

  @Test("a tag that was taken off stays off, until the reader puts it on again")
  func refused() async throws {
    let store = try await Self.store([Self.article(1, "नया पुल", "पुल खुला।", tags: ["पुल", "नदी"])])
    let id = ArticleID(identity: "s1")
    #expect(try await store.removeTag("नदी", from: id))
    #expect(try await !store.removeTag("पहाड़", from: id))
    try await store.save([Self.article(1, "नया पुल खुला", "पुल खुला।", tags: ["पुल", "नदी"])], from: Self.feed, now: Self.now)
    #expect(try await Self.tags(1, in: store) == ["पुल"])
    #expect(try await store.addTag("नदी", to: id))
    #expect(try await Self.tags(1, in: store) == ["पुल", "नदी"])
  }

  @Test("merged tags are one for old and new stories; parted again, each story has what it had")
  func merge() async throws {
    let store = try await Self.store([
      Self.article(1, "एक", "क।", tags: ["व्हाट्सऐप"]), Self.article(2, "दो", "ख।", tags: ["वाट्सएप"]),
      Self.article(3, "तीन", "ग।", tags: ["वाट्सएप", "व्हाट्सऐप"]),
    ])
    let before = try await store.tags()
    #expect(try await store.mergeTags(["वाट्सएप"], into: "व्हाट्सऐप") == 1)
    #expect(try await store.tags() == [TagCount(name: "व्हाट्सऐप", count: 3)])
    try await store.save([Self.article(4, "चार", "घ।", tags: ["वाट्सएप"])], from: Self.feed, now: Self.now)
    #expect(try await store.tags().map(\.count) == [4])
    var query = HeadlineQuery()
    query.tags = ["वाट्सएप"]
    #expect(try await store.headlines(query, limit: 9).totalCount == 4)
    #expect(try await store.splitTag("वाट्सएप"))
    #expect(try await store.tags() == [TagCount(name: "वाट्सएप", count: 3), TagCount(name: "व्हाट्सऐप", count: 2)])
    #expect(before.map(\.count) == [2, 2])
    #expect(try await store.integrityProblems().isEmpty)
  }

  @Test("a renamed tag goes by both names, and by the old one again when that is taken back")
  func rename() async throws {
    let store = try await Self.store([Self.article(1, "एक", "क।", tags: ["मुम्बई शहर"])])
    #expect(try await store.renameTag("मुंबई शहर", to: "महानगर"))
    #expect(try await store.tags() == [TagCount(name: "महानगर", count: 1)])
    #expect(try await Self.tags(1, in: store) == ["महानगर"])
    #expect(try await store.tagPage("मुंबई शहर", now: Self.now)?.tag.name == "महानगर")
    #expect(try await store.splitTag("मुंबई शहर"))
    #expect(try await store.tags().map(\.name) == ["मुम्बई शहर"])
    #expect(try await !store.renameTag("कोई नहीं", to: "कुछ"))
    #expect(try await !store.renameTag("मुंबई शहर", to: "…"))
  }

  @Test("a tag's page tells months, spellings, companions and where the name stands")
  func page() async throws {
    let store = try await Self.store([
      Self.article(0, "एक", "गाँव में जल संरक्षण की बैठक हुई।", tags: ["जल संरक्षण", "खेती"]),
      Self.article(1, "दो", "तालाब बना।", tags: ["जल सँरक्षण", "खेती"]), Self.article(3, "तीन", "बाँध।", tags: ["जल संरक्षण"]),
    ])
    let page = try #require(try await store.tagPage("जल संरक्षण", now: Self.now))
    #expect(page.tag == TagCount(name: "जल संरक्षण", count: 3))
    #expect(page.spellings.map(\.count) == [2, 1])
    #expect(page.months.map(\.count).reduce(0, +) == 3)
    #expect(page.months.count == 5, "empty months stand between")
    #expect(page.companions == [TagCount(name: "खेती", count: 2)])
    let line = try #require(page.occurrences.first?.passage)
    #expect(line.hits.map { String(decoding: Array(line.text.utf8)[$0], as: UTF8.self) } == ["जल संरक्षण"])
    #expect(try await store.tagPage("कोई नहीं", now: Self.now) == nil)
  }
}
