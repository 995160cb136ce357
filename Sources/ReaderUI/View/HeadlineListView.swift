import CellText
import NewsModel
import Screen

/// The headline list.
struct HeadlineListView {
  let state: ReaderState
  let rect: Rect

  func draw(on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    canvas.mark(rect, .pane(.headlines))
    let list = state.headlines
    if state.areRecentShown {
      drawRecent(on: &canvas)
      return
    }
    if list.totalCount == 0 {
      drawEmpty(on: &canvas)
      return
    }
    var row = rect.row
    for (index, headlineRow) in state.visibleHeadlines {
      draw(headlineRow, index: index, row: row, on: &canvas)
      let rows = min(headlineRow.lines.count, rect.endRow - row)
      canvas.mark(Rect(row: row, column: rect.column, rows: rows, columns: rect.columns), .headline(index))
      if index == list.selectedIndex, state.prompt == nil, state.focus == .headlines {
        canvas.cursor = Position(row: row, column: rect.column + HeadlineRow.gutterColumns)
      }
      row += state.rowHeight(headlineRow)
    }
  }

  private func draw(_ row: HeadlineRow, index: Int, row firstRow: Int, on canvas: inout Canvas) {
    let isSelected = index == state.headlines.selectedIndex
    let isUnread = state.headlines.row(at: index)?.isRead == false
    let rows = min(row.lines.count, rect.endRow - firstRow)
    if isSelected {
      canvas.fill(Rect(row: firstRow, column: rect.column, rows: rows, columns: rect.columns), .headlineSelected)
    }
    for offset in 0..<rows {
      let line = row.lines[offset]
      let at = firstRow + offset
      if isSelected {
        canvas.write(
          state.settings.selectionBar(isFocused: state.focus == .headlines, isFirstLine: offset == 0), .headlineBar,
          row: at, column: rect.column, columns: 1)
      }
      if offset == 0, isUnread {
        canvas.write("●", isSelected ? .unreadMarkSelected : .unreadMark, row: at, column: rect.column + 1, columns: 1)
      }
      let column = rect.column + HeadlineRow.gutterColumns
      canvas.write(line, row: at, column: column, columns: rect.endColumn - column)
      if offset == row.lines.count - 1 { drawMarks(row.marks, row: at, on: &canvas) }
    }
  }

  /// What was searched before, while nothing is typed.
  private func drawRecent(on canvas: inout Canvas) {
    let columns = rect.columns - HeadlineRow.gutterColumns - 1
    let title = state.settings.phrases(.recentSearches)
    canvas.write(title, .section, row: rect.row, column: rect.column + HeadlineRow.gutterColumns, columns: columns)
    for (index, text) in state.settings.recentSearches.prefix(max(0, rect.rows - 1)).enumerated() {
      let row = rect.row + 1 + index
      let isSelected = index == state.search?.recentIndex
      canvas.mark(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), .recentSearch(index))
      if isSelected {
        canvas.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), .headlineSelected)
        canvas.write(
          state.settings.selectionBar(isFocused: true, isFirstLine: true), .headlineBar, row: row, column: rect.column,
          columns: 1)
      }
      let shown = DisplayText.safe(text).truncated(toColumns: max(1, columns), model: canvas.model)
      canvas.write(
        shown, isSelected ? .headlineSelected : .headline, row: row, column: rect.column + HeadlineRow.gutterColumns,
        columns: columns)
    }
  }

  private func drawMarks(_ marks: [TextRun], row: Int, on canvas: inout Canvas) {
    let columns = marks.reduce(0) { $0 + canvas.columns(of: $1.text) }
    guard columns > 0 else { return }
    var column = rect.endColumn - columns - 1
    canvas.startSegment(row: row, column: column)
    for mark in marks {
      column = canvas.write(mark.text, mark.role, row: row, column: column, columns: rect.endColumn - column)
    }
  }

  private func drawEmpty(on canvas: inout Canvas) {
    guard state.hasLoadedHeadlines else { return }
    let isFiltered = state.headlines.query.isFiltered
    let phrases = state.settings.phrases
    let sentences =
      state.headlines.found != nil
      ? [phrases(.noHits), phrases(.noHitsHint)]
      : isFiltered ? [phrases(.noMatch), phrases(.noMatchHint)] : [phrases(.emptyStore), phrases(.emptyStoreHint)]
    let wrapper = TextWrapper(model: state.settings.widthModel, language: state.settings.language.rawValue)
    var row = rect.row + min(2, max(0, rect.rows - 6))
    for (sentence, role) in zip(sentences, [StyleRole.headline, .pageDim]) {
      for line in wrapper.lines([TextRun(sentence, role)], columns: max(1, rect.columns - 4)) where row < rect.endRow {
        canvas.write(line, row: row, column: rect.column + 2, columns: rect.columns - 3)
        row += 1
      }
      row += 1
    }
  }
}

extension ReaderSettings {
  /// The sign at the left edge of what is selected: on each of its lines, or on the first where signs are read aloud.
  func selectionBar(isFocused: Bool, isFirstLine: Bool) -> String {
    if frames == .lines { return isFocused ? "▌" : "▏" }
    return isFirstLine ? (isFocused ? ">" : "-") : " "
  }
}
