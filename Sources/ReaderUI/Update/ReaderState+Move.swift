import Screen
import NewsModel
/// How far a key moves.
enum Motion: Hashable, Sendable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  case start
  case end
}

extension ReaderState {
  /// Moves in the pane that has the keys.
  mutating func move(_ motion: Motion) -> [ReaderEffect] {
    if layout.shape == .linear, focus != .body,
      let effects = moveLinear(motion, { $0.moveByLines($1) })
    {
      return effects
    }
    switch focus {
    case .headlines: return moveSelection(motion)
    case .highlights: moveHighlight(motion)
    case .body:
      body.isOpened = true
      scrollBody(motion)
    }
    return []
  }

  private mutating func moveByLines(_ count: Int) -> [ReaderEffect] { move(.lines(count)) }

  mutating func scrollBody(_ motion: Motion) {
    let rowCount = layout.body.rows
    let target =
      switch motion {
      case .lines(let count): body.topLine + count
      case .halfPages(let count): body.topLine + count * max(1, rowCount / 2)
      // One line stays in sight, so that the eye finds its place; fingers on a display need none.
      case .pages(let count): body.topLine + count * max(1, rowCount - (layout.shape == .linear ? 0 : 1))
      case .start: 0
      case .end: Int.max
      }
    showBody(fromLine: target)
  }

  /// Puts `line` at the top of the story's pane, or the last line at its bottom where nothing is left below.
  private mutating func showBody(fromLine line: Int) {
    let top = body.layout.layOut(around: line, rowCount: size.rows)
    body.topLine = min(top, max(0, body.layout.lineCount - layout.body.rows))
  }

  /// Puts `place` at the top of the story's pane, or `linesAbove` below it.
  mutating func showBody(at place: BodyLayout.Place, linesAbove: Int = 0) {
    // Once more when what is above is laid out too: its lines were only estimated.
    showBody(fromLine: body.layout.line(at: place))
    if linesAbove > 0 { showBody(fromLine: body.layout.line(at: place) - linesAbove) }
  }

  /// Lays out some more of a long story, or a short one as it will be when it is opened. What is on the screen stays where it is.
  mutating func layOutMore() -> [ReaderEffect] {
    isLayingOut = false
    if body.layout.isComplete {
      prepareOpening()
      return []
    }
    body.topLine = body.layout.layOutNext(utf8Count: settings.sliceUTF8Count, keeping: body.topLine)
    return []
  }

  private mutating func moveHighlight(_ motion: Motion) {
    let last = highlights.highlightCount - 1
    guard last >= 0 else { return }
    let target =
      switch motion {
      case .lines(let count), .halfPages(let count), .pages(let count): highlights.selectedIndex + count
      case .start: 0
      case .end: last
      }
    highlights.selectedIndex = min(max(0, target), last)
    highlights.keepSelectionVisible(rowCount: layout.highlights.rows)
  }

  private mutating func moveSelection(_ motion: Motion) -> [ReaderEffect] {
    guard headlines.totalCount > 0 else { return [] }
    let visible = max(1, visibleHeadlines.count)
    let target =
      switch motion {
      case .lines(let count): headlines.selectedIndex + count
      case .halfPages(let count): headlines.selectedIndex + count * max(1, visible / 2)
      case .pages(let count): headlines.selectedIndex + count * max(1, visible - 1)
      case .start: 0
      case .end: headlines.totalCount - 1
      }
    return select(index: target)
  }
}

extension ReaderState {
  /// The panes that can have the keys now, in Tab's order.
  var reachablePanes: [Pane] {
    var panes: [Pane] = []
    let isStoryAlone = layout.shape == .split && isStoryOpen
    if !isStoryAlone { panes.append(.headlines) }
    let hasPlace = layout.shape == .single ? !settings.page.hidesHighlights : !layout.highlights.isEmpty
    if highlights.highlightCount > 0, hasPlace { panes.append(.highlights) }
    if body.story != nil { panes.append(.body) }
    return panes
  }

  mutating func changePane(by step: Int) -> [ReaderEffect] {
    // One pane at a time: the story must be there before its panes can be.
    if layout.isOnePane, focus == .headlines, body.story?.id != headlines.selected?.id {
      return openSelection()
    }
    let panes = reachablePanes
    guard !panes.isEmpty else { return [] }
    let index = panes.firstIndex(of: focus).map { $0 + step } ?? 0
    focus = panes[(index + panes.count) % panes.count]
    highlights.keepSelectionVisible(rowCount: layout.highlights.rows)
    return []
  }
}
