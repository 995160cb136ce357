/// The two colours of a cell that is part of a picture. Eight bytes, since every cell has them.
public struct CellColors: Hashable, Sendable {
  /// One colour of a picture.
  public enum Tint: Hashable, Sendable {
    /// What the cell's role says.
    case role
    /// A place in xterm's palette of 256; the first sixteen are the reader's own.
    case indexed(UInt8)
    case direct(red: UInt8, green: UInt8, blue: UInt8)
    /// No colour but the number of a picture whose place the cell is, 1 to 0xFFFFFF; the terminal reads it out of a direct colour.
    case picture(UInt32)
  }

  /// The kind in the highest byte, below it what belongs to it.
  private var packedForeground: UInt32
  private var packedBackground: UInt32

  public init(foreground: Tint, background: Tint) {
    packedForeground = Self.packed(foreground)
    packedBackground = Self.packed(background)
  }

  /// None of its own: the role's.
  public static let role = CellColors(foreground: .role, background: .role)

  public var foreground: Tint {
    get { Self.tint(packedForeground) }
    set { packedForeground = Self.packed(newValue) }
  }

  public var background: Tint {
    get { Self.tint(packedBackground) }
    set { packedBackground = Self.packed(newValue) }
  }

  private static func packed(_ tint: Tint) -> UInt32 {
    switch tint {
    case .role: 0
    case .indexed(let index): 1 << 24 | UInt32(index)
    case .direct(let red, let green, let blue): 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    case .picture(let id): 3 << 24 | id & 0xFF_FFFF
    }
  }

  private static func tint(_ packed: UInt32) -> Tint {
    switch packed >> 24 {
    case 1: .indexed(UInt8(packed & 0xFF))
    case 2:
      .direct(red: UInt8(packed >> 16 & 0xFF), green: UInt8(packed >> 8 & 0xFF), blue: UInt8(packed & 0xFF))
    case 3: .picture(packed & 0xFF_FFFF)
    default: .role
    }
  }
}
