import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Stories of which only the summary came")
struct CompletionTests {
  private static let id = Desk.stories[1].id
  private static let whole = (0..<30).map { "पैरा \($0): मिट्टी के अखाड़े से लेकर मैट तक, खेल के नियम बार-बार बदले और दर्शक भी।" }

  private func reader(
    rows: Int = 20, columns: Int = 80, summary: [String] = ["साँस रोककर खेल दिखाने वाले खिलाड़ी अब मैट पर उतरते हैं।"],
    url: String? = "https://example.org/kabaddi"
  ) -> HeadlessReader {
    var story = Desk.stories[1]
    story.article.completeness = .summary
    story.article.url = url
    story.article.body = ArticleBody(paragraphs: summary)
    return HeadlessReader(
      rows: rows, columns: columns, stories: [story, Desk.stories[2]], settings: ReaderSettings(refreshMinutes: nil))
  }

  private func asked(_ reader: HeadlessReader) -> Int {
    reader.effects.count { $0 == .completeStory(Self.id) }
  }

  private func complete(_ reader: inout HeadlessReader, _ paragraphs: [String]) {
    reader.stories[0].article.completeness = .whole
    reader.stories[0].article.body = ArticleBody(paragraphs: paragraphs)
    reader.send(.storyCompleted(Self.id, failure: nil))
  }

  @Test("looking at a summary asks for nothing and says what it is; opening it asks for the whole story once")
  func asking() {
    var reader = reader()
    #expect(asked(reader) == 0)
    #expect(reader.screen.contains("यह सार है। Enter से पूरा लेख।"))
    reader.press("enter")
    #expect(asked(reader) == 1)
    #expect(reader.screen.contains("पूरा लेख आ रहा है …"))
    reader.press("backspace", "enter", "j", "enter")
    #expect(asked(reader) == 1, "it is on its way already")
    reader.press("backspace", "j", "enter", "backspace", "k", "enter")
    #expect(asked(reader) == 1 && reader.screen.contains("पूरा लेख आ रहा है …"))
  }

  @Test("at the beginning of a summary the whole story is shown from its beginning")
  func fromTheStart() {
    var reader = reader()
    reader.press("enter")
    complete(&reader, Self.whole)
    #expect(reader.state.body.topLine == 0)
    #expect(reader.screen.contains("पैरा 0:") && !reader.screen.contains("पूरा लेख आ रहा है"))
  }

  @Test("what is being read stays where it is when the whole story comes, whatever stands above it now")
  func nothingJumps() {
    for columns in [34, 80, 130] {
      var reader = reader(rows: 12, columns: columns, summary: Array(Self.whole[4..<12]) + ["पैरा 12: मिट्टी के अखाड़े से…"])
      reader.press("enter", "space", "j")
      let body = reader.state.layout.body
      let before = reader.text(in: body)
      #expect(reader.state.body.topLine > 0)
      complete(&reader, ["भूमिका जो सार में नहीं थी।"] + Self.whole)
      #expect(Array(reader.text(in: body).prefix(3)) == Array(before.prefix(3)), "\(columns)")
      #expect(reader.state.body.layout.lineCount > 60)
    }
  }

  @Test("words that broke off in the summary are found again by how they begin")
  func brokenOff() {
    let long = "पैरा 12: मिट्टी के अखाड़े से लेकर मैट तक, खेल के नियम बार-बार बदले। " + Self.whole.joined(separator: " ")
    var reader = reader(rows: 10, columns: 40, summary: Self.whole.prefix(4) + [String(long.prefix(100)) + "…"])
    reader.press("enter", "G")
    while !reader.text(in: reader.state.layout.body)[0].contains("पैरा 12") { reader.press("k") }
    complete(&reader, Self.whole.prefix(4) + ["बीच का विज्ञापन नहीं, एक और पैरा।", long])
    #expect(reader.text(in: reader.state.layout.body)[0].contains("पैरा 12"))
  }

  @Test("a page that does not come says why under the summary, and opening the story again asks again")
  func failing() {
    var reader = reader()
    reader.press("enter")
    reader.send(.storyCompleted(Self.id, failure: "साइट ने समय पर जवाब नहीं दिया।"))
    #expect(reader.screen.contains("साइट ने समय पर जवाब नहीं दिया। ब्राउज़र में: o"))
    reader.press("o")
    #expect(reader.effects.contains(.openLink("https://example.org/kabaddi")))
    reader.press("j", "k")
    #expect(asked(reader) == 1)
    reader.press("backspace", "enter")
    #expect(asked(reader) == 2 && reader.screen.contains("पूरा लेख आ रहा है …"))
    complete(&reader, Self.whole)
    #expect(reader.screen.contains("पैरा 0:"))
  }

  @Test("a page that comes when another story is read changes nothing on the screen")
  func elsewhere() {
    var reader = reader()
    reader.press("enter", "backspace", "j", "enter")
    let before = reader.rows
    complete(&reader, Self.whole)
    #expect(reader.rows == before)
    reader.press("backspace", "k", "enter")
    #expect(reader.screen.contains("पैरा 0:"))
  }

  @Test("a summary without an address is what there is")
  func noAddress() {
    var reader = reader(url: nil)
    reader.press("enter")
    #expect(asked(reader) == 0 && !reader.screen.contains("सार है"))
  }

  @Test("a search goes on in the whole text, and a summary reached with Tab is opened by Enter")
  func searchAndTab() {
    var reader = reader(rows: 30, columns: 130)
    reader.press("tab", "enter")
    #expect(asked(reader) == 1)
    reader.press("/", "मैट", "enter")
    #expect(reader.state.body.find?.hits.count == 2, "headline and summary")
    complete(&reader, Self.whole)
    #expect(reader.state.body.find?.hits.count == 31)
  }
}
