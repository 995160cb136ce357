import CellText
import Foundation
import Screen
import TestSupport
import Testing

@Suite("Reading aloud in a terminal", .serialized, .onTerminalThreads)
struct SpeechInTerminalTests {
  /// A speaker that writes down what it is given and speaks until the file `go` counts as many lines.
  private func withSpeaker(
    isUnderShell: Bool = false, _ work: (_ terminal: PseudoTerminal, _ folder: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { home in
      let page = home + "/बस.txt"
      try ReaderInTerminalTests.page.write(toFile: page, atomically: true, encoding: .utf8)
      let program = home + "/speaker"
      try """
      #!/bin/sh
      echo $$ > '\(home)/id'
      cat >> '\(home)/said'
      n=$(grep -c . '\(home)/said')
      while [ ! -e "\(home)/go$n" ]; do sleep 0.02; done
      """.write(toFile: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let settings = home + "/config.yaml"
      try "speaker: [\(program)]\n".write(toFile: settings, atomically: true, encoding: .utf8)
      let terminal = try await startedReader(home, ["--config", settings, page], isUnderShell: isUnderShell)
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      try await work(terminal, home)
    }
  }

  private func said(_ folder: String) -> [String] {
    (try? String(contentsOfFile: folder + "/said", encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
  }

  private func isAlive(_ folder: String) -> Bool {
    guard let text = try? String(contentsOfFile: folder + "/id", encoding: .utf8),
      let id = Int32(text.trimmingCharacters(in: .newlines))
    else { return false }
    // A parent that is stopped cannot bury its child.
    if let state = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8), state.contains(") Z ") {
      return false
    }
    return kill(id, 0) == 0
  }

  private func wait(_ what: String, _ condition: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !condition() {
      if ContinuousClock.now > deadline {
        Issue.record("waited for \(what)")
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// How the first sign of the row looks that holds `text`.
  private func look(of text: String, on screen: ScreenModel) -> ScreenModel.Look? {
    guard let row = (0..<23).last(where: { screen.row($0).contains(text) }),
      let column = (0..<80).first(where: { screen.cell(row, $0).text != " " })
    else { return nil }
    return screen.cell(row, column).look
  }

  @Test("v speaks, the mark moves with the sentence, Esc ends the speaker, and so does the end of khabar")
  func session() async throws {
    try await withSpeaker { terminal, folder in
      try terminal.send("v")
      try terminal.wait("the keys of speech") { $0.row(23).contains("v रोकें") }
      try await wait("the title") { said(folder).count == 1 }
      #expect(said(folder) == ["पहाड़ी गाँव में पहली बार पहुँची बस, बच्चों ने फूलों से किया स्वागत"])
      let title = "पहाड़ी गाँव में पहली बार"
      let marked = try #require(look(of: title, on: terminal.screen))
      _ = FileManager.default.createFile(atPath: folder + "/go1", contents: nil)
      try await wait("the next sentence") { said(folder).count == 2 }
      let second = "सड़क बनने में तीन साल"
      #expect(said(folder).last?.hasPrefix(second) == true)
      try terminal.wait("the mark moves") { look(of: second, on: $0) == marked && look(of: title, on: $0) != marked }
      #expect(isAlive(folder))
      try terminal.send("\u{1B}")
      try terminal.wait("other keys again") { !$0.row(23).contains("v रोकें") }
      try await wait("the speaker ends") { !isAlive(folder) }
      try terminal.send("v")
      try await wait("it speaks again") { said(folder).count == 3 && isAlive(folder) }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      try await wait("nobody speaks any more") { !isAlive(folder) }
    }
  }

  @Test("^Z silences the speaker before the process stops; then the story is paused")
  func suspended() async throws {
    try await withSpeaker(isUnderShell: true) { terminal, folder in
      try terminal.send("v")
      try await wait("it speaks") { said(folder).count == 1 && isAlive(folder) }
      try terminal.send("\u{1A}")
      try terminal.wait("the shell") { !$0.isAlternate && $0.contains("stopped") }
      try await wait("nobody speaks") { !isAlive(folder) }
      try terminal.send("\n")
      try terminal.wait("it is paused") { $0.isAlternate && $0.row(23).contains("v फिर चलाएँ") }
      #expect(said(folder).count == 1)
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }

  #if os(Linux)
    @Test("the speaker ends with khabar even when that is killed")
    func killed() async throws {
      try await withSpeaker { terminal, folder in
        try terminal.send("v")
        try await wait("it speaks") { said(folder).count == 1 && isAlive(folder) }
        try terminal.signal(SIGKILL)
        _ = try terminal.waitForEnd()
        try await wait("nobody speaks any more") { !isAlive(folder) }
      }
    }
  #endif
}
