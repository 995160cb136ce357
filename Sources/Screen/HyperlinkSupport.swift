/// Whether links are given to the terminal as such.
public enum HyperlinkUse: String, Hashable, Sendable, CaseIterable {
  /// Where the terminal is known to understand them.
  case auto
  case always
  case never
}

/// Which terminals understand OSC 8.
///
/// There is no way to ask. Terminals that do not know it should pass over it, and not all do, so only those get it that are known to.
public enum HyperlinkSupport {
  /// By the terminal's own answer, which also comes through ssh, else by what the environment tells.
  ///
  /// - Parameter version: name and version by XTVERSION, as in `kitty(0.36.4)`; nil when there was no answer.
  public static func isKnown(version: String?, environment: [String: String]) -> Bool {
    // Variables are inherited: an xterm that was started from another terminal has that one's too, but answers for itself.
    if let version, !version.isEmpty { return answers(version) }
    let term = environment["TERM"] ?? ""
    let program = environment["TERM_PROGRAM"] ?? ""
    let programVersion = numbers(environment["TERM_PROGRAM_VERSION"] ?? "")
    // A multiplexer stands between; tmux gives on what the terminal around it understands.
    if has("TMUX", environment) || term.hasPrefix("tmux") {
      return program == "tmux" && isAtLeast(programVersion, [3, 4])
    }
    if has("STY", environment) || term.hasPrefix("screen") || term == "linux" || term == "dumb" { return false }
    if knownTerms.contains(where: { term == $0 || term.hasPrefix($0 + "-") }) { return true }
    if let least = programs[program] { return isAtLeast(programVersion, least) }
    if has("KITTY_WINDOW_ID", environment) || has("WT_SESSION", environment) { return true }
    // 0.50.0 crashed on them.
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version > 5000 }
    // 20.12.00.
    if let version = environment["KONSOLE_VERSION"].flatMap({ Int($0) }) { return version >= 201_200 }
    return false
  }

  /// Terminals that have had links for as long as they have had these names, or for many years. Alacritty tells no version: it has them
  /// since 0.11, and an older one passes over them.
  private static let knownTerms = [
    "xterm-kitty", "foot", "xterm-ghostty", "ghostty", "alacritty", "contour", "wezterm", "rio",
  ]

  private static let programs: [String: [Int]] = [
    "iTerm.app": [3, 1], "WezTerm": [2020_0620], "vscode": [1, 72], "ghostty": [1], "rio": [0],
    "Apple_Terminal": [Int.max],
  ]

  /// Names as XTVERSION has them, with the first version that has links.
  private static let answered: [(name: String, least: [Int])] = [
    ("VTE", [5001]), ("kitty", [0, 19]), ("WezTerm", [2020_0620]), ("foot", [1, 7]), ("ghostty", [1]),
    ("iTerm2", [3, 1]),
    ("Konsole", [20, 12]), ("tmux", [3, 4]), ("contour", [0, 2]), ("mintty", [3, 1]), ("Windows Terminal", [1, 4]),
  ]

  private static func answers(_ version: String) -> Bool {
    guard let (name, least) = answered.first(where: { version.lowercased().hasPrefix($0.name.lowercased()) }) else {
      return false
    }
    return isAtLeast(numbers(version.dropFirst(name.count)), least)
  }

  private static func has(_ name: String, _ environment: [String: String]) -> Bool {
    !(environment[name] ?? "").isEmpty
  }

  /// The first numbers in a row with dots between: 3 and 4 of `next-3.4`.
  private static func numbers(_ text: some StringProtocol) -> [Int] {
    text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) || $0 == "." }
      .split(separator: ".").compactMap { Int($0) }
  }

  private static func isAtLeast(_ version: [Int], _ least: [Int]) -> Bool {
    !version.isEmpty && !version.lexicographicallyPrecedes(least)
  }
}
