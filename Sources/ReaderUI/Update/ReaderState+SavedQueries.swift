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
      showQueryItems()
      return [.removeQuery(query)] + say(.queryRemoved, query.name)
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
    var query = headlines.query
    let isChosen = query.filter == filter && filterName == kept.name
    query.filter = isChosen ? nil : filter
    filterName = isChosen ? nil : kept.name
    return effects + setQuery(query)
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
  /// `+` and `-` among the results of a search: the line in which the name is typed; left empty it is the query itself.
  mutating func nameQuery(_ use: SavedQuery.Use) -> [ReaderEffect] {
    guard let text = headlines.found?.request.text else { return say(.searchFirst) }
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
