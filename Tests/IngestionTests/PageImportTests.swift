import Ingestion
import IndicText
import NewsModel
import NewsParsing
import NewsStore
import TestSupport
import Testing

@Suite(.inBackground) struct PageImportTests {
  private func change(_ outcome: ImportOutcome) -> ImportOutcome.Change? {
    if case .imported(let change, _, _, _) = outcome { change } else { nil }
  }

  private func id(_ outcome: ImportOutcome) throws -> ArticleID {
    guard case .imported(_, let id, _, _) = outcome else {
      throw StoreError(kind: .failed, operation: "test", path: "")
    }
    return id
  }

  private func importing(_ pages: [SavedPage], into store: ArticleStore, now: Timestamp = .fixture) async
    -> [ImportOutcome]
  {
    await PageImporter(store: store).importPages(
      pages.enumerated().map { SourcePage(name: "\($0).txt", bytes: $1.bytes) }, now: now)
  }

  @Test("a page becomes a story with all its parts")
  func whole() async throws {
    try await withStore { store in
      var page = SavedPage()
      page.tags = ["बाढ़"]
      page.related = ["राज्यतटबंध की मरम्मत का काम समय पर पूरा हुआ", "कारोबारबारिश से सब्ज़ियों के दाम में तेज़ उछाल आया"]
      page.moreFrom = ["भारतदिल्ली में जलभराव से यातायात पर असर पड़ा"]
      let outcome = await PageImporter(store: store).importPage(page.bytes, named: "page.txt", now: .fixture)
      guard case .imported(.new, let id, let title, let notes) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(title == page.title)
      #expect(!notes.isEmpty)
      let story = try #require(try await store.story(id))
      #expect(story.source == "लोकमत")
      #expect(story.article.title == page.title)
      #expect(story.article.dek == page.dek)
      #expect(story.article.authors == ["लोकमत न्यूज़ डेस्क"])
      #expect(story.article.modified?.rfc3339 == "2021-08-12T09:40:00+05:30")
      #expect(story.article.body == ArticleBody(paragraphs: page.paragraphs))
      #expect(story.article.highlights == page.highlights.map { Highlight(text: $0) })
      #expect(story.article.tags == ["बाढ़"])
      #expect(story.article.section == "भारत")
      #expect(story.related.map(\.section) == ["राज्य", "कारोबार"])
      #expect(story.related.map(\.title).first == "तटबंध की मरम्मत का काम समय पर पूरा हुआ")
      #expect(story.moreFrom.map(\.title) == ["दिल्ली में जलभराव से यातायात पर असर पड़ा"])
      #expect(story.related.allSatisfy { $0.targetDate == nil })
    }
  }

  @Test("a page is the story that it would be without a store")
  func provisional() async throws {
    try await withStore { store in
      let page = SavedPage()
      let article = provisionalArticle(from: try PageDumpParser().parse(page.bytes))
      let outcome = await PageImporter(store: store).importPage(page.bytes, named: "page.txt", now: .fixture)
      #expect(try id(outcome) == article.id)
      #expect(try await store.story(article.id)?.article == article)
    }
  }

  @Test("importing the same pages twice changes nothing the second time")
  func twice() async throws {
    try await withWitnessedStore { store, witness in
      let pages = (0..<220).map(SavedPage.numbered)
      let first = await importing(pages, into: store)
      #expect(first.allSatisfy { change($0) == .new })
      let counter = try await witness.foreignChangeCounter()
      let second = await importing(pages, into: store, now: .fixture.adding(days: 40))
      #expect(second.allSatisfy { change($0) == .unchanged })
      #expect(try second.map(id) == first.map(id))
      #expect(try await witness.foreignChangeCounter() == counter)
    }
  }

  @Test("related stories resolve over an import in any order")
  func resolution() async throws {
    for isReversed in [false, true] {
      try await withStore { store in
        let pages = (0..<5).map(SavedPage.numbered)
        let outcomes = await importing(isReversed ? pages.reversed() : pages, into: store)
        let ids = try (isReversed ? outcomes.reversed() : outcomes).map(id)
        for index in 0..<4 {
          #expect(try await store.story(ids[index])?.related.map(\.target) == [ids[index + 1]])
          #expect(try await store.story(ids[index + 1])?.pointedAtBy.map(\.id) == [ids[index]])
        }
      }
    }
  }

  @Test("pages are taken or refused one by one, each with its reason")
  func mixed() async throws {
    try await withStore { store in
      struct Gone: Error {}
      let pages = [
        SourcePage(name: "a.txt", bytes: SavedPage().bytes),
        SourcePage(name: "b.txt", bytes: []),
        SourcePage(name: "c.txt") { throw Gone() },
        SourcePage(name: "d.html", bytes: Array("<!DOCTYPE html><html><head><title>x</title></head></html>".utf8)),
        SourcePage(name: "e.txt", bytes: SavedPage.numbered(3).bytes),
      ]
      let outcomes = await PageImporter(store: store).importPages(pages, now: .fixture)
      #expect(outcomes.count == 5)
      #expect(change(outcomes[0]) == .new)
      #expect(outcomes[1] == .refused(.notAPage(.empty)))
      #expect(outcomes[2] == .refused(.unreadable("Gone()")))
      #expect(outcomes[3] == .refused(.notAStory(.empty)))
      #expect(change(outcomes[4]) == .new)
      let storyCount = try await store.articleCount()
      #expect(storyCount == 2)
    }
  }

  @Test("progress ends at the number of pages")
  func progress() async throws {
    try await withStore { store in
      let (counts, sink) = AsyncStream.makeStream(of: Int.self)
      let pages = (0..<250).map { SourcePage(name: "\($0)", bytes: SavedPage.numbered($0).bytes) }
      _ = await PageImporter(store: store).importPages(pages, now: .fixture) { sink.yield($0) }
      sink.finish()
      var seen: [Int] = []
      for await count in counts { seen.append(count) }
      #expect(seen == [200, 250, 250])
    }
  }

  @Test("a cancelled import refuses what is left and keeps what it has")
  func cancelled() async throws {
    try await withStore { store in
      let pages = (0..<420).map { SourcePage(name: "\($0)", bytes: SavedPage.numbered($0).bytes) }
      let task = Task {
        await PageImporter(store: store).importPages(pages, now: .fixture) { count in
          if count == 200 { withUnsafeCurrentTask { $0?.cancel() } }
        }
      }
      let outcomes = await task.value
      #expect(outcomes.count == 420)
      #expect(outcomes.prefix(200).allSatisfy { change($0) == .new })
      #expect(outcomes.dropFirst(200).allSatisfy { $0 == .refused(.cancelled) })
      let storyCount = try await store.articleCount()
      #expect(storyCount == 200)
    }
  }

  @Test("a section that one page teaches parts the links of another, in either order, and twice is as once")
  func learntSection() async throws {
    var plain = SavedPage()
    plain.related = ["ग्रामांचलपुरानी बावड़ी को मिला नया जीवन, युवाओं ने की सफ़ाई"]
    var teacher = SavedPage.numbered(1)
    teacher.moreFromSection = "ग्रामांचल"
    teacher.moreFrom = ["खेत तालाब योजना से बदली तस्वीर, किसानों को लाभ"]
    for pages in [[plain, teacher], [teacher, plain]] {
      try await withWitnessedStore { store, witness in
        let first = await importing(pages, into: store)
        #expect(first.allSatisfy { change($0) == .new })
        let plainID = try id(first[pages[0].title == plain.title ? 0 : 1])
        let link = try #require(try await store.story(plainID)).related.first
        #expect(link?.section == "ग्रामांचल")
        #expect(link?.title == "पुरानी बावड़ी को मिला नया जीवन, युवाओं ने की सफ़ाई")
        let counter = try await witness.foreignChangeCounter()
        let second = await importing(pages, into: store)
        #expect(second.allSatisfy { change($0) == .unchanged })
        #expect(try await witness.foreignChangeCounter() == counter)
      }
    }
  }

  @Test("glued tags that a page cannot part are parted by the tags of others, in either order, and twice is as once")
  func learntTags() async throws {
    var glued = SavedPage()
    glued.tags = ["जलशक्तिमंत्रालय", "पुनर्वासयोजना"]
    func teacher(_ number: Int, _ tag: String) -> SavedPage {
      var page = SavedPage.numbered(number)
      page.tags = [tag]
      return page
    }
    let teachers = [
      teacher(1, "जलशक्तिमंत्रालय"), teacher(2, "जलशक्तिमंत्रालय"), teacher(3, "पुनर्वासयोजना"), teacher(4, "पुनर्वासयोजना"),
    ]
    for pages in [[glued] + teachers, teachers + [glued]] {
      try await withWitnessedStore { store, witness in
        let first = await importing(pages, into: store)
        #expect(first.allSatisfy { change($0) == .new })
        let counter = try await witness.foreignChangeCounter()
        let second = await importing(pages, into: store)
        #expect(second.allSatisfy { change($0) == .unchanged })
        #expect(try await witness.foreignChangeCounter() == counter)
        #expect(try await store.articleCount() == 5)
        let gluedID = try id(first[pages[0].title == glued.title ? 0 : 4])
        #expect(try await store.story(gluedID)?.article.tags == glued.tags)
      }
    }
  }
}
