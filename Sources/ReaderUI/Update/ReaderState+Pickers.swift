import NewsModel
import Screen

extension ReaderState {
  /// A key while something lies over the page.
  mutating func applyToPrompt(_ key: Key) -> [ReaderEffect] {
    let effects = takeIn(key)
    return welcome != nil && prompt == nil ? effects + goOnWelcoming() : effects
  }

  private mutating func takeIn(_ key: Key) -> [ReaderEffect] {
    switch prompt {
    case .picker(let picker): return apply(key, to: picker)
    case .find(let editor): return apply(key, toFind: editor)
    case .search(let editor): return apply(key, toSearch: editor)
    case .address(let editor): return apply(key, toAddress: editor)
    case .tagRename(let editor, let name): return apply(key, toNameOf: name, editor)
    case .tagName(let editor, let id): return apply(key, toTagOf: id, editor)
    case .note(let editor, let mark): return apply(key, toNoteOf: mark, editor)
    case .pipe(let pipe): return apply(key, toPipe: pipe)
    case .word(let choice): return apply(key, toWord: choice)
    case .queryName(let editor, let query): return apply(key, toNameOf: query, editor)
    case nil: return []
    }
  }

  private mutating func apply(_ key: Key, to open: PickerState) -> [ReaderEffect] {
    var picker = open
    let rowCount = layout.shape == .linear ? 1 : PickerLayout(size: size, picker: picker).rowCount
    let before = picker
    if picker.kind == .feeds {
      message = nil
      if let effects = applyToFeeds(key, picker) { return effects }
    }
    if let effects = applyToTags(key, picker) { return effects }
    if picker.kind == .savedQueries, let effects = applyToSavedQueries(key, picker) { return effects }
    if picker.kind == .marks, let effects = applyToMarks(key, picker) { return effects }
    if layout.shape == .linear, key == .pageDown || key == .pageUp {
      return moveLinear(.pages(key == .pageDown ? 1 : -1), { $0.movePickerSelection(by: $1) }) ?? []
    }
    switch key {
    case .escape:
      closePrompt()
      return []
    case .enter: return take(picker)
    case .down, .control("n"): picker.moveSelection(by: 1)
    case .up, .control("p"): picker.moveSelection(by: -1)
    case .pageDown: picker.moveSelection(by: rowCount)
    case .pageUp: picker.moveSelection(by: -rowCount)
    case .home: picker.moveSelection(by: -picker.matches.count)
    case .end: picker.moveSelection(by: picker.matches.count)
    case .control("a") where picker.kind.takesSeveral: picker.toggleAllMarks()
    case .tab where picker.kind.takesSeveral: picker.toggleMark()
    case .scalar(" ") where picker.kind == .tags && picker.editor.text.isEmpty: picker.cycleTagMark()
    // Nothing is typed that a blank could belong to.
    case .scalar(" ") where picker.kind.takesSeveral && picker.editor.text.isEmpty: picker.toggleMark()
    case .backspace where picker.editor.text.isEmpty:
      // Nothing left to delete: the way back, as everywhere. An address that led nowhere can be corrected.
      if case .candidates(let address) = picker.kind { return askForAddress(address) }
      if picker.kind == .catalogue, goBackInCatalogue() { return [] }
      closePrompt()
      return []
    case .control("l"): return [.redraw]
    default:
      guard picker.editor.take(key) else { return [] }
      picker.narrow()
    }
    // What was typed is followed to its end, a selection that was moved to its line.
    picker.followsSelection =
      picker.editor == before.editor && (picker.selectedIndex != before.selectedIndex || before.followsSelection)
    picker.keepSelectionVisible(rowCount: rowCount)
    prompt = .picker(picker)
    showSelectedTheme(of: picker)
    return []
  }

  private mutating func movePickerSelection(by step: Int) -> [ReaderEffect] {
    applyToPrompt(step < 0 ? .up : .down)
  }

  /// A theme that is selected is looked at.
  mutating func showSelectedTheme(of picker: PickerState) {
    guard picker.kind == .themes, case .theme(let name) = picker.selected?.choice, let theme = knownThemes[name] else {
      return
    }
    self.theme = theme
  }

  private mutating func take(_ picker: PickerState) -> [ReaderEffect] {
    guard let item = picker.selected else { return [] }
    if case .mergeTag(let name) = picker.kind { return merge(name, into: item) }
    switch item.choice {
    case .tag: return takeTags(picker)
    case .tagPage(let name): return showTagPage(name)
    case .savedQuery(let id): return takeSavedQuery(id)
    case .story(let id):
      prompt = nil
      return follow(id)
    case .ghost(let title, _):
      showGhost(title: title)
      return []
    case .lookForTitle(let title): return [.findTitles(like: title)]
    case .feed(let id): return filter(by: id)
    case .candidate: return takeCandidates(picker)
    case .offer: return takeCatalogue(picker)
    case .copy(let text): return copy(text)
    case .language(let language): return take(language)
    case .letters(let script): return take(letters: script)
    case .link(_, let address, let kind): return openLink(address, kind)
    case .heading, .fact: return []
    case .spelling, .version: return []
    case .mark(let mark): return take(mark)
    case .pastSentence: return say(.sentenceGone)
    case .passage(let id, let passage): return open(id, marking: .words(passage))
    case .sentence(let id, let text): return open(id, marking: .sentence(text))
    case .theme(let name):
      prompt = nil
      if let theme = knownThemes[name] { self.theme = theme }
      return [.saveTheme(name)] + say(.themeSaved, name)
    case .action(let action):
      prompt = nil
      return perform([action])
    case .actions(let actions):
      prompt = nil
      return perform(actions)
    }
  }
}

// MARK: - Tags

extension ReaderState {
  mutating func showTagPicker() -> [ReaderEffect] {
    var picker = PickerState(
      kind: .tags, title: settings.phrases(.tags), script: settings.script, emptyText: settings.phrases(.loading))
    for name in tagChoice.any { picker.tagMarks[name] = .any }
    for name in tagChoice.none { picker.tagMarks[name] = TagMark.none }
    tagPages = []
    shownGroup = nil
    prompt = .picker(picker)
    return [.loadTags(headlines.query)]
  }

  mutating func show(_ tags: [TagCount], for query: HeadlineQuery) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .tags, query == headlines.query else { return [] }
    let active = query.tags.map { name in
      PickerItem(choice: .tag(name), label: "#" + settings.shown(name), detail: "×")
    }
    // Tags that must not be there are in no story of the list, and must be there to be chosen off.
    let named = Set(tags.map(\.name))
    let hidden = (tagChoice.any + tagChoice.none).filter { !named.contains($0) }.map { TagCount(name: $0, count: 0) }
    let others = (hidden + tags).filter { !query.tags.contains($0.name) }.map { tag in
      PickerItem(
        choice: .tag(tag.name), label: "#" + settings.shown(tag.name), detail: settings.dates.number(tag.count))
    }
    picker.emptyText = settings.phrases(.noTags)
    picker.replaceItems(active + others)
    prompt = .picker(picker)
    return []
  }

  /// The marked tags, else the selected one, join the filter; one that is in it leaves it.
  mutating func takeTags(_ picker: PickerState) -> [ReaderEffect] {
    prompt = nil
    var query = headlines.query
    let before = tagChoice
    let names = picker.kind == .tags ? picker.items.compactMap(\.tagName) : []
    if picker.kind == .tags {
      tagChoice.any = names.filter { picker.tagMarks[$0] == .any }
      tagChoice.none = names.filter { picker.tagMarks[$0] == TagMark.none }
      query.tags.removeAll { picker.tagMarks[$0] != nil }
    }
    // The selected one alone joins only where no mark says what is meant.
    let isMarked = Set(before.any) != Set(tagChoice.any) || Set(before.none) != Set(tagChoice.none)
    for choice in isMarked && picker.marked.isEmpty ? [] : picker.taken {
      guard case .tag(let name) = choice, picker.tagMarks[name] == nil else { continue }
      if let index = query.tags.firstIndex(of: name) { query.tags.remove(at: index) } else { query.tags.append(name) }
    }
    return goToList() + setQuery(filtered(query))
  }

  /// From wherever the reader is to the list.
  mutating func goToList() -> [ReaderEffect] {
    let effects = keepPlace()
    focus = .headlines
    isStoryOpen = false
    body.find = nil
    body.isOpened = false
    body.hasAskedForPage = false
    layOutAgain()
    return effects
  }
}

// MARK: - Related stories

extension ReaderState {
  mutating func showRelatedPicker() -> [ReaderEffect] {
    guard let story = body.story, isSelectionShown else { return openSelection() }
    let items = body.layout.links.map { link in
      let section = link.section.map { settings.shown($0) + (link.date == nil ? "" : " · ") } ?? ""
      let detail = section + (link.date.map { settings.dates.number($0.civil.year) } ?? "")
      let choice = link.target.map { PickerItem.Choice.story($0) } ?? .ghost(title: link.title, section: link.section)
      return PickerItem(
        choice: choice, label: settings.shown(link.title), detail: detail, isGhost: link.isGhost,
        note: settings.reason(of: link) ?? "")
    }
    if items.isEmpty { return say(.noRelated) }
    // The body may be laid out for another story while one is on its way; the picker is for the one on the screen.
    let title = settings.shown(story.article.title, language: story.article.language)
    prompt = .picker(
      PickerState(
        kind: .related, title: settings.phrases(.related) + " · " + title, items: items, script: settings.script))
    return []
  }

  /// Says that a story is not here yet, and offers to look for it by its title.
  mutating func showGhost(title: String) {
    let item = PickerItem(choice: .lookForTitle(title), label: settings.phrases(.lookForTitle))
    var picker = PickerState(
      kind: .similarTitles(title), title: settings.phrases(.notHereYet) + ": " + settings.shown(title),
      items: [item], script: settings.script)
    picker.emptyText = settings.phrases(.noSimilarTitle)
    prompt = .picker(picker)
  }

  mutating func show(_ found: [Headline], like title: String) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .similarTitles(title) else { return [] }
    picker.title = settings.phrases(.similarTitles) + ": " + settings.shown(title)
    picker.editor = LineEditor()
    picker.replaceItems(
      found.map { headline in
        PickerItem(
          choice: .story(headline.id), label: settings.shown(headline.title, language: headline.language),
          detail: [settings.shown(headline.section ?? ""), settings.dates.number(headline.date.civil.year)]
            .filter { !$0.isEmpty }.joined(separator: " · "))
      })
    prompt = .picker(picker)
    return []
  }
}

// MARK: - Themes and help

extension ReaderState {
  mutating func showThemePicker() -> [ReaderEffect] {
    themeBefore = theme
    prompt = .picker(
      PickerState(
        kind: .themes, title: settings.phrases(.themes), script: settings.script, emptyText: settings.phrases(.loading))
    )
    return [.loadThemes]
  }

  mutating func show(_ themes: [Theme]) -> [ReaderEffect] {
    guard case .picker(let open) = prompt, open.kind == .themes, open.items.isEmpty else { return [] }
    knownThemes = Dictionary(themes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let items = themes.map {
      PickerItem(choice: .theme($0.name), label: settings.shown($0.name), detail: $0.isDark ? "◐" : "○")
    }
    var picker = PickerState(
      kind: .themes, title: settings.phrases(.themes), items: items, script: settings.script)
    if let index = themes.firstIndex(where: { $0.name == theme.name }) { picker.moveSelection(by: index) }
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
    return []
  }

  /// Takes away what lies over the page; a theme that was only looked at goes with it.
  mutating func closePrompt() {
    if case .picker(let picker) = prompt, picker.kind == .themes, let themeBefore { theme = themeBefore }
    prompt = nil
  }

  mutating func showHelp() -> [ReaderEffect] {
    prompt = .picker(
      PickerState(kind: .help, title: settings.phrases(.help), items: helpItems, script: settings.script))
    return []
  }
}
