import IndicText
import Screen

extension PickerState {
  /// Chooses the items that match what was typed, best first; in the given order while nothing is typed.
  mutating func narrow() {
    let query = script == .roman ? Romanisation.text(editor.text) : editor.text
    if query.allSatisfy(\.isWhitespace) {
      matches = items.indices.map { PickerMatch(itemIndex: $0, hitClusters: []) }
    } else {
      let found = items.indices.compactMap { index -> (score: Int, match: PickerMatch)? in
        let label = items[index].label
        guard let match = FuzzyMatch.find(query, in: label) else { return nil }
        var clusters: Set<Int> = []
        for range in match.hits {
          let start = label.distance(from: label.startIndex, to: range.lowerBound)
          clusters.formUnion(start..<(start + label[range].count))
        }
        return (match.score, PickerMatch(itemIndex: index, hitClusters: clusters))
      }
      // Equal scores keep the items' own order: the sort must be stable, which the standard one does not promise.
      matches = found.enumerated().sorted {
        ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset)
      }.map(\.element.match)
    }
    selectedIndex = 0
    topIndex = 0
  }

  mutating func replaceItems(_ items: [PickerItem]) {
    let selected = selected?.choice
    self.items = items
    narrow()
    if let index = matches.firstIndex(where: { items[$0.itemIndex].choice == selected }) { selectedIndex = index }
  }

  mutating func moveSelection(by step: Int) {
    selectedIndex = min(max(0, selectedIndex + step), max(0, matches.count - 1))
  }

  /// Scrolls by as little as shows the selected line, given how many lines fit.
  mutating func keepSelectionVisible(rowCount: Int) {
    guard rowCount > 0 else { return }
    topIndex = max(min(topIndex, selectedIndex), selectedIndex - rowCount + 1)
  }

  /// Marks the selected item, or takes the mark off, and goes on to the next.
  mutating func toggleMark() {
    guard let choice = selected?.choice else { return }
    if marked.remove(choice) == nil { marked.insert(choice) }
    moveSelection(by: 1)
  }
}
