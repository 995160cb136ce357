import CellText
import NewsModel
import Screen

/// The line in which a search of all stories is typed, and under it how much was found, or what could not be understood and where.
struct SearchLineView {
  let state: ReaderState
  let editor: LineEditor

  func draw(on canvas: inout Canvas) {
    let columns = state.size.columns
    let row = state.size.rows - 2
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: columns), .status)
    let label = state.settings.phrases(columns < 60 ? .searchPromptShort : .searchPrompt)
    let start = canvas.write(label, .statusKey, row: row, column: 1, columns: columns - 10)
    let room = max(1, columns - start - 2)
    let text = LineTail.of(editor.text, columns: room, model: canvas.model)
    let end = canvas.write(text, .status, row: row, column: start, columns: room)
    canvas.cursor = Position(row: row, column: end)
    canvas.isTypedIn = true
    if let trouble = state.search?.trouble {
      drawTrouble(trouble, textStart: start, textEnd: end, on: &canvas)
    } else {
      drawCounts(on: &canvas)
    }
  }

  /// "^^^^ “tgs:” नाम का कोई खाना नहीं है।", the marks under the spot.
  private func drawTrouble(_ trouble: QueryTrouble, textStart: Int, textEnd: Int, on canvas: inout Canvas) {
    let row = state.size.rows - 1
    let columns = state.size.columns
    let place = columnsOf(trouble.place, textStart: textStart, textEnd: textEnd, canvas.model)
    let marks = String(repeating: "^", count: max(1, min(place.count, columns - 2)))
    let at = min(max(1, place.lowerBound), columns - 1 - marks.count)
    canvas.write(marks, .error, row: row, column: at, columns: columns - at)
    let sentence = state.settings.phrases.sentence(for: trouble)
    let needed = canvas.columns(of: sentence)
    if at + marks.count + 1 + needed < columns || at < needed + 3 {
      let column = at + marks.count + 1
      let room = columns - column - 1
      canvas.write(
        sentence.truncated(toColumns: max(0, room), model: canvas.model), .error, row: row, column: column,
        columns: room)
    } else {
      canvas.write(sentence, .error, row: row, column: at - needed - 1, columns: needed)
      // The marks stand where they belong whatever the terminal made of the sentence.
      canvas.startSegment(row: row, column: at)
    }
  }

  /// The columns on the screen that show these bytes of the query; those at its end where they are out of sight.
  private func columnsOf(_ place: Range<Int>, textStart: Int, textEnd: Int, _ model: WidthModel) -> Range<Int> {
    let text = editor.text
    let from = DisplayText.safe(text.prefix(utf8Count: place.lowerBound))
    let to = DisplayText.safe(text.prefix(utf8Count: place.upperBound))
    // The end of a long line is what is seen.
    let cut = model.columns(of: DisplayText.safe(text)) - (textEnd - textStart)
    let start = max(textStart, textStart + model.columns(of: from) - cut)
    return start..<max(start + 1, textStart + model.columns(of: to) - cut)
  }

  private func drawCounts(on canvas: inout Canvas) {
    let row = state.size.rows - 1
    let columns = state.size.columns
    let phrases = state.settings.phrases
    var counts = ""
    if let found = state.headlines.found {
      counts = found.hits.isEmpty ? phrases(.noHits) : state.settings.counts(of: found)
    } else if state.search?.awaited != nil {
      counts = phrases(.searching)
    }
    var column = canvas.write(
      counts.truncated(toColumns: columns - 2, model: canvas.model), .message, row: row, column: 1, columns: columns - 2
    )
    if !counts.isEmpty { column += 3 }
    for (key, phrase) in keys {
      let hint = Hint(key: key, label: phrases(phrase))
      let needed = hint.columns(canvas.model)
      guard column + needed < columns - 1 else { continue }
      column = hint.draw(row: row, column: column, columns: needed, on: &canvas) + 3
    }
  }

  private var keys: [(Key, Phrase)] {
    if state.areRecentShown {
      return [
        (.enter, .statusResults), (.escape, .statusLeave), (.control("d"), .statusForget),
        (.control("k"), .statusForgetAll),
      ]
    }
    return [
      (.enter, .statusResults), (.escape, .statusLeave), (.control("s"), .statusKeep), (.control("x"), .statusMute),
    ]
  }
}

extension ReaderSettings {
  /// "1,234 में से 50 · 3 छिपी"; of few all are there.
  func counts(of found: SearchPage) -> String {
    let shown = dates.count(found.hits.count)
    let isAll = found.totalCount <= found.hits.count
    let total = dates.count(found.totalCount) + (found.isTotalExact ? "" : "+")
    let counted = isAll ? shown : phrases(.foundOf, shown, total)
    return found.hiddenCount > 0 ? counted + " · " + phrases(.hiddenOnes, dates.count(found.hiddenCount)) : counted
  }
}

extension String {
  /// The beginning that has so many bytes, or a few less where that would break a character.
  fileprivate func prefix(utf8Count: Int) -> String {
    var count = min(max(0, utf8Count), utf8.count)
    while count > 0 {
      let index = utf8.index(utf8.startIndex, offsetBy: count)
      if index.samePosition(in: self) != nil { return String(self[..<index]) }
      count -= 1
    }
    return ""
  }
}
