import Foundation
import NewsModel
import ReaderUI
import TestSupport
import Testing

@Suite("Going on where one stood")
struct SessionTests {
  /// Ends a reader and begins another one `hours` later, with what was kept; JSON in between, as on disk.
  private func restarted(_ reader: HeadlessReader, hours: Int = 1, columns: Int = 80) throws -> HeadlessReader {
    var reader = reader
    reader.press("q")
    let kept = reader.effects.compactMap { if case .saveSession(let session) = $0 { session } else { nil } }.last
    var session = try JSONDecoder().decode(ReaderSession.self, from: JSONEncoder().encode(#require(kept)))
    session.endedSecondsSince1970 -= Int64(hours) * 3_600
    return HeadlessReader(columns: columns, stories: reader.stories, session: session)
  }

  @Test("the open story is open again with its way back; the list stands where it stood")
  func openStory() throws {
    var reader = HeadlessReader()
    reader.press("j", "enter", "backspace", "k", "enter", "1")
    #expect(reader.state.body.story?.id == ArticleID(rawValue: "मेड़"))
    var again = try restarted(reader)
    #expect(again.state.body.story?.id == ArticleID(rawValue: "मेड़") && again.state.focus == .body)
    again.press("backspace")
    #expect(again.state.body.story?.id == ArticleID(rawValue: "नदी"))
    again.press("backspace")
    #expect(again.state.focus == .headlines)
  }

  @Test(
    "filter, list of one's own and selected row come back, also in a window of another size; Esc takes the filter off")
  func filter() throws {
    var reader = HeadlessReader()
    reader.savedQueries = [SavedQuery(id: 1, name: "पानी और खेत", text: "tag:खेती", use: .list)]
    reader.press("m", "enter", "j")
    #expect(reader.state.headlines.selected?.id == ArticleID(rawValue: "मेड़"))
    var again = try restarted(reader, columns: 50)
    #expect(again.state.headlines.totalCount == 2)
    #expect(again.state.headlines.selected?.id == ArticleID(rawValue: "मेड़"))
    #expect(again.title.contains("पानी और खेत ×"))
    again.press("esc")
    #expect(again.state.headlines.totalCount == 3)
  }

  @Test(
    "after half a day, and by a clock that was set back, the news come first; a list left at its top begins at its top")
  func old() throws {
    var reader = HeadlessReader()
    reader.press("j", "enter")
    for hours in [13, -2] {
      let again = try restarted(reader, hours: hours)
      #expect(again.state.focus == .headlines && again.state.headlines.selectedIndex == 0)
    }
    let top = try restarted(HeadlessReader())
    #expect(
      top.effects.contains { if case .loadHeadlines(let request) = $0 { request.anchor == .start(0) } else { false } })
  }

  @Test("the sample edition leaves no session; a minute without a change writes nothing")
  func kept() {
    var sample = HeadlessReader(edition: .sample)
    sample.press("q")
    #expect(!sample.effects.contains { if case .saveSession = $0 { true } else { false } })
    var reader = HeadlessReader()
    func keptCount() -> Int { reader.effects.count { if case .saveSession = $0 { true } else { false } } }
    reader.send(.tick(Desk.now))
    #expect(keptCount() == 1)
    reader.send(.tick(Desk.now.adding(seconds: 60)))
    #expect(keptCount() == 1)
    reader.press("j")
    reader.send(.tick(Desk.now.adding(seconds: 120)))
    #expect(keptCount() == 2)
  }
}

@Suite("Taking back what was marked")
struct MarkingTests {
  @Test("U takes back a star and an unread mark, last one first")
  func marks() {
    var reader = HeadlessReader()
    reader.press("s", "u")
    #expect(reader.stories[0].state.isStarred && reader.stories[0].state.isRead)
    reader.press("U")
    #expect(reader.stories[0].state.isStarred && !reader.stories[0].state.isRead)
    #expect(reader.state.headlines.unreadCount == 3)
    reader.press("U")
    #expect(!reader.stories[0].state.isStarred)
    reader.press("U")
    #expect(reader.status.contains("वापस लाने को कुछ नहीं"))
  }

  @Test("a marks the list as read, only what the filter shows, and U takes all of it back and nothing else")
  func all() {
    var reader = HeadlessReader()
    reader.press("G", "u", "g")
    reader.press("a")
    #expect(reader.status.contains("2 ख़बरें पढ़ी हुई मानी गईं"))
    #expect(reader.state.headlines.unreadCount == 0 && reader.stories.allSatisfy(\.state.isRead))
    reader.press("a")
    #expect(reader.status.contains("यहाँ सब पढ़ा हुआ है"))
    reader.press("U")
    #expect(reader.stories.map(\.state.isRead) == [false, false, true])
    #expect(reader.state.headlines.unreadCount == 2)
    reader.press("t", "कबड्डी", "enter", "a", "esc")
    #expect(reader.stories.map(\.state.isRead) == [false, true, true])
  }

  @Test("in the results of a search a marks what was found")
  func results() {
    var reader = HeadlessReader()
    reader.press("/", "खेत", "enter")
    let found = Set(reader.state.headlines.rows.map(\.id))
    #expect(!found.isEmpty)
    reader.press("a")
    #expect(reader.stories.allSatisfy { $0.state.isRead == found.contains($0.id) })
    reader.press("U")
    #expect(reader.stories.allSatisfy { !$0.state.isRead })
  }
}
