/// A cell's place: rows count from the top, columns from the left, both from 0.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

public struct Size: Hashable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  public var isEmpty: Bool { rows == 0 || columns == 0 }
}

/// A rectangle of cells; empty when either side is 0.
public struct Rect: Hashable, Sendable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  public static let zero = Rect(row: 0, column: 0, rows: 0, columns: 0)

  public var isEmpty: Bool { rows == 0 || columns == 0 }
  public var endRow: Int { row + rows }
  public var endColumn: Int { column + columns }

  public func contains(_ place: Position) -> Bool {
    (row..<endRow).contains(place.row) && (column..<endColumn).contains(place.column)
  }
}
