public import CellText

/// One place on the screen: a grapheme cluster with its width, or the continuation of the cell to its left.
///
/// Thirty-two bytes without a gap between its parts, so that cells are compared as words of memory: see ``differ(_:_:)``.
public struct Cell: Hashable, Sendable {
  /// The cluster, of any number of scalars; empty in a continuation.
  public var text: String
  /// The columns, and the role in the lowest byte.
  private var packed: UInt64
  /// Colours of a picture, which stand before those of the role.
  public var colors: CellColors

  public init(text: String, columns: Int, role: StyleRole, colors: CellColors = .role) {
    self.text = text
    packed = Self.packed(columns, role)
    self.colors = colors
  }

  /// Columns that the cluster takes, this one included; 0 in a continuation.
  public var columns: Int {
    get { Int(packed >> 8) }
    set { packed = Self.packed(newValue, role) }
  }

  public var role: StyleRole {
    get { StyleRole(ordinal: UInt8(truncatingIfNeeded: packed)) }
    set { packed = Self.packed(columns, newValue) }
  }

  public static func blank(_ role: StyleRole) -> Cell {
    Cell(text: " ", columns: 1, role: role)
  }

  public static func continuation(_ role: StyleRole) -> Cell {
    Cell(text: "", columns: 0, role: role)
  }

  public var isContinuation: Bool { packed >> 8 == 0 }

  /// Cells are equal when a terminal gets the same for them: text that is equal only canonically (`क़` in one scalar or two) is other text.
  public static func == (left: Cell, right: Cell) -> Bool {
    guard left.packed == right.packed, left.colors == right.colors else { return false }
    let (first, second) = (words(of: left.text), words(of: right.text))
    return first == second || left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// A string as it is in memory: two with equal words are the same.
  private static func words(of text: String) -> SIMD2<UInt64> { unsafeBitCast(text, to: SIMD2<UInt64>.self) }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(packed)
    hasher.combine(colors)
  }

  private static func packed(_ columns: Int, _ role: StyleRole) -> UInt64 {
    UInt64(UInt32(clamping: columns)) << 8 | UInt64(role.ordinal)
  }
}

extension Cell {
  /// Whether two stretches of as many cells differ.
  ///
  /// Nearly all that is compared is the same, cell by cell the same words of memory; what is not may still be equal.
  static func differ(_ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>) -> Bool {
    precondition(left.count == right.count, "Stretches of different lengths were compared.")
    return left.indices.contains { differ(left, right, at: $0) }
  }

  /// Whether the cells at one index differ.
  static func differ(_ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>, at index: Int) -> Bool {
    let first = UnsafeRawPointer(left.baseAddress.unsafelyUnwrapped + index)
    let second = UnsafeRawPointer(right.baseAddress.unsafelyUnwrapped + index)
    var difference: UInt64 = 0
    for offset in stride(from: 0, to: MemoryLayout<Cell>.size, by: MemoryLayout<UInt64>.size) {
      difference |=
        first.load(fromByteOffset: offset, as: UInt64.self) ^ second.load(fromByteOffset: offset, as: UInt64.self)
    }
    return difference != 0 && left[index] != right[index]
  }
}
