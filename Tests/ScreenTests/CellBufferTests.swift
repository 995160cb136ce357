import CellText
import Screen
import TestSupport
import Testing

@Suite("Cell buffer", .inBackground)
struct CellBufferTests {
  private func row(_ columns: Int) -> CellBuffer { CellBuffer(size: Size(rows: 1, columns: columns)) }
  private let start = Position(row: 0, column: 0)

  @Test(
    "whatever is drawn, clusters are whole, segments begin at clusters, and no control character is in a cell",
    arguments: WidthModel.named.map(\.name))
  func invariants(name: String) throws {
    let model = try #require(WidthModel.named(name))
    for (seed, size) in [
      Size(rows: 6, columns: 24), Size(rows: 1, columns: 1), Size(rows: 3, columns: 5), Size(rows: 0, columns: 7),
    ].enumerated() {
      var drawing = RandomDrawing(random: FixedRandom(UInt64(seed) + 40), model: model)
      var buffer = CellBuffer(size: size)
      for _ in 0..<1500 {
        drawing.act(on: &buffer)
        try check(buffer)
      }
    }
  }

  @Test(
    "what a memo knows is drawn as if it were cut into clusters anew", arguments: WidthModel.named.map(\.name))
  func remembered(name: String) throws {
    let model = try #require(WidthModel.named(name))
    var drawing = RandomDrawing(random: FixedRandom(90), model: model)
    var rememberingDrawing = drawing
    rememberingDrawing.memo = ClusterMemo()
    var buffer = CellBuffer(size: Size(rows: 6, columns: 24))
    var other = buffer
    for step in 0..<2_000 {
      drawing.act(on: &buffer)
      rememberingDrawing.act(on: &other)
      try #require(other == buffer, "step \(step)")
    }
    // More texts than it holds, one of them longer than any line.
    let memo = ClusterMemo()
    for number in (0..<1_200) + [3, 1_199] {
      let text = "पंक्ति \(number)" + (number % 97 == 3 ? String(repeating: " और", count: 300) : "")
      var (plain, remembered) = (
        CellBuffer(size: Size(rows: 1, columns: 30)), CellBuffer(size: Size(rows: 1, columns: 30))
      )
      plain.write(text, at: start, columns: 30, role: .body, model: model)
      remembered.write(text, at: start, columns: 30, role: .body, model: model, memo: memo)
      try #require(plain == remembered, "text \(number)")
    }
  }

  private static let certainties: [CertainText] = [[], .devanagari, [.latin, .symbols], .otherIndic, .all]

  @Test("a memo that is asked under another model, or another order, forgets what it knew under the first")
  func otherModel() {
    let memo = ClusterMemo()
    let text = "स्त्री की ओर अ\u{202E}ب"
    for model in WidthModel.named.map(\.name).compactMap(WidthModel.named) + [.spacingMarks] {
      for bidi in [BidiOrder.khabar, .terminal] {
        var (plain, remembered) = (row(20), row(20))
        plain.write(text, at: start, columns: 20, role: .body, model: model, bidi: bidi)
        remembered.write(text, at: start, columns: 20, role: .body, model: model, bidi: bidi, memo: memo)
        #expect(plain == remembered)
      }
    }
  }

  private func check(_ buffer: CellBuffer) throws {
    #expect(buffer.cells.count == buffer.size.rows * buffer.size.columns)
    for row in 0..<buffer.size.rows {
      let starts = buffer.segmentStarts[row]
      #expect(starts.first == 0)
      #expect(zip(starts, starts.dropFirst()).allSatisfy(<))
      for column in starts where column < buffer.size.columns {
        #expect(!buffer[row: row, column: column].isContinuation)
      }
      var column = 0
      while column < buffer.size.columns {
        let cell = buffer[row: row, column: column]
        try #require(cell.columns >= 1 && column + cell.columns <= buffer.size.columns)
        #expect(!cell.text.isEmpty)
        #expect(cell.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        // What a cell knows of its text is what the text says.
        #expect(cell.isBlank == (cell.text == " "))
        #expect(Self.certainties.allSatisfy { cell.isCertain($0) == $0.covers(cell.text) }, "\(cell.text)")
        for continuation in (column + 1)..<max(column + 1, column + cell.columns) {
          #expect(buffer[row: row, column: continuation] == .continuation(cell.role))
        }
        column += cell.columns
      }
    }
  }

  @Test("writing answers the columns it took and stops before a cluster that has no room")
  func clipping() {
    var buffer = row(6)
    #expect(buffer.write("स्त्री है", at: start, columns: 6, role: .body, model: .spacingMarks) == 6)
    #expect(buffer.text(row: 0) == "स्त्री है")
    buffer = row(6)
    #expect(buffer.write("कस्त्री", at: start, columns: 4, role: .body, model: .spacingMarks) == 1)
    #expect(buffer.text(row: 0) == "क     ")
    #expect(buffer.write("कख", at: Position(row: 0, column: 5), columns: 9, role: .body, model: .spacingMarks) == 1)
    #expect(buffer.write("कख", at: Position(row: 1, column: 0), columns: 9, role: .body, model: .spacingMarks) == 0)
    #expect(buffer.write("कख", at: start, columns: 0, role: .body, model: .spacingMarks) == 0)
  }

  @Test("text that begins left of the buffer shows what reaches into it")
  func leftEdge() {
    var buffer = row(4)
    #expect(buffer.write("abcd", at: Position(row: 0, column: -2), columns: 4, role: .body, model: .spacingMarks) == 4)
    #expect(buffer.text(row: 0) == "cd  ")
    buffer = row(4)
    buffer.write("漢字", at: Position(row: 0, column: -1), columns: 4, role: .body, model: .spacingMarks)
    #expect(buffer.text(row: 0) == " 字 ")
  }

  @Test("overwriting half of a wide cluster blanks the rest of it")
  func overwriting() {
    var buffer = row(5)
    buffer.write("漢字", at: start, columns: 5, role: .body, model: .spacingMarks)
    buffer.write("x", at: Position(row: 0, column: 1), columns: 1, role: .hit, model: .spacingMarks)
    #expect(buffer.text(row: 0) == " x字 ")
    buffer.write("xy", at: Position(row: 0, column: 1), columns: 2, role: .hit, model: .spacingMarks)
    #expect(buffer.text(row: 0) == " xy  ")
  }

  @Test("a laid-out line keeps its indent and its roles")
  func lines() {
    var buffer = row(12)
    let line = TextLine(runs: [TextRun("एक ", .section), TextRun("दो", .tag)], columns: 5, indentColumns: 2)
    #expect(buffer.write(line, at: start, columns: 12, model: .spacingMarks) == 7)
    #expect(buffer.text(row: 0) == "  एक दो     ")
    #expect(buffer.roleSpans(row: 0).map(\.description) == ["0–1 page", "2–4 section", "5–6 tag", "7–11 page"])
  }

  @Test("filling blanks a rectangle and drops the segments inside it")
  func filling() {
    var buffer = CellBuffer(size: Size(rows: 2, columns: 8))
    buffer.startSegment(row: 0, column: 2)
    buffer.startSegment(row: 0, column: 4)
    buffer.startSegment(row: 0, column: 4)
    buffer.write("abcdefgh", at: start, columns: 8, role: .body, model: .spacingMarks)
    buffer.fill(Rect(row: 0, column: 2, rows: 1, columns: 4), role: .picker)
    #expect(buffer.text(row: 0) == "ab    gh")
    #expect(buffer.segmentStarts[0] == [0, 2])
    #expect(buffer.roleSpans(row: 0).map(\.role) == [.body, .picker, .body])
  }

  @Test("restyling changes looks and not text")
  func restyling() {
    var buffer = row(4)
    buffer.write("漢字", at: start, columns: 4, role: .headline, model: .spacingMarks)
    buffer.restyle(Rect(row: 0, column: 0, rows: 1, columns: 3)) { $0 == .headline ? .headlineSelected : $0 }
    #expect(buffer.text(row: 0) == "漢字")
    #expect(buffer.roleSpans(row: 0).map(\.role) == [.headlineSelected])
  }

  @Test("lines that meet are joined")
  func joining() {
    var buffer = CellBuffer(size: Size(rows: 4, columns: 7))
    buffer.drawHorizontalLine(row: 0, columns: 0..<7, role: .frame)
    buffer.drawVerticalLine(column: 3, rows: 0..<4, role: .frame)
    buffer.drawHorizontalLine(row: 2, columns: 3..<7, role: .frame)
    #expect((0..<4).map { buffer.text(row: $0) } == ["───┬───", "   │   ", "   ├───", "   │   "])
    buffer.drawHorizontalLine(row: 3, columns: 0..<7, role: .frame)
    #expect(buffer.text(row: 3) == "───┴───")
    buffer.drawHorizontalLine(row: 1, columns: 0..<4, role: .frame)
    #expect(buffer.text(row: 1) == "───┤   ")
    buffer.drawHorizontalLine(row: 1, columns: 0..<7, role: .frame)
    #expect(buffer.text(row: 1) == "───┼───")
    #expect(buffer.segmentStarts[1] == [0, 3, 4])
  }

  @Test("a border is closed and stands in segments of its own")
  func border() {
    var buffer = CellBuffer(size: Size(rows: 3, columns: 6))
    buffer.drawBorder(Rect(row: 0, column: 1, rows: 3, columns: 4), role: .pickerFrame)
    #expect((0..<3).map { buffer.text(row: $0) } == [" ┌──┐ ", " │  │ ", " └──┘ "])
    #expect(buffer.segmentStarts == [[0, 1, 5], [0, 1, 2, 4, 5], [0, 1, 5]])
  }

  @Test("a picture's row is clipped at the edges, cuts no cluster in half, and text over it takes its colours away")
  func picture() {
    var buffer = row(6)
    buffer.write("漢字", at: start, columns: 6, role: .body, model: .spacingMarks)
    let blue = CellColors(foreground: .indexed(4), background: .direct(red: 1, green: 2, blue: 3))
    let picture = CellPicture(rows: [Array(repeating: CellPicture.Part("▀", blue), count: 9)])
    buffer.write(picture.row(0), at: Position(row: 0, column: 1), columns: 9, role: .body)
    #expect(buffer.text(row: 0) == " ▀▀▀▀▀")
    #expect(buffer.cells.map(\.colors) == [.role] + Array(repeating: blue, count: 5))
    buffer.write(picture.row(0), at: Position(row: 0, column: -2), columns: 3, role: .body)
    #expect(buffer.text(row: 0) == "▀▀▀▀▀▀")
    buffer.write(picture.row(0), at: Position(row: 7, column: 0), columns: 3, role: .body)
    buffer.write("ab", at: start, columns: 2, role: .body, model: .spacingMarks)
    #expect(buffer.cells.prefix(3).map(\.colors) == [.role, .role, blue])
    #expect((blue.foreground, blue.background) == (.indexed(4), .direct(red: 1, green: 2, blue: 3)))
  }
}
