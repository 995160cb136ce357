import NewsModel
import Screen
import TestSupport
import Testing

@testable import ReaderUI

/// A story's pages are kept, and made before they are needed; what is shown must be what would be laid out anew.
@Suite("Story pages")
struct StoryPageTests {
  /// The layout that the story on the screen would get if nothing were known of it.
  private func fresh(_ reader: HeadlessReader) -> StoryPage? {
    var state = reader.state
    guard let known = state.body.pageSources else { return nil }
    state.body.pageSources = nil
    state.body.otherPage = nil
    state.layOutAgain()
    #expect(state.body.pageSources == known)
    return StoryPage(known, state.body.layout, state.highlights)
  }

  private func expectFresh(_ reader: HeadlessReader, _ comment: Comment) {
    guard let page = fresh(reader) else { return }
    #expect(reader.state.body.layout == page.layout, comment)
    #expect(reader.state.highlights.lines == page.highlights.lines, comment)
    #expect(reader.state.highlights.highlightIndices == page.highlights.highlightIndices, comment)
  }

  @Test("whatever is pressed, the story's lines are those that it would get anew", arguments: [80, 60, 130, 160, 45])
  func walk(columns: Int) {
    var random = FixedRandom(UInt64(columns))
    var reader = HeadlessReader(columns: columns)
    let keys = [
      "j", "k", "enter", "enter", "backspace", "backspace", "space", "tab", "r", "esc", "1", "2", "s", "d", "L", "m",
      "I", "N", "u", "<", ">", "G", "g",
    ]
    var keptCount = 0
    for step in 0..<300 {
      if Int.random(in: 0..<25, using: &random) == 0 {
        reader.resize(
          rows: Int.random(in: 12...40, using: &random), columns: columns + Int.random(in: -12...12, using: &random))
      } else {
        reader.press(keys.randomElement(using: &random) ?? "j")
      }
      // A picker's answer, and what else changes the page.
      if Bool.random(using: &random) { reader.press("esc") }
      if reader.state.body.pageSources != nil { keptCount += 1 }
      expectFresh(reader, "step \(step)")
    }
    #expect(keptCount > 50)
  }

  @Test(
    "beside the list a story is laid out for its opening while there is time, and opened and closed without being laid out"
  )
  func prepared() throws {
    var reader = HeadlessReader()
    let prepared = try #require(reader.state.body.otherPage)
    let beside = reader.state.body.layout
    #expect(prepared.layout.columns > beside.columns)
    reader.press("enter")
    #expect(reader.state.isStoryOpen)
    #expect(reader.state.body.layout == prepared.layout)
    #expect(reader.state.body.otherPage?.layout == beside)
    reader.press("backspace")
    #expect(reader.state.body.layout == beside)
    #expect(reader.state.body.otherPage?.layout == prepared.layout)
    // Another story has other pages.
    reader.press("j")
    #expect(reader.state.body.otherPage?.sources.story.id == reader.state.body.story?.id)
  }

  @Test("nothing is prepared for a key that is there already, nor before all is known that the story leads to")
  func notYet() {
    var reader = HeadlessReader()
    reader.hasTime = false
    reader.press("j")
    #expect(reader.state.body.otherPage == nil)
    reader.press("enter")
    expectFresh(reader, "opened")
    reader = HeadlessReader(columns: 130)
    #expect(reader.state.body.otherPage == nil, "opened, it has the place that it has now")
    var stories = Desk.stories
    stories[0].hasComputed = false
    reader = HeadlessReader(stories: stories)
    reader.answers = false
    reader.press("g")
    expectFresh(reader, "not all known")
  }

  @Test("what comes while nothing is to be laid out any more changes nothing on the screen")
  func unseen() {
    var reader = HeadlessReader()
    #expect(reader.state.isUnseen(.layOutMore))
    #expect(!reader.state.isUnseen(.tick(Desk.now)))
    let before = reader.frame
    reader.send(.layOutMore)
    #expect(reader.frame == before)
  }
}
