import CellText
import Foundation
import Screen
import TestSupport
import Testing

@Suite("khabar measures the terminal it runs in", .serialized, .onTerminalThreads)
struct MeasuringTests {
  private func quit(_ terminal: PseudoTerminal) throws {
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    expectSane(terminal)
  }

  /// The row of the border between list and story, whose text must reach as far as the model says.
  private func expectStraight(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
    let crooked = (2..<23).filter { !"│├┤".contains(terminal.screen.cell($0, 32).text) }
    #expect(crooked == [], "\(terminal.screen.text)", sourceLocation: sourceLocation)
  }

  @Test(
    "and lays out by what it found, whatever the environment makes believe", arguments: WidthModel.named.map(\.name))
  func families(name: String) async throws {
    try await withTemporaryFolder { home in
      let model = try #require(WidthModel.named(name))
      let terminal = try await startedReader(home, model: model)
      try terminal.wait("the sample in \(name)") { $0.contains("1/26") && !$0.isSynchronized }
      expectStraight(terminal)
      try terminal.send("jj")
      try terminal.wait("the third story") { $0.contains("3/26") && !$0.isSynchronized }
      expectStraight(terminal)
      try quit(terminal)
      let profiles = try String(contentsOfFile: home + "/.local/state/khabar/terminals.json", encoding: .utf8)
      #expect(profiles.contains("TERM=xterm-256color") && profiles.contains("Model(1)"))
    }
  }

  @Test("a known terminal is asked again, and a wrong memory put right")
  func changed() async throws {
    try await withTemporaryFolder { home in
      let first = try await startedReader(home, model: .spacingMarks)
      try first.wait("the sample") { $0.contains("1/26") && !$0.isSynchronized }
      try quit(first)
      // The page that a reader shows who never was in another terminal.
      let fresh = try await startedReader(home, [], ["XDG_STATE_HOME": home + "/fresh"], model: .noMarks)
      try fresh.wait("the sample") { $0.contains("1/26") && !$0.isSynchronized }
      let expected = fresh.screen.text
      try quit(fresh)
      let other = try await startedReader(home, model: .noMarks)
      try other.wait("the same page") { $0.text == expected && !$0.isSynchronized }
      expectStraight(other)
      try quit(other)
      let file = home + "/.local/state/khabar/terminals.json"
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\"text\" : \"का\""))
    }
  }

  @Test("keys typed while it asks are keys")
  func typedKeys() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home, model: .everyMark, answers: false)
      try terminal.wait("the question") { !$0.answers.isEmpty }
      try terminal.send("?")
      try terminal.answer()
      try terminal.wait("the help") { $0.contains("┌") && !$0.isSynchronized }
      try terminal.send("\u{1B}")
      try quit(terminal)
    }
  }

  @Test("a mute terminal gets its page all the same, and a late answer still counts")
  func mute() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home, model: .noMarks, answers: false)
      try terminal.wait("the page without an answer", seconds: 5) { $0.contains("1/26") && !$0.isSynchronized }
      expectStraight(terminal)
      let before = terminal.screen.updateCount
      try terminal.answer()
      try terminal.wait("the page laid out anew") {
        $0.updateCount > before && $0.contains("1/26") && !$0.isSynchronized
      }
      expectStraight(terminal)
      try quit(terminal)
    }
  }

  @Test("a model that was asked for is not measured away")
  func forced() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home, ["--width-model", "every-mark"], model: .noMarks)
      try terminal.wait("the sample") { $0.contains("1/26") && !$0.isSynchronized }
      expectStraight(terminal)
      #expect(!terminal.output.text.contains("[6n"))
      try quit(terminal)
    }
  }
}
