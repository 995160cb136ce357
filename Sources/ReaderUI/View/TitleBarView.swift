import CellText
import NewsModel
import Screen

/// Row 0: the program, the place, the filter, how much is unread, the day.
struct TitleBarView {
  let state: ReaderState

  func draw(on canvas: inout Canvas) {
    let phrases = state.settings.phrases
    let dates = state.settings.dates
    let columns = state.size.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: columns), .title)

    let unread = phrases(.newCount, dates.number(state.headlines.unreadCount))
    let day = dates.dayOfWeek(state.now)
    let right = columns >= 60 ? unread + " · " + day : unread
    let rightColumns = canvas.columns(of: right)
    let rightStart = max(0, columns - rightColumns - 1)
    canvas.write(right, .title, row: 0, column: rightStart, columns: columns - rightStart)

    var column = canvas.write(phrases(.appName), .titleAccent, row: 0, column: 1, columns: rightStart - 2)
    let place = state.edition == .sample ? phrases(.sampleEdition) : phrases(.allStories)
    column = canvas.write(" · " + place, .title, row: 0, column: column, columns: rightStart - column - 1)
    for tag in state.headlines.query.tags {
      let room = rightStart - column - 3
      let label = ("#" + DisplayText.safe(state.settings.shown(tag))).truncated(
        toColumns: max(0, room - 2), model: canvas.model)
      guard canvas.columns(of: label) > 1 else { break }
      column = canvas.write("  " + label + " ×", .titleTag, row: 0, column: column, columns: room + 2)
    }
    // Both ends are addressed on their own, so a wrong guess about widths on the left moves nothing on the right.
    canvas.startSegment(row: 0, column: rightStart)
  }
}
