public import Screen

/// Turns the difference of two frames into the bytes that make a terminal show the second. Pure.
///
/// Never relies on where the terminal's cursor is after text that terminals measure differently: such text starts at an absolute
/// column on erased cells, and what stands to its right is written after it. See <doc:RowsWeWrite>.
public nonisolated struct RowWriter: Sendable {
  private let capabilities: TerminalCapabilities
  private let trustsWidths: Bool
  private let screen: Size

  /// - Parameter trustsWidths: the terminal was measured: text takes the columns that the frame says.
  /// - Parameter screen: the terminal's size; of a larger frame only what fits is written.
  public init(capabilities: TerminalCapabilities, trustsWidths: Bool, screen: Size) {
    self.capabilities = capabilities
    self.trustsWidths = trustsWidths
    self.screen = screen
  }

  /// - Parameter old: what the terminal shows now; nil when that is unknown: everything is erased and written.
  /// - Returns: empty when nothing differs.
  public func bytes(from old: Frame?, to new: Frame) -> [UInt8] {
    // Another theme changes how cells look without changing them.
    let comparable = old.flatMap { $0.buffer.size == new.buffer.size && $0.theme == new.theme ? $0 : nil }
    if let comparable, comparable == new { return [] }
    let palette = ColorMapping(theme: new.theme, capabilities: capabilities)
    var page = RowPage(capabilities: capabilities, trustsWidths: trustsWidths, palette: palette)
    let wasVisible = old?.isCursorVisible ?? true
    // Drawing with the cursor shown makes it flicker all over the screen.
    page.begin(hidesCursor: wasVisible)
    if comparable == nil { page.eraseAll() }
    let visible = Size(rows: min(screen.rows, new.buffer.size.rows), columns: min(screen.columns, new.buffer.size.columns))
    for row in 0..<visible.rows {
      writeRow(row, visible: visible, old: comparable?.buffer, new: new.buffer, into: &page)
    }
    page.end(cursor: clipped(new.cursor), isVisible: new.isCursorVisible)
    return page.bytes
  }
}

extension RowWriter {
  private func writeRow(_ row: Int, visible: Size, old: CellBuffer?, new: CellBuffer, into page: inout RowPage) {
    let columns = new.size.columns
    let line = new.cells[row * columns..<(row + 1) * columns]
    let before = old.map { $0.cells[row * columns..<(row + 1) * columns] }
    // Where one of the frames has a border the stretch before it ends, or old overflow would stay beside the new border.
    let starts = segmentStarts(row, old: old, new: new)
    if let before, before.elementsEqual(line), old?.segmentStarts[row] == new.segmentStarts[row] { return }
    var mayBeOverrun = false
    for (index, start) in starts.enumerated() where start < visible.columns {
      let end = min(index + 1 < starts.count ? starts[index + 1] : columns, visible.columns)
      let cells = line[line.startIndex + start..<line.startIndex + end]
      let isSame = before.map { $0[$0.startIndex + start..<$0.startIndex + end].elementsEqual(cells) } ?? false
      // On a blank page a blank stretch is done, unless text before it may have run into it.
      guard !isSame || mayBeOverrun else { continue }
      if before == nil, !mayBeOverrun, page.isErased(cells) { continue }
      page.write(cells, row: row, column: start)
      if !trustsWidths, !mayBeOverrun { mayBeOverrun = cells.contains { !$0.isASCII } }
    }
  }

  private func segmentStarts(_ row: Int, old: CellBuffer?, new: CellBuffer) -> [Int] {
    let starts = new.segmentStarts[row]
    guard let oldStarts = old?.segmentStarts[row], oldStarts != starts else { return starts }
    // A cluster is never cut: the other frame's borders may lie inside one of this frame's.
    let base = row * new.size.columns
    return Set(starts + oldStarts.filter { !new.cells[base + $0].isContinuation }).sorted()
  }

  private func clipped(_ position: Position) -> Position {
    Position(
      row: max(0, min(position.row, screen.rows - 1)), column: max(0, min(position.column, screen.columns - 1)))
  }
}

extension Cell {
  nonisolated var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
