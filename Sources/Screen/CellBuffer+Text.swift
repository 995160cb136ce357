public import CellText

extension CellBuffer {
  /// Writes `text`, made safe first, from `place` on over at most `columns` columns and no further than the row's end.
  ///
  /// A cluster that would not fit whole ends the writing. Clusters left of the buffer are skipped. Text from right to left is put into its
  /// visual order if `bidi` says so.
  ///
  /// - Returns: columns written, those left of the buffer included.
  ///
  /// - Parameter memo: what knows texts that were drawn before.
  @discardableResult
  public mutating func write(
    _ text: String, at place: Position, columns: Int, role: StyleRole, model: WidthModel, bidi: BidiOrder = .khabar,
    memo: ClusterMemo? = nil
  ) -> Int {
    guard columns > 0, place.row >= 0, place.row < size.rows else { return 0 }
    let end = min(size.columns, place.column + min(columns, size.columns - min(place.column, 0)))
    let clusters =
      memo?.clusters(of: text, model: model, bidi: bidi)
      ?? ScreenCluster.clusters(of: text, model: model, bidi: bidi, columns: end - place.column)
    return put(clusters, row: place.row, column: place.column, end: end, role: role)
  }

  /// Writes a laid-out line from `place` on, its indent left alone, over at most `columns` columns, indent included.
  ///
  /// - Returns: columns written or skipped, the indent included.
  @discardableResult
  public mutating func write(
    _ line: TextLine, at place: Position, columns: Int, model: WidthModel, bidi: BidiOrder = .khabar,
    memo: ClusterMemo? = nil
  ) -> Int {
    var used = line.indentColumns
    for run in line.runs {
      guard used < columns else { break }
      used += write(
        run.text, at: Position(row: place.row, column: place.column + used), columns: columns - used, role: run.role,
        model: model, bidi: bidi, memo: memo)
    }
    return min(used, max(columns, 0))
  }

  /// A row as text, for tests and snapshots: continuations left out.
  public func text(row: Int) -> String {
    cells(row: row).map(\.text).joined()
  }

  /// The stretches of a row that have one role.
  public func roleSpans(row: Int) -> [RoleSpan] {
    var spans: [RoleSpan] = []
    for (column, cell) in cells(row: row).enumerated() {
      if let last = spans.last, last.role == cell.role {
        spans[spans.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        spans.append(RoleSpan(columns: column..<(column + 1), role: cell.role))
      }
    }
    return spans
  }

  /// A row's cells; none for a row outside the buffer.
  public func cells(row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }
}

/// Columns of a row that have one role.
public struct RoleSpan: Hashable, Sendable, CustomStringConvertible {
  public var columns: Range<Int>
  public var role: StyleRole

  public init(columns: Range<Int>, role: StyleRole) {
    self.columns = columns
    self.role = role
  }

  public var description: String { "\(columns.lowerBound)–\(columns.upperBound - 1) \(role.rawValue)" }
}
