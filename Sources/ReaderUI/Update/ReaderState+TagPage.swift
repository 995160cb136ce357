import CellText
import NewsModel
import Screen

extension ReaderState {
  /// `→` in the list of tags: all about the selected one. From page to page, and back with Backspace.
  mutating func applyToTags(_ key: Key, _ picker: PickerState) -> [ReaderEffect]? {
    switch (picker.kind, key) {
    case (.tags, .right):
      guard case .tag(let name) = picker.selected?.choice else { return [] }
      return showTagPage(name)
    case (.tagPage, .right):
      guard case .tagPage(let name) = picker.selected?.choice else { return [] }
      return showTagPage(name)
    case (.tagPage(let name), .control("r")):
      prompt = .tagRename(LineEditor(name), name)
      return []
    case (.tagPage(let name), .control("g")):
      prompt = .picker(
        PickerState(
          kind: .mergeTag(name), title: settings.phrases(.tagMergeInto, settings.shown(name)), script: settings.script,
          emptyText: settings.phrases(.loading)))
      return [.loadAllTags]
    case (.tagPage(let name), .control("d")), (.tagPage(let name), .delete):
      guard case .spelling(let spelling) = picker.selected?.choice, spelling != name else { return [] }
      return change(.split(spelling, of: name))
    case (.tagPage, .left): return leaveTagPage()
    case (.tagPage, .backspace): return picker.editor.text.isEmpty ? leaveTagPage() : nil
    default: return nil
    }
  }

  private mutating func leaveTagPage() -> [ReaderEffect] {
    _ = tagPages.popLast()
    guard let name = tagPages.popLast() else { return showTagPicker() }
    return showTagPage(name)
  }

  mutating func showTagPage(_ name: String) -> [ReaderEffect] {
    tagPages = (tagPages + [name]).suffix(Trail.capacity)
    prompt = .picker(
      PickerState(
        kind: .tagPage(name), title: "#" + settings.shown(name), script: settings.script,
        emptyText: settings.phrases(.loading)))
    return [.loadTagPage(name)]
  }

  mutating func show(_ page: TagPage?, ofTag name: String) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .tagPage(name) else { return [] }
    if let page { picker.replaceItems(items(of: page)) } else { picker.emptyText = settings.phrases(.tagGone) }
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
    return []
  }
}

// MARK: - Changing a tag

extension ReaderState {
  mutating func apply(_ key: Key, toNameOf tag: String, _ editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape: prompt = nil
    case .backspace where editor.text.isEmpty: prompt = nil
    case .control("l"): return [.redraw]
    case .enter:
      prompt = nil
      let name = editor.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return name.isEmpty || name == tag ? [] : change(.rename(tag, to: name))
    default:
      if editor.take(key) { prompt = .tagRename(editor, tag) }
    }
    return []
  }

  mutating func showMergeTargets(_ tags: [TagCount]) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, case .mergeTag(let name) = picker.kind else { return [] }
    picker.emptyText = settings.phrases(.noTags)
    picker.replaceItems(
      tags.filter { $0.name != name }.map { tag in
        PickerItem(
          choice: .tag(tag.name), label: "#" + settings.shown(tag.name), detail: settings.dates.count(tag.count))
      })
    prompt = .picker(picker)
    return []
  }

  mutating func merge(_ name: String, into item: PickerItem) -> [ReaderEffect] {
    guard case .tag(let target) = item.choice else { return [] }
    return change(.merge(name, into: target))
  }

  /// Nothing is asked before: `U` takes it back.
  private mutating func change(_ change: TagChange) -> [ReaderEffect] {
    closePrompt()
    tagPages = []
    undoable.append(.tag(change.inverse))
    let said: [ReaderEffect] =
      switch change {
      case .rename(let old, let new), .takeBackRename(let new, let old):
        say(settings.phrases(.tagRenamed, settings.shown(old), settings.shown(new)))
      case .merge(let old, let new): say(settings.phrases(.tagMerged, settings.shown(old), settings.shown(new)))
      case .split(let spelling, _): say(.tagSplit, settings.shown(spelling))
      }
    return carryOut(change) + said
  }

  /// A filter by a name that goes would find nothing: it follows.
  mutating func carryOut(_ change: TagChange) -> [ReaderEffect] {
    switch change {
    case .rename(let old, let new), .merge(let old, let new), .takeBackRename(let new, let old): follow(old, to: new)
    case .split: break
    }
    return [.changeTag(change)]
  }

  private mutating func follow(_ old: String, to new: String) {
    let renamed = { (names: [String]) in
      var seen: Set<String> = []
      return names.map { $0 == old ? new : $0 }.filter { seen.insert($0).inserted }
    }
    tagChoice.any = renamed(tagChoice.any)
    tagChoice.none = renamed(tagChoice.none)
    let before = headlines.query
    headlines.query.tags = renamed(headlines.query.tags)
    headlines.query = filtered(headlines.query)
    if headlines.query != before { search?.before.headlines.query = headlines.query }
  }
}

// MARK: - Rows

extension ReaderState {
  private func items(of page: TagPage) -> [PickerItem] {
    let phrases = settings.phrases
    let dates = settings.dates
    let kind = page.kind.map { phrases.kind($0) + " · " } ?? ""
    var items = [
      PickerItem(
        choice: .tag(page.tag.name), label: "#" + settings.shown(page.tag.name),
        detail: kind + phrases(.storyCount, dates.count(page.tag.count)), note: phrases(.tagStories))
    ]
    if let first = page.months.first, let last = page.months.last {
      let span = first == last ? dates.month(first) : dates.month(first) + " – " + dates.month(last)
      let isASCII = !settings.hasBlockElements || settings.frames != .lines
      let chart = MonthChart(page.months.map(\.count), isASCII: isASCII)
      items.append(PickerItem(choice: .fact("months"), label: chart.text, detail: span))
    }
    if page.spellings.count > 1 {
      items.append(heading(.spellings))
      items += page.spellings.prefix(Self.mostSpellings).map {
        PickerItem(
          choice: .spelling($0.name), label: settings.shown($0.name), detail: dates.count($0.count),
          note: $0.name == page.tag.name ? "" : phrases(.spellingNote))
      }
    }
    if !page.companions.isEmpty {
      items.append(heading(.companions))
      items += page.companions.map {
        PickerItem(choice: .tagPage($0.name), label: "#" + settings.shown($0.name), detail: dates.count($0.count))
      }
    }
    if !page.occurrences.isEmpty {
      items.append(heading(.inStories))
      items += page.occurrences.map(item)
    }
    return items
  }

  private func heading(_ phrase: Phrase) -> PickerItem {
    PickerItem(choice: .heading("\(phrase)"), label: settings.phrases(phrase))
  }

  private func item(_ occurrence: TagPage.Occurrence) -> PickerItem {
    let passage = occurrence.passage
    let runs = settings.shownRuns(
      passage.text, hits: Array(passage.hits.prefix(1)), language: nil, .picker, hitRole: .pickerHit)
    let hit = runs.firstIndex { $0.role == .pickerHit } ?? runs.startIndex
    let around = { (runs: ArraySlice<TextRun>) in runs.map(\.text).joined() }
    let context = PickerItem.Context(
      before: around(runs[..<hit]), hit: around(runs[hit...].prefix(1)), after: around(runs[hit...].dropFirst()))
    return PickerItem(
      choice: .passage(occurrence.story, passage), label: context.before + context.hit + context.after,
      detail: settings.age(of: occurrence.date, now: now), note: settings.shown(occurrence.title),
      context: context)
  }

  /// More than a name has in earnest.
  private static let mostSpellings = 12
}

extension DateWords {
  /// "11.2026", short enough to stand twice beside a chart.
  func month(_ month: TagPage.Month) -> String { number(month.month) + "." + number(month.year) }
}
