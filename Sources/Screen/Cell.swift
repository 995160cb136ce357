public import CellText

/// One place on the screen: a grapheme cluster with its width, or the continuation of the cell to its left.
///
/// Thirty-two bytes without a gap between its parts, so that cells are compared as words of memory: see ``differ(_:_:)``.
public struct Cell: Hashable, Sendable {
  /// The cluster, of any number of scalars; empty in a continuation.
  public var text: String {
    didSet { packed = Self.packed(columns, role, ClusterTraits(text)) }
  }
  /// The role in the lowest byte, the columns in the next four, and what is known of the text.
  private var packed: UInt64
  /// Colours of a picture, which stand before those of the role.
  public var colors: CellColors

  public init(text: String, columns: Int, role: StyleRole, colors: CellColors = .role) {
    self.init(text, columns, role, ClusterTraits(text), colors)
  }

  init(_ cluster: ScreenCluster, role: StyleRole) {
    self.init(cluster.text, cluster.columns, role, cluster.traits, .role)
  }

  private init(_ text: String, _ columns: Int, _ role: StyleRole, _ traits: ClusterTraits, _ colors: CellColors) {
    self.text = text
    packed = Self.packed(columns, role, traits)
    self.colors = colors
  }

  /// Columns that the cluster takes, this one included; 0 in a continuation.
  public var columns: Int {
    get { Int(UInt32(truncatingIfNeeded: packed >> 8)) }
    set { packed = Self.packed(newValue, role, traits) }
  }

  public var role: StyleRole {
    get { StyleRole(ordinal: UInt8(truncatingIfNeeded: packed)) }
    set { packed = Self.packed(columns, newValue, traits) }
  }

  public static func blank(_ role: StyleRole) -> Cell {
    Cell(" ", 1, role, .blank, .role)
  }

  public static func continuation(_ role: StyleRole) -> Cell {
    Cell("", 0, role, .none, .role)
  }

  public var isContinuation: Bool { columns == 0 }

  /// Whether the text is one blank.
  public var isBlank: Bool { traits == .blank }

  /// Whether a terminal for which text of these kinds is certain is certain of the cell's.
  public func isCertain(_ certain: CertainText) -> Bool { traits.isCertain(certain) }

  private var traits: ClusterTraits { ClusterTraits(rawValue: UInt8(truncatingIfNeeded: packed >> 40)) }

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

  private static func packed(_ columns: Int, _ role: StyleRole, _ traits: ClusterTraits) -> UInt64 {
    UInt64(traits.rawValue) << 40 | UInt64(UInt32(clamping: columns)) << 8 | UInt64(role.ordinal)
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
