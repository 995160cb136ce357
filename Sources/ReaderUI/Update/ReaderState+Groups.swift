import IndicText
import NewsModel
import Screen

extension ReaderState {
  /// `=`: one row for each event, or for each story; kept for the next time.
  mutating func toggleGroups() -> [ReaderEffect] {
    leaveResults()
    settings.isGrouped.toggle()
    var query = headlines.query
    query.isGrouped = settings.isGrouped
    return setQuery(query) + [.saveGrouped(settings.isGrouped)] + say(settings.isGrouped ? .groupsShown : .groupsParted)
  }

  /// `V`: the stories that tell what this one tells, oldest first.
  mutating func showGroup() -> [ReaderEffect] {
    guard let id = currentStoryID else { return [] }
    prompt = .picker(
      PickerState(
        kind: .group(id), title: settings.phrases(.versions), script: settings.script,
        emptyText: settings.phrases(.loading)))
    return [.loadGroup(id)]
  }

  mutating func show(_ group: StoryGroup?, of id: ArticleID) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .group(id), picker.items.isEmpty else { return [] }
    guard let group, group.members.count > 1 else {
      prompt = nil
      return say(.noVersions)
    }
    picker.title = settings.phrases(.versions) + " · " + settings.phrases.papers(group.paperCount, settings.dates)
    picker.replaceItems(group.members.map(item))
    picker.select(.story(id))
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
    return []
  }

  /// "गाँव दर्पण · शीर्षक", when at the right, and under it agency, relation and what it added.
  private func item(_ member: StoryGroup.Member) -> PickerItem {
    let headline = member.headline
    let title = settings.shown(headline.title, language: headline.language)
    let relation: Phrase =
      switch member.relation {
      case .first: .versionFirst
      case .copy: .versionCopy
      case .retold: .versionRetold
      }
    let added = member.added.prefix(2).map { settings.shown($0, language: headline.language) }.joined(separator: " ")
    let note = [
      settings.dates.full(headline.date), settings.shown(member.agency ?? ""), settings.phrases(relation),
      added.isEmpty ? "" : settings.phrases(.versionAdds, added),
    ]
    return PickerItem(
      choice: .story(headline.id),
      label: [settings.shown(headline.source), title].filter { !$0.isEmpty }.joined(separator: " · "),
      detail: settings.dates.age(of: headline.date, now: now),
      note: note.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  /// `w`: stories that are pointed at most and are not here.
  mutating func showWanted() -> [ReaderEffect] {
    prompt = .picker(
      PickerState(
        kind: .wanted, title: settings.phrases(.wanted), script: settings.script, emptyText: settings.phrases(.loading))
    )
    return [.loadWanted]
  }

  mutating func show(_ wanted: [WantedStory]) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .wanted else { return [] }
    picker.emptyText = settings.phrases(.noWanted)
    picker.replaceItems(
      wanted.map { story in
        let count = settings.dates.count(story.pointingCount)
        let section = settings.shown(story.section ?? "")
        return PickerItem(
          choice: .ghost(title: story.title, section: story.section), label: settings.shown(story.title),
          detail: section.isEmpty ? count : section + " · " + count, isGhost: true,
          note: settings.phrases(.pointingStories, count))
      })
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
    return []
  }
}

// MARK: - A tag of the reader's own

extension ReaderState {
  /// `#`: the line in which a tag is typed. One that the story has is taken off it, any other is put on it.
  mutating func askForTag() -> [ReaderEffect] {
    guard let id = currentStoryID else { return [] }
    prompt = .tagName(LineEditor(), id)
    return []
  }

  mutating func apply(_ key: Key, toTagOf id: ArticleID, _ editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape: prompt = nil
    case .backspace where editor.text.isEmpty: prompt = nil
    case .control("l"): return [.redraw]
    case .enter:
      prompt = nil
      let name = String(editor.text.drop { $0 == "#" || $0.isWhitespace })
      let words = SearchKey.words(name)
      if words.isEmpty { return [] }
      let tags = body.story?.id == id ? body.story?.article.tags : headlines.rows.first { $0.id == id }?.tags
      if let tag = tags?.first(where: { SearchKey.words($0) == words }) {
        return [.removeTag(tag, id)] + say(.tagTakenOff, settings.shown(tag))
      }
      return [.addTag(name, id)] + say(.tagAdded, settings.shown(name))
    default:
      if editor.take(key) { prompt = .tagName(editor, id) }
    }
    return []
  }
}
