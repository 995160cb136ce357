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
  let rows = 0..<new.size.rows
  guard let old, old.size == new.size else { return rows.flatMap(new.segments(row:)) }
  var changed: [RowSegment] = []
  for row in rows {
    let before = old.cells(row: row)
    let after = new.cells(row: row)
    let links = LinkChanges(
      old.hyperlinks(row: row), new.hyperlinks(row: row), start: after.startIndex)
    guard before != after || !links.isEmpty else { continue }
    var mayHaveRunOver = false
    for segment in new.segments(row: row) {
      let start = before.startIndex
      let range = (start + segment.columns.lowerBound)..<(start + segment.columns.upperBound)
      if mayHaveRunOver {
        changed.append(segment)
      } else if before[range] != after[range] || links.touch(segment.columns) {
        if range.allSatisfy({ certain.covers(before[$0].text) && certain.covers(after[$0].text) }) {
          changed += changedStretches(before[range], after[range], links).map {
            RowSegment(row: row, columns: ($0.lowerBound - start)..<($0.upperBound - start))
          }
        } else {
          changed.append(segment)
          mayHaveRunOver = true
        }
      }
    }
  }
  return changed
}

/// Equal cells between two changes are sent with them when there are fewer than this: moving past them takes as many bytes.
private let shortestGapColumns = 6

/// Index ranges of cells that differ, each beginning and ending between clusters.
///
/// Cells compare with their columns, so a cluster that differs differs in its first cell, and what it covered before or
/// covers now differs too.
private func changedStretches(
  _ before: ArraySlice<Cell>, _ after: ArraySlice<Cell>, _ links: LinkChanges
) -> [Range<Int>] {
  var stretches: [Range<Int>] = []
  for index in before.indices where before[index] != after[index] || links.columns.contains(index - links.start) {
    if let last = stretches.last, index - last.upperBound < shortestGapColumns {
      stretches[stretches.count - 1] = last.lowerBound..<(index + 1)
    } else {
      stretches.append(index..<(index + 1))
    }
  }
  return stretches.map { stretch in
    var (start, end) = (stretch.lowerBound, stretch.upperBound)
    // A cluster whose look alone changed, or a continuation that stays while its head changed: it is sent whole.
    while start > before.startIndex, before[start].isContinuation || after[start].isContinuation { start -= 1 }
    while end < before.endIndex, before[end].isContinuation || after[end].isContinuation { end += 1 }
    return start..<end
  }
}

/// Columns of a row that lead elsewhere than before.
private struct LinkChanges {
  let columns: Set<Int>
  /// Index of the row's first cell.
  let start: Int

  init(_ old: [HyperlinkSpan], _ new: [HyperlinkSpan], start: Int) {
    self.start = start
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
