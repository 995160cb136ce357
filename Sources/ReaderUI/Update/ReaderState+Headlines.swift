import Screen
import CellText
import NewsModel

extension ReaderState {
  /// The rows that fit into the list pane from its top on, the last one perhaps cut.
  var visibleHeadlines: [(index: Int, row: HeadlineRow)] {
    let rect = listRect
    var rows: [(index: Int, row: HeadlineRow)] = []
    var usedRows = 0
    var index = headlines.topIndex
    while usedRows < rect.rows, index < headlines.totalCount, let headline = headlines.row(at: index) {
      let row = headlineRow(headline, index: index, columns: rect.columns)
      rows.append((index, row))
      usedRows += rowHeight(row)
      index += 1
    }
    return rows
  }

  /// Those of them that are on the screen whole; the first one in any case.
  var wholeHeadlines: Range<Int> {
    var end = listRect.rows
    var count = 0
    for (_, row) in visibleHeadlines where end >= row.lines.count || count == 0 {
      end -= rowHeight(row)
      count += 1
    }
    return headlines.topIndex..<(headlines.topIndex + count)
  }

  /// Rows of a headline; nil while it is not loaded.
  func height(ofHeadline index: Int) -> Int? {
    headlines.row(at: index).map { rowHeight(headlineRow($0, index: index, columns: listRect.columns)) }
  }

  /// A tall list has room for a blank line between stories.
  var headlineGapRows: Int { layout.headlines.rows >= 30 && settings.list.rows > 2 ? 1 : 0 }

  func rowHeight(_ row: HeadlineRow) -> Int { row.lines.count + headlineGapRows }

  /// Where the rows of the list are: the line in which a search is typed lies over the last one.
  var listRect: Rect {
    var rect = layout.headlines
    if case .search = prompt, rect.rows > 0 { rect.rows -= 1 }
    return rect
  }

  private func headlineRow(_ headline: Headline, index: Int, columns: Int) -> HeadlineRow {
    let hit = headlines.hit(at: index)
    let isSelected = index == headlines.selectedIndex
    if let known = rowMemo.row(of: headline, hit: hit, columns: columns) { return isSelected ? known.selected : known }
    let row = HeadlineRow(headline, hit: hit, columns: columns, now: now, settings: settings)
    rowMemo.keep(row, of: headline, hit: hit, columns: columns)
    return isSelected ? row.selected : row
  }

  /// Scrolls by as little as shows the selected row whole.
  mutating func keepSelectionVisible() {
    let rect = listRect
    guard !rect.isEmpty else { return }
    if headlines.selectedIndex < headlines.topIndex { headlines.topIndex = headlines.selectedIndex }
    // Heights are known only for loaded rows, and only those that can be on the screen matter: walk up from the selection.
    var room = rect.rows
    var index = headlines.selectedIndex
    while index >= headlines.topIndex, let headline = headlines.row(at: index) {
      let row = headlineRow(headline, index: index, columns: rect.columns)
      room -= index == headlines.selectedIndex ? row.lines.count : rowHeight(row)
      if room < 0 {
        headlines.topIndex = min(index + 1, headlines.selectedIndex)
        return
      }
      index -= 1
    }
    // The last rows of a list stand at the bottom of the pane, not alone at its top.
    if headlines.selectedIndex == headlines.totalCount - 1 {
      while headlines.topIndex > 0, let headline = headlines.row(at: headlines.topIndex - 1) {
        room -= rowHeight(headlineRow(headline, index: headlines.topIndex - 1, columns: rect.columns))
        if room < 0 { return }
        headlines.topIndex -= 1
      }
    }
  }

  /// Selects the row nearest to `index`, loads what is missing around it, and shows its story beside the list.
  mutating func select(index: Int) -> [ReaderEffect] {
    let index = min(max(0, index), max(0, headlines.totalCount - 1))
    guard index != headlines.selectedIndex else { return [] }
    headlines.selectedIndex = index
    keepSelectionVisible()
    return (headlines.found == nil ? loadAroundSelection() : findMore()) + previewSelection()
  }

  mutating func setQuery(_ query: HeadlineQuery) -> [ReaderEffect] {
    leaveResults()
    headlines.query = query
    return loadHeadlines(aroundSelection)
  }

  var aroundSelection: HeadlineRequest.Anchor { headlines.selected.map { .around($0.id) } ?? .start(0) }

  /// - Parameter keepsSelection: see ``HeadlineListState/keepsSelection``.
  mutating func loadHeadlines(
    _ anchor: HeadlineRequest.Anchor, keepsSelection: Bool = false
  ) -> [ReaderEffect] {
    let request = HeadlineRequest(
      query: headlines.query, anchor: anchor,
      limit: hasLoadedHeadlines
        ? HeadlineListState.loadedRowCount : max(HeadlineListState.firstRowCount, size.rows * 2))
    headlines.awaited = request
    headlines.keepsSelection = keepsSelection
    headlines.isOutdated = false
    return [.loadHeadlines(request)]
  }

  private mutating func loadAroundSelection() -> [ReaderEffect] {
    let margin = HeadlineListState.marginRowCount
    let loaded = headlines.rowsStart..<(headlines.rowsStart + headlines.rows.count)
    let needsBefore = headlines.selectedIndex < loaded.lowerBound + margin && loaded.lowerBound > 0
    let needsAfter =
      headlines.selectedIndex >= loaded.upperBound - margin && loaded.upperBound < headlines.totalCount
    guard needsBefore || needsAfter else { return [] }
    return loadHeadlines(.start(max(0, headlines.selectedIndex - HeadlineListState.loadedRowCount / 2)))
  }

  mutating func show(_ page: HeadlinePage, for request: HeadlineRequest) -> [ReaderEffect] {
    guard request == headlines.awaited else { return [] }
    headlines.awaited = nil
    // What is on the screen comes first: the feeds are asked for when the list is there.
    let first: [ReaderEffect] = hasLoadedHeadlines ? [] : [.loadSubscriptions]
    hasLoadedHeadlines = true
    let selectedBefore = headlines.selected?.id
    let isOtherList = headlines.totalCount > 0 && !headlines.keepsSelection
    let rowsAboveSelection = headlines.selectedIndex - headlines.topIndex
    let newcomers = newcomersFrom.map { page.totalCount - $0 } ?? 0
    newcomersFrom = nil
    headlines.rows = page.rows
    headlines.rowsStart = page.start
    headlines.totalCount = page.totalCount
    headlines.unreadCount = page.unreadCount
    switch request.anchor {
    case .around(let id):
      // The selected story stays selected and at its place on the screen, whatever came in above it.
      let anchor = headlines.keepsSelection ? selectedBefore ?? id : id
      let place = headlines.index(of: anchor) ?? page.anchorIndex ?? page.start
      headlines.selectedIndex = min(place, max(0, page.totalCount - 1))
      headlines.topIndex = max(page.start, headlines.selectedIndex - rowsAboveSelection)
    case .start:
      headlines.selectedIndex = min(headlines.selectedIndex, max(0, page.totalCount - 1))
      headlines.topIndex = min(headlines.topIndex, headlines.selectedIndex)
    }
    keepSelectionVisible()
    var again: [ReaderEffect] = []
    if headlines.isOutdated { again = loadHeadlines(aroundSelection, keepsSelection: true) }
    // A refresh tells its own news when it is done.
    let isNews = newcomers > 0 && refresh == nil
    let news = again + (isNews ? say(.newStories, settings.dates.number(newcomers)) : [])
    return news + previewShown(selectedBefore, isOtherList) + first
  }

  /// The story beside the list, which is there by now.
  private mutating func previewShown(_ selectedBefore: ArticleID?, _ isOtherList: Bool) -> [ReaderEffect] {
    // Who reads a story does not get another one because the list changed beside it.
    let shown = isOtherList ? body.story?.id : selectedBefore
    if awaitedStory?.purpose == .resume { return [] }
    guard body.story == nil || (focus == .headlines && headlines.selected?.id != shown) else { return [] }
    return previewSelection()
  }

  /// The store is another one now, or holds something else: everything on the screen is asked for again, nothing moves.
  mutating func reload(_ edition: Edition) -> [ReaderEffect] {
    if edition != self.edition {
      self.edition = edition
      headlines = HeadlineListState()
      headlines.query.isGrouped = settings.isGrouped
      search = nil
      (filterName, listFilter, tagChoice) = (nil, nil, TagChoice())
      undoable.removeAll { $0 != .unsubscribing }
      (savedQueries, removedQueries) = ([], [])
      body = BodyState()
      highlights = HighlightsState()
      trail = Trail()
      focus = .headlines
      isStoryOpen = false
      awaitedStory = nil
      newcomersFrom = nil
      if prompt?.isAboutStories == true { closePrompt() }
      return loadHeadlines(.start(0)) + (edition == .own && refresh == nil ? say(.sampleDismissed) : [])
    }
    var effects: [ReaderEffect]
    if search != nil {
      search?.before.isOutdated = true
      effects = searchOnceMore()
    } else {
      newcomersFrom = headlines.query.isFiltered ? nil : headlines.totalCount
      effects = loadHeadlines(aroundSelection, keepsSelection: true)
    }
    // Another process may have subscribed to the first feed; counts matter where they are shown.
    if subscriptions?.isEmpty == true || prompt?.isFeeds == true { effects.append(.loadSubscriptions) }
    if let id = body.story?.id, awaitedStory == nil {
      awaitedStory = AwaitedStory(id: id, purpose: .refresh)
      effects.append(.loadStory(id))
    }
    return effects
  }

  /// Changes the row of a story, if it is loaded.
  mutating func updateRow(_ id: ArticleID, _ change: (inout Headline) -> Void) {
    let wasUnread = headlines.rows.first { $0.id == id }.map { !$0.isRead }
    headlines.update(id, change)
    guard let search, let row = headlines.rows.first(where: { $0.id == id }) else { return }
    // The list under the results knows the same stories.
    self.search?.before.isOutdated = true
    if self.search?.before.headlines.update(id, change) == false, !search.before.headlines.query.isFiltered {
      self.search?.before.headlines.unreadCount += (row.isRead ? 0 : 1) - (wasUnread == true ? 1 : 0)
    }
  }
}
