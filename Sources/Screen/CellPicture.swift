public import CellText

/// A picture made of character cells: rows of equal length, each cell one column wide.
public struct CellPicture: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    /// A block element, printable ASCII, or a placeholder with its marks.
    public let text: String
    public var colors: CellColors

    public init(_ scalar: Unicode.Scalar, _ colors: CellColors = .role) {
      self.init(text: String(scalar), colors)
    }

    init(text: String, _ colors: CellColors) {
      self.text = text
      self.colors = colors
    }

    /// The first scalar of ``text``.
    public var scalar: Unicode.Scalar { text.unicodeScalars.first ?? " " }
  }

  public let rowCount: Int
  public let columnCount: Int
  /// The same picture in pixels, for a terminal that can draw it: over these cells, or in their place. Nil where only cells are drawn.
  public private(set) var pixels: PixelPicture?
  /// Row by row.
  private let parts: [Part]

  /// - Parameter rows: shorter ones are filled with blanks.
  public init(rows: [[Part]]) {
    let columnCount = rows.lazy.map(\.count).max() ?? 0
    rowCount = rows.count
    self.columnCount = columnCount
    parts = rows.flatMap { $0 + Array(repeating: Part(" "), count: columnCount - $0.count) }
  }

  /// Placeholders for `pixels`, which are to be of the form that has them.
  public init(placeholdersFor pixels: PixelPicture) {
    let colors = CellColors(foreground: .picture(pixels.id), background: .role)
    self.init(
      rows: (0..<pixels.size.rows).map { row in
        (0..<pixels.size.columns).map { Part(text: PlaceholderCells.text(row: row, column: $0), colors) }
      })
    self.pixels = pixels
  }

  /// These cells with the pixels that are drawn over them; without, when those cover other cells.
  public func under(_ pixels: PixelPicture) -> CellPicture {
    guard pixels.size == Size(rows: rowCount, columns: columnCount) else { return self }
    var picture = self
    picture.pixels = pixels
    return picture
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
      put(part.text, columns: 1, row: place.row, column: place.column + offset, role: role, colors: part.colors)
    }
  }

  /// Whether the whole picture stands at `place`, with nothing over it.
  public func shows(_ picture: CellPicture, at place: Position) -> Bool {
    guard contains(place.row, place.column),
      contains(place.row + picture.rowCount - 1, place.column + picture.columnCount - 1)
    else { return false }
    return (0..<picture.rowCount).allSatisfy { row in
      let start = (place.row + row) * size.columns + place.column
      return zip(picture.row(row), cells[start..<(start + picture.columnCount)]).allSatisfy {
        $0.colors == $1.colors && $0.text == $1.text
      }
    }
  }
}
