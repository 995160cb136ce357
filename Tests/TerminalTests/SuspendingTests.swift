import CellText
import Screen
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Stopping needs a shell above the program: the system does not stop a group that nobody could continue.
@Suite("A program under a shell with job control", .serialized, .onTerminalThreads)
struct SuspendingTests {
  @Test("gives the terminal to the shell on Control-Z, and takes it again whole")
  func suspendsByKey() throws {
    let terminal = try probeUnderShell("probe; echo stopped $?; read answer; fg >/dev/null; echo ended $?")
    try terminal.wait("the first frame") { $0.isAlternate && $0.contains("सुर्खियाँ") && !$0.isSynchronized }
    try terminal.send("\u{1A}")
    try terminal.wait("the shell") { $0.contains("stopped 14") }
    expectSane(terminal)
    try terminal.send("\n")
    try terminal.wait("the second frame") { $0.isAlternate && $0.contains("resumed") && !$0.isSynchronized }
    #expect(terminal.screen.row(0).hasPrefix("सुर्खियाँ 24x80"))
    #expect(!terminal.isSane)
    #expect(!terminal.screen.contains("key"))
    try terminal.send("q")
    try terminal.wait("the end") { $0.contains("ended 0") }
    expectSane(terminal)
  }

  @Test("notices a size that changed while it was stopped")
  func resizedWhileStopped() throws {
    let terminal = try probeUnderShell("probe; echo stopped $?; read answer; fg >/dev/null; echo ended $?")
    try terminal.wait("the first frame") { $0.isAlternate && $0.contains("सुर्खियाँ") }
    try terminal.send("\u{1A}")
    try terminal.wait("the shell") { $0.contains("stopped") }
    try terminal.resize(to: Size(rows: 30, columns: 100))
    try terminal.send("\n")
    try terminal.wait("the second frame") { $0.isAlternate && $0.row(0).contains("30x100") && !$0.isSynchronized }
    #expect((0..<30).allSatisfy { terminal.screen.cell($0, 50).text == "│" })
  }

  @Test("is stopped and continued by signals from elsewhere", arguments: [SIGTSTP, SIGSTOP])
  func stoppedFromElsewhere(signal: Int32) throws {
    // SIGSTOP leaves no time to give anything back: what the shell sees is not ours to promise, only what follows.
    let terminal = try probeUnderShell("probe; stty sane; echo stopped $?; read answer; fg >/dev/null; echo ended $?")
    try terminal.wait("the first frame") { $0.isAlternate && $0.contains("सुर्खियाँ") && !$0.isSynchronized }
    try terminal.signal(signal, to: probeID(terminal))
    try terminal.wait("the shell") { $0.contains("stopped") }
    if signal == SIGTSTP { expectSane(terminal) }
    try terminal.send("\n")
    try terminal.wait("the second frame") { $0.isAlternate && $0.contains("resumed") && !$0.isSynchronized }
    #expect(!terminal.isSane)
    try terminal.send("q")
    try terminal.wait("the end") { $0.contains("ended 0") }
    expectSane(terminal)
  }

  @Test("ends on SIGTERM while it is stopped, without touching the shell's terminal")
  func endedWhileStopped() throws {
    let terminal = try probeUnderShell("probe; echo stopped $?; kill %1; wait; echo ended; read answer")
    try terminal.wait("the first frame") { $0.isAlternate && $0.contains("सुर्खियाँ") && !$0.isSynchronized }
    try terminal.send("\u{1A}")
    try terminal.wait("the end") { $0.contains("ended") && $0.contains("stopped") }
    expectSane(terminal)
    #expect(terminal.output.text.components("\u{1B}[?1049h").count == 2)
  }

  @Test("waits in the background until the shell gives it the terminal")
  func continuedInBackground() throws {
    let terminal = try probeUnderShell(
      "probe; echo stopped $?; bg; wait %1; echo waiting; read answer; fg >/dev/null; echo ended $?")
    try terminal.wait("the first frame") { $0.isAlternate && $0.contains("सुर्खियाँ") && !$0.isSynchronized }
    try terminal.send("\u{1A}")
    try terminal.wait("the shell") { $0.contains("waiting") }
    expectSane(terminal)
    try terminal.send("\n")
    try terminal.wait("the second frame") { $0.isAlternate && $0.contains("resumed") && !$0.isSynchronized }
    #expect(terminal.output.text.components("\u{1B}[?1049h").count == 3)
    try terminal.send("q")
    try terminal.wait("the end") { $0.contains("ended 0") }
    expectSane(terminal)
  }
}
