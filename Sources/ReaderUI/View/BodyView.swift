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
      guard body.layout.lines.indices.contains(index) else { break }
      let line = body.layout.lines[index]
      canvas.write(line.text, row: rect.row + row, column: column, columns: rect.endColumn - column)
      if line.hasBullet { canvas.write("•", .highlightBullet, row: rect.row + row, column: column, columns: 1) }
    }
    drawHits(column: column, on: &canvas)
    if state.focus == .body, state.prompt == nil { canvas.cursor = Position(row: rect.row, column: column) }
  }

  private func drawHits(column: Int, on canvas: inout Canvas) {
    guard let find = state.body.find else { return }
    for (index, hit) in find.hits.enumerated() {
      let role: StyleRole = index == find.currentIndex ? .hitCurrent : .hit
      for span in hit.spans {
        let row = span.line - state.body.topLine
        guard (0..<rect.rows).contains(row) else { continue }
        let indent = state.body.layout.lines[span.line].text.indentColumns
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
