import CellText
import Screen

/// The highlights pane. While it has the keys, the selected highlight has a bar at its left.
struct HighlightsView {
  let state: ReaderState
  let rect: Rect

  func draw(on canvas: inout Canvas) {
    guard !rect.isEmpty, state.body.story != nil else { return }
    let highlights = state.highlights
    canvas.mark(rect, .pane(.highlights))
    for row in 0..<rect.rows {
      let index = highlights.topLine + row
      guard highlights.lines.indices.contains(index) else { break }
      let at = rect.row + row
      canvas.mark(
        Rect(row: at, column: rect.column, rows: 1, columns: rect.columns),
        .highlight(highlights.highlightIndices[index]))
      let isSelected = state.focus == .highlights && highlights.highlightIndices[index] == highlights.selectedIndex
      if isSelected {
        canvas.fill(Rect(row: at, column: rect.column, rows: 1, columns: rect.columns), .headlineSelected)
        let isFirst = highlights.firstLineOfSelected == index
        canvas.write(
          state.settings.selectionBar(isFocused: true, isFirstLine: isFirst), .headlineBar, row: at,
          column: rect.column,
          columns: 1)
        if isFirst, state.prompt == nil {
          canvas.cursor = Position(row: at, column: rect.column + PaneLayout.paddingColumns)
        }
      }
      let column = rect.column + PaneLayout.paddingColumns
      canvas.write(highlights.lines[index], row: at, column: column, columns: rect.endColumn - column)
      if isSelected {
        canvas.restyle(Rect(row: at, column: column, rows: 1, columns: rect.columns - 1)) { _ in .headlineSelected }
      }
    }
    // An arrow where a band of lines goes on out of sight.
    if highlights.topLine + rect.rows < highlights.lines.count {
      canvas.startSegment(row: rect.endRow - 1, column: rect.endColumn - 1)
      canvas.write("↓", .frameTitle, row: rect.endRow - 1, column: rect.endColumn - 1, columns: 1)
    }
  }
}
