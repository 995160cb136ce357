import CellText
import Screen

/// A page that shows one thing at a time, from one row and one column on: for braille displays, and for the narrowest screens.
struct LinearView {
  let state: ReaderState
  let layout: PaneLayout

  func draw(on canvas: inout Canvas) {
    guard !state.size.isEmpty else { return }
    if case .picker = state.prompt {
      drawLines(on: &canvas)
    } else if state.focus == .body {
      BodyView(state: state, rect: layout.body).draw(on: &canvas)
    } else {
      drawLines(on: &canvas)
    }
    // A line that is typed in and a message stand over the last row where there is none of their own.
    let isPicker = if case .picker = state.prompt { true } else { false }
    if state.size.rows >= 3 || state.message != nil || (state.prompt != nil && !isPicker) {
      let cursor = canvas.cursor
      StatusLineView(state: state).draw(on: &canvas)
      if state.prompt == nil || isPicker {
        // A message in the only row is what is to be read.
        canvas.cursor = state.message != nil && state.size.rows == 1 ? Position(row: 0, column: 0) : cursor
      }
    }
  }

  private func drawLines(on canvas: inout Canvas) {
    let lines = state.linearLines
    let top = state.linearTopLine
    let rows = state.linearRowCount
    canvas.cursor = Position(row: 0, column: 0)
    for row in 0..<min(rows, max(0, lines.count - top)) {
      canvas.write(lines[top + row], row: row, column: 0, columns: state.size.columns)
    }
    if top + rows < lines.count, state.size.columns > 8 {
      canvas.startSegment(row: rows - 1, column: state.size.columns - 1)
      canvas.write("↓", .frameTitle, row: rows - 1, column: state.size.columns - 1, columns: 1)
    }
    let page = Rect(row: 0, column: 0, rows: rows, columns: state.size.columns)
    if case .picker(let picker) = state.prompt {
      canvas.mark(page, .pickerRow(picker.selectedIndex))
      canvas.isTypedIn = !picker.followsSelection
      if canvas.isTypedIn, top == 0 {
        // After what was typed, if that fits.
        let column = canvas.columns(of: ReaderState.linearPrefix(of: picker)) - 3
        canvas.cursor = Position(row: 0, column: min(max(0, column), state.size.columns - 1))
      }
    } else if state.focus == .headlines {
      canvas.mark(page, .headline(state.headlines.selectedIndex))
    } else {
      canvas.mark(page, .highlight(state.highlights.selectedIndex))
    }
  }
}
