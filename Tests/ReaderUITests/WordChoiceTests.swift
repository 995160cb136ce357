import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("A word looked up")
struct WordChoiceTests {
  private func reader(rows: Int = 24, columns: Int = 80, settings: ReaderSettings = ReaderSettings()) -> HeadlessReader
  {
    var reader = HeadlessReader(rows: rows, columns: columns, settings: settings)
    reader.press("enter")
    return reader
  }

  private func chosen(_ reader: HeadlessReader) -> String? {
    if case .word(let choice) = reader.state.prompt { choice.word } else { nil }
  }

  private func marked(_ reader: HeadlessReader) -> [String] {
    let buffer = reader.frame.buffer
    return (0..<buffer.size.rows).flatMap { row in
      buffer.roleSpans(row: row).filter { $0.role == .hitWord }
        .map { span in span.columns.map { buffer[row: row, column: $0].text }.joined() }
    }
  }

  @Test("i marks the first word that means something, and says how many other stories have it")
  func first() {
    var reader = reader()
    reader.press("i")
    #expect(chosen(reader) == "नदी" && marked(reader) == ["नदी"])
    #expect(reader.status.contains("नदी · और किसी ख़बर में नहीं"))
    #expect(reader.frame.cursor.row >= 2 && !reader.frame.isCursorVisible)
    reader.press("esc")
    #expect(chosen(reader) == nil && marked(reader) == [] && reader.state.focus == .body)
  }

  @Test("arrows go from word to word through heading and paragraphs, clusters whole, and stop at both ends")
  func moving() {
    var reader = reader(rows: 14, columns: 40)
    reader.press("i")
    var words = [chosen(reader) ?? ""]
    for _ in 0..<200 {
      reader.press("right")
      if chosen(reader) == words.last, words.count > 60 { break }
      words.append(chosen(reader) ?? "")
      #expect(marked(reader).joined() == words.last, "it is in sight")
    }
    #expect(words.contains("हिन्दी") && words.contains("40") && words.contains("श्रमदान"))
    #expect(!words.contains("।") && !words.contains("") && words.last == "हैं")
    for word in words.reversed() {
      #expect(chosen(reader) == word)
      reader.press("h")
    }
    #expect(chosen(reader) == "नदी")
  }

  @Test("up and down keep to the column")
  func lines() {
    var reader = reader(columns: 60)
    reader.press("i", "l", "l", "l")
    let column = reader.frame.cursor.column
    let row = reader.frame.cursor.row
    reader.press("down", "down")
    #expect(reader.frame.cursor.row > row && abs(reader.frame.cursor.column - column) < 12)
    reader.press("up", "up")
    #expect(reader.frame.cursor == Position(row: row, column: column))
  }

  @Test("in the sentence that a highlight led to the choice begins with its first word of meaning")
  func sentence() {
    var stories = Desk.stories
    stories[0].article.highlights = [Highlight(text: "इस इलाके में पानी का संकट नया नहीं है।")]
    stories[0].article.body = ArticleBody(
      paragraphs: ["बरसात थमते ही लोग पहुँच जाते हैं। इस इलाके में पानी का संकट नया नहीं है।"])
    var reader = HeadlessReader(stories: stories)
    reader.press("enter", "backtab", "enter", "i")
    #expect(chosen(reader) == "इलाके")
  }

  @Test("Enter shows the stories that have the word, and Esc or Backspace the story at its place")
  func results() {
    for key in ["esc", "backspace"] {
      for columns in [40, 80, 130] {
        var reader = reader(rows: 15, columns: columns)
        reader.press("space", "i")
        while let word = chosen(reader), word != "तरीका" {
          reader.press("right")
          if chosen(reader) == word { break }
        }
        let top = reader.state.body.topLine
        reader.press("enter")
        #expect(reader.state.focus == .headlines && reader.state.search?.text == "तरीका", "\(columns)")
        #expect(reader.state.headlines.found?.totalCount == 1)
        reader.press(key)
        #expect(reader.state.focus == .body && reader.state.search == nil)
        #expect(reader.state.body.story?.id == Desk.stories[0].id)
        #expect(reader.state.body.topLine == top, "\(columns)")
        reader.press("i")
        #expect(chosen(reader) == "तरीका", "the word that was chosen last")
      }
    }
  }

  @Test("from a result that was opened Esc leads to the story too; a word looked up there comes before")
  func nested() {
    var reader = reader()
    reader.press("i")
    while let word = chosen(reader), word != "पानी" {
      reader.press("right")
      if chosen(reader) == word { break }
    }
    #expect(reader.status.contains("1 और ख़बरों में"))
    reader.press("enter", "G", "enter")
    let other = reader.state.body.story?.id
    #expect(other == Desk.stories[2].id && reader.state.focus == .body)
    reader.press("i", "enter")
    #expect(reader.state.focus == .headlines)
    reader.press("esc")
    #expect(reader.state.body.story?.id == other && reader.state.focus == .body)
    reader.press("esc", "esc")
    #expect(reader.state.body.story?.id == Desk.stories[0].id && reader.state.focus == .body)
    #expect(reader.state.search == nil && reader.state.headlines.found == nil)
  }

  @Test("in Latin letters the published word is looked up")
  func roman() {
    var reader = reader(settings: ReaderSettings(script: .roman))
    reader.press("i")
    #expect(chosen(reader) == "nadī")
    reader.press("enter")
    #expect(reader.state.search?.text == "नदी")
  }

  @Test("a word that joins two others in a query is a word where it stands alone")
  func operators() {
    var stories = Desk.stories
    stories[0].article.title = "या"
    stories[0].article.body = ArticleBody(paragraphs: [])
    var reader = HeadlessReader(stories: stories)
    reader.press("enter", "i", "enter")
    #expect(reader.state.search?.text == "या")
    #expect(reader.state.headlines.found?.trouble == nil && reader.state.search?.trouble == nil)
  }

  @Test("an answer for another word is kept for that word, and a slow one keeps no key waiting")
  func late() {
    var reader = reader()
    reader.answers = false
    reader.press("i", "l", "l")
    #expect(reader.status.contains("गिन रहे हैं…"))
    reader.answerWaiting()
    #expect(!reader.status.contains("गिन रहे हैं…"))
    let asked = reader.effects.count
    reader.press("h")
    #expect(reader.effects.count == asked, "what is known is not asked again")
  }
}
