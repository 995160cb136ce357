import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Answers that come late, and lists that change meanwhile", .inBackground)
struct LateAnswersTests {
  @Test("a filter that hides the selected story shows its neighbourhood, and no empty pane")
  func hiddenSelection() {
    var stories = Desk.many(400)
    for index in stories.indices where index % 2 == 0 { stories[index].article.tags = ["सम"] }
    var reader = HeadlessReader(stories: stories)
    for _ in 0..<40 { reader.press("space") }
    if reader.state.headlines.selectedIndex % 2 == 0 { reader.press("j") }
    let selected = reader.state.headlines.selectedIndex
    #expect(selected > 130)
    reader.press("t", "enter")
    #expect(reader.state.headlines.totalCount == 200)
    #expect(abs(reader.state.headlines.selectedIndex - selected / 2) <= 1)
    #expect(reader.text(in: reader.state.layout.headlines).filter { !$0.isEmpty }.count > 15)
  }

  @Test("a reload on its way does not take back moves and stars made meanwhile")
  func reload() {
    var reader = HeadlessReader(stories: Desk.many(10))
    reader.answers = false
    reader.send(.storeChanged(.own))
    reader.press("j", "j", "s")
    reader.answerWaiting()
    #expect(reader.state.headlines.selectedIndex == 2)
    #expect(reader.state.headlines.rows[2].isStarred)
    #expect(reader.screen.contains("★"))
  }

  @Test("a list that gets the keys is on the screen after any resize")
  func resize() {
    var reader = HeadlessReader(rows: 30, columns: 130)
    reader.press("enter", "tab")
    #expect(reader.state.focus == .headlines)
    reader.resize(rows: 24, columns: 80)
    #expect(!reader.state.layout.headlines.isEmpty)
    reader.resize(rows: 24, columns: 40)
    reader.resize(rows: 24, columns: 80)
    #expect(!reader.state.layout.headlines.isEmpty || reader.state.focus != .headlines)
  }

  @Test("one pane at a time, r and the digits mean the selected story and not the one read before")
  func hiddenStory() {
    var reader = HeadlessReader(rows: 20, columns: 40)
    reader.press("enter", "backspace", "j", "1")
    #expect(reader.state.body.story?.id.rawValue == "कबड्डी")
    reader.press("backspace", "k", "r")
    #expect(reader.state.body.story?.id.rawValue == "नदी")
  }

  @Test("a story of the sample that comes late does not appear among the reader's own")
  func lateSample() {
    var reader = HeadlessReader(edition: .sample)
    reader.answers = false
    reader.press("j")
    reader.stories = []
    reader.send(.storeChanged(.own))
    reader.send(.storyLoaded(ArticleID(rawValue: "कबड्डी"), Desk.stories[1]))
    #expect(reader.state.body.story == nil)
  }

  @Test("pressing a digit twice before the story comes leaves one stop on the way back")
  func twice() {
    var reader = HeadlessReader()
    reader.press("enter")
    reader.answers = false
    reader.press("1", "1")
    reader.answerWaiting()
    #expect(reader.state.trail.back.map(\.id.rawValue) == ["नदी"])
  }

  @Test("looking at a story again does not lose the place where it was left")
  func place() {
    var reader = HeadlessReader(rows: 20, columns: 130, stories: Desk.many(5))
    reader.press("enter", "space", "backspace")
    let place = reader.stories[0].state.blockIndex
    #expect(place > 0)
    reader.resize(rows: 90, columns: 130)
    reader.press("j", "k", "j", "k")
    #expect(reader.stories[0].state.blockIndex == place)
  }

  @Test("themes that come late do not take the place of another prompt")
  func themes() {
    var reader = HeadlessReader()
    reader.press("enter")
    reader.answers = false
    reader.press("T", "esc", "/")
    reader.answerWaiting()
    guard case .find = reader.state.prompt else {
      Issue.record("the line is open")
      return
    }
  }

  @Test("keys and answers in any order leave a reader that can be drawn")
  func randomOrder() {
    var random = FixedRandom(77)
    var reader = HeadlessReader(rows: 24, columns: 100, stories: Desk.many(300) + Desk.stories)
    reader.answers = false
    let keys: [Key] =
      "jkgGrtsunp/T?125Lh ".unicodeScalars.map { .scalar($0) } + [.enter, .escape, .tab, .backspace, .pageDown, .down]
    for step in 0..<1_500 {
      reader.send(.terminal(.key(keys[Int.random(in: keys.indices, using: &random)])))
      if Int.random(in: 0..<3, using: &random) == 0 {
        reader.answerWaiting()
        reader.answers = false
      }
      if step % 40 == 0 { reader.send(.storeChanged(.own)) }
      if step % 97 == 0 {
        reader.resize(
          rows: 10 + Int.random(in: 0..<40, using: &random), columns: 30 + Int.random(in: 0..<150, using: &random))
      }
      let rows = reader.rows
      #expect(rows.count == reader.state.size.rows)
      #expect(rows[0].contains { !$0.isWhitespace })
    }
    reader.answerWaiting()
    reader.press("esc", "esc", "esc", "backspace", "backspace", "backspace")
    reader.resize(rows: 24, columns: 80)
    #expect(reader.state.headlines.selected != nil)
    #expect(reader.text(in: reader.state.layout.headlines).contains { $0.hasPrefix("▌") || $0.hasPrefix("▏") })
  }
}
