import Foundation
import IndicText
import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// Texts that wait: there for the store that listed them, never another story's, and missed when they are lost.
@Suite struct WaitingTextsTests {
  private nonisolated static let feed = FeedID(rawValue: "https://example.org/feed")

  private nonisolated static func item(_ number: Int) -> ListedItem {
    let url = "https://example.org/\(number)"
    let article = Article(
      id: ArticleID(identity: url), identity: url, feed: feed, url: url, title: "नहर की ख़बर संख्या \(number)",
      language: "hi", body: ArticleBody())
    return ListedItem(
      key: Int64(number), fingerprint: Int64(number), article: article,
      raw: RawBody(text: "<p>नहर की सफ़ाई का \(number)वाँ दिन।</p>", form: .html), titleKey: SearchKey.fold(article.title),
      urlKey: url)
  }

  private func list(_ numbers: Range<Int>, in store: ArticleStore) async throws {
    try await store.transaction { store throws(StoreError) in
      try store.save(Feed(id: Self.feed, title: "गाँव की बात", language: "hi"))
      for number in numbers { try store.list(Self.item(number), of: Self.feed, now: .fixture) }
    }
  }

  @Test("a listed text is there to be understood, and is written once, as blocks")
  func once() async throws {
    try await withWitnessedStore { store, witness in
      try await list(1..<4, in: store)
      let rows = try await store.rawRows()
      #expect(Set(try await store.rawStories(rows[...]).map(\.raw)) == Set((1..<4).map { Self.item($0).raw }))
      #expect(try await witness.rawRows() == [])
      for raw in try await store.rawStories(rows[...]) {
        let body = ArticleBody(paragraphs: ["\(raw.title) का पूरा ब्योरा।"])
        try await store.finish([
          UnderstoodStory(raw: raw, body: body, dek: nil, language: "hi", completeness: .whole)
        ])
      }
      #expect(try await store.rawRows() == [])
      #expect(await store.waitingRows == [])
      let story = try await witness.story(Self.item(2).article.id)
      #expect(story?.article.body.plainText == "नहर की ख़बर संख्या 2 का पूरा ब्योरा।")
      #expect(try await witness.feedsWithLostTexts() == [])
    }
  }

  @Test("what a transaction that fails has listed waits for nobody, and the story that takes its row has its own text")
  func rollback() async throws {
    try await withStore { store in
      try await list(0..<1, in: store)
      await #expect(throws: StoreError.self) {
        try await store.transaction { store throws(StoreError) in
          try store.list(Self.item(1), of: Self.feed, now: .fixture)
          throw StoreError(kind: .busy, operation: "test", path: "", message: "")
        }
      }
      #expect(try await store.rawRows().count == 1)
      try await list(2..<3, in: store)
      let texts = try await store.rawStories(try await store.rawRows()[...]).map { ($0.id, $0.raw.text) }
      for (id, text) in texts {
        let number = id == Self.item(0).article.id ? 0 : 2
        #expect(text == Self.item(number).raw.text)
      }
      #expect(texts.count == 2)
    }
  }

  @Test("without room a text is written as it came")
  func room() {
    var texts = WaitingTexts(beside: nil, byteCountInFile: 100)
    let isKept = [
      texts.keep(Self.item(1).raw, of: 1), texts.keep(Self.item(2).raw, of: 2), texts.keep(Self.item(3).raw, of: 1),
    ]
    #expect(isKept == [true, false, true])
    #expect(texts[2] == nil && texts[1] == Self.item(3).raw)
    texts.rollBack()
    #expect(texts.rows == [])
    let isKeptAlone = texts.keep(Self.item(2).raw, of: 2)
    #expect(isKeptAlone)
    texts.commit()
    texts.remove(2)
    texts.rollBack()
    #expect(texts[2] == Self.item(2).raw)
  }

  @Test("beyond what memory takes texts wait in a file without a name, whole, and leave nothing behind")
  func file() async throws {
    try await withTemporaryFolder { folder in
      let raws = [
        Self.item(1).raw,
        RawBody(
          text: "<p>बाँध \u{0}का पानी।</p>", form: .html, baseURL: "https://example.org/", summary: "",
          summaryForm: .plain, pictureURL: "https://example.org/1.jpg", pictureCaption: "बाँध"),
        RawBody(text: "", form: .plain),
        RawBody(text: String(repeating: "लंबी बात। ", count: 20_000), form: .plain),
      ]
      var texts = WaitingTexts(beside: folder + "/khabar.db", utf8CountInMemory: 0, byteCountInFile: 1 << 20)
      for (row, raw) in raws.enumerated() {
        let isKept = texts.keep(raw, of: Int64(row))
        #expect(isKept)
      }
      texts.commit()
      #expect(raws.indices.map { texts[Int64($0)] } == raws.map(Optional.init))
      // Nobody else finds it, and it goes with the process.
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == [])
      // Replaced and rolled back, the first is there again.
      let isReplaced = texts.keep(Self.item(2).raw, of: 0)
      #expect(isReplaced && texts[0] == Self.item(2).raw)
      texts.rollBack()
      #expect(texts[0] == raws[0])
      let large = RawBody(text: String(repeating: "x", count: 1 << 20), form: .plain)
      let isLargeKept = texts.keep(large, of: 9)
      #expect(!isLargeKept && !texts.holds(9))
      for row in raws.indices { texts.remove(Int64(row)) }
      texts.commit()
      // The room is there again.
      let isKeptAgain = texts.keep(RawBody(text: String(repeating: "x", count: 1_000_000), form: .plain), of: 9)
      #expect(isKeptAgain)
    }
  }

  @Test("where no file can be made a text is written as it came")
  func noFile() {
    var texts = WaitingTexts(beside: "/nowhere/khabar.db", utf8CountInMemory: 100)
    let isKept = [texts.keep(Self.item(1).raw, of: 1), texts.keep(Self.item(2).raw, of: 2)]
    #expect(isKept == [true, false])
    #expect(texts[1] == Self.item(1).raw && texts[2] == nil)
  }

  @Test("a text that the feed or the page has replaced meanwhile does not come back")
  func replaced() async throws {
    try await withStore { store in
      try await list(1..<3, in: store)
      var changed = Self.item(1)
      changed.fingerprint = 100
      changed.raw.text = "<p>नहर की सफ़ाई पूरी हुई।</p>"
      try await store.relist(changed, as: changed.article.id, of: Self.feed, keepsBody: false, now: .fixture)
      #expect(try await store.rawStory(changed.article.id)?.raw == changed.raw)
      var page = Self.item(2).article
      page.body = ArticleBody(paragraphs: ["पन्ने पर पूरी ख़बर है।"])
      try await store.replace(page, now: .fixture)
      #expect(try await store.rawStory(page.id) == nil)
    }
  }

  @Test("what nobody will come to is kept as it came")
  func kept() async throws {
    try await withWitnessedStore { store, witness in
      try await list(1..<4, in: store)
      try await store.keepWaitingTexts()
      let rows = try await witness.rawRows()
      #expect(Set(try await witness.rawStories(rows[...]).map(\.raw)) == Set((1..<4).map { Self.item($0).raw }))
      #expect(try await witness.feedsWithLostTexts() == [])
    }
  }

  @Test(
    "a text that was lost with its process is missed: its feed is to be asked again, its page stands for it until then")
  func lost() async throws {
    try await withStorePath { path in
      do { try await list(1..<3, in: try ArticleStore(path: path)) }
      let store = try ArticleStore(path: path)
      #expect(try await store.feedsWithLostTexts() == [Self.feed])
      #expect(try await store.itemMarks(of: Self.feed)[1]?.fingerprint == nil)
      #expect(try await store.story(Self.item(1).article.id)?.article.completeness == .summary)
      try await store.relist(Self.item(1), as: Self.item(1).article.id, of: Self.feed, keepsBody: false, now: .fixture)
      #expect(try await store.itemMarks(of: Self.feed)[1]?.fingerprint == 1)
      #expect(try await store.rawStories(try await store.rawRows()[...]).map(\.raw) == [Self.item(1).raw])
    }
  }
}

extension ArticleStore {
  fileprivate var waitingRows: [Int64] { waitingTexts.rows }
}
