import CellText
import Screen

/// The story pane: the laid-out lines, centred, with search hits over them.
struct BodyView {
  let state: ReaderState
  let rect: Rect

  func draw(on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let body = state.body
    guard body.story != nil else { return }
    let column = rect.column + max(PaneLayout.paddingColumns, (rect.columns - body.layout.columns) / 2)
    for row in 0..<rect.rows {
      let index = body.topLine + row
      guard let line = body.layout.line(at: index) else { break }
      if !line.pictureRow.isEmpty {
        let start = column + line.text.indentColumns
        canvas.write(line.pictureRow, row: rect.row + row, column: start, columns: rect.endColumn - start)
      }
      canvas.write(line.text, row: rect.row + row, column: column, columns: rect.endColumn - column)
      if let lead = line.lead {
        canvas.write(
          lead, row: rect.row + row, column: column,
          columns: min(lead.columns + lead.indentColumns, rect.endColumn - column))
      }
    }
    drawHits(column: column, on: &canvas)
    if state.focus == .body, state.prompt == nil { canvas.cursor = Position(row: rect.row, column: column) }
  }

  private func drawHits(column: Int, on canvas: inout Canvas) {
    guard let find = state.body.find else { return }
    let body = state.body.layout
    let top = state.body.topLine
    for index in body.hits(on: top..<(top + rect.rows), of: find.hits) {
      let role: StyleRole = index == find.currentIndex ? .hitCurrent : .hit
      for span in body.spans(of: find.hits[index]) {
        let row = span.line - top
        guard (0..<rect.rows).contains(row), let indent = body.line(at: span.line)?.text.indentColumns else { continue }
        let area = Rect(
          row: rect.row + row, column: column + indent + span.columns.lowerBound, rows: 1, columns: span.columns.count)
        canvas.restyle(area) { _ in role }
      }
    }
  }
}

/// The numbered stories in a column of their own, on wide screens.
struct RelatedColumnView {
  let state: ReaderState
  let rect: Rect

  func draw(on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    var row = rect.row
    for (index, link) in state.body.layout.links.enumerated() {
      let columns = rect.columns - 2 * PaneLayout.paddingColumns
      for line in LinkRow(link, number: index + 1, columns: columns, settings: state.settings).lines {
        guard row < rect.endRow else {
          // There is more: the end of the story has it all.
          canvas.startSegment(row: rect.endRow - 1, column: rect.endColumn - 1)
          canvas.write("↓", .frameTitle, row: rect.endRow - 1, column: rect.endColumn - 1, columns: 1)
          return
        }
        canvas.write(line, row: row, column: rect.column + PaneLayout.paddingColumns, columns: columns)
        row += 1
      }
    }
  }
}
