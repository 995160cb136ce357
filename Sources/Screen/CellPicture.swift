public import CellText

/// A picture made of character cells: rows of equal length, each cell one column wide.
public struct CellPicture: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    /// A block element, or printable ASCII.
    public var scalar: Unicode.Scalar
    public var colors: CellColors

    public init(_ scalar: Unicode.Scalar, _ colors: CellColors = .role) {
      self.scalar = scalar
      self.colors = colors
    }
  }

  public let rowCount: Int
  public let columnCount: Int
  /// Row by row.
  private let parts: [Part]

  /// - Parameter rows: shorter ones are filled with blanks.
  public init(rows: [[Part]]) {
    let columnCount = rows.lazy.map(\.count).max() ?? 0
    rowCount = rows.count
    self.columnCount = columnCount
    parts = rows.flatMap { $0 + Array(repeating: Part(" "), count: columnCount - $0.count) }
  }

  /// None for a row that the picture does not have.
  public func row(_ index: Int) -> ArraySlice<Part> {
    guard (0..<rowCount).contains(index) else { return [] }
    return parts[(index * columnCount)..<((index + 1) * columnCount)]
  }
}

extension CellBuffer {
  /// Writes one row of a picture from `place` on over at most `columns` columns; what lies outside of the buffer is left out.
  public mutating func write(_ row: ArraySlice<CellPicture.Part>, at place: Position, columns: Int, role: StyleRole) {
    for (offset, part) in row.prefix(max(0, columns)).enumerated() {
      put(
        String(part.scalar), columns: 1, row: place.row, column: place.column + offset, role: role, colors: part.colors)
    }
  }
}
