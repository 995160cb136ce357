import Screen
import CellText
import NewsModel

extension ReaderState {
  /// Shows the selected story beside the list, where there is a place beside the list.
  mutating func previewSelection() -> [ReaderEffect] {
    guard let id = headlines.selected?.id else {
      if headlines.totalCount > 0 { return [] }
      // Nothing to show: an old story beside an empty list would lie.
      awaitedStory = nil
      let effects = keepPlace()
      setStory(nil)
      return effects
    }
    if body.story?.id == id {
      awaitedStory = nil
      return []
    }
    // It is on its way already, perhaps to be opened, which is more than a preview.
    if awaitedStory?.id == id { return [] }
    if layout.isOnePane || (layout.shape == .split && isStoryOpen) { return [] }
    awaitedStory = AwaitedStory(id: id, purpose: .preview)
    return [.previewStory(id)]
  }

  /// Enter: opens what the pane has selected.
  mutating func openSelection() -> [ReaderEffect] {
    switch focus {
    case .headlines:
      guard let id = headlines.selected?.id else { return [] }
      trail = Trail()
      return open(id)
    case .highlights:
      return goToHighlight()
    case .body:
      // Reached with Tab, a summary was not opened yet.
      let completion = completeOpened()
      if completion.isEmpty { scrollBody(.lines(1)) } else { layOutAgain() }
      return completion
    }
  }

  /// Opens a story for reading: it gets the keys and counts as read.
  mutating func open(_ id: ArticleID) -> [ReaderEffect] {
    if body.story?.id == id {
      let effects = becomeOpen()
      showWhatWasFound()
      return effects
    }
    awaitedStory = AwaitedStory(id: id, purpose: .open)
    return [.loadStory(id)]
  }

  /// Opens a story from inside another one; Backspace leads back here.
  mutating func follow(_ id: ArticleID) -> [ReaderEffect] {
    if body.story?.id == id {
      let effects = becomeOpen()
      showAwaitedMark()
      return effects
    }
    awaitedStory = AwaitedStory(id: id, purpose: .follow)
    return [.loadStory(id)]
  }

  mutating func show(_ story: Story?, for id: ArticleID) -> [ReaderEffect] {
    guard let awaited = awaitedStory, awaited.id == id else { return [] }
    awaitedStory = nil
    guard let story else {
      if awaited.purpose == .resume { return previewSelection() }
      return awaited.purpose == .preview ? [] : say(.storyGone)
    }
    let computed: [ReaderEffect] = story.hasComputed ? [] : [.loadComputed(story)]
    if awaited.purpose == .refresh {
      refresh(story)
      return computed
    }
    var effects = keepPlace()
    // It is laid out once, for the page that it opens in.
    if awaited.purpose != .preview { isStoryOpen = true }
    if awaited.purpose == .follow, let left = body.story?.id {
      trail.leave(Trail.Stop(id: left, place: body.layout.place(atLine: body.topLine)))
    }
    setStory(story)
    switch awaited.purpose {
    case .preview, .refresh: break
    case .open:
      effects += becomeOpen()
      showWhatWasFound()
    case .follow:
      effects += becomeOpen()
      showAwaitedMark()
    case .revisit(let place):
      effects += becomeOpen()
      showBody(at: place)
    // Where it was left is where every story begins again.
    case .resume: effects += becomeOpen()
    }
    scrollBody(.lines(0))
    return effects + computed
  }

  /// Adds what is near the story on the screen, which was there without it.
  mutating func show(_ links: [RelatedLink], near id: ArticleID) -> [ReaderEffect] {
    guard var story = body.story, story.id == id else { return [] }
    story.computed = links
    story.hasComputed = true
    refresh(story)
    return []
  }

  /// In a story that was opened from the results of a search.
  private mutating func showWhatWasFound() {
    guard let id = body.story?.id, let index = headlines.index(of: id), let hit = headlines.hit(at: index) else {
      return
    }
    showFound(hit, text: headlines.found?.request.text ?? "")
  }

  private mutating func becomeOpen() -> [ReaderEffect] {
    guard let id = body.story?.id else { return [] }
    let wasOpen = isStoryOpen
    isStoryOpen = true
    let completion = completeOpened()
    body.isOpened = true
    focus = .body
    showPicturesOfOpened()
    if !wasOpen || !completion.isEmpty { layOutAgain() }
    return setRead(true, id: id) + completion
  }

  private mutating func setStory(_ story: Story?) {
    body = BodyState()
    body.story = story
    highlights = HighlightsState()
    layOutAgain()
    if let story { showBody(at: .block(story.state.blockIndex, in: body.layout)) }
    body.findStart = body.layout.place(atLine: body.topLine)
    if case .find(let editor) = prompt { updateHits(editor.text) }
    if highlights.highlightCount == 0, focus == .highlights { focus = .body }
    if story == nil, focus != .headlines { focus = .headlines }
  }

  /// Takes new facts of the story on the screen, without moving a line of what is being read.
  private mutating func refresh(_ story: Story) {
    // What the reader did meanwhile is newer than what was read from the store.
    var story = story
    story.state = body.story?.state ?? story.state
    story.marks = body.story?.marks ?? story.marks
    // What is near it stays until it is looked for anew.
    if !story.hasComputed, let shown = body.story {
      (story.computed, story.hasComputed) = (shown.computed, shown.hasComputed)
    }
    // Most changes of a store are about other stories.
    if body.story == story { return }
    let textBefore = body.layout.searchable
    let anchor = body.topLine > 0 ? body.layout.anchor(atLine: body.topLine) : nil
    body.story = story
    layOutAgain()
    // Where the text is another one, the words at the top are looked for in it.
    if let anchor, body.layout.searchable != textBefore, let place = body.layout.place(of: anchor) {
      showBody(at: place, linesAbove: anchor.linesAbove)
    }
    if highlights.highlightCount == 0, focus == .highlights { focus = .body }
  }

  /// Remembers where the story on the screen is being left.
  mutating func keepPlace() -> [ReaderEffect] {
    guard let story = body.story, body.isOpened else { return [] }
    // A story that was read to its end begins at its beginning again.
    let isAtEnd = body.topLine > 0 && body.topLine + layout.body.rows >= body.layout.lineCount
    let block = isAtEnd ? 0 : body.topBlockIndex
    guard block != story.state.blockIndex else { return [] }
    body.story?.state.blockIndex = block
    return [.change(story.id, ReadingChange(blockIndex: block))]
  }

  /// Goes to the sentence that the highlight was taken from or says again, and marks it; Backspace leads back.
  private mutating func goToHighlight() -> [ReaderEffect] {
    guard let story = body.story, story.article.highlights.indices.contains(highlights.selectedIndex) else { return [] }
    let text = story.article.highlights[highlights.selectedIndex].text
    guard let hit = sentence(like: text) else { return say(.noSentence) }
    highlightStop = HighlightStop(
      id: story.id, index: highlights.selectedIndex, place: body.layout.place(atLine: body.topLine),
      isStoryOpen: isStoryOpen)
    let effects = becomeOpen()
    showBody(at: hit.place)
    body.find = FindState(kind: .sentence, query: text, hits: [hit], currentIndex: 0)
    return effects
  }

  /// Backspace in a sentence that a highlight led to: the highlight again, and the page as it stood.
  private mutating func goBackToHighlight() -> Bool {
    guard focus == .body, body.find?.kind == .sentence, let stop = highlightStop, stop.id == body.story?.id else {
      return false
    }
    highlightStop = nil
    body.find = nil
    isStoryOpen = stop.isStoryOpen
    focus = .highlights
    highlights.selectedIndex = min(stop.index, max(0, highlights.highlightCount - 1))
    layOutAgain()
    showBody(at: stop.place)
    return true
  }
}

extension ReaderState {
  /// Backspace: the story before, then the list.
  mutating func goBack() -> [ReaderEffect] {
    if focus == .headlines && !isStoryOpen { return search?.isLookUp == true ? endSearch() : say(.trailStart) }
    if goBackToHighlight() { return [] }
    if focus != .headlines, let stop = trail.back.popLast() {
      if let id = body.story?.id {
        trail.forward.append(Trail.Stop(id: id, place: body.layout.place(atLine: body.topLine)))
      }
      return revisit(stop)
    }
    let effects = keepPlace()
    isStoryOpen = false
    focus = .headlines
    body.find = nil
    body.isOpened = false
    body.hasAskedForPage = false
    layOutAgain()
    // The list may have another story selected by now than the one that was read.
    return effects + previewSelection()
  }

  mutating func goForward() -> [ReaderEffect] {
    guard let stop = trail.forward.popLast() else { return say(.trailEnd) }
    if let id = body.story?.id { trail.back.append(Trail.Stop(id: id, place: body.layout.place(atLine: body.topLine))) }
    return revisit(stop)
  }

  private mutating func revisit(_ stop: Trail.Stop) -> [ReaderEffect] {
    awaitedStory = AwaitedStory(id: stop.id, purpose: .revisit(stop.place))
    return [.loadStory(stop.id)]
  }

  mutating func openLink(number: Int) -> [ReaderEffect] {
    guard isSelectionShown else { return openSelection() }
    guard body.layout.links.indices.contains(number - 1) else { return say(.noRelated) }
    return choose(body.layout.links[number - 1])
  }

  /// Whether the story that the keys mean is the one on the screen: one pane at a time, the list may have moved on.
  var isSelectionShown: Bool {
    body.story != nil && (focus != .headlines || !layout.isOnePane || body.story?.id == headlines.selected?.id)
  }

  /// Opens the story of a link; one that is only a title offers to look for it.
  mutating func choose(_ link: StoryLink) -> [ReaderEffect] {
    if let target = link.target {
      prompt = nil
      return follow(target)
    }
    showGhost(title: link.title)
    return []
  }

  mutating func openInBrowser() -> [ReaderEffect] {
    guard let story = body.story, story.id == currentStoryID || focus != .headlines else {
      guard let id = headlines.selected?.id else { return [] }
      // The address is not in the row: the story is opened first.
      return open(id)
    }
    guard let url = story.article.url else { return say(.noAddress) }
    return [.openLink(url)] + say(.opening, url)
  }
}

extension ReaderState {
  mutating func toggleStar() -> [ReaderEffect] {
    guard let id = currentStoryID else { return [] }
    let isStarred = !(headlines.rows.first { $0.id == id }?.isStarred ?? body.story?.state.isStarred ?? false)
    updateRow(id) { $0.isStarred = isStarred }
    if body.story?.id == id { body.story?.state.isStarred = isStarred }
    undoable.append(.reading([id], ReadingChange(isStarred: !isStarred)))
    return [.change(id, ReadingChange(isStarred: isStarred))] + say(isStarred ? .starred : .unstarred)
  }

  mutating func toggleUnread() -> [ReaderEffect] {
    guard let id = currentStoryID else { return [] }
    let isRead = !(headlines.rows.first { $0.id == id }?.isRead ?? body.story?.state.isRead ?? false)
    undoable.append(.reading([id], ReadingChange(isRead: !isRead)))
    return setRead(isRead, id: id) + say(isRead ? .markedRead : .markedUnread)
  }

  /// `a`: the whole list, however long; of the results of a search those that are in it.
  mutating func markAllRead() -> [ReaderEffect] {
    guard headlines.found != nil else {
      return headlines.unreadCount == 0 ? say(.noneUnread) : [.markAllRead(headlines.query)]
    }
    let ids = headlines.rows.filter { !$0.isRead }.map(\.id)
    guard !ids.isEmpty else { return say(.noneUnread) }
    return carryOut(ReadingChange(isRead: true), of: ids) + takeIn(markedRead: ids)
  }

  mutating func takeIn(markedRead ids: [ArticleID]) -> [ReaderEffect] {
    guard !ids.isEmpty else { return say(.noneUnread) }
    undoable.append(.reading(ids, ReadingChange(isRead: false)))
    show(ReadingChange(isRead: true), of: ids)
    return (headlines.found == nil ? loadHeadlines(aroundSelection, keepsSelection: true) : [])
      + say(.allMarkedRead, settings.dates.number(ids.count))
  }

  /// Changes stories here and in the store.
  mutating func carryOut(_ change: ReadingChange, of ids: [ArticleID]) -> [ReaderEffect] {
    show(change, of: ids)
    if let id = ids.first, ids.count == 1 { return [.change(id, change)] }
    return [.changeAll(ids, change)]
  }

  private mutating func show(_ change: ReadingChange, of ids: [ArticleID]) {
    let ids = Set(ids)
    for id in headlines.rows.map(\.id) where ids.contains(id) {
      updateRow(id) { row in
        row.isRead = change.isRead ?? row.isRead
        row.isStarred = change.isStarred ?? row.isStarred
      }
    }
    guard let story = body.story, ids.contains(story.id) else { return }
    body.story?.state.isRead = change.isRead ?? story.state.isRead
    body.story?.state.isStarred = change.isStarred ?? story.state.isStarred
  }

  private mutating func setRead(_ isRead: Bool, id: ArticleID) -> [ReaderEffect] {
    let known = headlines.rows.first { $0.id == id }?.isRead ?? body.story?.state.isRead
    guard known != isRead else { return [] }
    updateRow(id) { $0.isRead = isRead }
    // A story outside of the loaded stretch is counted all the same.
    if !headlines.rows.contains(where: { $0.id == id }), !headlines.query.isFiltered {
      headlines.unreadCount = max(0, headlines.unreadCount + (isRead ? -1 : 1))
    }
    if body.story?.id == id { body.story?.state.isRead = isRead }
    return [.change(id, ReadingChange(isRead: isRead))]
  }

  mutating func findUnread(isBackwards: Bool) -> [ReaderEffect] {
    if headlines.found != nil { return findUnreadHit(isBackwards: isBackwards) }
    let from = focus == .headlines ? headlines.selected?.id : body.story?.id
    isFindingUnread = true
    return [
      .findUnread(
        UnreadRequest(query: headlines.query, from: from, isBackwards: isBackwards, opens: focus != .headlines))
    ]
  }

  /// Among the results of a search, which are all here.
  private mutating func findUnreadHit(isBackwards: Bool) -> [ReaderEffect] {
    let count = headlines.rows.count
    let order = (1..<max(1, count)).map { (headlines.selectedIndex + (isBackwards ? count - $0 : $0)) % count }
    guard let index = order.first(where: { !headlines.rows[$0].isRead }) else { return say(.noMoreUnread) }
    guard focus != .headlines else { return select(index: index) }
    return selectQuietly(index: index) + follow(headlines.rows[index].id)
  }

  mutating func goToUnread(_ id: ArticleID?, for request: UnreadRequest) -> [ReaderEffect] {
    isFindingUnread = false
    guard request.query == headlines.query else { return [] }
    guard let id else { return say(.noMoreUnread) }
    var effects: [ReaderEffect] = []
    if let index = headlines.index(of: id) {
      effects += request.opens ? selectQuietly(index: index) : select(index: index)
    } else {
      effects += loadHeadlines(.around(id))
    }
    if request.opens { effects += follow(id) }
    return effects
  }

  /// Moves the selection to a story that is about to be opened: no preview on the way.
  private mutating func selectQuietly(index: Int) -> [ReaderEffect] {
    let effects = select(index: index)
    awaitedStory = nil
    return effects.filter { if case .previewStory = $0 { false } else { true } }
  }
}
