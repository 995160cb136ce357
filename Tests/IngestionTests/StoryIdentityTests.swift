import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite(.inBackground) struct StoryIdentityTests {
  /// Imports pages one after the other.
  ///
  /// - Returns: what each did, and how many stories there are in the end.
  private func importing(_ pages: SavedPage...) async throws -> (changes: [ImportOutcome.Change], storyCount: Int) {
    try await withStore { store in
      var changes: [ImportOutcome.Change] = []
      for page in pages {
        let outcome = await PageImporter(store: store).importPage(page.bytes, named: "page", now: .fixture)
        if case .imported(let change, _, _, _) = outcome { changes.append(change) } else { Issue.record("\(outcome)") }
      }
      return (changes, try await store.articleCount())
    }
  }

  private func page(_ date: String?, _ paragraphs: [String] = SavedPage.flood, title: String? = nil) -> SavedPage {
    var page = SavedPage()
    page.byline = date.map { "By लोकमत न्यूज़ डेस्क | Updated: \($0) IST" } ?? "By लोकमत न्यूज़ डेस्क"
    page.paragraphs = paragraphs
    if let title { page.title = title }
    return page
  }

  @Test("another text under the headline on the same day is a new version")
  func sameDay() async throws {
    let result = try await importing(
      page("August 12, 2021 09:40"), page("August 12, 2021 21:15", SavedPage.drought))
    #expect(result == ([.new, .updated], 1))
  }

  @Test("under a headline of a few words, different texts of one day are different stories, and stay so")
  func column() async throws {
    let morning = page("August 12, 2021 06:00", title: "आज का मौसम")
    let evening = page("August 12, 2021 18:00", SavedPage.drought, title: "आज का मौसम")
    let result = try await importing(morning, evening, morning, evening)
    #expect(result == ([.new, .new, .unchanged, .unchanged], 2))
  }

  @Test("the same text at another time or on another day is a new version")
  func sameText() async throws {
    let result = try await importing(
      page("August 12, 2021 09:40"), page("August 12, 2021 10:10"), page("August 14, 2021 08:00"),
      page("August 20, 2021 08:00", Array(SavedPage.flood.dropLast()) + [SavedPage.drought[0]]))
    #expect(result == ([.new, .updated, .updated, .updated], 1))
  }

  @Test("another text under the headline on another day is another story")
  func recurring() async throws {
    let title = "आज का मौसम: जानिए आपके शहर में कैसा रहेगा दिन"
    let result = try await importing(
      page("August 12, 2021 06:00", title: title), page("August 13, 2021 06:00", SavedPage.drought, title: title),
      page("August 12, 2021 06:00", title: title), page("August 13, 2021 06:00", SavedPage.drought, title: title))
    #expect(result == ([.new, .new, .unchanged, .unchanged], 2))
  }

  @Test("an undated page is a version of the story under its headline, and a dated one of an undated story")
  func undated() async throws {
    #expect(try await importing(page(nil), page(nil, SavedPage.drought)) == ([.new, .updated], 1))
    #expect(try await importing(page("August 12, 2021 09:40"), page(nil, SavedPage.drought)) == ([.new, .updated], 1))
    #expect(try await importing(page(nil), page("August 12, 2021 09:40", SavedPage.drought)) == ([.new, .updated], 1))
  }

  @Test("an earlier version never replaces a later one, so order and repetition do not matter")
  func earlier() async throws {
    let early = page("August 12, 2021 09:40")
    let late = page("August 12, 2021 21:15", SavedPage.drought)
    #expect(try await importing(late, early, late, early) == ([.new, .unchanged, .unchanged, .unchanged], 1))
    #expect(try await importing(early, late, early, late) == ([.new, .updated, .unchanged, .unchanged], 1))
  }

  @Test("the first version is known again when the story has moved to another day")
  func firstDay() async throws {
    let first = page("August 12, 2021 09:40")
    let second = page("August 15, 2021 10:00", Array(SavedPage.flood.dropFirst()) + [SavedPage.drought[0]])
    let third = page("August 19, 2021 10:00", [SavedPage.flood[2]] + SavedPage.drought)
    let result = try await importing(first, second, third, first)
    #expect(result.changes == [.new, .updated, .updated, .unchanged])
    #expect(result.storyCount == 1)
  }

  @Test("spelling of the headline makes no other story, its words do")
  func headline() async throws {
    var spelled = page("August 12, 2021 09:40")
    spelled.title = "नदी किनारे बसे गांवों में बाढ की चेतावनी; राहत शिविर तैयार"
    var other = page("August 12, 2021 09:40")
    other.title = "नदी किनारे बसे गाँवों में सूखे की चेतावनी, राहत शिविर तैयार"
    #expect(try await importing(page("August 12, 2021 09:40"), spelled, other) == ([.new, .updated, .new], 2))
  }

  @Test("the same headline of another publisher is another story")
  func publishers() async throws {
    var other = page("August 12, 2021 09:40")
    other.byline = "By अमर उजाला ब्यूरो | Updated: August 12, 2021 09:40 IST"
    #expect(try await importing(page("August 12, 2021 09:40"), other) == ([.new, .new], 2))
  }

  @Test("a changed page keeps what the reader did, and dates that it does not tell any more")
  func keeps() async throws {
    try await withStore { store in
      let importer = PageImporter(store: store)
      guard
        case .imported(.new, let id, _, _) = await importer.importPage(
          page("August 12, 2021 09:40").bytes, named: "a", now: .fixture)
      else {
        Issue.record("not imported")
        return
      }
      let state = try await store.change(
        ReadingChange(isRead: true, isStarred: true, blockIndex: 2), of: id, now: .fixture)
      let outcome = await importer.importPage(page(nil, SavedPage.drought).bytes, named: "b", now: .fixture)
      guard case .imported(.updated, id, _, _) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      let story = try #require(try await store.story(id))
      #expect(story.state == state)
      #expect(story.article.body == ArticleBody(paragraphs: SavedPage.drought))
      #expect(story.article.modified?.rfc3339 == "2021-08-12T09:40:00+05:30")
    }
  }

  @Test("a headline that returns for years costs no more each time")
  func years() async throws {
    try await withStore { store in
      let title = "आज का राशिफल: जानिए क्या कहते हैं आपके सितारे"
      let months = ["January", "February", "March", "April", "May", "June", "July", "August"]
      var pages: [SourcePage] = []
      for month in months {
        for day in 1...28 {
          let text = [
            "\(month) \(day) को मेष राशि वालों का दिन अच्छा रहेगा और रुके काम बनेंगे।",
            "\(day) \(month) को वृष राशि के लोग सावधान रहें, ख़र्च बढ़ सकता है।",
          ]
          pages.append(
            SourcePage(name: "x", bytes: page("\(month) \(day), 2021 05:00", text, title: title).bytes))
        }
      }
      for expected in [ImportOutcome.Change.new, .unchanged] {
        let outcomes = await PageImporter(store: store).importPages(pages, now: .fixture)
        #expect(
          outcomes.allSatisfy { outcome in
            if case .imported(expected, _, _, _) = outcome { true } else { false }
          })
      }
      let storyCount = try await store.articleCount()
      #expect(storyCount == 8 * 28)
    }
  }
}
