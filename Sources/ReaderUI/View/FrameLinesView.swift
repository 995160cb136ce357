import NewsModel
import CellText
import Screen

/// The thin lines between panes, with the panes' names on them; the pane that has the keys in the accent colour.
struct FrameLinesView {
  let state: ReaderState
  let layout: PaneLayout

  func draw(on canvas: inout Canvas) {
    let bottom = state.size.rows - 2
    if layout.shape == .single {
      drawBreadcrumb(on: &canvas)
      return
    }
    canvas.drawHorizontalLine(row: 1, columns: 0..<state.size.columns)
    for column in layout.borderColumns { canvas.drawVerticalLine(column: column, rows: 1..<(bottom + 1)) }
    if let band = layout.bandRow {
      // From the border on, where there is one, so that the two lines join.
      let start =
        layout.borderColumns.contains(layout.highlights.column - 1)
        ? layout.highlights.column - 1 : layout.highlights.column
      canvas.drawHorizontalLine(row: band, columns: start..<layout.highlights.endColumn)
    }
    drawNames(on: &canvas)
  }

  private func drawNames(on canvas: inout Canvas) {
    let phrases = state.settings.phrases
    if !layout.headlines.isEmpty {
      drawName(listName, .headlines, row: 1, over: layout.headlines, on: &canvas)
    }
    if !layout.highlights.isEmpty {
      drawName(highlightsName, .highlights, row: 1, over: layout.highlights, on: &canvas)
    }
    let isUnderBand = layout.bandRow != nil && layout.related.isEmpty
    let bodyRow = isUnderBand ? layout.bandRow ?? 1 : 1
    drawName(phrases(.story), .body, row: bodyRow, over: layout.body, on: &canvas)
    drawProgress(row: bodyRow, on: &canvas)
    if !layout.related.isEmpty, !state.body.layout.links.isEmpty {
      drawName(phrases(.related), nil, row: layout.bandRow ?? 1, over: layout.related, on: &canvas)
    }
  }

  /// What the list holds: "सुर्खियाँ", or "खोज · 1,234 में से 50 · 3 छिपी".
  private var listName: String {
    let phrases = state.settings.phrases
    guard let found = state.headlines.found else { return phrases(.headlines) }
    return phrases(.search) + " · " + state.settings.counts(of: found)
  }

  /// "मुख्य बातें · प्रकाशक": nobody takes what was chosen by a program for the publisher's words.
  private var highlightsName: String {
    let phrases = state.settings.phrases
    let origins = state.body.story?.article.highlights.map(\.origin) ?? []
    let names = [(Highlight.Origin.publisher, Phrase.publisherOrigin), (.extracted, .extractedOrigin)]
      .filter { origins.contains($0.0) }.map { phrases($0.1) }
    return ([phrases(.highlights)] + names).joined(separator: " · ")
  }

  private func drawName(_ name: String, _ pane: Pane?, row: Int, over rect: Rect, on canvas: inout Canvas) {
    let role: StyleRole = pane == state.focus && pane != nil ? .frameFocused : .frameTitle
    let text = " " + name.truncated(toColumns: max(1, rect.columns - 6), model: canvas.model) + " "
    let end = canvas.write(text, role, row: row, column: rect.column + 1, columns: rect.columns - 2)
    if role == .frameFocused { canvas.write("━", .frameFocused, row: row, column: rect.column, columns: 1) }
    canvas.startSegment(row: row, column: end)
    if let pane, pane != .body || row == 1 {
      canvas.mark(Rect(row: row, column: rect.column, rows: 1, columns: end - rect.column), .pane(pane))
    }
  }

  /// How far down the story the pane is, at the right end of its line.
  private func drawProgress(row: Int, on canvas: inout Canvas) {
    let hidden = state.body.layout.lineCount - layout.body.rows
    guard hidden > 0, state.body.story != nil, layout.body.columns > 30 else { return }
    let percent = state.settings.dates.number(min(100, state.body.topLine * 100 / hidden))
    let text = " \(percent) % "
    let column = layout.body.endColumn - canvas.columns(of: text) - 1
    canvas.startSegment(row: row, column: column)
    canvas.write(text, .frameTitle, row: row, column: column, columns: layout.body.endColumn - column)
  }

  private func drawBreadcrumb(on canvas: inout Canvas) {
    let phrases = state.settings.phrases
    let places: [(Pane, Phrase)] = [(.headlines, .headlines), (.highlights, .highlights), (.body, .story)]
    var column = 1
    for (pane, name) in places where state.reachablePanes.contains(pane) || pane == state.focus {
      if column > 1 {
        column = canvas.write(" › ", .frame, row: 1, column: column, columns: state.size.columns - column)
      }
      let role: StyleRole = pane == state.focus ? .frameFocused : .frameTitle
      let isHighlights = pane == .highlights && pane == state.focus
      let name = pane == .headlines ? listName : isHighlights ? highlightsName : phrases(name)
      let start = column
      column = canvas.write(name, role, row: 1, column: start, columns: state.size.columns - start)
      canvas.markPart(row: 1, columns: start..<column, .pane(pane))
    }
  }
}
