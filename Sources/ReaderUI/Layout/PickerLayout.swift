public import Screen

/// Where a picker lies: at most 60 columns and 60 % of the height, in the upper middle of the page.
public struct PickerLayout: Hashable, Sendable {
  public let frame: Rect
  /// The line to type in.
  public var inputRow: Int { frame.row + 1 }
  /// Lines for items.
  public var rowCount: Int { max(0, frame.rows - 3) }
  public var firstItemRow: Int { frame.row + 2 }
  public var textColumns: Int { max(1, frame.columns - 4) }

  public init(size: Size, picker: PickerState) {
    // Help and related titles are long: they may take a wider panel where there is one.
    let widest = picker.kind == .themes || picker.kind == .tags ? 48 : 60
    let columns = max(1, min(widest, size.columns - 2))
    let most = max(5, size.rows * 6 / 10)
    let rows = max(1, min(max(picker.items.count, 1) + 3, most, size.rows - 2))
    frame = Rect(
      row: max(0, (size.rows - rows) / 3), column: max(0, (size.columns - columns) / 2), rows: rows, columns: columns)
  }
}
