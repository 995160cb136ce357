import CellText
import Screen
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("A program that has the terminal", .serialized, .onTerminalThreads)
struct GivingBackTests {
  @Test("takes the alternate screen, hides the cursor and draws at once")
  func startsAndDraws() throws {
    let terminal = try startedProbe()
    #expect(terminal.screen.isAlternate)
    #expect(!terminal.screen.isCursorVisible)
    #expect(terminal.screen.row(0).hasPrefix("सुर्खियाँ 24x80"))
    #expect(terminal.screen.cell(0, 40).text == "│")
    #expect(!terminal.isSane)
  }

  @Test("sees each key once, text as scalars")
  func readsKeys() throws {
    let terminal = try startedProbe()
    try terminal.send("कि\u{1B}[A\u{1B}OB\t\r\u{7F}")
    try terminal.wait("the keys") { $0.contains("key backspace") }
    let shown = (2..<9).map { String(terminal.screen.row($0).prefix(30)).trimmed }
    #expect(
      shown == [
        "key scalar(\"\\u{0915}\")", "key scalar(\"\\u{093F}\")", "key up", "key down", "key tab", "key enter",
        "key backspace",
      ])
  }

  @Test("tells pasted text from pressed keys")
  func readsPaste() throws {
    let terminal = try startedProbe()
    try terminal.send("\u{1B}[200~q\u{1B}[201~")
    try terminal.wait("the paste") { $0.contains("pasted q") }
  }

  @Test("takes a lone Escape for the key after a moment, without more input")
  func readsLoneEscape() throws {
    let terminal = try startedProbe()
    try terminal.send("\u{1B}")
    try terminal.wait("Escape") { $0.contains("key escape") }
  }

  @Test("draws anew for every size that the terminal takes")
  func resizes() throws {
    let terminal = try startedProbe()
    for size in [Size(rows: 35, columns: 120), Size(rows: 10, columns: 30), Size(rows: 24, columns: 80)] {
      try terminal.resize(to: size)
      try terminal.wait("\(size)") { $0.row(0).contains("\(size.rows)x\(size.columns)") && !$0.isSynchronized }
      #expect((0..<size.rows).allSatisfy { terminal.screen.cell($0, size.columns / 2).text == "│" })
    }
  }

  @Test("gives the terminal back when it ends by a key")
  func endsByKey() throws {
    let terminal = try startedProbe()
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    expectSane(terminal)
    #expect(terminal.screen.contains("ended by key"))
  }

  @Test("is asked to end by each signal that ends programs", arguments: [SIGTERM, SIGHUP, SIGINT])
  func endsOnSignal(signal: Int32) throws {
    let terminal = try startedProbe()
    try terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .exited(0))
    expectSane(terminal)
    #expect(terminal.screen.contains("ended on request"))
  }

  @Test("is asked to end by Control-C")
  func endsOnControlC() throws {
    let terminal = try startedProbe()
    try terminal.send("\u{3}")
    #expect(try terminal.waitForEnd() == .exited(0))
    expectSane(terminal)
  }

  @Test("ends when the terminal goes away")
  func endsOnHangUp() throws {
    let terminal = try startedProbe()
    terminal.hangUp()
    let ending = try terminal.waitForEnd()
    #expect(ending == .exited(0))
  }

  @Test("loses the terminal to the rescue when it does not end in time", arguments: ["h", "i"])
  func isRescuedWhenItHangs(key: String) throws {
    let terminal = try startedProbe()
    try terminal.send(key)
    try terminal.wait("the key") { $0.contains("\"\(key)\"") }
    try terminal.signal(SIGTERM)
    #expect(try terminal.waitForEnd() == .signalled(SIGTERM))
    expectSane(terminal)
  }

  @Test("leaves a sane terminal and a true exit status when it crashes", arguments: ["a", "t", "s", "o"])
  func crashes(key: String) throws {
    let terminal = try startedProbe()
    try terminal.send(key)
    let expected: [Int32] =
      switch key {
      case "a": [SIGABRT]
      case "t": [SIGILL, SIGTRAP]
      default: [SIGSEGV, SIGBUS]
      }
    let ending = try terminal.waitForEnd()
    #expect(expected.contains { ending == .signalled($0) }, "\(ending)")
    expectSane(terminal)
    #expect(terminal.screen.contains("probe: crashed"))
  }

  @Test("leaves a sane terminal when it exits from the middle of something")
  func exits() throws {
    let terminal = try startedProbe()
    try terminal.send("x")
    #expect(try terminal.waitForEnd() == .exited(7))
    expectSane(terminal)
  }

  @Test("keeps standard error off the screen and in the log")
  func keepsErrorsOff() throws {
    let log = "/tmp/terminal-probe-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).log"
    defer { unlink(log) }
    let terminal = try startedProbe(["PROBE_LOG": log])
    try terminal.send("e")
    try terminal.wait("the key") { $0.contains("\"e\"") }
    try terminal.send("q")
    try terminal.waitForEnd()
    #expect(!terminal.output.text.contains("a library's warning"))
    #expect(contents(log).contains("a library's warning"))
  }

  @Test("refuses to start where there is no terminal, and says which end")
  func refusesPipes() throws {
    let terminal = try probeUnderShell(
      "probe </dev/null; probe | cat; TERM= probe; TERM=dumb probe; TERM=nonsense probe")
    try terminal.waitForEnd()
    let text = terminal.output.text
    for fact in [
      "notATerminal(NcursesTerminal.TerminalError.Stream.standardInput)",
      "notATerminal(NcursesTerminal.TerminalError.Stream.standardOutput)", "terminalTypeMissing",
      "terminalTooPlain(name: \"dumb\", capability: \"cup\")", "terminalTypeUnknown(\"nonsense\")",
    ] {
      #expect(text.contains("refused: ") && text.contains(fact), "\(text)")
    }
    expectSane(terminal)
  }
}
