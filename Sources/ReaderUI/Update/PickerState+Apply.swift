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
        if items[index].isHeading { return nil }
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
    leaveHeading(by: 1)
  }

  mutating func replaceItems(_ items: [PickerItem]) {
    let selected = selected?.choice
    let top = topIndex
    self.items = items
    narrow()
    topIndex = min(top, max(0, matches.count - 1))
    if let selected { select(selected) }
  }

  mutating func moveSelection(by step: Int) {
    selectedIndex = min(max(0, selectedIndex + step), max(0, matches.count - 1))
    leaveHeading(by: step < 0 ? -1 : 1)
  }

  /// Moves what is shown; the selection goes along only where it would leave the screen.
  mutating func scroll(by step: Int, rowCount: Int) {
    guard rowCount > 0, !matches.isEmpty else { return }
    topIndex = min(max(0, topIndex + step), max(0, matches.count - rowCount))
    let end = min(matches.count, topIndex + rowCount)
    selectedIndex = min(max(selectedIndex, topIndex), end - 1)
    leaveHeading(by: step > 0 ? 1 : -1)
  }

  /// Goes on from a heading in the given direction, or turns back where there is nothing more.
  private mutating func leaveHeading(by step: Int) {
    let onward =
      step > 0 ? Array(matches.indices.dropFirst(selectedIndex)) : matches.indices.prefix(selectedIndex + 1).reversed()
    let back =
      step > 0 ? matches.indices.prefix(selectedIndex).reversed() : Array(matches.indices.dropFirst(selectedIndex))
    if let index = (onward + back).first(where: { !items[matches[$0].itemIndex].isHeading }) { selectedIndex = index }
  }

  /// Scrolls by as little as shows the selected line, given how many lines fit.
  mutating func keepSelectionVisible(rowCount: Int) {
    guard rowCount > 0 else { return }
    // What is told below the selected line is seen to its end.
    var last = selectedIndex
    while last + 1 < min(matches.count, selectedIndex + rowCount), items[matches[last + 1].itemIndex].isFact {
      last += 1
    }
    topIndex = max(min(topIndex, selectedIndex), last - rowCount + 1)
    // A group's name stays above its first item, as does what is told before the first one.
    while topIndex > 0, last - topIndex + 1 < rowCount, items[matches[topIndex - 1].itemIndex].isHeading,
      items[matches[topIndex].itemIndex].isHeading || topIndex == selectedIndex
    {
      topIndex -= 1
    }
  }

  /// What Enter takes: the marked items in the list's order, so that the same marks always mean the same, else the selected one.
  var taken: [PickerItem.Choice] {
    marked.isEmpty ? [selected?.choice].compactMap { $0 } : items.map(\.choice).filter(marked.contains)
  }

  mutating func select(_ choice: PickerItem.Choice) {
    if let index = matches.firstIndex(where: { items[$0.itemIndex].choice == choice }) { selectedIndex = index }
  }

  /// Marks all items that match what was typed, or takes the marks off when all have one. Ghosts cannot be taken.
  mutating func toggleAllMarks() {
    let shown = Set(matches.map { items[$0.itemIndex] }.filter { !$0.isGhost && !$0.isHeading }.map(\.choice))
    if shown.isSubset(of: marked) { marked.subtract(shown) } else { marked.formUnion(shown) }
  }

  /// The next meaning of the selected tag: all, one of these, none of these, not in the filter.
  mutating func cycleTagMark() {
    guard let choice = selected?.choice, case .tag(let name) = choice else { return }
    if marked.remove(choice) != nil {
      tagMarks[name] = .any
    } else if tagMarks[name] == .any {
      tagMarks[name] = TagMark.none
    } else if tagMarks.removeValue(forKey: name) == nil {
      marked.insert(choice)
    }
  }

  /// Marks the selected item, or takes the mark off, and goes on to the next.
  mutating func toggleMark() {
    guard let selected else { return }
    let choice = selected.choice
    if selected.isGhost {
      moveSelection(by: 1)
      return
    }
    if marked.remove(choice) == nil { marked.insert(choice) }
    moveSelection(by: 1)
  }
}
