/// What the mouse did, and over which cell.
public struct MouseEvent: Hashable, Sendable {
  public enum Button: Hashable, Sendable {
    case left, middle, right
  }

  public enum Kind: Hashable, Sendable {
    case press(Button)
    /// Moved with the button held.
    case drag(Button)
    /// Which button it was is not always known.
    case release
    case wheelUp, wheelDown
  }

  /// Keys that were held. Terminals keep Shift for their own selection, so it seldom arrives.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var kind: Kind
  /// The terminal's own cell; may lie outside of the screen that was drawn last.
  public var position: Position
  public var modifiers: Modifiers

  public init(_ kind: Kind, at position: Position, modifiers: Modifiers = []) {
    self.kind = kind
    self.position = position
    self.modifiers = modifiers
  }
}
