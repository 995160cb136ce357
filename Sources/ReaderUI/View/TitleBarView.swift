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

    let left = drawRefresh(before: rightStart, on: &canvas)
    var column = canvas.write(phrases(.appName), .titleAccent, row: 0, column: 1, columns: left - 2)
    let place = state.edition == .sample ? phrases(.sampleEdition) : phrases(.allStories)
    column = canvas.write(" · " + place, .title, row: 0, column: column, columns: left - column - 1)
    for (filter, part) in state.shownFilters {
      let room = left - column - 3
      let label = DisplayText.safe(state.settings.shown(filter)).truncated(
        toColumns: max(0, room - 2), model: canvas.model)
      guard canvas.columns(of: label) > 1 else { break }
      let start = canvas.write("  ", .titleTag, row: 0, column: column, columns: room + 2)
      column = canvas.write(label + " ×", .titleTag, row: 0, column: start, columns: room)
      canvas.markPart(row: 0, columns: start..<column, .filter(part))
    }
    // Both ends are addressed on their own, so a wrong guess about widths on the left moves nothing on the right.
    canvas.startSegment(row: 0, column: rightStart)
  }

  /// How far the refresh is: "फ़ीडें ━━━───── 12/40 · +35", or as much of that as there is room for; by schedule only the line.
  ///
  /// Returns the column where it begins.
  private func drawRefresh(before end: Int, on canvas: inout Canvas) -> Int {
    guard let refresh = state.refresh else { return end }
    // By schedule it begins with each start, and mostly finds that it is not time yet.
    if refresh.scope == .scheduled, (refresh.progress?.totalCount ?? 0) == 0 { return end }
    let dates = state.settings.dates
    let isListing = (refresh.progress?.stage ?? .listing) == .listing
    let name = state.settings.phrases(isListing ? .listingFeeds : .understandingStories) + " "
    var counts = ""
    var newcomers = ""
    if let progress = refresh.progress {
      counts = " \(dates.number(progress.doneCount))/\(dates.number(progress.totalCount))"
      if progress.newCount > 0 { newcomers = " · +" + dates.number(progress.newCount) }
    }
    var forms: [(name: String, bar: Int, counts: String)] = [
      (name, 12, counts + newcomers), ("", 8, counts + newcomers), ("", 8, counts),
    ]
    if refresh.scope == .scheduled { forms = [("", 12, "")] }
    forms += [("", 8, ""), ("", 4, "")]
    for form in forms {
      let start = end - canvas.columns(of: form.name) - form.bar - canvas.columns(of: form.counts) - 2
      // The place and the filter matter more.
      guard start > state.size.columns * 2 / 5 else { continue }
      canvas.startSegment(row: 0, column: start)
      var column = canvas.write(form.name, .progress, row: 0, column: start, columns: end - start)
      let done = min(form.bar, Int((refresh.share * Double(form.bar)).rounded(.down)))
      let bar = String(repeating: "━", count: done) + String(repeating: "─", count: form.bar - done)
      column = canvas.write(bar, .progress, row: 0, column: column, columns: end - column)
      canvas.write(form.counts, .progress, row: 0, column: column, columns: end - column)
      return start
    }
    return end
  }
}
