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
    if case .search(let editor) = state.prompt, state.layout.shape != .linear {
      SearchLineView(state: state, editor: editor).draw(on: &canvas)
      return
    }
    let right = place
    let rightStart = max(0, columns - canvas.columns(of: right) - 1)
    if case .search(let editor) = state.prompt {
      if let trouble = state.search?.trouble {
        let sentence = "! " + state.settings.phrases.sentence(for: trouble)
        canvas.write(
          sentence.truncated(toColumns: columns, model: canvas.model), .error, row: row, column: 0, columns: columns)
        canvas.cursor = Position(row: row, column: 0)
        return
      }
      draw(editor, .searchPromptShort, room: 1, row: row, on: &canvas)
      return
    } else if case .find(let editor) = state.prompt {
      draw(editor, .findPrompt, room: 10, row: row, on: &canvas)
    } else if case .address(let editor) = state.prompt {
      // The address needs the room more than the words do.
      draw(editor, columns < 60 ? .addressPromptShort : .addressPrompt, room: 1, row: row, on: &canvas)
      return
    } else if case .tagName(let editor, _) = state.prompt {
      draw(editor, columns < 60 ? .tagPromptShort : .tagPrompt, room: 1, row: row, on: &canvas)
      return
    } else if case .note(let editor, _) = state.prompt {
      draw(editor, columns < 60 ? .notePromptShort : .notePrompt, room: 1, row: row, on: &canvas)
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
    } else if case .word(let choice) = state.prompt {
      draw(choice, row: row, end: rightStart - 1, on: &canvas)
    } else if let message = state.message {
      let text = DisplayText.safe((message.isError ? "! " : "") + message.text).truncated(
        toColumns: max(1, rightStart - 2), model: canvas.model)
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
    canvas.isTypedIn = true
  }

  /// "बावड़ी · 4 और ख़बरों में   Enter ख़बरें दिखाएँ   ← → शब्द".
  private func draw(_ choice: WordChoice, row: Int, end: Int, on canvas: inout Canvas) {
    let phrases = state.settings.phrases
    let count =
      switch choice.otherCount {
      case nil: phrases(.wordIsCounted)
      case 0: phrases(.wordInNone)
      case let count?: phrases(.wordInOthers, state.settings.dates.count(count))
      }
    let room = max(1, end - 1 - canvas.columns(of: count) - 3)
    let word = choice.word.truncated(toColumns: room, model: canvas.model)
    var column = canvas.write(word, .statusKey, row: row, column: 1, columns: room)
    column = canvas.write(" · " + count, .status, row: row, column: column, columns: max(0, end - column)) + 3
    let hints = [
      Hint(key: .enter, label: phrases(.statusLookUp)),
      Hint(parts: [("←", .key(.left)), ("→", .key(.right))], label: phrases(.statusWord)),
      Hint(key: .escape, label: phrases(.statusLeave)),
    ]
    draw(hints, row: row, column: column, end: end, on: &canvas)
  }

  /// The keys that were pressed, and what may follow: "g …   g शुरू में   e अंत में".
  private func drawContinuations(row: Int, end: Int, on canvas: inout Canvas) {
    let typed = Key.name(of: state.typedKeys) + " …"
    let column = canvas.write(typed, .statusKey, row: row, column: 1, columns: max(0, end - 1)) + 3
    let follows = state.settings.keys.continuations(of: state.typedKeys, in: state.focus).map { key, actions in
      Hint(key: key, label: actions.map(state.settings.label) ?? state.settings.phrases(.keysWait))
    }
    draw(follows, row: row, column: column, end: end, on: &canvas)
  }

  private func drawKeys(row: Int, end: Int, on canvas: inout Canvas) {
    draw(hints, row: row, column: 1, end: end, on: &canvas)
  }

  private func draw(_ hints: [Hint], row: Int, column start: Int, end: Int, on canvas: inout Canvas) {
    var column = start
    for hint in hints {
      let needed = hint.columns(canvas.model)
      // A key with half its word helps nobody.
      guard column + needed <= end else { continue }
      column = hint.draw(row: row, column: column, columns: needed, on: &canvas) + 3
    }
  }

  private var hints: [Hint] {
    let phrases = state.settings.phrases
    if case .picker(let picker) = state.prompt {
      return keys(of: picker.kind).map { Hint(key: $0, label: phrases($1)) }
    }
    return boundKeys.compactMap { actions, phrase in
      let names = actions.compactMap { state.settings.keys.firstName(for: $0, in: state.focus) }
      guard names.count == actions.count else { return nil }
      // Nine keys cannot be clicked apart: the list of them is meant.
      if actions == [.openRelated(1)] {
        return Hint(parts: [(names[0] == "1" ? "1–9" : names[0], .action(.showRelated))], label: phrases(phrase))
      }
      return Hint(parts: zip(names, actions).map { ($0, .action($1)) }, label: phrases(phrase))
    }
  }

  private func keys(of kind: PickerState.Kind) -> [(Key, Phrase)] {
    let mark: [(Key, Phrase)] = kind.takesSeveral ? [(.tab, .statusMark)] : []
    let leave: (Key, Phrase) = (.escape, .statusLeave)
    switch kind {
    case .catalogue:
      return [
        (.enter, .statusOn), (.scalar(" "), .statusMark), (.control("a"), .statusAll), leave,
        (.backspace, .statusBack),
      ]
    case .feeds:
      return [
        (.enter, .statusStories), (.scalar("+"), .statusAdd), (.control("r"), .statusRefresh),
        (.control("d"), .statusUnsubscribe), leave,
      ]
    case .tags:
      return [(.enter, .statusTake), (.scalar(" "), .statusTagMark), (.right, .statusTagPage)] + mark + [leave]
    case .savedQueries:
      return [
        (.enter, .statusStories), (.control("d"), .statusUnsubscribe), (.control("r"), .statusRename), leave,
      ]
    case .marks: return [(.enter, .statusSentence), (.control("d"), .statusUnsubscribe), leave]
    case .tagPage:
      return [
        (.enter, .statusOpen), (.control("r"), .statusRename), (.control("g"), .statusMerge), leave,
        (.backspace, .statusBack),
      ]
    default: return [(.enter, .statusTake)] + mark + [leave]
    }
  }

  /// What matters on the page itself; an action without a key has no place here.
  private var boundKeys: [([ReaderAction], Phrase)] {
    let move: ([ReaderAction], Phrase) = ([.moveDown, .moveUp], .statusMove)
    let help: ([ReaderAction], Phrase) = ([.help], .statusHelp)
    if let speech = state.speech {
      return [
        ([.toggleSpeech], speech.isPaused ? .statusResume : .statusPause),
        ([.nextSentence, .previousSentence], .statusSentences), ([.clear], .statusSilence), move, help,
      ]
    }
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
      return (state.highlightStop == nil ? [] : [([.back], .statusHighlight)])
        + [
          ([.toggleMark], .statusSign), ([.editNote], .statusNote),
          ([.nextSentence, .previousSentence], .statusNextSentence),
          ([.clear], .statusLeave), help,
        ]
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

/// A key, or several with one word, and what they do; a click on one is the key.
struct Hint {
  var parts: [(name: String, target: ScreenTarget)]
  var label: String

  init(parts: [(String, ScreenTarget)], label: String) {
    self.parts = parts
    self.label = label
  }

  init(key: Key, label: String) { self.init(parts: [(key.name, .key(key))], label: label) }

  func columns(_ model: WidthModel) -> Int {
    parts.reduce(0) { $0 + model.columns(of: $1.name) + 1 } + model.columns(of: label)
  }

  /// The words are what the first key is. Returns the column after them.
  func draw(row: Int, column: Int, columns: Int, on canvas: inout Canvas) -> Int {
    var places: [(Range<Int>, ScreenTarget)] = []
    var at = column
    for (index, part) in parts.enumerated() {
      let name = (index > 0 ? " " : "") + part.name
      let next = canvas.write(name, .statusKey, row: row, column: at, columns: columns - (at - column))
      places.append((at + (index > 0 ? 1 : 0)..<next, part.target))
      at = next
    }
    let end = canvas.write(" " + label, .status, row: row, column: at, columns: columns - (at - column))
    if let first = parts.first { canvas.markPart(row: row, columns: column..<end, first.target) }
    for (place, target) in places.dropFirst() {
      canvas.mark(Rect(row: row, column: place.lowerBound, rows: 1, columns: place.count), target)
    }
    return end
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
