import CellText
import NewsModel
import Screen

/// The page of all marks and notes.
extension ReaderState {
  /// `E`: all marks and notes, the last one made first.
  mutating func showMarks() -> [ReaderEffect] {
    markedSentences = []
    removedMarks = []
    prompt = .picker(
      PickerState(
        kind: .marks, title: settings.phrases(.marks), script: settings.script, emptyText: settings.phrases(.loading)))
    return [.loadMarks]
  }

  mutating func show(_ marked: [MarkedSentence]) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .marks else { return [] }
    markedSentences = marked
    picker.emptyText = settings.phrases(.noMarks)
    prompt = .picker(picker)
    showMarkItems()
    return []
  }

  /// `^D` takes the selected mark away, and brings it back as long as the page is open; `U` brings it back later.
  mutating func applyToMarks(_ key: Key, _ picker: PickerState) -> [ReaderEffect]? {
    guard key == .control("d") || key == .delete else { return nil }
    guard case .mark(let mark) = picker.selected?.choice else { return [] }
    if removedMarks.contains(mark) { return change(nil, to: mark) + say(.undone) }
    return change(mark, to: nil) + say(.markRemoved)
  }

  /// Enter: the story, at the sentence.
  mutating func take(_ mark: SentenceMark) -> [ReaderEffect] {
    guard let marked = markedSentences.first(where: { $0.mark.isSameMark(as: mark) }) else { return [] }
    switch marked.state {
    case .storyGone:
      showGhost(title: marked.title)
      return []
    case .gone:
      prompt = nil
      return follow(mark.story) + say(.sentenceGone)
    case .found, .changed: return open(mark.story, marking: .sentence(marked.sentence))
    }
  }

  /// Also after a change, and for another width.
  mutating func showMarkItems() {
    guard case .picker(var picker) = prompt, picker.kind == .marks else { return }
    picker.replaceItems(markedSentences.enumerated().flatMap { markItems($1, number: $0) })
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }

  /// The sentence, and under it the note, what became of the sentence, and the story.
  private func markItems(_ marked: MarkedSentence, number: Int) -> [PickerItem] {
    let mark = marked.mark
    let sentence = DisplayText.safe(settings.shown(marked.sentence, language: marked.language))
    let probe = PickerState(kind: .marks, title: "")
    let columns = PickerLayout(size: size, picker: probe).textColumns
    let age = settings.age(of: mark.made, now: now)
    let room = columns - settings.widthModel.columns(of: age) - 1
    let isGhost = removedMarks.contains { $0.isSameMark(as: mark) }
    // What does not fit its line is told whole while it is selected.
    let whole = settings.widthModel.columns(of: sentence) > room ? sentence : ""
    var items = [
      PickerItem(
        choice: .mark(mark), label: sentence, detail: age, isGhost: isGhost,
        note: isGhost ? settings.phrases(.markStays) : whole)
    ]
    var facts: [String] = []
    if !mark.note.isEmpty { facts += wrapped("✎ " + settings.shown(mark.note), columns: columns - 2) }
    switch marked.state {
    case .found: break
    case .changed: facts += wrapped(settings.phrases(.sentenceChanged), columns: columns - 2)
    case .gone: facts += wrapped(settings.phrases(.sentenceGone), columns: columns - 2)
    case .storyGone: facts += wrapped(settings.phrases(.storyGone), columns: columns - 2)
    }
    let title = settings.shown(marked.title, language: marked.language)
    facts.append([title, settings.shown(marked.source)].filter { !$0.isEmpty }.joined(separator: " · "))
    for (index, fact) in facts.enumerated() {
      items.append(PickerItem(choice: .fact("\(number) \(index)"), label: "  " + DisplayText.safe(fact)))
    }
    return items
  }

  private func wrapped(_ text: String, columns: Int) -> [String] {
    let wrapper = TextWrapper(model: settings.widthModel, language: settings.language.rawValue)
    return wrapper.lines([TextRun(text, .picker)], columns: max(1, columns), maxLines: 4).map(\.text)
  }
}
