import CellText
import Foundation
import Screen
import TestSupport
import TestSupport
import Testing

@Suite("khabar doctor", .serialized, .onTerminalThreads)
struct DoctorTests {
  private func doctor(
    _ home: String, _ arguments: [String], model: WidthModel = .noMarks, environment: [String: String] = [:],
    answers: Bool = true
  ) throws -> (report: [String: Any], status: PseudoTerminal.Ending) {
    let khabar = try #require(BuiltProduct.path("khabar"))
    let words = (["doctor", "--json"] + arguments).map { "'\($0)'" }.joined(separator: " ")
    // Standard output is a file; the terminal is asked all the same.
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "'\(khabar)' \(words) > '\(home)/report.json'"],
      environment: ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home].merging(
        environment
      ) { $1 },
      model: model, answers: answers)
    let status = try terminal.waitForEnd()
    #expect(terminal.isSane && !terminal.screen.isAlternate && terminal.screen.isCursorVisible)
    let data = try Data(contentsOf: URL(fileURLWithPath: home + "/report.json"))
    return (try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]), status)
  }

  private func kinds(_ report: [String: Any]) -> [String] {
    (report["troubles"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } ?? []
  }

  @Test("names the model of the terminal it runs in, as JSON in a file", arguments: WidthModel.named.map(\.name))
  func model(name: String) async throws {
    try await withTemporaryFolder { home in
      let (report, status) = try doctor(home, [], model: try #require(WidthModel.named(name)))
      let widths = try #require(report["widths"] as? [String: Any])
      let found = try #require(widths["model"] as? String)
      // Two models may agree in all that was asked, as ghostty's and qterminal's do but for emoji.
      #expect(WidthModel.named(found)?.columns(of: "राष्ट्रीय स्त्रीः") == WidthModel.named(name)?.columns(of: "राष्ट्रीय स्त्रीः"))
      #expect((widths["samples"] as? [Any])?.count == WidthProbeText.all.count)
      #expect(kinds(report) == [] && status == .exited(0))
      #expect((report["terminal"] as? [String: Any])?["version"] as? String == "Model(1)")
    }
  }

  @Test("measures the words of a file and names those that a forced model misses")
  func words() async throws {
    try await withTemporaryFolder { home in
      let file = home + "/words.txt"
      try "हिंदी\nबस\nकिताब\n".write(toFile: file, atomically: true, encoding: .utf8)
      let right = try doctor(home, ["--words", file])
      #expect((right.report["words"] as? [String: Any])?["count"] as? Int == 3)
      #expect(((right.report["words"] as? [String: Any])?["misses"] as? [Any])?.isEmpty == true)
      let wrong = try doctor(home, ["--words", file, "--width-model", "spacing-marks"])
      let misses = (wrong.report["words"] as? [String: Any])?["misses"] as? [[String: Any]]
      #expect(misses?.compactMap { $0["text"] as? String } == ["हिंदी", "किताब"])
      #expect(kinds(wrong.report) == ["forcedModel"] && wrong.status == .exited(1))
    }
  }

  @Test("says what the reader can put right, and fails for it")
  func troubles() async throws {
    try await withTemporaryFolder { home in
      let locale = try doctor(home, [], environment: ["LC_ALL": "C"])
      #expect(kinds(locale.report) == ["locale"] && locale.status == .exited(1))
      let term = try doctor(home, [], environment: ["TERM": "no-such-terminal"])
      #expect(kinds(term.report) == ["terminalType"] && term.status == .exited(1))
      try "not a database, but long enough to be looked at as one".write(
        toFile: home + "/bad.db", atomically: true, encoding: .utf8)
      let store = try doctor(home, ["--store", home + "/bad.db"])
      #expect(kinds(store.report) == ["store"] && store.status == .exited(1))
    }
  }

  @Test("a mute terminal is no trouble, only unknown")
  func mute() async throws {
    try await withTemporaryFolder { home in
      let (report, status) = try doctor(home, [], answers: false)
      #expect(status == .exited(0) && (report["widths"] as? [String: Any])?["model"] == nil)
      #expect((report["advice"] as? [Any])?.isEmpty == false)
    }
  }
}
