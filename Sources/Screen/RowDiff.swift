internal import CellText

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
/// before and after is of certain width (ASCII, box characters) only the changed stretch comes, and nothing with it.
///
/// - Complexity: linear in the cells.
public func changedSegments(from old: CellBuffer?, to new: CellBuffer) -> [RowSegment] {
  let rows = 0..<new.size.rows
  guard let old, old.size == new.size else { return rows.flatMap(new.segments(row:)) }
  var changed: [RowSegment] = []
  for row in rows {
    let before = old.cells(row: row)
    let after = new.cells(row: row)
    guard before != after else { continue }
    var mayHaveRunOver = false
    for segment in new.segments(row: row) {
      let start = before.startIndex
      let range = (start + segment.columns.lowerBound)..<(start + segment.columns.upperBound)
      if mayHaveRunOver {
        changed.append(segment)
      } else if let first = range.first(where: { before[$0] != after[$0] }) {
        if range.allSatisfy({ before[$0].hasCertainWidth && after[$0].hasCertainWidth }) {
          let last = range.last { before[$0] != after[$0] } ?? first
          changed.append(RowSegment(row: row, columns: (first - start)..<(last - start + 1)))
        } else {
          changed.append(segment)
          mayHaveRunOver = true
        }
      }
    }
  }
  return changed
}

extension Cell {
  /// One column in every terminal: printable ASCII, box drawing.
  fileprivate var hasCertainWidth: Bool {
    guard columns == 1 else { return false }
    let utf8 = text.utf8
    guard let first = utf8.first else { return false }
    if utf8.count == 1 { return first >= 0x20 && first < 0x7F }
    // U+2500 to U+257F.
    return utf8.count == 3 && first == 0xE2 && (0x94...0x95).contains(utf8[utf8.index(after: utf8.startIndex)])
  }
}
