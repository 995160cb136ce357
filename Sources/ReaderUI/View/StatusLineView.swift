import CellText
import NewsModel
import Screen

/// The last row: a message, the line in which a search is typed, or the keys that matter now; at the right the place in the list.
struct StatusLineView {
  let state: ReaderState

  func draw(on canvas: inout Canvas) {
    let row = state.size.rows - 1
    let columns = state.size.columns
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: columns), .status)
    if case .search(let editor) = state.prompt {
      SearchLineView(state: state, editor: editor).draw(on: &canvas)
      return
    }
    let right = place
    let rightStart = max(0, columns - canvas.columns(of: right) - 1)
    if case .find(let editor) = state.prompt {
      draw(editor, .findPrompt, room: 10, row: row, on: &canvas)
    } else if case .address(let editor) = state.prompt {
      // The address needs the room more than the words do.
      draw(editor, columns < 60 ? .addressPromptShort : .addressPrompt, room: 1, row: row, on: &canvas)
      return
    } else if case .tagName(let editor, _) = state.prompt {
      draw(editor, columns < 60 ? .tagPromptShort : .tagPrompt, room: 1, row: row, on: &canvas)
      return
    } else if case .tagRename(let editor, _) = state.prompt {
      draw(editor, .tagRenamePrompt, room: 1, row: row, on: &canvas)
      return
    } else if case .queryName(let editor, let query) = state.prompt {
      draw(editor, query.use == .mute ? .ruleNamePrompt : .listNamePrompt, room: 1, row: row, on: &canvas)
      return
    } else if let message = state.message {
      let text = DisplayText.safe(message.text).truncated(toColumns: max(1, rightStart - 2), model: canvas.model)
      canvas.write(text, message.isError ? .error : .message, row: row, column: 1, columns: rightStart - 1)
    } else {
      drawKeys(row: row, end: rightStart - 1, on: &canvas)
    }
    canvas.startSegment(row: row, column: rightStart)
    // One column stays free: writing into a screen's last cell makes some terminals scroll.
    canvas.write(right, .status, row: row, column: rightStart, columns: columns - rightStart - 1)
  }

  /// "3/26", or the hit that a search stands on.
  private var place: String {
    let dates = state.settings.dates
    if let find = state.body.find, find.kind != .sentence, state.search == nil || state.focus != .headlines {
      let current = find.hits.isEmpty ? 0 : find.currentIndex + 1
      return "\(dates.number(current))/\(dates.number(find.hits.count))"
    }
    guard state.headlines.totalCount > 0 else { return "" }
    return "\(dates.number(state.headlines.selectedIndex + 1))/\(dates.number(state.headlines.totalCount))"
  }

  /// A line that is typed in, with `right` columns kept free at its right.
  private func draw(_ editor: LineEditor, _ label: Phrase, room right: Int, row: Int, on canvas: inout Canvas) {
    let label = state.settings.phrases(label)
    var column = canvas.write(label, .statusKey, row: row, column: 1, columns: state.size.columns - 10)
    let room = max(1, state.size.columns - column - right)
    column = canvas.write(
      LineTail.of(editor.text, columns: room, model: canvas.model), .status, row: row, column: column, columns: room)
    canvas.cursor = Position(row: row, column: column)
  }

  private func drawKeys(row: Int, end: Int, on canvas: inout Canvas) {
    var column = 1
    for (key, phrase) in keys {
      let label = state.settings.phrases(phrase)
      let needed = canvas.columns(of: key) + 1 + canvas.columns(of: label)
      // A key with half its word helps nobody.
      guard column + needed <= end else { continue }
      column = canvas.write(key, .statusKey, row: row, column: column, columns: needed)
      column = canvas.write(" " + label, .status, row: row, column: column, columns: needed) + 3
    }
  }

  private var keys: [(String, Phrase)] {
    if case .picker(let picker) = state.prompt {
      let mark: [(String, Phrase)] = picker.kind.takesSeveral ? [("Tab", .statusMark)] : []
      if picker.kind == .catalogue {
        return [
          ("Enter", .statusOn), ("Space", .statusMark), ("^A", .statusAll), ("Esc", .statusLeave),
          ("Backspace", .statusBack),
        ]
      }
      if picker.kind == .feeds {
        return [
          ("Enter", .statusStories), ("+", .statusAdd), ("^R", .statusRefresh), ("^D", .statusUnsubscribe),
          ("Esc", .statusLeave),
        ]
      }
      if picker.kind == .tags {
        return [("Enter", .statusTake), ("Space", .statusTagMark), ("→", .statusTagPage)] + mark + [
          ("Esc", .statusLeave)
        ]
      }
      if picker.kind == .savedQueries {
        return [
          ("Enter", .statusStories), ("^D", .statusUnsubscribe), ("^R", .statusRename), ("Esc", .statusLeave),
        ]
      }
      if case .tagPage = picker.kind {
        return [
          ("Enter", .statusOpen), ("^R", .statusRename), ("^G", .statusMerge), ("Esc", .statusLeave),
          ("Backspace", .statusBack),
        ]
      }
      return [("Enter", .statusTake)] + mark + [("Esc", .statusLeave)]
    }
    if let speech = state.speech {
      return [
        ("v", speech.isPaused ? .statusResume : .statusPause), (") (", .statusSentences), ("Esc", .statusSilence),
        ("j k", .statusMove), ("?", .statusHelp),
      ]
    }
    if state.isWalkingHits || (state.body.find?.kind == .typed) {
      return [("n p", .statusNext), ("Esc", .statusEnd), ("?", .statusHelp)]
    }
    let dismiss: [(String, Phrase)] = state.edition == .sample ? [("X", .statusDismiss)] : []
    let choose: [(String, Phrase)] = state.edition == .sample ? [("C", .statusSources)] : []
    switch state.focus {
    case .headlines where state.search != nil:
      return [
        ("Enter", .statusOpen), ("Esc", .statusListBack), ("/", .statusSearch), ("+", .statusKeep), ("-", .statusMute),
        ("j k", .statusMove), ("?", .statusHelp),
      ]
    case .headlines:
      return [("?", .statusHelp)] + choose + [("Enter", .statusOpen), ("t", .statusTags), ("j k", .statusMove)]
        + dismiss
        + [
          ("/", .statusSearch), ("R", .statusRefresh), ("r", .statusRelated), ("F", .statusFeeds), ("Tab", .statusPane),
        ]
    case .body where state.body.find?.kind == .sentence:
      return [("Backspace", .statusHighlight), ("Esc", .statusEnd), ("j k", .statusMove), ("?", .statusHelp)]
    case .highlights:
      return [
        ("Enter", .statusSentence), ("j k", .statusMove), ("Tab", .statusPane), ("Backspace", .statusBack),
        ("?", .statusHelp),
      ] + dismiss
    case .body:
      return [("?", .statusHelp), ("Backspace", .statusBack), ("1–9", .statusRelated), ("/", .statusFindHere)] + dismiss
        + [("Tab", .statusPane), ("t", .statusTags)]
    }
  }
}

/// The end of a typed line that is longer than its room, cut between clusters.
enum LineTail {
  static func of(_ text: String, columns: Int, model: WidthModel) -> String {
    let text = DisplayText.safe(text)
    var taken = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      taken += model.columns(of: text[before])
      if taken > columns { break }
      start = before
    }
    return String(text[start...])
  }
}
