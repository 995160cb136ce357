/// Why the terminal cannot be used.
public nonisolated enum TerminalError: Error, Hashable, Sendable {
  public enum Stream: Hashable, Sendable {
    case standardInput, standardOutput
  }

  /// The stream is a file, a pipe or closed.
  case notATerminal(Stream)
  /// The variable `TERM` is unset or empty.
  case terminalTypeMissing
  /// The terminfo database has no such terminal, or is itself missing.
  case terminalTypeUnknown(String)
  /// The terminal cannot do what the screen needs; `capability` is its name in terminfo(5).
  case terminalTooPlain(name: String, capability: String)
  /// A system call failed; `code` is its `errno`.
  case system(call: String, code: Int32)
}
