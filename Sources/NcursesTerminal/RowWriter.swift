public import CellText
public import Screen

/// Turns the difference of two frames into the bytes that make a terminal show the second. Pure.
///
/// Never relies on where the terminal's cursor is after text that terminals measure differently, unless this terminal was measured: such
/// text starts at an absolute column on erased cells, and what stands to its right is written after it. See <doc:RowsWeWrite>.
public nonisolated struct RowWriter: Sendable {
  private let capabilities: TerminalCapabilities
  private let certain: CertainText
  private let screen: Size
  private let synchronizes: Bool
  private let mapping: ColorMapping

  /// - Parameter theme: of the frames to be written.
  /// - Parameter certain: text that the terminal was measured to give the columns that the frame says.
  /// - Parameter screen: the terminal's size; of a larger frame only what fits is written.
  /// - Parameter synchronizes: whether frames come as synchronized updates (mode 2026).
  public init(
    capabilities: TerminalCapabilities, theme: Theme, certain: CertainText, screen: Size, synchronizes: Bool = true
  ) {
    self.capabilities = capabilities
    self.certain = certain
    self.synchronizes = synchronizes
    self.screen = screen
    mapping = ColorMapping(theme: theme, capabilities: capabilities)
  }

  /// - Parameter old: what the terminal shows now; nil when that is unknown: everything is erased and written.
  /// - Parameter kept: numbers of the pictures that the terminal keeps (kitty).
  /// - Returns: empty when nothing differs.
  public func bytes(from old: Frame?, to new: Frame, kept: Set<UInt32> = []) -> [UInt8] {
    if old == new { return [] }
    // Another theme changes how cells look without changing them.
    // Under another width model nobody knows how far the old texts reached.
    let before = old.flatMap {
      $0.buffer.size == new.buffer.size && $0.theme == new.theme && $0.widthModel == new.widthModel ? $0.buffer : nil
    }
    var page = RowPage(mapping: mapping, capabilities: capabilities, certain: certain, synchronizes: synchronizes)
    // Drawing with the cursor shown makes it flicker all over the screen.
    page.begin(hidesCursor: old?.isCursorVisible ?? true)
    if old?.tracksMouse != new.tracksMouse { page.trackMouse(new.tracksMouse) }
    for id in kept.subtracting(new.pictures.map(\.id)).sorted() { page.send(PixelSequences.forget(id)) }
    let placements = new.placements.filter(fits)
    if let old, let before {
      let gone = old.placements.filter { fits($0) && !placements.contains($0) }
      let segments = changes(
        from: before, to: new.buffer,
        uncovered: Set(gone.filter(\.livesInCells).flatMap { $0.rect.row..<$0.rect.endRow }))
      for placement in gone { page.send(PixelSequences.remove(placement)) }
      for picture in new.pictures where !kept.contains(picture.id) { page.send(PixelSequences.keep(picture)) }
      for segment in segments { write(segment, of: new.buffer, into: &page) }
      for placement in placements
      where !old.placements.contains(placement)
        || (placement.livesInCells && segments.contains { $0.touches(placement.rect) })
      { page.draw(placement) }
    } else {
      for placement in old?.placements ?? [] { page.send(PixelSequences.remove(placement)) }
      page.eraseAll()
      // A terminal may forget with what it erases.
      for picture in new.pictures { page.send(PixelSequences.keep(picture)) }
      writeAll(new.buffer, into: &page)
      for placement in placements { page.draw(placement) }
    }
    page.end(cursor: clipped(new.cursor), isVisible: new.isCursorVisible)
    return page.bytes
  }
}

nonisolated extension RowWriter {
  /// What differs; and whole rows: where borders moved, for text of the old stretch may stand anywhere in the new ones, and where a picture
  /// no longer covers the cells, for its pixels still do.
  private func changes(from old: CellBuffer, to new: CellBuffer, uncovered: Set<Int>) -> [RowSegment] {
    let changed = changedSegments(from: old, to: new, certain: certain)
    let moved = Set(
      (0..<new.size.rows).filter { old.segmentStarts[$0] != new.segmentStarts[$0] || uncovered.contains($0) })
    if moved.isEmpty { return changed }
    return changed.filter { !moved.contains($0.row) } + moved.sorted().flatMap(new.segments(row:))
  }

  private func writeAll(_ buffer: CellBuffer, into page: inout RowPage) {
    for row in 0..<min(screen.rows, buffer.size.rows) {
      // A blank stretch is done by erasing, unless text to its left may have run into it.
      var mayBeOverrun = false
      for segment in buffer.segments(row: row) {
        let cells = buffer.cells(row: row)
        let start = cells.startIndex
        let stretch = cells[start + segment.columns.lowerBound..<start + segment.columns.upperBound]
        if !mayBeOverrun, page.isErased(stretch) { continue }
        write(segment, of: buffer, into: &page)
        if !mayBeOverrun { mayBeOverrun = stretch.contains { !$0.isCertain(certain) } }
      }
    }
  }

  private func write(_ segment: RowSegment, of buffer: CellBuffer, into page: inout RowPage) {
    let columns = segment.columns.clamped(to: 0..<screen.columns)
    guard segment.row < screen.rows, !columns.isEmpty else { return }
    let cells = buffer.cells(row: segment.row)
    page.write(
      cells[cells.startIndex + columns.lowerBound..<cells.startIndex + columns.upperBound], row: segment.row,
      column: columns.lowerBound, links: buffer.hyperlinks(row: segment.row))
  }

  /// The last row stays free: a terminal that scrolls below a picture would scroll the page.
  private func fits(_ placement: PixelPlacement) -> Bool {
    let rect = placement.rect
    return rect.row >= 0 && rect.column >= 0 && rect.endRow < screen.rows && rect.endColumn <= screen.columns
  }

  private func clipped(_ position: Position) -> Position {
    Position(
      row: max(0, min(position.row, screen.rows - 1)), column: max(0, min(position.column, screen.columns - 1)))
  }
}

nonisolated extension RowSegment {
  fileprivate func touches(_ rect: Rect) -> Bool {
    (rect.row..<rect.endRow).contains(row) && columns.overlaps(rect.column..<rect.endColumn)
  }
}
