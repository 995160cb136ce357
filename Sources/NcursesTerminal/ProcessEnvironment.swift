#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The variables that say something about the terminal.
enum ProcessEnvironment {
  static func terminalVariables() -> [String: String] {
    var variables: [String: String] = [:]
    for name in ["TERM", "COLORTERM", "NO_COLOR", "STY", "TMUX"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }
}
