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
      items.append(
        PickerItem(
          choice: .fact("months"), label: MonthChart(page.months.map(\.count), isASCII: false).text, detail: span))
    }
    if page.spellings.count > 1 {
      items.append(heading(.spellings))
      items += page.spellings.prefix(Self.mostSpellings).map {
        PickerItem(choice: .fact($0.name), label: settings.shown($0.name), detail: dates.count($0.count))
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
      choice: .story(occurrence.story), label: context.before + context.hit + context.after,
      detail: settings.dates.age(of: occurrence.date, now: now), note: settings.shown(occurrence.title),
      context: context)
  }

  /// More than a name has in earnest.
  private static let mostSpellings = 12
}

extension DateWords {
  /// "11.2026", short enough to stand twice beside a chart.
  func month(_ month: TagPage.Month) -> String { number(month.month) + "." + number(month.year) }
}
