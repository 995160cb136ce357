import CellText
import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

@Suite("Rows as written", .inBackground)
struct RowWriterTests {
  static let models = WidthModel.named.map(\.model)
  static let pairs = models.flatMap { believed in models.map { (believed, $0) } }
  static let terminals: [TerminalCapabilities] = ColorDepth.allCases.flatMap { depth in
    [(true, true), (true, false), (false, false)].map { erases, toBackground in
      var capabilities = TerminalCapabilities.xterm(depth)
      capabilities.erasesColumns = erases
      capabilities.erasesToBackground = toBackground
      return capabilities
    }
  }

  @Test("a terminal that measures as the frame does shows the frame, cell by cell", arguments: models)
  func rightModel(model: WidthModel) {
    for certain in [CertainText.all, []] {
      var pages = SamplePages(model: model)
      var terminal = DrawnTerminal(model: model, certain: certain)
      for _ in 0..<10 {
        let frame = pages.next()
        terminal.show(frame)
        let rows = 0..<frame.buffer.size.rows
        #expect(rows.map(terminal.screen.row) == rows.map { frame.buffer.text(row: $0).trimmedRight })
        #expect(crookedRows(terminal, frame) == [])
      }
    }
  }

  @Test("borders stand straight in a terminal that measures otherwise", arguments: pairs)
  func wrongModel(believed: WidthModel, actual: WidthModel) {
    var pages = SamplePages(model: believed)
    var terminal = DrawnTerminal(model: actual, certain: [])
    for _ in 0..<5 {
      let frame = pages.next()
      terminal.show(frame)
      #expect(crookedRows(terminal, frame) == [])
    }
  }

  @Test("what was there before leaves no trace, however the terminal measures", arguments: pairs)
  func noTraces(believed: WidthModel, actual: WidthModel) {
    var pages = SamplePages(model: believed)
    var terminal = DrawnTerminal(model: actual, certain: [])
    for _ in 0..<5 {
      let frame = pages.next()
      terminal.show(frame)
      var fresh = DrawnTerminal(model: actual, certain: [])
      fresh.show(frame)
      #expect(terminal.screen.text == fresh.screen.text)
    }
  }

  @Test("every cell has its look, whatever the terminal can do", arguments: terminals)
  func looks(capabilities: TerminalCapabilities) {
    let model = WidthModel.spacingMarks
    let mapping = ColorMapping(theme: .compiledIn, capabilities: capabilities)
    var pages = SamplePages(model: model)
    var terminal = DrawnTerminal(model: model, certain: .all, capabilities: capabilities)
    for _ in 0..<5 {
      let frame = pages.next()
      terminal.show(frame)
      // One expectation a frame: a million of them cost more than all the drawing.
      var wrong: [String] = []
      for row in 0..<frame.buffer.size.rows {
        for (column, cell) in frame.buffer.cells(row: row).enumerated() {
          var wanted = ScreenModel.Look(mapping.paint(cell.role))
          let shown = terminal.screen.cell(row, column).look
          // A blank has no text whose look could be seen.
          if cell.text == " " {
            wanted.foreground = shown.foreground
            (wanted.isBold, wanted.isDim, wanted.isItalic) = (shown.isBold, shown.isDim, shown.isItalic)
          }
          if shown != wanted { wrong.append("\(row):\(column) \(cell.role): \(shown)") }
        }
      }
      #expect(wrong == [])
    }
  }

  @Test("nothing is written when nothing changed")
  func nothing() {
    var pages = SamplePages(model: .spacingMarks)
    let frame = pages.next()
    #expect(writer().bytes(from: frame, to: frame) == [])
  }

  @Test("a change in one row writes that row alone")
  func oneRow() {
    var frame = Frame(
      buffer: CellBuffer(size: Size(rows: 24, columns: 80)), theme: .compiledIn, cursor: .init(row: 0, column: 0))
    let old = frame
    frame.buffer.write("नमस्ते", at: Position(row: 7, column: 3), columns: 20, role: .body, model: .spacingMarks)
    let text = String(decoding: writer().bytes(from: old, to: frame), as: UTF8.self)
    #expect(text.contains("\u{1B}[8;1H"))
    #expect(text.utf8.count < 200)
    #expect(!text.contains("\u{1B}[2J"))
  }

  @Test("gaps between texts cost no look of their own, and one on another ground does")
  func gaps() {
    func looks(gap: StyleRole) -> Int {
      var buffer = CellBuffer(size: Size(rows: 1, columns: 40))
      let old = Frame(buffer: buffer, theme: .compiledIn, cursor: .init(row: 0, column: 0))
      func write(_ text: String, _ column: Int, _ role: StyleRole) {
        buffer.write(
          text, at: Position(row: 0, column: column), columns: 40 - column, role: role, model: .spacingMarks)
      }
      write(" ", 0, gap)
      write("●", 1, .unreadMark)
      write("  ", 2, gap)
      write("बाज़ार में रौनक", 4, .headlineUnread)
      for column in 20..<30 { write(" ", column, gap) }
      write("आज", 30, .byline)
      let frame = Frame(buffer: buffer, theme: .compiledIn, cursor: .init(row: 0, column: 0))
      let bytes = writer().bytes(from: old, to: frame)
      return String(decoding: bytes, as: UTF8.self).matches(of: /\u{1B}\[[0-9;]+m/).count
    }
    // The three texts, and plain before and after all of them.
    #expect(looks(gap: .body) == 5)
    #expect(looks(gap: .headlineSelected) == 8)
  }

  @Test("text stays whole: no cluster is cut by a control")
  func wholeClusters() {
    var buffer = CellBuffer(size: Size(rows: 2, columns: 40))
    let sentence = "राष्ट्रीय मुख्यमंत्री स्त्री"
    buffer.write(sentence, at: Position(row: 0, column: 0), columns: 40, role: .body, model: .spacingMarks)
    let frame = Frame(buffer: buffer, theme: .compiledIn, cursor: .init(row: 0, column: 0))
    #expect(String(decoding: writer().bytes(from: nil, to: frame), as: UTF8.self).contains(sentence))
  }

  @Test("a frame larger than the screen is cut at its edges")
  func tooLarge() {
    var buffer = CellBuffer(size: Size(rows: 30, columns: 100))
    for row in 0..<30 {
      buffer.startSegment(row: row, column: 90)
      buffer.write("पंक्ति \(row)", at: Position(row: row, column: 0), columns: 60, role: .body, model: .spacingMarks)
      buffer.write("right", at: Position(row: row, column: 90), columns: 10, role: .body, model: .spacingMarks)
    }
    let frame = Frame(buffer: buffer, theme: .compiledIn, cursor: Position(row: 29, column: 99))
    var terminal = DrawnTerminal(model: .spacingMarks, certain: [])
    terminal.show(frame)
    #expect(terminal.screen.row(23) == "पंक्ति 23")
    #expect(!terminal.screen.contains("right"))
    #expect(terminal.screen.cursor == Position(row: 23, column: 79))
  }

  @Test("the cursor ends where the frame has it, and is shown only when the frame shows it")
  func cursor() {
    var terminal = DrawnTerminal(model: .noMarks, certain: [])
    var frame = Frame(
      buffer: CellBuffer(size: Size(rows: 24, columns: 80)), theme: .compiledIn, cursor: Position(row: 3, column: 5))
    terminal.show(frame)
    #expect(terminal.screen.cursor == frame.cursor && !terminal.screen.isCursorVisible)
    frame.isCursorVisible = true
    frame.cursor = Position(row: 4, column: 6)
    terminal.show(frame)
    #expect(terminal.screen.cursor == frame.cursor && terminal.screen.isCursorVisible)
    frame.isCursorVisible = false
    terminal.show(frame)
    #expect(!terminal.screen.isCursorVisible && !terminal.screen.isSynchronized)
    #expect(terminal.screen.updateCount == 3)
  }

  /// Rows in which a border does not stand where the frame has it.
  private func crookedRows(_ terminal: DrawnTerminal, _ frame: Frame) -> [String] {
    (0..<frame.buffer.size.rows).filter { row in
      frame.buffer.cells(row: row).enumerated().contains { column, cell in
        cell.text == "│" && terminal.screen.cell(row, column).text != "│"
      }
    }.map(terminal.screen.row)
  }

  private func writer() -> RowWriter {
    RowWriter(
      capabilities: .xterm(.direct), theme: .compiledIn, certain: [], screen: Size(rows: 24, columns: 80))
  }
}
