import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Screens of every size", .inBackground)
struct SizesTests {
  @Test("under 60 columns one pane is shown at a time, with a breadcrumb, and Tab goes on")
  func single() {
    var reader = HeadlessReader(rows: 15, columns: 40)
    #expect(reader.rows[1].contains("सुर्खियाँ"))
    reader.press("tab")
    #expect(reader.state.body.story != nil)
    #expect(reader.rows[1].contains("सुर्खियाँ › मुख्य बातें › लेख"))
    reader.press("tab")
    #expect(reader.state.focus == .headlines)
    reader.press("tab")
    #expect(reader.screen.contains("• तालाबों"))
  }

  @Test("one pane at a time, what is typed after / before the story has come is a search, and no key")
  func findFromList() {
    var reader = HeadlessReader(rows: 15, columns: 40)
    reader.answers = false
    reader.press("tab", "/", "पानीq")
    reader.answerWaiting()
    #expect(!reader.effects.contains(.quit))
    #expect(reader.state.focus == .body)
    #expect(reader.state.body.find?.query == "पानीq")
    reader.press("backspace")
    #expect((reader.state.body.find?.hits.count ?? 0) >= 3)
  }

  @Test("30 columns and 10 rows are enough for panes; with less the page is linear")
  func small() {
    var reader = HeadlessReader(rows: 10, columns: 30)
    reader.press("enter")
    #expect(reader.screen.contains("नदी किनारे"))
    #expect(reader.state.layout.shape == .single)
    reader.resize(rows: 9, columns: 30)
    #expect(reader.state.layout.shape == .linear)
    #expect(reader.screen.contains("नदी किनारे"))
    reader.resize(rows: 1, columns: 1)
    #expect(reader.rows.count == 1)
    reader.resize(rows: 0, columns: 0)
    #expect(reader.rows.isEmpty)
    reader.resize(rows: 24, columns: 80)
    #expect(reader.screen.contains("नदी किनारे"))
  }

  @Test("text is never wider than the measure and stands in the middle of its pane")
  func measure() {
    for columns in [80, 100, 120, 150, 200, 300] {
      var reader = HeadlessReader(rows: 40, columns: columns)
      reader.press("enter")
      let lines = reader.state.body.layout.lines
      #expect(lines.allSatisfy { $0.text.columns <= 70 })
      let pane = reader.state.layout.body
      let left = reader.text(in: pane).first.map { $0.prefix { $0 == " " }.count } ?? 0
      #expect(abs(left - max(1, (pane.columns - reader.state.body.layout.columns) / 2)) <= 1, "\(columns) columns")
    }
  }

  @Test("wide screens have a third column with the highlights and the numbered related stories")
  func columns() {
    let reader = HeadlessReader(rows: 40, columns: 160)
    let layout = reader.state.layout
    #expect(layout.borderColumns.count == 2)
    #expect(reader.text(in: layout.highlights).joined().contains("तालाबों की गाद"))
    #expect(reader.text(in: layout.related).joined().contains("2 ◌ भारत"))
  }

  @Test("for every width and width model, borders stand in their column and no row is wider than the screen")
  func everyWidth() {
    for (name, model) in WidthModel.named {
      for columns in 30...200 where columns < 64 || columns % 7 == 0 {
        let reader = HeadlessReader(rows: 20, columns: columns, settings: ReaderSettings(widthModel: model))
        let buffer = reader.frame.buffer
        for row in 2..<18 {
          for border in reader.state.layout.borderColumns {
            #expect("│├".contains(buffer[row: row, column: border].text), "\(name), \(columns) columns, row \(row)")
          }
          let total = (0..<columns).reduce(0) { $0 + buffer[row: row, column: $1].columns }
          #expect(total == columns, "\(name), \(columns) columns, row \(row)")
        }
      }
    }
  }

  @Test("an empty store says what to do, a filter without stories says how to take it off")
  func empty() {
    var reader = HeadlessReader(stories: [])
    #expect(reader.screen.contains("अभी कोई ख़बर नहीं है।"))
    #expect(reader.screen.contains("import फ़ाइल"))
    reader.press("j", "enter", "r", "n", "s", "/", "esc", "t", "esc")
    #expect(reader.state.prompt == nil)
  }

  @Test("the sample edition is called a sample, and X asks for it to go")
  func sample() {
    var reader = HeadlessReader(edition: .sample)
    #expect(reader.title.contains("नमूना संस्करण"))
    #expect(reader.status.contains("khabar import"), "how to bring one's own stories")
    reader.press("j")
    #expect(reader.status.contains("X नमूना हटाएँ"))
    reader.press("X")
    #expect(reader.effects.contains(.dismissSample))
    reader.stories = []
    reader.send(.storeChanged(.own))
    #expect(reader.title.contains("सभी ख़बरें"))
    #expect(reader.screen.contains("अभी कोई ख़बर नहीं है।"))
  }
}
