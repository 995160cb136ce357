import Foundation
import Screen
import TestSupport
import Testing

/// The first start as a newcomer meets it, without a network, a store or a configuration. The catalog's "The first minute" shows the screens.
@Suite("The first minute in a terminal", .serialized, .onTerminalThreads)
struct FirstMinuteInTerminalTests {
  @Test(
    "something to read is there behind the greeting; language, theme and letters are chosen, and nothing is asked twice"
  )
  func walk() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home, isFirstRun: true)
      try terminal.wait("the greeting") { $0.contains("नमस्ते · 1/4") && !$0.isSynchronized }
      #expect(terminal.screen.row(0).contains("नमूना संस्करण"))
      #expect(terminal.screen.row(1).contains("सुर्खियाँ"), "the page behind it can be read")
      try terminal.send("\u{1B}[B\r")
      try terminal.wait("the languages of feeds, in Marathi") {
        $0.contains("ગુજરાતી") && !$0.contains("नमस्ते") && !$0.isSynchronized
      }
      try terminal.send("\u{1B}")
      try terminal.wait("the themes") { $0.contains("gruvbox-dark") && !$0.isSynchronized }
      try terminal.send("\r")
      try terminal.wait("the letters") { $0.contains("4/4") && $0.contains("क्षत्रिय स्त्री श्रृंगार") && !$0.isSynchronized }
      try terminal.send("\r")
      try terminal.wait("the page") { !$0.contains("4/4") && $0.row(0).contains("नमुना आवृत्ती") && !$0.isSynchronized }
      try terminal.send("\r")
      try terminal.wait("the first story") { $0.contains("0 %") && $0.row(1).contains("ठळक मुद्दे") && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      let again = try await startedReader(home, isFirstRun: true)
      try again.wait("the page in the language that was chosen") { $0.contains("नमुना आवृत्ती") && !$0.isSynchronized }
      #expect(!again.screen.contains("1/4"))
      try again.send("q")
      #expect(try again.waitForEnd() == .exited(0))
      expectSane(again)
    }
  }

  @Test("Esc goes past each step, and the whole greeting stays out of the way of who names pages")
  func skipped() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home, size: Size(rows: 15, columns: 40), isFirstRun: true)
      try terminal.wait("the greeting") { $0.contains("1/4") && !$0.isSynchronized }
      for next in ["आप कौन-सी भाषाएँ", "gruvbox-dark", "4/4"] {
        try terminal.send("\u{1B}")
        try terminal.wait("\(next)") { $0.contains(next) && !$0.isSynchronized }
      }
      try terminal.send("\u{1B}")
      try terminal.wait("the page") { !$0.contains("4/4") && $0.contains("सुर्खियाँ") && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      expectSane(terminal)
    }
  }
}
