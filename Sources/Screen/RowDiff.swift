public import CellText

/// A stretch of a row that a writer erases and sends whole, from an absolute column.
public struct RowSegment: Hashable, Sendable {
  public var row: Int
  public var columns: Range<Int>

  public init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension CellBuffer {
  /// The stretches of `row` from one segment start to the next.
  public func segments(row: Int) -> [RowSegment] {
    let starts = segmentStarts[row]
    return starts.indices.compactMap { index in
      let end = index + 1 < starts.count ? starts[index + 1] : size.columns
      return starts[index] < end ? RowSegment(row: row, columns: starts[index]..<end) : nil
    }
  }
}

/// What must be written so that a screen showing `old` shows `new`; rows from the top, columns from the left.
///
/// Everything when `old` is nil or of another size. A segment that differs comes whole, for the terminal alone knows how wide its
/// text really is; and since text may run over its end there, the segments to its right come with it. Where all text
/// before and after is of certain width only the changed stretches come, and nothing with them.
///
/// - Parameter certain: text that the terminal was measured to count as the buffers do; ASCII and box characters always are.
/// - Complexity: linear in the cells.
public func changedSegments(
  from old: CellBuffer?, to new: CellBuffer, certain: CertainText = []
) -> [RowSegment] {
  guard let old, old.size == new.size else { return (0..<new.size.rows).flatMap(new.segments(row:)) }
  return old.cells.withUnsafeBufferPointer { before in
    new.cells.withUnsafeBufferPointer { after in
      var changed: [RowSegment] = []
      for row in 0..<new.size.rows {
        let cells = (row * new.size.columns)..<((row + 1) * new.size.columns)
        let difference = RowDifference(
          before: UnsafeBufferPointer(rebasing: before[cells]), after: UnsafeBufferPointer(rebasing: after[cells]),
          links: LinkChanges(old.hyperlinks(row: row), new.hyperlinks(row: row)))
        if difference.isEmpty { continue }
        difference.add(new.segments(row: row), certain: certain, to: &changed)
      }
      return changed
    }
  }
}

/// One row before and after.
private struct RowDifference {
  let before: UnsafeBufferPointer<Cell>
  let after: UnsafeBufferPointer<Cell>
  let links: LinkChanges

  var isEmpty: Bool { links.isEmpty && !Cell.differ(before, after) }

  /// Adds of `segments`, the row's, what must be written.
  func add(_ segments: [RowSegment], certain: CertainText, to changed: inout [RowSegment]) {
    var mayHaveRunOver = false
    for segment in segments {
      if mayHaveRunOver {
        changed.append(segment)
      } else if differs(segment.columns) || links.touch(segment.columns) {
        if segment.columns.allSatisfy({ before[$0].isCertain(certain) && after[$0].isCertain(certain) }) {
          changed += stretches(segment.columns).map { RowSegment(row: segment.row, columns: $0) }
        } else {
          changed.append(segment)
          mayHaveRunOver = true
        }
      }
    }
  }

  private func differs(_ columns: Range<Int>) -> Bool {
    columns.contains { Cell.differ(before, after, at: $0) }
  }

  /// Columns among `columns` of cells that differ, each stretch beginning and ending between clusters.
  ///
  /// Cells compare with their columns, so a cluster that differs differs in its first cell, and what it covered before or
  /// covers now differs too.
  private func stretches(_ columns: Range<Int>) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for column in columns where Cell.differ(before, after, at: column) || links.columns.contains(column) {
      if let last = stretches.last, column - last.upperBound < Self.shortestGapColumns {
        stretches[stretches.count - 1] = last.lowerBound..<(column + 1)
      } else {
        stretches.append(column..<(column + 1))
      }
    }
    return stretches.map { stretch in
      var (start, end) = (stretch.lowerBound, stretch.upperBound)
      // A cluster whose look alone changed, or a continuation that stays while its head changed: it is sent whole.
      while start > columns.lowerBound, before[start].isContinuation || after[start].isContinuation { start -= 1 }
      while end < columns.upperBound, before[end].isContinuation || after[end].isContinuation { end += 1 }
      return start..<end
    }
  }

  /// Equal cells between two changes are sent with them when there are fewer than this: moving past them takes as many bytes.
  private static let shortestGapColumns = 6
}

/// Columns of a row that lead elsewhere than before.
private struct LinkChanges {
  let columns: Set<Int>

  init(_ old: [HyperlinkSpan], _ new: [HyperlinkSpan]) {
    if old == new {
      columns = []
      return
    }
    let places = (old + new).flatMap(\.columns)
    columns = Set(places.filter { old.link(at: $0) != new.link(at: $0) })
  }

  var isEmpty: Bool { columns.isEmpty }

  func touch(_ range: Range<Int>) -> Bool { !columns.isEmpty && columns.contains { range.contains($0) } }
}
