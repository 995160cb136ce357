import TestSupport
import CellText
import Screen

/// Everything that can be done to a buffer, at random places in it and around it.
struct RandomDrawing {
  static let texts = [
    "राष्ट्रीय स्त्री शिक्षा", "plain ASCII text", "क्ष्म्य", "👨\u{200D}👩\u{200D}👧 परिवार 👍🏽", "漢字", "a", "", "│─┼",
    "\u{1B}[31mलाल\u{7}\n\u{202E}",
    "ाक", "z̷̢̛̛a̴͜l̵g̶ò̸", "\u{1161}\u{1161}", "क\u{200D}",
  ]

  var random: FixedRandom
  let model: WidthModel
  var memo: ClusterMemo?

  mutating func act(on buffer: inout CellBuffer) {
    let row = Int.random(in: -2...(buffer.size.rows + 1), using: &random)
    let column = Int.random(in: -4...(buffer.size.columns + 2), using: &random)
    let columns = Int.random(in: -1...(buffer.size.columns + 4), using: &random)
    let rows = Int.random(in: -1...(buffer.size.rows + 1), using: &random)
    let rect = Rect(row: row, column: column, rows: rows, columns: columns)
    let role = StyleRole.allCases.randomElement(using: &random) ?? .page
    let text = Self.texts.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<12, using: &random) {
    case 0: buffer.fill(rect, role: role)
    case 1: buffer.restyle(rect) { $0 == .page ? role : $0 }
    case 2: buffer.startSegment(row: row, column: column)
    case 3: buffer.drawVerticalLine(column: column, rows: row..<(row + max(0, rows)), role: role)
    case 4: buffer.drawHorizontalLine(row: row, columns: column..<(column + max(0, columns)), role: role)
    case 5: buffer.drawBorder(rect, role: role)
    case 6:
      let line = TextLine(
        runs: [TextRun(text, role), TextRun("और", .hit)], columns: model.columns(of: text + "और"), indentColumns: 2)
      buffer.write(line, at: Position(row: row, column: column), columns: columns, model: model, memo: memo)
    default:
      buffer.write(text, at: Position(row: row, column: column), columns: columns, role: role, model: model, memo: memo)
    }
  }
}
