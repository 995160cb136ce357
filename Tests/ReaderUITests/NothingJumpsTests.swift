import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Nothing jumps")
struct NothingJumpsTests {
  @Test("new stories above do not move the selected one on the screen")
  func newStories() {
    var reader = HeadlessReader(stories: Desk.many(200))
    reader.press("space", "j", "j")
    let selected = reader.state.headlines.selected
    let row = reader.rows.firstIndex { $0.hasPrefix("▌") }
    reader.stories.insert(
      contentsOf: (0..<5).map { index in
        Desk.story(
          "नया\(index)", "ताज़ा समाचार \(index)", section: "भारत",
          date: Timestamp(secondsSince1970: Desk.now.secondsSince1970 + 60, utcOffsetSeconds: 19_800),
          body: ["आज की बात।"])
      }, at: 0)
    reader.send(.storeChanged(.own))
    #expect(reader.state.headlines.selected?.id == selected?.id)
    #expect(reader.rows.firstIndex { $0.hasPrefix("▌") } == row)
    #expect(reader.state.headlines.totalCount == 205)
    #expect(reader.status.contains("नई ख़बरें: 5"))
  }

  @Test("a store change while a story is read leaves its lines where they are")
  func reading() {
    var reader = HeadlessReader(stories: Desk.many(5))
    reader.press("enter", "space", "j")
    let before = reader.rows
    reader.stories[0].article.links = [RelatedLink(title: "अभी जुड़ी ख़बर", reason: .publisher)]
    reader.send(.storeChanged(.own))
    // The title of the pane tells how far down the story is, which grew.
    #expect(reader.rows.dropFirst(2).dropLast() == before.dropFirst(2).dropLast())
    #expect(reader.state.body.layout.links.count == 1)
  }

  @Test("after a resize the paragraph at the top is still at the top")
  func resizing() {
    var reader = HeadlessReader(stories: Desk.many(3))
    reader.press("enter", "space", "space")
    let block = reader.state.body.topBlockIndex
    for columns in [40, 120, 170, 33, 80] {
      reader.resize(rows: 24, columns: columns)
      #expect(reader.state.body.topBlockIndex == block, "\(columns) columns")
    }
  }

  @Test("an answer that nobody waits for any more is dropped")
  func lateAnswers() {
    var reader = HeadlessReader()
    reader.answers = false
    reader.press("j", "j")
    #expect(
      reader.effects.suffix(2) == [.previewStory(ArticleID(rawValue: "कबड्डी")), .previewStory(ArticleID(rawValue: "मेड़"))])
    reader.send(.storyLoaded(ArticleID(rawValue: "कबड्डी"), Desk.stories[1]))
    #expect(reader.state.body.story?.id.rawValue == "नदी")
    reader.answerWaiting()
    #expect(reader.state.body.story?.id.rawValue == "मेड़")
  }

  @Test("going to the end of a long list loads that stretch, and the last row stands at the bottom")
  func longList() {
    var reader = HeadlessReader(stories: Desk.many(5_000))
    reader.press("G")
    #expect(reader.state.headlines.selectedIndex == 4_999)
    #expect(reader.state.headlines.selected?.title.contains("4999") == true)
    #expect(reader.state.headlines.rows.count <= 120, "only a stretch is held")
    let rect = reader.state.layout.headlines
    #expect(reader.text(in: rect).filter { !$0.isEmpty }.count > rect.rows - 4)
    reader.press("g")
    #expect(reader.state.headlines.selected?.title.contains("संख्या 0:") == true)
  }
}
