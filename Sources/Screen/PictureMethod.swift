/// What pictures are to be drawn with, as the reader sets it.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  /// The best that the terminal says it can.
  case auto
  case symbols, kitty, sixel, iterm
}

/// How pictures come to this terminal, and why so.
public struct PictureMethod: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable {
    /// The setting names it.
    case setting
    /// The terminal answered kitty's query.
    case answered
    /// The terminal's attributes (DA1) have sixels.
    case attributes
    /// The terminal's name, which it told by XTVERSION, or TERM_PROGRAM.
    case name
    /// tmux or screen stands between, and knows nothing of pixels.
    case multiplexer
    /// NO_COLOR, or a terminal without colours.
    case noColors
    /// Nothing said that it could do more.
    case noAnswer
    /// Nobody told how many pixels a cell has.
    case noCellSize
  }

  /// Nil draws with characters alone.
  public var form: PixelPicture.Form?
  public var reason: Reason
  /// Pixels of a cell; nil when nobody told, and then the form is one that does without.
  public var cell: PixelSize?

  public init(_ form: PixelPicture.Form?, _ reason: Reason, cell: PixelSize? = nil) {
    (self.form, self.reason, self.cell) = (form, reason, cell)
  }

  /// Characters, which all terminals have.
  public static let symbols = PictureMethod(nil, .noAnswer)

  /// - Parameter cell: pixels of a cell as the system knows them (TIOCGWINSZ); nil takes what the terminal answered.
  public init(
    format: PictureFormat, version: String?, answers: GraphicsAnswers, cell: PixelSize?, hasColors: Bool,
    environment: [String: String]
  ) {
    let cell = [cell, answers.cell].compactMap(\.self).first(where: Self.isPlausible)
    let (form, reason) = Self.choice(format, version, answers, hasColors: hasColors, environment)
    self.init(form, reason, cell: cell)
    // kitty and iTerm2 are told the size in cells. A sixel picture that is larger than believed would run over what stands around it.
    if form == .sixel, cell == nil { (self.form, self.reason) = (nil, .noCellSize) }
  }

  private static func choice(
    _ format: PictureFormat, _ version: String?, _ answers: GraphicsAnswers, hasColors: Bool,
    _ environment: [String: String]
  ) -> (PixelPicture.Form?, Reason) {
    let kitty: PixelPicture.Form = hasPlaceholders(version) ? .kittyCells : .kittyPlacement
    switch format {
    case .symbols: return (nil, .setting)
    case .kitty: return (kitty, .setting)
    case .sixel: return (.sixel, .setting)
    case .iterm: return (.iterm, .setting)
    case .auto: break
    }
    if !hasColors { return (nil, .noColors) }
    if isMultiplexed(version, environment) { return (nil, .multiplexer) }
    // kitty's pictures are taken away by name. Sixels go with the text that is written over them, but not in all terminals that have both
    // (Konsole). What a terminal says of itself stands before what is known of its name.
    if answers.hasKitty { return (kitty, .answered) }
    if answers.hasSixels { return (.sixel, .attributes) }
    return isNamedForITerm(version, environment) ? (.iterm, .name) : (nil, .noAnswer)
  }

  /// kitty from 0.28 on, and Ghostty.
  private static func hasPlaceholders(_ version: String?) -> Bool {
    guard let version = version?.lowercased() else { return false }
    if version.hasPrefix("ghostty") { return true }
    guard version.hasPrefix("kitty") else { return false }
    let numbers = version.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }.split(separator: ".")
      .compactMap { Int($0) }
    return !numbers.isEmpty && !numbers.lexicographicallyPrecedes([0, 28])
  }

  private static func isMultiplexed(_ version: String?, _ environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    return !(environment["TMUX"] ?? "").isEmpty || !(environment["STY"] ?? "").isEmpty || term.hasPrefix("tmux")
      || term.hasPrefix("screen") || version?.lowercased().hasPrefix("tmux") == true
  }

  private static func isNamedForITerm(_ version: String?, _ environment: [String: String]) -> Bool {
    // A terminal that answers for itself was perhaps started from one whose variables it has.
    if let version, !version.isEmpty {
      return ["wezterm", "iterm2", "mintty", "konsole"].contains { version.lowercased().hasPrefix($0) }
    }
    return ["iTerm.app", "WezTerm", "mintty"].contains(environment["TERM_PROGRAM"] ?? "")
  }

  private static func isPlausible(_ cell: PixelSize) -> Bool {
    (2...256).contains(cell.width) && (2...512).contains(cell.height)
  }
}
