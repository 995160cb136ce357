public import Screen

/// Where a picker lies: at most 60 columns and 60 % of the height, in the upper middle of the page.
public struct PickerLayout: Hashable, Sendable {
  public let frame: Rect
  /// The line to type in.
  public var inputRow: Int { frame.row + 1 }
  /// Lines for items.
  public var rowCount: Int { max(0, frame.rows - 3 - noteRows - (hasDivider ? 1 : 0)) }
  /// Lines under the items for the selected one's note.
  public let noteRows: Int
  /// Whether a thin line stands between the items and the note.
  public let hasDivider: Bool
  public var firstItemRow: Int { frame.row + 2 }
  public var textColumns: Int { max(1, frame.columns - 4) }

  public init(size: Size, picker: PickerState) {
    // Help and related titles are long: they may take a wider panel where there is one.
    let widest =
      switch picker.kind {
      case .themes, .tags: 48
      // A name is told by what stands around it.
      case .tagPage, .group, .history, .marks: 100
      default: 60
      }
    let columns = max(1, min(widest, size.columns - 2))
    let hasNotes = picker.items.contains { !$0.note.isEmpty }
    let isTall =
      switch picker.kind {
      case .group, .history, .marks: true
      default: hasNotes
      }
    let most = max(5, isTall ? size.rows * 8 / 10 : size.rows * 6 / 10)
    // A sentence in place of items may need more lines than one.
    let itemRows = picker.items.isEmpty ? (picker.kind.takesSeveral ? 3 : 1) : picker.items.count
    hasDivider = hasNotes && size.rows >= 16
    let wanted = hasNotes ? 2 : 0
    let rows = max(1, min(itemRows + 3 + wanted + (hasDivider ? 1 : 0), most, size.rows - 2))
    noteRows = rows >= 5 + wanted ? wanted : 0
    frame = Rect(
      row: max(0, (size.rows - rows) / 3), column: max(0, (size.columns - columns) / 2), rows: rows, columns: columns)
  }
}
