public import CellText

/// A screen's cells, `size.rows` times `size.columns`.
///
/// Writing clips at the edges and never leaves half a cluster: overwriting one column of a wide cluster blanks the rest of it.
/// Places outside the buffer may be named; nothing is written there.
public struct CellBuffer: Hashable, Sendable {
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Columns at which a row's independent stretches begin (panes and borders), ascending; a writer addresses each on its own.
  ///
  /// Each row's first is 0. No cluster lies across one: writing a cluster over a start removes the start.
  public private(set) var segmentStarts: [[Int]]
  /// Stretches that lead somewhere, apart from each other; none where the terminal does not understand them.
  public internal(set) var hyperlinks: [HyperlinkSpan] = []

  public init(size: Size, role: StyleRole = .page) {
    self.size = size
    cells = Array(repeating: .blank(role), count: size.rows * size.columns)
    segmentStarts = Array(repeating: [0], count: size.rows)
  }

  public static func == (left: CellBuffer, right: CellBuffer) -> Bool {
    guard left.size == right.size, left.segmentStarts == right.segmentStarts, left.hyperlinks == right.hyperlinks else {
      return false
    }
    return left.cells.withUnsafeBufferPointer { first in
      right.cells.withUnsafeBufferPointer { second in !Cell.differ(first, second) }
    }
  }

  /// The cell at a place inside the buffer.
  public subscript(row row: Int, column column: Int) -> Cell {
    precondition(contains(row, column), "A cell outside the buffer was asked for.")
    return cells[row * size.columns + column]
  }

  /// Puts a cluster at a place, if it fits there whole: over all its columns, blanking what it cuts through.
  ///
  /// - Returns: whether it fitted.
  @discardableResult
  mutating func put(
    _ cluster: String, columns: Int, row: Int, column: Int, role: StyleRole, colors: CellColors = .role
  ) -> Bool {
    guard columns > 0, contains(row, column), column + columns <= size.columns else { return false }
    separate(row, column)
    separate(row, column + columns)
    if !hyperlinks.isEmpty { unlink(row: row, columns: column..<(column + columns)) }
    let start = row * size.columns + column
    cells[start] = Cell(text: cluster, columns: columns, role: role, colors: colors)
    if columns > 1 {
      for index in (start + 1)..<(start + columns) { cells[index] = .continuation(role) }
      removeSegmentStarts(row: row, between: column, and: column + columns)
    }
    return true
  }

  /// Puts clusters side by side, as far as they fit whole before `end`; those that begin left of the buffer are passed over.
  ///
  /// - Returns: the columns that they take, those left of the buffer included.
  mutating func put(_ clusters: [ScreenCluster], row: Int, column: Int, end: Int, role: StyleRole) -> Int {
    var first = column
    var shown = clusters[...]
    while first < 0, let cluster = shown.first, first + cluster.columns <= end {
      first += cluster.columns
      shown = shown.dropFirst()
    }
    if first < 0 { return first - column }
    var last = first
    var count = 0
    while count < shown.count, last + shown[shown.startIndex + count].columns <= end {
      last += shown[shown.startIndex + count].columns
      count += 1
    }
    guard count > 0 else { return last - column }
    separate(row, first)
    separate(row, last)
    if !hyperlinks.isEmpty { unlink(row: row, columns: first..<last) }
    for cluster in shown.prefix(count) {
      let index = row * size.columns + first
      cells[index] = Cell(cluster, role: role)
      if cluster.columns > 1 {
        for covered in (index + 1)..<(index + cluster.columns) { cells[covered] = .continuation(role) }
        removeSegmentStarts(row: row, between: first, and: first + cluster.columns)
      }
      first += cluster.columns
    }
    return last - column
  }

  /// Blanks `rect`; what was drawn there is gone, segment starts between its edges too.
  public mutating func fill(_ rect: Rect, role: StyleRole) {
    let area = clipped(rect)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      separate(row, area.column)
      separate(row, area.endColumn)
      if !hyperlinks.isEmpty { unlink(row: row, columns: area.column..<area.endColumn) }
      for column in area.column..<area.endColumn { cells[row * size.columns + column] = .blank(role) }
      removeSegmentStarts(row: row, between: area.column, and: area.endColumn)
    }
  }

  /// Changes the roles in `rect`, text staying as it is; a cluster takes the role of its first column.
  public mutating func restyle(_ rect: Rect, _ change: (StyleRole) -> StyleRole) {
    let area = clipped(rect)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        let index = row * size.columns + column
        cells[index].role = change(cells[index].role)
      }
      // A cluster across an edge keeps one look.
      for edge in [area.column, area.endColumn] where edge > 0 && edge < size.columns {
        var index = row * size.columns + edge
        while index < (row + 1) * size.columns, cells[index].isContinuation {
          cells[index].role = cells[index - 1].role
          index += 1
        }
      }
    }
  }

  /// Puts another sign of one column into cells of one column where `change` gives one.
  mutating func mapText(_ change: (_ text: String, _ role: StyleRole) -> String) {
    for index in cells.indices where cells[index].columns == 1 {
      cells[index].text = change(cells[index].text, cells[index].role)
    }
  }

  /// Lets an independent stretch of `row` begin at `column`; blanks a cluster that lies across. Once is enough, twice does no harm.
  public mutating func startSegment(row: Int, column: Int) {
    guard contains(row, column) else { return }
    separate(row, column)
    let starts = segmentStarts[row]
    let place = starts.firstIndex { $0 >= column } ?? starts.count
    if place == starts.count || starts[place] != column { segmentStarts[row].insert(column, at: place) }
  }
}

extension CellBuffer {
  func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }

  func clipped(_ rect: Rect) -> Rect {
    let row = min(max(0, rect.row), size.rows)
    let column = min(max(0, rect.column), size.columns)
    return Rect(
      row: row, column: column, rows: min(rect.endRow, size.rows) - row,
      columns: min(rect.endColumn, size.columns) - column)
  }

  /// Makes a boundary between clusters at `column` by blanking the cluster that lies across it.
  private mutating func separate(_ row: Int, _ column: Int) {
    guard column < size.columns, self[row: row, column: column].isContinuation else { return }
    let rowStart = row * size.columns
    var head = rowStart + column
    while head > rowStart, cells[head].isContinuation { head -= 1 }
    let end = min(head + max(1, cells[head].columns), rowStart + size.columns)
    for index in head..<end { cells[index] = .blank(cells[index].role) }
  }

  private mutating func removeSegmentStarts(row: Int, between column: Int, and endColumn: Int) {
    guard segmentStarts[row].count > 1 else { return }
    segmentStarts[row].removeAll { $0 > column && $0 < endColumn }
  }
}
