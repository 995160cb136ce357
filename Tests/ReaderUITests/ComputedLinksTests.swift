import NewsModel
import ReaderUI
import TestSupport
import Testing

@Suite("What is near a story comes after the story")
struct ComputedLinksTests {
  /// Ten stories; near the first are the next three, which the store has to look for.
  private static let stories: [Story] = {
    var stories = Desk.many(10)
    stories[0].computed = (1...3).map { index in
      RelatedLink(title: stories[index].article.title, section: "भारत", reason: .background, target: stories[index].id)
    }
    for index in stories.indices { stories[index].hasComputed = false }
    return stories
  }()

  private func reader(columns: Int = 80) -> HeadlessReader {
    var reader = HeadlessReader(columns: columns, stories: Self.stories)
    reader.press("enter")
    return reader
  }

  /// The first story is on the screen; what is near it is still looked for.
  private func early() -> HeadlessReader {
    var reader = HeadlessReader(columns: 80, stories: Self.stories)
    reader.press("j", "j", "j", "j", "j")
    reader.answers = false
    reader.press("g", "enter")
    reader.send(.storyLoaded(Self.stories[0].id, Self.stories[0]))
    return reader
  }

  @Test("a story is read at once; when the answer is there its links stand under it, and no line has moved")
  func after() {
    var reader = early()
    #expect(reader.state.body.story?.id == Self.stories[0].id)
    let before = reader.screen
    #expect(reader.effects.contains(.loadComputed(Self.stories[0])))
    reader.answerWaiting()
    #expect(reader.state.body.story?.hasComputed == true)
    #expect(reader.state.body.story?.computed.count == 3)
    #expect(
      reader.rows.dropLast()
        == before.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
  }

  @Test("a key that is about them waits for them", arguments: ["r", "1"])
  func waits(key: String) {
    var reader = early()
    reader.press(key)
    #expect(reader.state.prompt == nil && reader.state.body.story?.id == Self.stories[0].id)
    reader.answerWaiting()
    if key == "r" {
      #expect(reader.screen.contains(Self.stories[3].article.title.prefix(10)))
      #expect(reader.state.prompt != nil)
    } else {
      #expect(reader.state.body.story?.id == Self.stories[1].id)
    }
  }

  @Test("what is near another story than the one on the screen is dropped")
  func late() {
    var reader = reader()
    reader.send(.computedLoaded(Self.stories[5].id, Self.stories[0].computed))
    #expect(reader.state.body.story?.id == Self.stories[0].id)
    #expect(reader.state.body.story?.computed.count == 3)
    reader.press("backspace", "j")
    reader.send(.computedLoaded(Self.stories[0].id, Self.stories[0].computed))
    #expect(reader.state.body.story?.computed == [])
  }

  @Test("when the store changes, what was near stays until it is looked for anew")
  func changes() {
    var reader = reader()
    reader.answers = false
    reader.send(.storeChanged(.own))
    reader.send(.storyLoaded(Self.stories[0].id, Self.stories[0]))
    #expect(reader.state.body.story?.computed.count == 3)
    #expect(reader.effects.last { if case .loadComputed = $0 { true } else { false } } != nil)
  }
}
