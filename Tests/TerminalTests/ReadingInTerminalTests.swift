import CellText
import Foundation
import NewsModel
import NewsStore
import Screen
import TestSupport
import Testing

@Suite("Links, readings and words in a running khabar", .serialized, .onTerminalThreads)
struct ReadingInTerminalTests {
  private static let text = "पूरी रिपोर्ट यहाँ है, और दूसरी रिपोर्ट वहाँ; तीसरी कहीं नहीं।"

  private func store(_ home: String, _ addresses: [String]) async throws {
    let store = try ArticleStore(path: home + "/.local/share/khabar/khabar.db")
    var article = Article.fixture("नदी का जलस्तर बढ़ा")
    article.body = ArticleBody(
      blocks: addresses.map { address in
        Block(
          kind: .paragraph, text: Self.text,
          links: [
            BlockLink(startUTF8Offset: "पूरी ".utf8.count, utf8Count: "रिपोर्ट".utf8.count, address: address)
          ])
      })
    let other = Article.fixture("दूसरी ख़बर", date: Timestamp.fixture.adding(days: -1), paragraphs: ["यहाँ भी एक रिपोर्ट आई है।"])
    _ = try await store.save([article, other], from: .fixture, now: .fixture)
  }

  private static let hostile = [
    "https://example.org/ख?a=1;b=2", "https://example.org/\u{1B}\\\u{1B}[31m\u{1B}]52;c;QUFB\u{7}",
    "https://example.org/\u{9C}\u{9D}8;;https://other.example\u{7}", "https://example.org/\u{202E}gpj",
    "javascript:alert(1)", "https://example.org/" + String(repeating: "x", count: 4_000), "file:///etc/passwd",
  ]

  private func output(_ home: String, _ variables: [String: String], keys: String = "\r") async throws -> String {
    let terminal = try await startedReader(home, [], variables, size: Size(rows: 40, columns: 80), answers: false)
    try terminal.wait("the list") { $0.contains("नदी का जलस्तर") && !$0.isSynchronized }
    try terminal.send(keys)
    try terminal.wait("the story") { $0.contains("मिनट") && $0.contains("तीसरी") && !$0.isSynchronized }
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    expectSane(terminal)
    return String(decoding: terminal.output, as: UTF8.self)
  }

  @Test("a terminal that understands links gets those that lead to the web, built anew and closed in their row")
  func links() async throws {
    try await withTemporaryFolder { home in
      try await store(home, Self.hostile)
      let output = try await output(home, ["TERM": "xterm-256color", "VTE_VERSION": "7006"])
      let parts = output.components(separatedBy: "\u{1B}]8;id=").dropFirst()
      #expect(!parts.isEmpty)
      for part in parts {
        let payload = part.prefix { $0 != "\u{1B}" }
        #expect(payload.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "\(payload)")
        #expect(payload.contains(";https://example.org/") && payload.utf8.count < 2_120)
        let rest = part.dropFirst(payload.count)
        #expect(rest.hasPrefix("\u{1B}\\"))
        // Until it is closed there is its text and nothing else: no move, no colour, no end of a frame.
        let inside = rest.dropFirst(2).prefix { $0 != "\u{1B}" }
        #expect(inside == "रिपोर्ट")
        #expect(rest.dropFirst(2 + inside.count).hasPrefix("\u{1B}]8;;\u{1B}\\"))
      }
      #expect(output.contains("https://example.org/%E0%A4%96?a=1%3Bb=2"))
      #expect(output.contains("https://example.org/%1B%5C%1B[31m%1B]52%3Bc%3BQUFB%07\u{1B}\\"))
      for part in ["javascript:", "file:", "QUFB\u{7}", "\u{9D}", "\u{202E}", "xxxxx"] {
        #expect(!output.contains(";" + part) && !(part.count < 3 && output.contains(part)), "\(part)")
      }
      let leave = output.components(separatedBy: "\u{1B}[?1049l").first ?? ""
      #expect(leave.suffix(120).contains("\u{1B}]8;;\u{1B}\\"), "whatever was open is closed at the end")
    }
  }

  @Test(
    "a terminal that is not known to understand links gets no byte of them, nor one for which they are switched off")
  func none() async throws {
    try await withTemporaryFolder { home in
      try await store(home, Self.hostile)
      #expect(!(try await output(home, [:])).contains("\u{1B}]8"))
      try "hyperlinks: never\n".write(toFile: try configuration(home), atomically: true, encoding: .utf8)
      #expect(!(try await output(home, ["VTE_VERSION": "7006"])).contains("\u{1B}]8"))
      try "hyperlinks: always\n".write(toFile: try configuration(home), atomically: true, encoding: .utf8)
      #expect(try await output(home, [:]).contains("\u{1B}]8;id="))
    }
  }

  private func configuration(_ home: String) throws -> String {
    let folder = home + "/.config/khabar"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder + "/config.yaml"
  }

  @Test("readings under each line, and a word looked up and back, as they are typed")
  func reading() async throws {
    try await withTemporaryFolder { home in
      try await store(home, ["https://example.org/"])
      let terminal = try await startedReader(home)
      try terminal.wait("the list") { $0.contains("नदी का जलस्तर") && !$0.isSynchronized }
      try terminal.send("\rK")
      try terminal.wait("the readings") { $0.contains("riport") && $0.contains("पूरी") && !$0.isSynchronized }
      #expect(terminal.screen.violations.isEmpty, "\(terminal.screen.violations)")
      try terminal.send("K")
      try terminal.wait("Latin letters") { $0.contains("riport") && !$0.contains("पूरी") && !$0.isSynchronized }
      try terminal.send("K")
      try terminal.wait("Devanagari") { !$0.contains("riport") && $0.contains("पूरी") && !$0.isSynchronized }
      try terminal.send("i")
      try terminal.wait("the word") { $0.row(23).contains("नदी") && $0.row(23).contains("और किसी ख़बर में नहीं") }
      for _ in 0..<40 where !terminal.screen.row(23).contains("रिपोर्ट") {
        let before = terminal.screen.row(23)
        try terminal.send("l")
        try terminal.wait("the next word") { $0.row(23) != before && !$0.isSynchronized }
      }
      try terminal.wait("its count") { $0.row(23).contains("रिपोर्ट · 1 और") && !$0.isSynchronized }
      try terminal.send("\r")
      try terminal.wait("the results") { $0.contains("दूसरी ख़बर") && $0.contains("खोज") && !$0.isSynchronized }
      try terminal.send("\u{1B}")
      try terminal.wait("the story again") { $0.contains("तीसरी") && !$0.contains("खोज ·") && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      expectSane(terminal)
    }
  }
}
