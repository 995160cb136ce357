import CellText
import Screen
import TestSupport
import Testing

@testable import NcursesTerminal

/// The lowest descriptions that every ncurses installation has.
@Suite("Terminal descriptions", .serialized)
struct TerminalCapabilitiesTests {
  @Test("xterm's description is read")
  func xterm() throws {
    let capabilities = try TerminalCapabilities.load(name: "xterm-256color", descriptor: 1, environment: [:])
    #expect(capabilities.erasesColumns && capabilities.erasesToBackground && capabilities.dims && capabilities.slants)
    #expect(capabilities.colorDepth == .indexed)
    #expect(capabilities.keys[Array("\u{1B}OA".utf8)] == .up)
    #expect(capabilities.keys[[0x7F]] == .backspace)
  }

  @Test("the Linux console's description is read")
  func linux() throws {
    let capabilities = try TerminalCapabilities.load(name: "linux", descriptor: 1, environment: [:])
    #expect(capabilities.colorDepth == .eight)
    #expect(capabilities.keys[Array("\u{1B}[[A".utf8)] == .function(1))
  }

  @Test("a terminal without a description, or without a movable cursor, is refused with its name")
  func refused() {
    #expect(throws: TerminalError.terminalTypeMissing) {
      try TerminalCapabilities.load(name: nil, descriptor: 1, environment: [:])
    }
    #expect(throws: TerminalError.terminalTypeMissing) {
      try TerminalCapabilities.load(name: "", descriptor: 1, environment: [:])
    }
    #expect(throws: TerminalError.terminalTypeUnknown("no-such-terminal")) {
      try TerminalCapabilities.load(name: "no-such-terminal", descriptor: 1, environment: [:])
    }
    #expect(throws: TerminalError.terminalTooPlain(name: "dumb", capability: "cup")) {
      try TerminalCapabilities.load(name: "dumb", descriptor: 1, environment: [:])
    }
  }

  @Test(
    "leaving undoes all that entering did",
    arguments: ["xterm-256color", "linux", "screen-256color", "tmux-256color", "vt100", "rxvt"])
  func leaving(name: String) throws {
    guard let capabilities = try? TerminalCapabilities.load(name: name, descriptor: 1, environment: [:]) else {
      // Small installations have only some of them.
      return
    }
    var screen = lookModel()
    screen.take(capabilities.enter)
    #expect(!screen.isCursorVisible && !screen.wraps && screen.isPasteBracketed)
    screen.take("\u{1B}[?2026h\u{1B}[1;31mx".utf8)
    screen.take(capabilities.leave)
    #expect(screen.isCursorVisible && screen.wraps && !screen.isPasteBracketed && !screen.isAlternate)
    #expect(!screen.isSynchronized && !screen.hasApplicationKeys && screen.look == ScreenModel.Look())
  }
}

func lookModel() -> ScreenModel {
  ScreenModel(size: Size(rows: 2, columns: 10), model: .spacingMarks)
}
