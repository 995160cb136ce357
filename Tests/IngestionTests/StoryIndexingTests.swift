import IndicText
import Ingestion
import NewsModel
import NewsStore
import StoryAnalysis
import Synchronization
import TestSupport
import Testing

@Suite("Analysing stories", .inBackground)
struct StoryIndexingTests {
  private static let now = Timestamp(secondsSince1970: 1_760_000_000, utcOffsetSeconds: 19_800)
  private static let feed = Feed(id: FeedID(rawValue: "https://khabar.example/feed"), title: "नमूना")

  private static func article(_ number: Int, title: String? = nil) -> Article {
    Article(
      id: ArticleID(identity: "s\(number)"), identity: "s\(number)", feed: feed.id,
      title: title ?? "ख़बर क्रमांक \(number)",
      published: Timestamp(secondsSince1970: 1_759_000_000 + Int64(number % 7), utcOffsetSeconds: 19_800),
      language: "hi",
      body: ArticleBody(paragraphs: ["नगर परिषद की बैठक में पानी की टंकी पर चर्चा हुई। बैठक दो घंटे चली।"]))
  }

  @Test("each story is analysed once, and again when its text or headline changes")
  func again() async throws {
    let store = try ArticleStore.inMemory()
    try await store.save((0..<7).map { Self.article($0) }, from: Self.feed, now: Self.now)
    let indexing = StoryIndexing(store: store)
    #expect(try await indexing.indexAll() == 7)
    #expect(try await indexing.indexAll() == 0)
    try await store.save([Self.article(3)], from: Self.feed, now: Self.now)
    #expect(try await indexing.indexAll() == 0)
    try await store.save([Self.article(3, title: "टंकी का निर्माण रुका")], from: Self.feed, now: Self.now)
    #expect(try await indexing.indexAll() == 1)
    #expect(try await store.integrityProblems().isEmpty)
  }

  @Test("more stories of one second than it has numbers in the index are all found room for")
  func crowdedSecond() async throws {
    let store = try ArticleStore.inMemory()
    let articles = (0..<2_100).map { number in
      var article = Self.article(number)
      article.published = Self.now
      return article
    }
    try await store.save(articles, from: Self.feed, now: Self.now)
    #expect(try await StoryIndexing(store: store).indexAll() == 2_100)
    #expect(try await store.unanalysedRows().isEmpty)
    // So many entries are merged at once: nothing is left to do, and all are found still.
    #expect(try await store.mergeIndex(isFirst: false) == false)
    let found = try await store.search(SearchRequest(text: "टंकी", limit: 10), now: Self.now)
    #expect(found.totalCount == 2_100 && found.hits.count == 10)
  }

  @Test("texts that are understood on the way give what those give that were understood before")
  func understoodOnTheWay() async throws {
    func store() async throws -> ArticleStore {
      let store = try ArticleStore.inMemory()
      try await store.transaction { store throws(StoreError) in
        try store.save(Self.feed)
        for number in 0..<1_400 {
          let article = Self.article(number)
          try store.list(
            ListedItem(
              key: Int64(number), fingerprint: Int64(number), article: article,
              raw: RawBody(
                text: "<p>नगर परिषद की बैठक में \(number % 90) टंकियों पर चर्चा हुई।</p><p>बैठक \(number % 11) घंटे चली।</p>",
                form: .html),
              titleKey: SearchKey.fold(article.title), urlKey: nil), of: Self.feed.id, now: Self.now)
        }
      }
      return store
    }
    let before = try await store()
    try await StoryUnderstanding(store: before).understandAll()
    #expect(try await StoryIndexing(store: before, isAlone: true).indexAll() == 1_400)
    let onTheWay = try await store()
    let understoodCount = Atomic(0)
    let count = try await StoryIndexing(store: onTheWay, isAlone: true).understandAndIndexAll(understood: {
      understoodCount.add(1, ordering: .relaxed)
    })
    #expect(count == 1_400 && understoodCount.load(ordering: .relaxed) == 1)
    #expect(try await onTheWay.unfinishedRows().isEmpty)
    for text in ["टंकियों", "बैठक 7", "क्रमांक 12"] {
      let request = SearchRequest(text: text, limit: 30)
      let hits = try await before.search(request, now: Self.now).hits
      #expect(!hits.isEmpty)
      #expect(try await onTheWay.search(request, now: Self.now).hits == hits)
    }
    for headline in try await before.headlines(start: 0, limit: 60).rows {
      #expect(try await before.story(headline.id) == onTheWay.story(headline.id))
    }
  }

  @Test("an analysis that was stopped goes on with the rest, and analysing anew takes all")
  func resumed() async throws {
    let store = try ArticleStore.inMemory()
    try await store.save((0..<1_500).map { Self.article($0) }, from: Self.feed, now: Self.now)
    let indexing = StoryIndexing(store: store)
    let work = Task {
      try await indexing.indexAll { progress in
        if progress.doneCount > 0 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: CancellationError.self) { try await work.value }
    let rest = try await store.unanalysedRows().count
    #expect(rest > 0 && rest < 1_500)
    #expect(try await indexing.indexAll() == rest)
    #expect(try await !store.isReanalysing())
    try await store.beginReanalysis()
    #expect(try await store.isReanalysing())
    #expect(try await indexing.indexAll() == 1_500)
    #expect(try await !store.isReanalysing())
    #expect(try await store.integrityProblems().isEmpty)
  }

  @Test("a story that changes while it is analysed goes on waiting")
  func changedMeanwhile() async throws {
    let store = try ArticleStore.inMemory()
    try await store.save([Self.article(1)], from: Self.feed, now: Self.now)
    let rows = try await store.unanalysedRows()
    let before = try await store.unanalysedStories(rows[...])
    try await store.save([Self.article(1, title: "बैठक टली")], from: Self.feed, now: Self.now)
    try await store.keep(before.map { AnalysedStory(story: $0, words: StoryWords($0.input), highlights: []) })
    #expect(try await store.unanalysedRows() == rows)
  }
}
