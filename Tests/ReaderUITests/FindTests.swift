import CellText
import NewsModel
import ReaderUI
import Screen
import TestSupport
import Testing

@Suite("Finding in a story")
struct FindTests {
  @Test("one spelling finds the other, hits are marked on their clusters, n and p go around")
  func spelling() {
    var reader = HeadlessReader()
    reader.press("enter", "/", "हिंदी")
    #expect(reader.state.body.find?.hits.count == 1)
    #expect(reader.marked(.hitCurrent) == ["हिन्दी"])
    reader.press("enter", "esc", "/", "पानी", "enter")
    let count = reader.state.body.find?.hits.count ?? 0
    #expect(count >= 3)
    reader.press("p")
    #expect(reader.state.body.find?.currentIndex == count - 1)
    reader.press("n")
    #expect(reader.state.body.find?.currentIndex == 0)
    reader.press("esc")
    #expect(reader.state.body.find == nil)
  }

  @Test("a hit that runs over a line's end is marked on both lines")
  func overLines() {
    for columns in 30...59 {
      var reader = HeadlessReader(rows: 40, columns: columns)
      reader.press("enter", "/", "फावड़े लेकर तालाब")
      #expect(reader.marked(.hitCurrent).joined(separator: " ") == "फावड़े लेकर तालाब", "\(columns) columns")
    }
  }

  @Test("each typed letter searches from where the search began, and not from the hit of a shorter word")
  func incremental() {
    var reader = HeadlessReader(rows: 14, stories: Desk.many(2))
    reader.press("enter", "/", "अनुच्छेद 2")
    let first = reader.currentHitLine
    reader.press("5")
    #expect((reader.currentHitLine ?? 0) > (first ?? 0))
    reader.press("backspace")
    #expect(reader.currentHitLine == first)
  }

  @Test("pasted text goes into an open line, and nowhere presses keys")
  func pasting() {
    var reader = HeadlessReader()
    let before = reader.state
    for scalar in "q पानी".unicodeScalars { reader.send(.terminal(.pasted(scalar))) }
    #expect(reader.state == before)
    reader.press("enter", "/")
    for scalar in "पानी".unicodeScalars { reader.send(.terminal(.pasted(scalar))) }
    #expect((reader.state.body.find?.hits.count ?? 0) >= 3)
  }

  @Test("what is not there is said, and the story stays where it is")
  func nothing() {
    var reader = HeadlessReader()
    reader.press("enter", "/", "ज्वालामुखी", "enter")
    #expect(reader.status.contains("“ज्वालामुखी” इस लेख में नहीं है"))
    #expect(reader.state.body.topLine == 0)
  }

  @Test("typed matras join the letter before them; Backspace takes scalar by scalar; nothing begins with a mark")
  func typing() {
    var reader = HeadlessReader()
    reader.press("enter", "/", "\u{93F}")
    #expect(reader.status.contains("लेख में खोजें: "))
    guard case .find(let empty) = reader.state.prompt else {
      Issue.record("the line is open")
      return
    }
    #expect(empty.text.isEmpty)
    reader.press("क", "\u{93F}", "backspace")
    guard case .find(let editor) = reader.state.prompt else {
      Issue.record("the line is open")
      return
    }
    #expect(editor.text == "क")
  }
}

extension HeadlessReader {
  var currentHitLine: Int? {
    state.body.find?.current.flatMap { state.body.layout.spans(of: $0).first?.line }
  }

  /// The stretches on the screen that have this role, row by row.
  func marked(_ role: StyleRole) -> [String] {
    let buffer = frame.buffer
    return (0..<state.size.rows).compactMap { row in
      let cells = (0..<state.size.columns).map { buffer[row: row, column: $0] }.filter { $0.role == role }
      return cells.isEmpty ? nil : cells.map(\.text).joined()
    }
  }
}
