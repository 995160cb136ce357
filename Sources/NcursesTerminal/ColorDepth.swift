/// How many colours a terminal shows.
public nonisolated enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Only weights: bold, dim, underlined, reversed.
  case none
  /// ANSI's eight, ECMA-48 SGR 30–37.
  case eight
  /// And their bright twins, SGR 90–97 (aixterm).
  case sixteen
  /// And xterm's cube and grey ramp, SGR 38;5.
  case indexed
  /// 24 bits, SGR 38;2.
  case direct

  /// What the terminal's description and the environment say.
  ///
  /// - Parameter colors: terminfo's number `colors`; negative when the terminal has none.
  /// - Parameter describesDirect: terminfo has one of the flags `RGB` and `Tc`.
  /// - Parameter environment: a non-empty `NO_COLOR` wins over everything (no-color.org); `COLORTERM` is how terminals say that
  ///   they have 24 bits, since few descriptions do.
  public init(colors: Int, describesDirect: Bool, environment: [String: String]) {
    let colorTerminal = environment["COLORTERM"] ?? ""
    // GNU screen 4 hands COLORTERM on from outside and then takes 38;2 apart into other attributes.
    let isScreen = !(environment["STY"] ?? "").isEmpty && (environment["TMUX"] ?? "").isEmpty
    if !(environment["NO_COLOR"] ?? "").isEmpty {
      self = .none
    } else if describesDirect || ((colorTerminal == "truecolor" || colorTerminal == "24bit") && !isScreen) {
      self = .direct
    } else {
      switch colors {
      case ..<8: self = .none
      case ..<16: self = .eight
      case ..<256: self = .sixteen
      default: self = .indexed
      }
    }
  }

  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
