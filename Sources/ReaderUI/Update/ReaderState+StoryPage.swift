import NewsModel
import Screen

extension ReaderState {
  /// After a resize, a new story or another width: the block at the top stays at the top.
  mutating func layOutAgain() {
    let textBefore = body.layout.searchable
    defer {
      searchAgain(ifNot: textBefore)
      markSpokenAgain()
      placeMarks()
    }
    let place = body.layout.place(atLine: body.topLine)
    let selectedHighlight = highlights.selectedIndex
    layOutPanes()
    highlights.topLine = 0
    highlights.selectedIndex = min(selectedHighlight, max(0, highlights.highlightCount - 1))
    if body.story == nil { body.topLine = 0 } else if !size.isEmpty { showBody(at: place) }
    highlights.keepSelectionVisible(rowCount: layout.highlights.rows)
    keepSelectionVisible()
  }

  /// The story's panes for the page as it is now, which may be known already.
  private mutating func layOutPanes() {
    guard let sources = pageSources(isStoryOpen: isStoryOpen) else {
      highlights = HighlightsState()
      if body.story == nil { body.layout = BodyLayout() }
      body.pageSources = nil
      return
    }
    if body.pageSources == sources { return }
    let isKnown = !body.pictures.isShown && body.otherPage?.sources == sources
    let page = isKnown ? body.otherPage : nil
    let before = body.pageSources.flatMap { $0.story == sources.story ? $0 : nil }
    body.otherPage = before.map { StoryPage($0, body.layout, highlights) }
    let next = page ?? StoryPage(sources, pictures: body.pictures)
    (body.layout, highlights) = (next.layout, next.highlights)
    body.pageSources = next.layout.isComplete && !body.pictures.isShown ? sources : nil
  }

  /// Nil without a story, and without a page.
  private func pageSources(isStoryOpen: Bool) -> StoryPage.Sources? {
    guard var story = body.story, !size.isEmpty else { return nil }
    story.state = ReadingState()
    story.marks = []
    let paneColumns = PaneLayout.bodyColumns(
      size: size, isStoryOpen: isStoryOpen, settings: settings.page, split: settings.split)
    return StoryPage.Sources(
      story: story,
      columns: layout.textColumns(paneColumns: paneColumns, measureColumns: settings.measureColumns),
      highlightColumns: PaneLayout.highlightColumns(
        size: size, isStoryOpen: isStoryOpen, settings: settings.page, split: settings.split),
      paddingColumns: layout.paddingColumns, settings: settings, notice: bodyNotice,
      breaksAtPhrases: layout.shape == .linear)
  }

  /// Whether the story on the screen would be laid out when it is opened, and is short enough to be laid out before, with all that it leads to.
  var mayPrepareOpening: Bool {
    body.pageSources != nil && body.otherPage == nil && body.story?.hasComputed == true && layout.shape == .split
      && !isStoryOpen
  }

  /// Lays the story out as it will be when it is opened. Nothing changes on the screen.
  mutating func prepareOpening() {
    guard mayPrepareOpening, let sources = pageSources(isStoryOpen: true) else { return }
    body.otherPage = StoryPage(sources, pictures: body.pictures)
  }

  /// Other letters or digits, or a story that changed in the store: what was found is found anew.
  private mutating func searchAgain(ifNot textBefore: [String]) {
    guard body.layout.searchable != textBefore else { return }
    body.folded = []
    body.lastWord = nil
    if case .word = prompt { prompt = nil }
    guard let find = body.find else { return }
    let hits =
      switch find.kind {
      case .typed: hits(of: find.query)
      case .search: hits(ofWords: find.query)
      case .sentence: [sentence(like: find.query)].compactMap { $0 }
      }
    body.find = FindState(
      kind: find.kind, query: find.query, hits: hits, currentIndex: min(find.currentIndex, max(0, hits.count - 1)))
  }
}
