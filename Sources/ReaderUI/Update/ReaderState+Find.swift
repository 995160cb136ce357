import NewsModel
import Screen

extension ReaderState {
  /// Opens the line in which a search of the story is typed.
  mutating func startFind() -> [ReaderEffect] {
    // One pane at a time: the story is opened, and what is typed meanwhile is already the search.
    let isHidden = !isSelectionShown || (layout.isOnePane && focus == .headlines)
    let effects = isHidden ? openSelection() : []
    guard body.story != nil || awaitedStory != nil else { return [] }
    if !isHidden { focus = .body }
    body.isOpened = true
    body.findStart = body.layout.place(atLine: body.topLine)
    prompt = .find(LineEditor(""))
    return effects
  }

  /// Whether a story is on its way to be opened: the keys that come meanwhile are for it.
  var isOpening: Bool { awaitedStory.map { $0.purpose == .open || $0.purpose == .follow } ?? false }

  mutating func apply(_ key: Key, toFind editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape:
      prompt = nil
      body.find = nil
      return []
    case .enter:
      prompt = nil
      guard let find = body.find else { return [] }
      if !find.hits.isEmpty { return [] }
      body.find = nil
      return say(.findNone, find.query)
    case .backspace where editor.text.isEmpty:
      prompt = nil
      body.find = nil
      return []
    case .tab:
      // The same words, in all stories.
      prompt = nil
      body.find = nil
      return startSearch(editor.text)
    default:
      guard editor.take(key) else { return [] }
      prompt = .find(editor)
      updateHits(editor.text)
      return []
    }
  }

  /// Shows hits while they are typed; the first one at or below the top of the pane is the current one.
  mutating func updateHits(_ query: String) {
    guard !query.allSatisfy(\.isWhitespace) else {
      body.find = nil
      return
    }
    let hits = hits(of: query)
    showBody(at: body.findStart)
    let first = body.layout.firstHit(from: body.topLine, of: hits) ?? 0
    body.find = FindState(query: query, hits: hits, currentIndex: first)
    showCurrentHit()
  }

  /// What is shown is searched: a query in Devanagari finds its words in Latin letters too.
  mutating func hits(of query: String) -> [BodyLayout.Hit] {
    let query = settings.shown(query, language: body.story?.article.language)
    return body.hits(of: query)
  }

  /// The next or previous hit; past the last one comes the first.
  mutating func moveHit(by step: Int) -> [ReaderEffect] {
    guard let find = body.find, !find.hits.isEmpty else { return [] }
    body.find?.currentIndex = (find.currentIndex + step + find.hits.count) % find.hits.count
    showCurrentHit()
    return []
  }

  /// Scrolls only when the hit is out of sight, and then a third of the pane above it, for context.
  mutating func showCurrentHit() {
    guard let hit = body.find?.current else { return }
    showInSight(hit.place)
  }

  /// Scrolls only when `place` is out of sight.
  mutating func showInSight(_ place: BodyLayout.Place) {
    // Laying out the place's paragraph may move the numbers of the lines.
    let top = body.layout.place(atLine: body.topLine)
    _ = body.layout.line(at: place)
    body.topLine = body.layout.line(at: top)
    let line = body.layout.line(at: place)
    let rowCount = layout.body.rows
    if line < body.topLine || line >= body.topLine + rowCount {
      showBody(at: place, linesAbove: rowCount / 3)
    }
  }
}
