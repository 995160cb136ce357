import CellText
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
    shownGroup = nil
    guard let group, group.members.count > 1 else {
      prompt = nil
      return say(.noVersions)
    }
    picker.title = settings.phrases(.versions) + " · " + settings.phrases.papers(group.paperCount, settings.dates)
    shownGroup = group
    picker.replaceItems(versionItems(group))
    picker.select(.story(id))
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
    return []
  }

  /// Sentences are wrapped anew for another width.
  mutating func layOutVersionsAgain() {
    layOutHistory()
    showMarkItems()
    guard case .picker(var picker) = prompt, case .group = picker.kind, let shownGroup else { return }
    picker.replaceItems(versionItems(shownGroup))
    prompt = .picker(picker)
  }

  /// Of each version paper and headline, under them when, by which agency and in which words, and then each sentence that it added.
  private func versionItems(_ group: StoryGroup) -> [PickerItem] {
    var items: [PickerItem] = []
    for member in group.members.prefix(Self.mostVersions) {
      let headline = member.headline
      let title = settings.shown(headline.title, language: headline.language)
      let label = [settings.shown(headline.source), title].filter { !$0.isEmpty }.joined(separator: " · ")
      items.append(
        PickerItem(
          choice: .story(headline.id), label: label, detail: settings.age(of: headline.date, now: now)))
      let relation: Phrase =
        switch member.relation {
        case .first: .versionFirst
        case .copy: .versionCopy
        case .retold: .versionRetold
        }
      let facts = [settings.dates.full(headline.date), settings.shown(member.agency ?? ""), settings.phrases(relation)]
      items.append(fact("  " + facts.filter { !$0.isEmpty }.joined(separator: " · "), items.count))
      for sentence in member.added.prefix(Self.mostSentences) { add(sentence, of: headline, to: &items) }
    }
    return items
  }

  /// A sentence on as many lines as it needs: the first can be chosen, the others go on from it.
  private func add(_ sentence: String, of headline: Headline, to items: inout [PickerItem]) {
    let probe = PickerState(kind: .group(headline.id), title: "")
    let columns = PickerLayout(size: size, picker: probe).textColumns
    let wrapper = TextWrapper(model: settings.widthModel, language: headline.language)
    let text = settings.shown(sentence, language: headline.language)
    let lines = wrapper.lines([TextRun(text, .picker)], columns: max(1, columns - 4), maxLines: Self.mostLines)
    for (index, line) in lines.enumerated() {
      if index == 0 {
        items.append(PickerItem(choice: .sentence(headline.id, sentence), label: "  + " + line.text))
      } else {
        items.append(fact("    " + line.text, items.count))
      }
    }
  }

  private func fact(_ text: String, _ number: Int) -> PickerItem {
    PickerItem(choice: .fact(String(number)), label: DisplayText.safe(text))
  }

  /// More than anybody reads in a list.
  private static let mostVersions = 200
  private static let mostSentences = 40
  private static let mostLines = 12

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
        undoable.append(.effect(.addTag(tag, id)))
        return [.removeTag(tag, id)] + say(.tagTakenOff, settings.shown(tag))
      }
      undoable.append(.effect(.removeTag(name, id)))
      return [.addTag(name, id)] + say(.tagAdded, settings.shown(name))
    default:
      if editor.take(key) { prompt = .tagName(editor, id) }
    }
    return []
  }
}
