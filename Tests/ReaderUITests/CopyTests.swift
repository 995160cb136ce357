import NewsModel
import ReaderUI
import TestSupport
import Testing

@Suite("Copying")
struct CopyTests {
  private func copied(_ reader: HeadlessReader) -> String? {
    reader.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }.last
  }

  @Test("the link, the headline and the whole story, as published, though the page is in Latin letters")
  func story() {
    var story = Desk.stories[0]
    story.article.url = "https://gaon.example/nadi"
    var reader = HeadlessReader(rows: 30, stories: [story], settings: ReaderSettings(script: .roman))
    reader.press("enter", "y", "enter")
    #expect(copied(reader) == "https://gaon.example/nadi" && reader.state.prompt == nil)
    reader.press("y", "down", "enter")
    #expect(copied(reader) == story.article.title)
    reader.press("y", "end", "enter")
    let whole = copied(reader) ?? ""
    #expect(whole.hasPrefix(story.article.title + "\n\nगाँव दर्पण डेस्क\n\nबरसात थमते"))
    #expect(whole.hasSuffix("आ रहे हैं।\n\nhttps://gaon.example/nadi"))
  }

  @Test("the sentence that a highlight led to, and the paragraph at the top of the page")
  func sentence() {
    var story = Desk.stories[0]
    story.article.highlights = [Highlight(text: "40 करोड़ लीटर पानी इसी से रुका।")]
    var reader = HeadlessReader(rows: 12, columns: 80, stories: [story])
    reader.press("tab", "enter", "y", "enter")
    #expect(copied(reader) == "40 करोड़ लीटर पानी इसी से रुका।")
    reader.press("esc", "y", "down", "enter")
    #expect(copied(reader).map { text in story.article.body.blocks.contains { $0.text == text } } == true)
  }

  @Test("in the list, the row's headline; a story without an address offers no link")
  func row() {
    var reader = HeadlessReader(columns: 50)
    reader.press("j", "y", "enter")
    #expect(copied(reader) == Desk.stories[1].article.title)
    #expect(reader.status.contains("कॉपी हुआ"))
  }
}
