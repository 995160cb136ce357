import CellText
import Screen
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

private let environment = ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]

/// The probe in a terminal of its own, its first frame drawn.
func startedProbe(_ variables: [String: String] = [:]) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    try #require(BuiltProduct.path("TerminalProbe")), environment: environment.merging(variables) { $1 })
  try terminal.wait("the first frame") { $0.contains("pid") && !$0.isSynchronized }
  return terminal
}

/// A shell with job control that runs `script`, in which `probe` is the probe.
func probeUnderShell(_ script: String) throws -> PseudoTerminal {
  let probe = try #require(BuiltProduct.path("TerminalProbe"))
  return try PseudoTerminal(
    "/bin/sh", ["-m", "-c", script.replacing("probe", with: probe)], environment: environment)
}

/// The process that the first frame names.
func probeID(_ terminal: PseudoTerminal) throws -> Int32 {
  let digits = terminal.screen.row(1).dropFirst("pid ".count).prefix { $0.isNumber }
  return try #require(Int32(digits))
}

/// All that the program changed is as it was.
func expectSane(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
  let screen = terminal.screen
  #expect(terminal.isSane, "modes", sourceLocation: sourceLocation)
  #expect(!screen.isAlternate, "alternate screen", sourceLocation: sourceLocation)
  #expect(screen.isCursorVisible, "cursor", sourceLocation: sourceLocation)
  #expect(screen.wraps, "wrapping", sourceLocation: sourceLocation)
  #expect(!screen.tracksMouse && !screen.reportsMouseInNumbers, "mouse", sourceLocation: sourceLocation)
  #expect(!screen.isPasteBracketed, "bracketed paste", sourceLocation: sourceLocation)
  #expect(!screen.hasApplicationKeys, "keypad", sourceLocation: sourceLocation)
  #expect(!screen.isSynchronized, "synchronized update", sourceLocation: sourceLocation)
  #expect(screen.look == ScreenModel.Look(), "colours", sourceLocation: sourceLocation)
}

func contents(_ path: String) -> String {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return "" }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 65536)
  let count = read(file, &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
  var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }

  /// What stands before, between and after the places of `separator`.
  func components(_ separator: String) -> [Substring] { split(separator: separator, omittingEmptySubsequences: false) }
}
