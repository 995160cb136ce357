import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Highlights and their sentences")
struct HighlightsTests {
  private static func stories(_ highlight: String, origin: Highlight.Origin = .extracted, body: String) -> [Story] {
    var stories = Desk.many(2)
    stories[0].article.highlights = [
      Highlight(text: "और एक बात।", origin: origin), Highlight(text: highlight, origin: origin),
    ]
    stories[0].article.body.blocks[20].text = body
    return stories
  }

  @Test("what was chosen by a program is not called the publisher's, on no screen", arguments: [80, 120, 160])
  func labels(columns: Int) {
    let extracted = HeadlessReader(columns: columns, stories: Self.stories("क", body: "ख"))
    #expect(extracted.rows[1].contains("मुख्य बातें · स्वतः"))
    let own = HeadlessReader(columns: columns, stories: Self.stories("क", origin: .publisher, body: "ख"))
    #expect(own.rows[1].contains("मुख्य बातें · प्रकाशक"))
  }

  @Test("Enter goes to the sentence and marks it, Backspace brings the highlight back and the page as it stood")
  func sentence() {
    var reader = HeadlessReader(
      rows: 14, stories: Self.stories("मंत्री ने बजट पेश किया।", body: "पहले यह हुआ। मंत्री ने बजट पेश किया। फिर बहस हुई।"))
    reader.press("tab", "j")
    let before = reader.rows.dropFirst(2)
    reader.press("enter")
    #expect(reader.state.focus == .body)
    #expect(reader.marked(.hitCurrent).joined().contains("मंत्री ने बजट पेश किया।"))
    #expect(!reader.marked(.hitCurrent).joined().contains("बहस"))
    reader.press("backspace")
    #expect(reader.state.focus == .highlights)
    #expect(reader.state.highlights.selectedIndex == 1)
    #expect(reader.marked(.hitCurrent).isEmpty)
    // Only the unread mark is gone.
    #expect(
      reader.rows.dropFirst(2).map { $0.replacing("●", with: " ") } == before.map { $0.replacing("●", with: " ") })
  }

  @Test("other quotation marks, dashes and spellings lead to the sentence too")
  func typography() {
    var reader = HeadlessReader(
      rows: 14,
      stories: Self.stories("\"हिन्दी\" की किताब - अब मुफ़्त", body: "ख़बर यह है: “हिंदी” की किताब – अब मुफ़्त! लोग ख़ुश हैं।"))
    reader.press("tab", "j", "enter")
    #expect(reader.marked(.hitCurrent).joined().contains("किताब"))
  }

  @Test("a highlight in other words leads to the sentence that shares most of them; one that is nowhere says so")
  func otherWords() {
    var reader = HeadlessReader(
      rows: 14,
      stories: Self.stories(
        "गाँव में पानी का संकट दूर हुआ", body: "सड़क बनी। तालाब खुदने से गाँव में पानी का पुराना संकट आख़िर दूर हुआ। मेला लगा।"))
    reader.press("tab", "j", "enter")
    #expect(reader.marked(.hitCurrent).joined().contains("तालाब खुदने से"))
    reader.press("backspace", "k", "enter")
    #expect(reader.status.contains("यह वाक्य लेख में नहीं मिला"))
    #expect(reader.state.focus == .highlights)
  }

  @Test("n in a marked sentence goes to the next story, and Esc takes the mark off")
  func keys() {
    var reader = HeadlessReader(stories: Self.stories("मंत्री ने बजट पेश किया।", body: "मंत्री ने बजट पेश किया।"))
    reader.press("tab", "j", "enter", "esc")
    #expect(reader.marked(.hitCurrent).isEmpty)
    reader.press("backspace", "tab", "enter", "n")
    #expect(reader.state.body.story?.id.rawValue == "s1")
  }
}
