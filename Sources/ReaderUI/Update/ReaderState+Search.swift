import NewsModel
import Screen

extension ReaderState {
  /// `/` in the list, `S` anywhere: the line in which a search of all stories is typed. Results that are there can be searched anew.
  mutating func startSearch(_ typed: String? = nil) -> [ReaderEffect] {
    message = nil
    var effects: [ReaderEffect] = []
    if search == nil {
      let before = SearchState.Before(
        headlines: headlines, body: body, focus: focus, isStoryOpen: isStoryOpen, trail: trail,
        isOutdated: headlines.awaited != nil)
      search = SearchState(before: before)
    }
    if focus != .headlines || isStoryOpen { effects += goToList() }
    let text = typed ?? search?.text ?? ""
    prompt = .search(LineEditor(text))
    keepSelectionVisible()
    if let typed, !typed.isEmpty { effects += lookFor(typed) }
    return effects
  }

  mutating func apply(_ key: Key, toSearch editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape: return endSearch()
    case .backspace where editor.text.isEmpty: return endSearch()
    case .control("l"): return [.redraw]
    case .down where editor.isBlank, .up where editor.isBlank:
      moveRecent(by: key == .down ? 1 : -1)
      return []
    case .delete where editor.isBlank, .control("d") where editor.isBlank: return forgetRecent(all: false)
    case .control("k") where editor.isBlank: return forgetRecent(all: true)
    case .enter where editor.isBlank:
      guard let index = search?.recentIndex, settings.recentSearches.indices.contains(index) else { return endSearch() }
      return goToResults(settings.recentSearches[index])
    case .enter, .down: return goToResults(editor.text)
    case .control("s"): return nameQuery(.list)
    case .control("x"): return nameQuery(.mute)
    default:
      guard editor.take(key) else { return [] }
      prompt = .search(editor)
      return lookFor(editor.text)
    }
  }

  /// Asks while somebody types. Until the answer comes, and while what is typed cannot be understood, the list stays as it is.
  private mutating func lookFor(_ text: String) -> [ReaderEffect] {
    search?.text = text
    search?.trouble = nil
    search?.waitingTrouble = nil
    search?.recentIndex = nil
    search?.typedCount += 1
    guard !LineEditor(text).isBlank else {
      search?.awaited = nil
      if let before = search?.before.headlines { headlines = before }
      return []
    }
    return ask(SearchRequest(text: text, limit: SearchState.firstHitCount, isTyping: true))
      + [.awaitPause(search?.typedCount ?? 0)]
  }

  private mutating func ask(_ request: SearchRequest) -> [ReaderEffect] {
    search?.awaited = request
    return [.search(request)]
  }

  /// Enter: the list of what was found gets the keys.
  private mutating func goToResults(_ text: String) -> [ReaderEffect] {
    search?.text = text
    prompt = nil
    focus = .headlines
    if headlines.found?.request.text == text { keepSelectionVisible() }
    let recent = [text] + settings.recentSearches.filter { $0 != text }
    settings.recentSearches = Array(recent.prefix(SearchState.recentCount))
    // The stories that are there are shown at once; those of the finished words may be others.
    let preview = headlines.found?.request.text == text ? previewSelection() : []
    return ask(SearchRequest(text: text, limit: SearchState.firstHitCount)) + preview
      + [.saveRecentSearches(settings.recentSearches)]
  }

  /// Enter on a word: the stories that have it. The end of this search is the story again, at its place.
  mutating func lookUp(_ choice: WordChoice) -> [ReaderEffect] {
    prompt = nil
    let outer = search
    search = nil
    var effects = startSearch()
    search?.before.outer = [outer].compactMap { $0 }
    search?.isLookUp = true
    effects += goToResults(choice.query)
    return effects
  }

  mutating func show(_ page: SearchPage) -> [ReaderEffect] {
    guard let search, page.request == search.awaited else { return [] }
    self.search?.awaited = nil
    if let trouble = page.trouble {
      if page.request.isTyping {
        self.search?.waitingTrouble = trouble
      } else {
        self.search?.trouble = trouble
        prompt = .search(LineEditor(search.text))
      }
      return []
    }
    let wasFound = headlines.found != nil
    let selected = headlines.selected?.id
    let (index, top) = (headlines.selectedIndex, headlines.topIndex)
    var list = HeadlineListState()
    list.query = search.before.headlines.query
    list.unreadCount = headlines.unreadCount
    list.found = page
    list.rows = page.hits.map(\.headline)
    list.totalCount = page.hits.count
    headlines = list
    // While somebody types, the best one is the first; who has moved stays where they are.
    if wasFound, !page.request.isTyping, index > 0, let selected, let place = headlines.index(of: selected) {
      headlines.selectedIndex = place
      headlines.topIndex = max(0, place - (index - top))
    }
    keepSelectionVisible()
    guard prompt == nil, focus == .headlines else { return [] }
    return previewSelection()
  }

  /// More of the same near the end of what has come.
  mutating func findMore() -> [ReaderEffect] {
    guard let found = headlines.found, search?.awaited == nil, found.totalCount > found.hits.count,
      headlines.selectedIndex >= found.hits.count - SearchState.marginRowCount,
      found.request.limit < SearchState.mostHitCount
    else { return [] }
    return ask(SearchRequest(text: found.request.text, limit: min(found.request.limit * 2, SearchState.mostHitCount)))
  }

  /// The store holds something else now.
  mutating func searchOnceMore() -> [ReaderEffect] {
    guard let found = headlines.found, prompt == nil else { return [] }
    var request = found.request
    request.isTyping = false
    return ask(request)
  }

  mutating func tellTrouble(after number: Int) -> [ReaderEffect] {
    guard let search, search.typedCount == number, case .search = prompt else { return [] }
    // Enter may have told it already, and then nothing waits.
    if let trouble = search.waitingTrouble { self.search?.trouble = trouble }
    return []
  }
}

// MARK: - The way back

extension ReaderState {
  /// Esc: the page as it was when the search began. A story that is being read stays; then only the list goes back.
  mutating func endSearch() -> [ReaderEffect] {
    guard let ended = search else { return [] }
    if case .search = prompt { prompt = nil }
    let isLookUp = ended.isLookUp
    leaveResults()
    let before = ended.before
    if isLookUp, let outer = before.outer.first {
      search = outer
      headlines = before.headlines
    }
    var effects: [ReaderEffect] = []
    if focus == .headlines || isLookUp {
      effects += keepPlace()
      let known = body.story
      awaitedStory = nil
      body = before.body
      if let known, known.id == body.story?.id { body.story?.state = known.state }
      focus = before.focus
      isStoryOpen = before.isStoryOpen
      trail = before.trail
      layOutAgain()
    }
    if before.isOutdated, search == nil { effects += loadHeadlines(aroundSelection, keepsSelection: true) }
    return effects + (body.story == nil ? previewSelection() : [])
  }

  /// The list under the results, as it was.
  mutating func leaveResults() {
    guard var ended = search else { return }
    while let outer = ended.before.outer.first { ended = outer }
    search = nil
    headlines = ended.before.headlines
    headlines.awaited = nil
    keepSelectionVisible()
  }
}

// MARK: - What was searched before

extension ReaderState {
  private mutating func moveRecent(by step: Int) {
    guard !settings.recentSearches.isEmpty else { return }
    let last = settings.recentSearches.count - 1
    let index = (search?.recentIndex ?? -1) + step
    search?.recentIndex = min(max(0, index), last)
  }

  private mutating func forgetRecent(all: Bool) -> [ReaderEffect] {
    if all {
      settings.recentSearches = []
    } else if let index = search?.recentIndex, settings.recentSearches.indices.contains(index) {
      settings.recentSearches.remove(at: index)
    } else {
      return []
    }
    let last = settings.recentSearches.count - 1
    let index = search?.recentIndex ?? 0
    search?.recentIndex = last < 0 ? nil : min(index, last)
    return [.saveRecentSearches(settings.recentSearches)]
  }

  /// Whether earlier searches stand where the list is.
  var areRecentShown: Bool {
    guard case .search(let editor) = prompt else { return false }
    return editor.isBlank && !settings.recentSearches.isEmpty
  }
}

// MARK: - Hits in an opened story

extension ReaderState {
  /// Whether `n` and `p` go from hit to hit.
  var isWalkingHits: Bool { focus != .headlines && body.find.map { $0.kind != .sentence } ?? false }

  /// Marks in the story what the search found in it, and puts the passage that was shown into sight.
  mutating func showFound(_ hit: SearchHit, text: String) {
    guard let story = body.story, story.id == hit.headline.id else { return }
    let words = StoryTerms(text: text, hit: hit).words
    guard !words.isEmpty else { return }
    let query = words.joined(separator: "\n")
    let hits = hits(ofWords: query)
    guard !hits.isEmpty else { return }
    body.find = FindState(kind: .search, query: query, hits: hits, currentIndex: 0)
    if let block = hit.passage?.blockIndex {
      let place = BodyLayout.Place.block(block, in: body.layout)
      let line = body.layout.line(at: place)
      body.find?.currentIndex = body.layout.firstHit(from: line, of: hits) ?? 0
    }
    showCurrentHit()
  }

  /// Where any of the words stands, each line of `query` being one; whole words or their endings.
  mutating func hits(ofWords query: String) -> [BodyLayout.Hit] {
    var all: Set<BodyLayout.Hit> = []
    for word in query.split(separator: "\n") {
      all.formUnion(hits(of: String(word)).filter { body.isForm($0, of: String(word)) })
    }
    let ordered = all.sorted {
      ($0.textIndex, $0.utf8Range.lowerBound, -$0.utf8Range.upperBound)
        < ($1.textIndex, $1.utf8Range.lowerBound, -$1.utf8Range.upperBound)
    }
    var apart: [BodyLayout.Hit] = []
    for hit in ordered {
      if let last = apart.last, last.textIndex == hit.textIndex, last.utf8Range.upperBound > hit.utf8Range.lowerBound {
        continue
      }
      apart.append(hit)
    }
    return apart
  }
}

extension ReaderState {
  /// Opens a story at a place in it, which is marked.
  mutating func open(_ id: ArticleID, marking what: AwaitedMark.What) -> [ReaderEffect] {
    closePrompt()
    awaitedMark = AwaitedMark(id: id, what: what)
    return follow(id)
  }

  mutating func showAwaitedMark() {
    guard let mark = awaitedMark else { return }
    awaitedMark = nil
    guard let story = body.story, story.id == mark.id else { return }
    switch mark.what {
    case .sentence(let text):
      guard let hit = sentence(like: text) else { return }
      highlightStop = nil
      body.find = FindState(kind: .sentence, query: text, hits: [hit], currentIndex: 0)
      showCurrentHit()
    case .words(let passage):
      let headline = Headline(id: story.id, title: story.article.title, date: now)
      showFound(SearchHit(headline: headline, passage: passage), text: "")
    }
  }
}

extension LineEditor {
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
