public import CellText

/// A screen's cells, `size.rows` times `size.columns`.
///
/// Writing clips at the edges and never leaves half a cluster: overwriting one column of a wide cluster blanks the rest of it.
public struct CellBuffer: Hashable, Sendable {
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Columns at which a row's independent stretches begin (panes and borders), ascending; a writer addresses each on its own.
  public private(set) var segmentStarts: [[Int]]

  public init(size: Size, role: StyleRole = .page) {
    self.size = size
    cells = Array(repeating: .blank(role), count: size.rows * size.columns)
    segmentStarts = Array(repeating: [0], count: size.rows)
  }
}
