import CellText
import NewsModel

/// What a corrected story said before.
extension ReaderState {
  /// `H`: what each correction of the story changed, the last one first.
  mutating func showHistory() -> [ReaderEffect] {
    guard let id = currentStoryID else { return [] }
    prompt = .picker(
      PickerState(
        kind: .history(id), title: settings.phrases(.history), script: settings.script,
        emptyText: settings.phrases(.loading)))
    return [.loadHistory(id)]
  }

  mutating func show(_ history: StoryHistory?, of id: ArticleID) -> [ReaderEffect] {
    guard case .picker(let picker) = prompt, picker.kind == .history(id), picker.items.isEmpty else { return [] }
    guard let history, !history.steps.isEmpty else {
      prompt = nil
      return say(.noHistory)
    }
    shownHistory = history
    layOutHistory()
    return []
  }

  /// Also for another width.
  mutating func layOutHistory() {
    guard case .picker(var picker) = prompt, case .history(let id) = picker.kind, let shownHistory else { return }
    picker.replaceItems(historyItems(shownHistory, of: id))
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }

  /// Of each correction when it came and how much it changed, then what went (−) and what came (+), each as long as it is.
  private func historyItems(_ history: StoryHistory, of id: ArticleID) -> [PickerItem] {
    let language = body.story?.id == id ? body.story?.article.language : headlines.rows.first { $0.id == id }?.language
    var items: [PickerItem] = []
    for (number, step) in history.steps.enumerated() {
      let (came, went) = (step.changes.count { !$0.added.isEmpty }, step.changes.count { !$0.removed.isEmpty })
      items.append(
        PickerItem(
          choice: .version(number), label: settings.dates.full(step.replaced),
          detail: "+\(settings.dates.number(came)) −\(settings.dates.number(went))"))
      for change in step.changes.prefix(Self.mostChanges) {
        add(change.removed, .removed, of: change, id, language, to: &items)
        add(change.added, .added, of: change, id, language, to: &items)
      }
      if step.changes.count > Self.mostChanges {
        let rest = settings.dates.count(step.changes.count - Self.mostChanges)
        items.append(PickerItem(choice: .fact("\(number) …"), label: "  " + settings.phrases(.moreChanges, rest)))
      }
    }
    return items
  }

  private func add(
    _ pieces: [SentenceChange.Piece], _ kind: PickerItem.Change.Kind, of change: SentenceChange, _ id: ArticleID,
    _ language: String?, to items: inout [PickerItem]
  ) {
    if pieces.isEmpty { return }
    let probe = PickerState(kind: .history(id), title: "")
    let columns = PickerLayout(size: size, picker: probe).textColumns
    let wrapper = TextWrapper(model: settings.widthModel, language: language ?? "hi")
    var runs = pieces.map { piece in
      // Roles only tell the wrapper's lines apart.
      TextRun(settings.shown(piece.text, language: language), piece.isChanged ? .pickerHit : .picker)
    }
    if change.part == .title { runs.insert(TextRun(settings.phrases(.titleWas) + " ", .picker), at: 0) }
    let lines = wrapper.lines(runs, columns: max(1, columns - 4), maxLines: Self.mostLines)
    let sign = kind == .added ? "  + " : "  − "
    for (index, line) in lines.enumerated() {
      var label = index == 0 ? sign : "    "
      var words: Set<Int> = []
      var count = label.count
      for run in line.runs {
        let clusters = run.text.count
        if run.role == .pickerHit { words.formUnion(count..<(count + clusters)) }
        label += run.text
        count += clusters
      }
      let choice: PickerItem.Choice =
        index > 0
        ? .fact(String(items.count)) : kind == .added ? .sentence(id, change.addedText) : .pastSentence(items.count)
      var item = PickerItem(choice: choice, label: label)
      item.change = PickerItem.Change(kind: kind, words: words)
      items.append(item)
    }
  }

  /// More than anybody reads in a list.
  private static let mostChanges = 120
  private static let mostLines = 12
}
