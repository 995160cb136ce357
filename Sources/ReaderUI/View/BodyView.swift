import CellText
import NewsModel
import Screen

/// The story pane: the laid-out lines, centred, with search hits over them.
struct BodyView {
  let state: ReaderState
  let rect: Rect

  func draw(on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let body = state.body
    guard body.story != nil else { return }
    canvas.mark(rect, .pane(.body))
    let layout = state.layout
    let column =
      layout.shape == .linear
      ? rect.column : rect.column + max(layout.paddingColumns, (rect.columns - body.layout.columns) / 2)
    for row in 0..<rect.rows {
      let index = body.topLine + row
      guard let line = body.layout.line(at: index) else { break }
      if !line.pictureRow.isEmpty {
        let start = column + line.text.indentColumns
        canvas.write(line.pictureRow, row: rect.row + row, column: start, columns: rect.endColumn - start)
        if let picture = line.picture, row + picture.rowCount <= rect.rows {
          canvas.place(picture, at: Position(row: rect.row + row, column: start))
        }
      }
      canvas.write(line.shown, row: rect.row + row, column: column, columns: rect.endColumn - column)
      if let lead = line.lead {
        canvas.write(
          lead, row: rect.row + row, column: column,
          columns: min(lead.columns + lead.indentColumns, rect.endColumn - column))
      }
      mark(line, at: index, row: rect.row + row, column: column, on: &canvas)
      for (columns, target) in body.layout.hyperlinks(on: index) {
        let start = column + line.text.indentColumns
        let shown = (start + columns.lowerBound)..<(start + columns.upperBound)
        canvas.link(row: rect.row + row, columns: shown.clamped(to: rect.column..<rect.endColumn), to: target)
      }
    }
    drawMarks(column: column, on: &canvas)
    let found = drawHits(column: column, on: &canvas)
    if case .word(let choice) = state.prompt { draw(choice, column: column, on: &canvas) }
    if state.focus == .body, state.prompt == nil {
      canvas.cursor = found ?? Position(row: rect.row, column: column)
    }
  }

  /// Marked sentences are underlined, and have a bar beside each of their lines; one with a note a pencil beside the first.
  private func drawMarks(column: Int, on canvas: inout Canvas) {
    let body = state.body
    let rows = body.topLine..<(body.topLine + rect.rows)
    for index in body.layout.hits(on: rows, of: body.marks.map(\.hit)) {
      let shown = body.marks[index]
      for (number, span) in body.layout.spans(of: shown.hit).enumerated() where rows.contains(span.line) {
        guard let indent = body.layout.line(at: span.line)?.text.indentColumns else { continue }
        let row = rect.row + span.line - body.topLine
        let area = Rect(
          row: row, column: column + indent + span.columns.lowerBound, rows: 1, columns: span.columns.count)
        canvas.restyle(area) { _ in .marked }
        let sign = number == 0 && !shown.mark.note.isEmpty ? "✎" : "┃"
        canvas.write(sign, .markSign, row: row, column: column - 1, columns: 1)
        canvas.startSegment(row: row, column: column)
      }
    }
  }

  /// The word that is being chosen; a screen reader finds the cursor on it.
  private func draw(_ choice: WordChoice, column: Int, on canvas: inout Canvas) {
    let body = state.body.layout
    for (index, span) in body.spans(of: choice.hit).enumerated() {
      let row = span.line - state.body.topLine
      guard (0..<rect.rows).contains(row), let indent = body.line(at: span.line)?.text.indentColumns else { continue }
      let place = Position(row: rect.row + row, column: column + indent + span.columns.lowerBound)
      canvas.restyle(Rect(row: place.row, column: place.column, rows: 1, columns: span.columns.count)) { _ in .hitWord }
      if index == 0 { canvas.cursor = place }
    }
  }

  /// Says what can be clicked on a line: the story that it names, or its tags and links.
  private func mark(_ line: BodyLayout.Line, at index: Int, row: Int, column: Int, on canvas: inout Canvas) {
    if let link = line.linkIndex {
      canvas.mark(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), .related(link))
      return
    }
    var at = column + line.text.indentColumns
    var utf8Offset = 0
    for run in line.text.runs {
      let columns = canvas.columns(of: run.text)
      if run.role == .tag {
        markTags(run.text, row: row, column: at, on: &canvas)
      } else if let address = state.body.layout.address(onLine: index, utf8Offset: utf8Offset) {
        canvas.markPart(row: row, columns: at..<min(at + columns, rect.endColumn), .link(address))
      }
      at += columns
      utf8Offset += run.text.utf8.count
    }
  }

  /// Blanks inside a tag do not break, so those that do stand between tags.
  private func markTags(_ text: String, row: Int, column: Int, on canvas: inout Canvas) {
    let tags = state.body.story?.article.tags ?? []
    var at = column
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      let columns = canvas.columns(of: String(piece))
      if let tag = tags.first(where: { DisplayText.safe(state.settings.unbrokenTag($0)) == piece }) {
        canvas.markPart(row: row, columns: at..<min(at + columns, rect.endColumn), .tag(tag))
      }
      at += columns + 1
    }
  }

  /// - Returns: where the sentence that is heard or the current hit begins; nil when neither is in sight.
  private func drawHits(column: Int, on canvas: inout Canvas) -> Position? {
    var current: Position?
    let top = state.body.topLine
    if let find = state.body.find {
      for index in state.body.layout.hits(on: top..<(top + rect.rows), of: find.hits) {
        let isCurrent = index == find.currentIndex
        let start = mark(find.hits[index], isCurrent ? .hitCurrent : .hit, column: column, on: &canvas)
        if isCurrent { current = start }
      }
    }
    // What is heard lies over what was found.
    if let spoken = state.speech?.hit, state.speech?.story == state.body.story?.id {
      current = mark(spoken, .hitCurrent, column: column, on: &canvas) ?? current
    }
    return current
  }

  /// - Returns: where the first part of `hit` that is in sight begins.
  private func mark(_ hit: BodyLayout.Hit, _ role: StyleRole, column: Int, on canvas: inout Canvas) -> Position? {
    var start: Position?
    let body = state.body.layout
    for span in body.spans(of: hit) {
      let row = span.line - state.body.topLine
      guard (0..<rect.rows).contains(row), let indent = body.line(at: span.line)?.text.indentColumns else { continue }
      let area = Rect(
        row: rect.row + row, column: column + indent + span.columns.lowerBound, rows: 1, columns: span.columns.count)
      canvas.restyle(area) { _ in role }
      start = start ?? Position(row: area.row, column: area.column)
    }
    return start
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
        canvas.mark(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), .related(index))
        canvas.write(line, row: row, column: rect.column + PaneLayout.paddingColumns, columns: columns)
        row += 1
      }
    }
  }
}
