import NewsModel
import Screen

extension ReaderState {
  /// `m`: smart lists and mute rules; on a hidden story the rule that hides it is selected and says so.
  mutating func showSavedQueries() -> [ReaderEffect] {
    prompt = .picker(
      PickerState(
        kind: .savedQueries, title: settings.phrases(.savedQueries), script: settings.script,
        emptyText: settings.phrases(.loading)))
    let hidden = focus == .headlines ? headlines.selected.flatMap { $0.isMuted ? $0.id : nil } : body.story?.id
    return [.loadSavedQueries(hiding: hidden)]
  }

  mutating func show(_ queries: [SavedQuery], hiding rule: SavedQuery?) -> [ReaderEffect] {
    let removed = Set(removedQueries.map(\.id))
    savedQueries = queries.filter { !removed.contains($0.id) }
    showQueryItems(hiding: rule?.id)
    return []
  }

  mutating func applyToSavedQueries(_ key: Key, _ picker: PickerState) -> [ReaderEffect]? {
    switch key {
    case .control("d"), .delete:
      guard case .savedQuery(let id) = picker.selected?.choice else { return [] }
      if let query = removedQueries.first(where: { $0.id == id }) {
        removedQueries.removeAll { $0.id == id }
        return [.saveQuery(query)]
      }
      guard let query = savedQueries.first(where: { $0.id == id }) else { return [] }
      savedQueries.removeAll { $0.id == id }
      removedQueries.append(query)
      undoable.append(.removing(query))
      showQueryItems()
      return [.removeQuery(query)] + say(.queryRemoved, query.name)
    case .control("r"):
      guard case .savedQuery(let id) = picker.selected?.choice, let query = savedQueries.first(where: { $0.id == id })
      else { return [] }
      prompt = .queryName(LineEditor(query.name), query)
      return []
    default: return nil
    }
  }

  /// The stories of a list, or those that a rule hides; chosen again, all.
  mutating func takeSavedQuery(_ id: SavedQuery.ID) -> [ReaderEffect] {
    guard let kept = savedQueries.first(where: { $0.id == id }) else { return [] }
    let parsed: StoryQuery
    do throws(QueryTrouble) { parsed = try StoryQuery(parsing: kept.text, today: now) } catch {
      return say(settings.phrases.sentence(for: error), isError: true)
    }
    prompt = nil
    let filter = kept.use == .mute ? StoryQuery.and([.filter(.muted), parsed]) : parsed
    let effects = goToList()
    leaveResults()
    let isChosen = listFilter == filter && filterName == kept.name
    listFilter = isChosen ? nil : filter
    filterName = isChosen ? nil : kept.name
    return effects + setQuery(filtered(headlines.query))
  }

  /// `M`: hidden stories in the list as well.
  mutating func toggleMuted() -> [ReaderEffect] {
    leaveResults()
    var query = headlines.query
    query.isMutedShown.toggle()
    return setQuery(query) + say(query.isMutedShown ? .mutedShown : .mutedHidden)
  }
}

// MARK: - Keeping a search

extension ReaderState {
  /// `+` and `-` among the results of a search or in a filtered list, `^S` and `^X` while a search is typed: the line in which the name
  /// is typed; left empty it is the query itself.
  mutating func nameQuery(_ use: SavedQuery.Use) -> [ReaderEffect] {
    guard let text = queryText, !LineEditor(text).isBlank else { return say(.searchFirst) }
    do throws(QueryTrouble) { _ = try StoryQuery(parsing: text, today: now) } catch {
      guard search != nil else { return say(settings.phrases.sentence(for: error), isError: true) }
      search?.trouble = error
      prompt = .search(LineEditor(text))
      return []
    }
    prompt = .queryName(LineEditor(), SavedQuery(name: text, text: text, use: use))
    return []
  }

  mutating func apply(_ key: Key, toNameOf query: SavedQuery, _ editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape: prompt = nil
    case .backspace where editor.text.isEmpty: prompt = nil
    case .control("l"): return [.redraw]
    case .enter:
      prompt = nil
      var query = query
      if !editor.isBlank { query.name = editor.text }
      return [.saveQuery(query)]
    default:
      if editor.take(key) { prompt = .queryName(editor, query) }
    }
    return []
  }

  /// A query is kept now. What a rule hides leaves the list.
  mutating func takeIn(_ query: SavedQuery) -> [ReaderEffect] {
    savedQueries.removeAll { $0.id == query.id }
    savedQueries.append(query)
    showQueryItems()
    let phrase: Phrase = query.use == .mute ? .ruleSaved : .listSaved
    let said = say(settings.phrases(phrase, query.name, settings.dates.count(query.storyCount ?? 0)))
    return (query.use == .mute ? loadWhatIsShown() : []) + said
  }

  mutating func takeOut(_ query: SavedQuery) -> [ReaderEffect] {
    query.use == .mute ? loadWhatIsShown() : []
  }

  /// Other stories are hidden now.
  private mutating func loadWhatIsShown() -> [ReaderEffect] {
    guard search != nil else { return loadHeadlines(aroundSelection, keepsSelection: true) }
    search?.before.isOutdated = true
    return searchOnceMore()
  }
}

// MARK: - What the list asks for

extension ReaderState {
  /// In the query language; nil when it asks for nothing.
  private var queryText: String? {
    if let search { return search.text }
    var parts = headlines.query.feed.map { [StoryQuery.filter(.feed($0))] } ?? []
    parts += headlines.query.tags.map { .filter(.tag($0)) }
    parts += headlines.query.filter.map { [$0] } ?? []
    return parts.isEmpty ? nil : StoryQuery.and(parts).simplified.text(utcOffsetSeconds: now.utcOffsetSeconds)
  }

  /// `query` with what the kept list and the tags ask for beyond it.
  func filtered(_ query: HeadlineQuery) -> HeadlineQuery {
    var parts = listFilter.map { [$0] } ?? []
    if !tagChoice.any.isEmpty { parts.append(.or(tagChoice.any.map { .filter(.tag($0)) })) }
    parts += tagChoice.none.map { .not(.filter(.tag($0))) }
    var query = query
    query.filter = parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .and(parts)
    return query
  }

  /// What the list is filtered by, as the title bar names it; what was searched comes first.
  var shownFilters: [(name: String, part: FilterPart)] {
    let searched = headlines.found.map { settings.phrases(.search) + ": " + $0.request.text }
    var filters: [(name: String, part: FilterPart)] = searched.map { [($0, .search)] } ?? []
    if let listFilter { filters.append((filterName ?? listFilter.description, .list)) }
    if let filteredFeedName { filters.append((filteredFeedName, .feed)) }
    filters += headlines.query.tags.map { ("#" + $0, .tag($0)) }
    if !tagChoice.any.isEmpty {
      let names = tagChoice.any.map { "#" + $0 }
      filters.append((names.joined(separator: " " + settings.phrases(.tagAny) + " "), .anyTags))
    }
    return filters + tagChoice.none.map { ("−#" + $0, .noTag($0)) }
  }

  /// Takes one part of the filter off.
  mutating func takeOff(_ part: FilterPart) -> [ReaderEffect] {
    var query = headlines.query
    switch part {
    case .search: return endSearch()
    case .list: (filterName, listFilter) = (nil, nil)
    case .feed: query.feed = nil
    case .tag(let name): query.tags.removeAll { $0 == name }
    case .anyTags: tagChoice.any = []
    case .noTag(let name): tagChoice.none.removeAll { $0 == name }
    }
    return goToList() + setQuery(filtered(query)) + say(.filterCleared)
  }

  /// Shows the stories that have this tag too.
  mutating func filter(byTag name: String) -> [ReaderEffect] {
    var query = headlines.query
    if !query.tags.contains(name) { query.tags.append(name) }
    return goToList() + setQuery(filtered(query))
  }
}

// MARK: - Taking back

extension ReaderState {
  /// `U`: takes the last of these back: an unsubscribing, a list or rule that was removed, what was done to a tag or to a story's tags, a star, an unread mark.
  mutating func undo() -> [ReaderEffect] {
    while let last = undoable.popLast() {
      switch last {
      case .unsubscribing where unsubscribed.isEmpty: continue
      case .unsubscribing: return undoUnsubscribing()
      case .removing(let query):
        // It came back by its own key.
        guard removedQueries.contains(query) else { continue }
        removedQueries.removeAll { $0 == query }
        return [.saveQuery(query)]
      case .tag(let change): return carryOut(change) + say(.undone)
      case .effect(let effect): return [effect] + say(.undone)
      case .mark(let now, let before): return carryOut(now, to: before) + say(.undone)
      case .reading(let ids, let change): return carryOut(change, of: ids) + say(.undone)
      }
    }
    return undoUnsubscribing()
  }
}

// MARK: - Rows

extension ReaderState {
  private mutating func showQueryItems(hiding rule: SavedQuery.ID? = nil) {
    guard case .picker(var picker) = prompt, picker.kind == .savedQueries else { return }
    picker.emptyText = settings.phrases(.noSavedQueries)
    let isFirst = picker.items.isEmpty
    picker.replaceItems(queryItems(hiding: rule))
    if let rule {
      picker.select(.savedQuery(rule))
    } else if isFirst, let chosen = savedQueries.first(where: { $0.name == filterName }),
      headlines.query.filter != nil
    {
      picker.select(.savedQuery(chosen.id))
    }
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }

  /// Lists, then rules. What was taken away just now keeps its place, as a ghost.
  private func queryItems(hiding rule: SavedQuery.ID?) -> [PickerItem] {
    let all = (savedQueries + removedQueries).sorted { $0.id < $1.id }
    let removed = Set(removedQueries.map(\.id))
    var items: [PickerItem] = []
    for (use, phrase) in [(SavedQuery.Use.list, Phrase.smartLists), (.mute, .muteRules)] {
      let queries = all.filter { $0.use == use }
      if queries.isEmpty { continue }
      items.append(PickerItem(choice: .heading(use.rawValue), label: settings.phrases(phrase)))
      items += queries.map { query in
        let isGhost = removed.contains(query.id)
        let counts = query.storyCount.map { total in
          let unread = query.unreadCount ?? 0
          let hidden = settings.phrases(.hiddenOnes, settings.dates.count(total))
          if use == .mute { return hidden }
          return (unread > 0 ? settings.phrases(.newCount, settings.dates.count(unread)) + " · " : "")
            + settings.dates.count(total)
        }
        let note = query.id == rule ? settings.phrases(.hiddenBy) + ": " + query.text : query.text
        return PickerItem(
          choice: .savedQuery(query.id), label: settings.shown(query.name), detail: counts ?? "!", isGhost: isGhost,
          note: isGhost ? settings.phrases(.queryStays) : settings.shown(note))
      }
    }
    return items
  }
}
