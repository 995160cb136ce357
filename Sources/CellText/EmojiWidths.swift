/// What a terminal makes of sequences of pictures, which each take two columns by themselves.
public struct EmojiWidths: Hashable, Sendable {
  public enum Joining: Hashable, Sendable, CaseIterable {
    case nothing
    /// A picture: a family is as wide as its first member (konsole).
    case pictures
    /// Any character, Indic letters too: क्\u{200D}ष is one column wide (tmux 3.3).
    case everything
  }

  /// What joins the character before it when a ZWJ stands between them, and so takes no column.
  public var joinedByZWJ: Joining
  /// A skin colour (U+1F3FB to U+1F3FF) after a picture takes no column.
  public var modifiersJoin: Bool
  /// U+FE0F makes the character before it two columns wide: ❤️.
  public var selectorWidens: Bool

  public init(joinedByZWJ: Joining, modifiersJoin: Bool, selectorWidens: Bool) {
    self.joinedByZWJ = joinedByZWJ
    self.modifiersJoin = modifiersJoin
    self.selectorWidens = selectorWidens
  }

  /// Each scalar for itself.
  public static let apart = EmojiWidths(joinedByZWJ: .nothing, modifiersJoin: false, selectorWidens: false)
  /// A sequence is as wide as a picture (UTS #51).
  public static let joined = EmojiWidths(joinedByZWJ: .pictures, modifiersJoin: true, selectorWidens: true)
}
