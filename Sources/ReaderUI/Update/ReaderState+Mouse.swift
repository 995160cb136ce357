import NewsModel
import Screen

extension ReaderState {
  /// Rows that one step of the wheel goes.
  private static let wheelRowCount = 3

  /// The mouse: what a click means is asked of the page as it is drawn.
  mutating func apply(_ event: MouseEvent) -> [ReaderEffect] {
    guard settings.isMouseOn, Rect(row: 0, column: 0, rows: size.rows, columns: size.columns).contains(event.position)
    else { return event.kind == .release ? finishDrawingEdge() : [] }
    switch event.kind {
    case .wheelDown: return turnWheel(by: 1, at: event.position)
    case .wheelUp: return turnWheel(by: -1, at: event.position)
    case .press(.left): return press(at: event.position, event.modifiers)
    case .drag(.left): return drawEdge(to: event.position)
    case .release: return finishDrawingEdge()
    case .press, .drag: return []
    }
  }

  /// `*`: the mouse is the reader's, or the terminal's own.
  mutating func toggleMouse() -> [ReaderEffect] {
    settings.isMouseOn.toggle()
    drawnEdge = nil
    let key = settings.keys.names(for: .toggleMouse, in: focus).first ?? ReaderAction.toggleMouse.name
    return [.saveMouse(settings.isMouseOn)] + say(settings.isMouseOn ? .mouseOn : .mouseOff, key)
  }
}

// MARK: - Clicks

extension ReaderState {
  private mutating func press(at place: Position, _ modifiers: MouseEvent.Modifiers) -> [ReaderEffect] {
    drawnEdge = nil
    guard let target = ReaderView().targets(self).target(at: place) else { return [] }
    if case .key(let key) = target { return apply(.terminal(.key(key))) }
    // Who clicks has taken over from a macro, and gives up a sequence of keys.
    awaitedActions = []
    typedKeys = []
    if case .action(let action) = target { return perform([action]) }
    if case .picker(let picker) = prompt { return click(target, in: picker, modifiers) }
    // Whoever clicks has read it.
    message = nil
    var effects: [ReaderEffect] = []
    switch prompt {
    case .find(let editor): effects = applyToPrompt(editor.isBlank ? .escape : .enter)
    case .search(let editor):
      if case .recentSearch(let index) = target {
        search?.recentIndex = index
        return applyToPrompt(.enter)
      }
      if case .headline(let index) = target, !editor.isBlank { return applyToPrompt(.enter) + click(headline: index) }
      return []
    // A name or an address is being typed: a click beside it must not lose it.
    case .address, .queryName, .tagRename, .tagName, .note, .pipe: return []
    case .word: prompt = nil
    case .picker, nil: break
    }
    return effects + click(target)
  }

  private mutating func click(_ target: ScreenTarget) -> [ReaderEffect] {
    switch target {
    case .headline(let index): return click(headline: index)
    case .highlight(let index):
      focus = .highlights
      highlights.selectedIndex = index
      return openSelection()
    case .related(let index):
      return body.layout.links.indices.contains(index) ? choose(body.layout.links[index]) : []
    case .tag(let name): return filter(byTag: name)
    case .link(let address): return openLink(address, .link)
    case .filter(let part): return takeOff(part)
    case .edge(let edge):
      drawnEdge = edge
      return []
    case .pane(let pane): return go(to: pane)
    case .recentSearch, .picker, .pickerRow, .key, .action: return []
    }
  }

  /// The first click selects, one on the selected headline opens: two clicks, however slow, or on what is selected one.
  private mutating func click(headline index: Int) -> [ReaderEffect] {
    let isSelected = index == headlines.selectedIndex
    let effects = go(to: .headlines)
    return effects + (isSelected ? openSelection() : select(index: index))
  }

  /// As Tab does. In one pane at a time a name in the line above leads there.
  private mutating func go(to pane: Pane) -> [ReaderEffect] {
    guard pane != focus else { return [] }
    if pane == .headlines, isStoryOpen { return goToList() + previewSelection() }
    guard reachablePanes.contains(pane) else { return [] }
    focus = pane
    highlights.keepSelectionVisible(rowCount: layout.highlights.rows)
    return []
  }

  /// As in the list; with Control a row of those that can be taken together gets its mark.
  private mutating func click(
    _ target: ScreenTarget, in open: PickerState, _ modifiers: MouseEvent.Modifiers
  ) -> [ReaderEffect] {
    guard case .pickerRow(let index) = target, open.matches.indices.contains(index),
      !open.items[open.matches[index].itemIndex].isHeading
    else { return [] }
    var picker = open
    let isSelected = index == open.selectedIndex
    picker.selectedIndex = index
    picker.followsSelection = true
    prompt = .picker(picker)
    if modifiers.contains(.control), picker.kind.takesSeveral {
      picker.toggleMark()
      picker.selectedIndex = index
      prompt = .picker(picker)
      return []
    }
    if isSelected { return applyToPrompt(.enter) }
    showSelectedTheme(of: picker)
    return []
  }
}

// MARK: - The wheel

extension ReaderState {
  private mutating func turnWheel(by step: Int, at place: Position) -> [ReaderEffect] {
    if case .picker(var picker) = prompt {
      let rowCount = layout.shape == .linear ? 1 : PickerLayout(size: size, picker: picker).rowCount
      if layout.shape == .linear {
        picker.moveSelection(by: step)
      } else {
        picker.scroll(by: step * Self.wheelRowCount, rowCount: rowCount)
      }
      picker.followsSelection = true
      prompt = .picker(picker)
      showSelectedTheme(of: picker)
      return []
    }
    let layout = layout
    if layout.shape == .linear { return move(.pages(step)) }
    if layout.headlines.contains(place) { return scrollList(by: step) }
    if layout.highlights.contains(place) {
      scrollHighlights(by: step * Self.wheelRowCount)
    } else if layout.body.contains(place) || layout.related.contains(place), body.story != nil {
      body.isOpened = true
      scrollBody(.lines(step * Self.wheelRowCount))
    }
    return []
  }

  /// Moves the list by the headlines that are three rows, which is mostly one. The selection stays until it would leave the screen.
  private mutating func scrollList(by step: Int) -> [ReaderEffect] {
    if areRecentShown { return applyToPrompt(step > 0 ? .down : .up) }
    let rowCount = listRect.rows
    var rows = 0
    var top = headlines.topIndex
    while rows < Self.wheelRowCount {
      let shown = visibleHeadlines
      let index = step > 0 ? top : top - 1
      guard index >= 0, let height = self.height(ofHeadline: index) else { break }
      // The last headline stands at the bottom of the pane, not alone at its top.
      if step > 0, let last = shown.last, last.index == headlines.totalCount - 1,
        shown.reduce(0, { $0 + rowHeight($1.row) }) - headlineGapRows <= rowCount
      {
        break
      }
      rows += height
      top += step
      headlines.topIndex = top
    }
    let whole = wholeHeadlines
    guard !whole.isEmpty else { return [] }
    let index = min(max(headlines.selectedIndex, whole.lowerBound), whole.upperBound - 1)
    guard index != headlines.selectedIndex else { return [] }
    return select(index: index)
  }

  private mutating func scrollHighlights(by rowCount: Int) {
    let rows = layout.highlights.rows
    let last = max(0, highlights.lines.count - rows)
    highlights.topLine = min(max(0, highlights.topLine + rowCount), last)
    let shown = highlights.highlightIndices.dropFirst(highlights.topLine).prefix(rows)
    guard let first = shown.first, let end = shown.last else { return }
    highlights.selectedIndex = min(max(highlights.selectedIndex, first), end)
  }
}

// MARK: - Edges

extension ReaderState {
  private mutating func drawEdge(to place: Position) -> [ReaderEffect] {
    guard let edge = drawnEdge else { return [] }
    moveEdge(edge, share: layout.share(of: edge, at: place))
    return []
  }

  private mutating func finishDrawingEdge() -> [ReaderEffect] {
    guard drawnEdge != nil else { return [] }
    drawnEdge = nil
    return [.saveSplit(settings.split)]
  }

  /// `<` and `>`: a narrower or a wider list.
  mutating func widenList(by columns: Int) -> [ReaderEffect] {
    guard let border = layout.borderColumns.first else { return [] }
    moveEdge(.list, share: layout.share(of: .list, at: Position(row: 0, column: border + columns)))
    return [.saveSplit(settings.split)]
  }

  private mutating func moveEdge(_ edge: PaneEdge, share: Int) {
    let before = layout
    let split = settings.split
    switch edge {
    case .list: settings.split.list = share
    case .highlights: settings.split.highlights = share
    case .side: settings.split.side = share
    }
    if layout == before { return settings.split = split }
    layOutAgain()
  }
}
