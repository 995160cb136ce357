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
    } else if case .pipe(let pipe) = state.prompt {
      draw(pipe.editor, pipe.form == .json ? .pipePromptJSON : .pipePrompt, room: 1, row: row, on: &canvas)
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
    } else if !state.typedKeys.isEmpty {
      drawContinuations(row: row, end: rightStart - 1, on: &canvas)
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

  /// The keys that were pressed, and what may follow: "g …   g शुरू में   e अंत में".
  private func drawContinuations(row: Int, end: Int, on canvas: inout Canvas) {
    let typed = Key.name(of: state.typedKeys) + " …"
    let column = canvas.write(typed, .statusKey, row: row, column: 1, columns: max(0, end - 1)) + 3
    let follows = state.settings.keys.continuations(of: state.typedKeys, in: state.focus).map { key, actions in
      (key.name, actions.map(state.settings.label) ?? state.settings.phrases(.keysWait))
    }
    draw(follows, row: row, column: column, end: end, on: &canvas)
  }

  private func drawKeys(row: Int, end: Int, on canvas: inout Canvas) {
    draw(keys.map { ($0, state.settings.phrases($1)) }, row: row, column: 1, end: end, on: &canvas)
  }

  private func draw(_ hints: [(String, String)], row: Int, column start: Int, end: Int, on canvas: inout Canvas) {
    var column = start
    for (key, label) in hints {
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
    return boundKeys.compactMap { actions, phrase in
      let names = actions.compactMap { state.settings.keys.names(for: $0, in: state.focus).first }
      if actions.first == .openRelated(1) { return names.first.map { ($0 == "1" ? "1–9" : $0, phrase) } }
      return names.count == actions.count ? (names.joined(separator: " "), phrase) : nil
    }
  }

  /// What matters on the page itself; an action without a key has no place here.
  private var boundKeys: [([ReaderAction], Phrase)] {
    let move: ([ReaderAction], Phrase) = ([.moveDown, .moveUp], .statusMove)
    let help: ([ReaderAction], Phrase) = ([.help], .statusHelp)
    if state.isWalkingHits || (state.body.find?.kind == .typed) {
      return [([.nextUnread, .previousUnread], .statusNext), ([.clear], .statusEnd), help]
    }
    let dismiss: [([ReaderAction], Phrase)] = state.edition == .sample ? [([.dismissSample], .statusDismiss)] : []
    let choose: [([ReaderAction], Phrase)] = state.edition == .sample ? [([.chooseSources], .statusSources)] : []
    switch state.focus {
    case .headlines where state.search != nil:
      return [
        ([.open], .statusOpen), ([.clear], .statusListBack), ([.find], .statusSearch), ([.saveList], .statusKeep),
        ([.saveMuteRule], .statusMute), move, help,
      ]
    case .headlines:
      return [help] + choose + [([.open], .statusOpen), ([.filterByTag], .statusTags), move] + dismiss
        + [
          ([.find], .statusSearch), ([.refresh], .statusRefresh), ([.showRelated], .statusRelated),
          ([.showFeeds], .statusFeeds), ([.nextPane], .statusPane),
        ]
    case .body where state.body.find?.kind == .sentence:
      return [([.back], .statusHighlight), ([.clear], .statusEnd), move, help]
    case .highlights:
      return [([.open], .statusSentence), move, ([.nextPane], .statusPane), ([.back], .statusBack), help] + dismiss
    case .body:
      let pictures: [([ReaderAction], Phrase)] =
        state.settings.pictures != .never && state.hasPictures ? [([.togglePictures], .statusPictures)] : []
      return [help, ([.back], .statusBack)] + pictures + [
        ([.openRelated(1)], .statusRelated), ([.find], .statusFindHere),
      ] + dismiss + [([.nextPane], .statusPane), ([.filterByTag], .statusTags)]
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
