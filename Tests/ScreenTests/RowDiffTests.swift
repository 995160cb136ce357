import CellText
import Screen
import TestSupport
import Testing

@Suite("Row diff")
struct RowDiffTests {
  @Test("writing the changed segments over the old screen gives the new one", arguments: WidthModel.named.map(\.name))
  func applied(name: String) throws {
    let model = try #require(WidthModel.named(name))
    var drawing = RandomDrawing(random: FixedRandom(3), model: model)
    var old = CellBuffer(size: Size(rows: 6, columns: 24))
    for _ in 0..<600 {
      var new = old
      for _ in 0..<3 { drawing.act(on: &new) }
      var screen = old.cells
      var previous: RowSegment?
      for segment in changedSegments(from: old, to: new) {
        if let previous, previous.row == segment.row {
          #expect(previous.columns.upperBound <= segment.columns.lowerBound)
        } else {
          #expect((previous?.row ?? -1) < segment.row)
        }
        previous = segment
        #expect(!new[row: segment.row, column: segment.columns.lowerBound].isContinuation)
        for column in segment.columns { screen[segment.row * 24 + column] = new[row: segment.row, column: column] }
      }
      #expect(screen == new.cells)
      old = new
    }
  }

  @Test("cells are compared by the bytes of their text, wherever these are in memory")
  func memory() {
    // No gap: what lies between the parts of a value is anything.
    #expect(MemoryLayout<Cell>.size == 32)
    let size = Size(rows: 1, columns: 3)
    func buffer(_ text: String) -> CellBuffer {
      var buffer = CellBuffer(size: size)
      buffer.write(text, at: Position(row: 0, column: 0), columns: 3, role: .body, model: .spacingMarks)
      return buffer
    }
    // Ten scalars have no room in the string itself.
    let long = "क" + String(repeating: "\u{951}", count: 9)
    var elsewhere = String(repeating: "x", count: 100)
    elsewhere.removeAll(keepingCapacity: true)
    elsewhere += "कि"
    #expect(changedSegments(from: buffer("कि"), to: buffer(elsewhere)).isEmpty)
    #expect(changedSegments(from: buffer(long), to: buffer(String(decoding: Array(long.utf8), as: UTF8.self))).isEmpty)
    #expect(buffer(long) == buffer(String(decoding: Array(long.utf8), as: UTF8.self)))
    // Canonically equal, and another thing to a terminal.
    let (one, two) = (buffer("\u{958}"), buffer("\u{915}\u{93C}"))
    #expect(one != two)
    #expect(changedSegments(from: one, to: two).count == 1)
    var red = buffer("क")
    red.restyle(Rect(row: 0, column: 0, rows: 1, columns: 1)) { _ in .error }
    #expect(changedSegments(from: buffer("क"), to: red).count == 1)
  }

  @Test("a first screen and one of another size come whole")
  func whole() {
    var new = CellBuffer(size: Size(rows: 2, columns: 4))
    new.startSegment(row: 1, column: 3)
    let all = [
      RowSegment(row: 0, columns: 0..<4), RowSegment(row: 1, columns: 0..<3), RowSegment(row: 1, columns: 3..<4),
    ]
    #expect(changedSegments(from: nil, to: new) == all)
    #expect(changedSegments(from: CellBuffer(size: Size(rows: 1, columns: 4)), to: new) == all)
    #expect(changedSegments(from: new, to: new).isEmpty)
  }

  @Test("of ASCII only the changed stretch comes; Devanagari comes whole with all to its right")
  func narrowing() {
    var old = CellBuffer(size: Size(rows: 1, columns: 20))
    old.write("count 12", at: Position(row: 0, column: 0), columns: 10, role: .status, model: .spacingMarks)
    old.drawVerticalLine(column: 10, rows: 0..<1, role: .frame)
    old.write("ख़बर", at: Position(row: 0, column: 11), columns: 9, role: .body, model: .spacingMarks)
    var new = old
    new.write("count 13", at: Position(row: 0, column: 0), columns: 10, role: .status, model: .spacingMarks)
    #expect(changedSegments(from: old, to: new) == [RowSegment(row: 0, columns: 7..<8)])
    new = old
    new.write("गिनती 1", at: Position(row: 0, column: 0), columns: 10, role: .status, model: .spacingMarks)
    #expect(
      changedSegments(from: old, to: new) == [
        RowSegment(row: 0, columns: 0..<10), RowSegment(row: 0, columns: 10..<11), RowSegment(row: 0, columns: 11..<20),
      ])
    new = old
    new.write("नया", at: Position(row: 0, column: 11), columns: 9, role: .body, model: .spacingMarks)
    #expect(changedSegments(from: old, to: new) == [RowSegment(row: 0, columns: 11..<20)])
  }
}
