public import CellText

/// One place on the screen: a grapheme cluster with its width, or the continuation of the cell to its left.
public struct Cell: Hashable, Sendable {
  /// The cluster, of any number of scalars; empty in a continuation.
  public var text: String
  /// Columns that the cluster takes, this one included; 0 in a continuation.
  public var columns: Int
  public var role: StyleRole
  /// Colours of a picture, which stand before those of the role.
  public var colors: CellColors

  public init(text: String, columns: Int, role: StyleRole, colors: CellColors = .role) {
    self.text = text
    self.columns = columns
    self.role = role
    self.colors = colors
  }

  public static func blank(_ role: StyleRole) -> Cell {
    Cell(text: " ", columns: 1, role: role)
  }

  public static func continuation(_ role: StyleRole) -> Cell {
    Cell(text: "", columns: 0, role: role)
  }

  public var isContinuation: Bool { columns == 0 }
}
