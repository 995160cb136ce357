import Foundation
import ReaderUI
import Screen
import TestSupport
import Testing

@testable import ReaderApp

/// The built program with its own home, beside programs of the test's own.
private nonisolated struct Home {
  var folder: String
  /// Where programs are looked for beside the test's own.
  var path = ":/usr/bin:/bin"

  func run(_ arguments: String...) throws -> (status: Int32, output: Data, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BuiltProduct.path("khabar")))
    process.arguments = arguments
    process.environment = ["HOME": folder, "PATH": folder + "/bin" + path, "LC_ALL": "C.UTF-8"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let files = ["/.out", "/.err"].map { folder + $0 }
    for file in files { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try Data(contentsOf: URL(fileURLWithPath: files[0])),
      try String(contentsOfFile: files[1], encoding: .utf8)
    )
  }

  func program(_ name: String, _ script: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
    try ("#!/bin/sh\n" + script).write(toFile: folder + "/bin/" + name, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/bin/" + name)
  }

  func text(_ file: String) -> String? { try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) }

  func settings(_ yaml: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/.config/khabar", withIntermediateDirectories: true)
    try yaml.write(toFile: folder + "/.config/khabar/config.yaml", atomically: true, encoding: .utf8)
  }
}

@Suite("Export", .serialized, .onTerminalThreads)
nonisolated struct ExportTests {
  private func withStories(_ work: (Home) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let home = Home(folder: folder)
      #expect(try home.run("import", Checkout.sampleFolder).status == 0)
      try await work(home)
    }
  }

  @Test("a book is a ZIP with its kind first and as it is, the same each time, and what checks EPUBs finds no fault")
  func book() async throws {
    try await withStories { home in
      #expect(try home.run("export", "-n", "12", "--query", "after:2000", "-o", "a.epub").status == 0)
      #expect(try home.run("export", "-n", "12", "--query", "after:2000", "-o", "b.epub").status == 0)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: home.folder + "/a.epub"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: home.folder + "/b.epub")) == bytes)
      // The local header: signature, method 0, no extra field; then name and content in one piece (OCF 3.3, section 4.3).
      #expect(Array(bytes.prefix(4)) == [0x50, 0x4B, 3, 4])
      #expect(Array(bytes[8..<10]) == [0, 0] && Array(bytes[28..<30]) == [0, 0])
      #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
      let checker = "/usr/share/java/epubcheck.jar"
      guard FileManager.default.fileExists(atPath: checker) else { return }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["java", "-jar", checker, "--quiet", "--failonwarnings", home.folder + "/a.epub"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test("a file that is there stays unless it is to be replaced, and nothing is left beside it")
  func existing() async throws {
    try await withStories { home in
      try "मेरी डायरी".write(toFile: home.folder + "/x.md", atomically: true, encoding: .utf8)
      let refused = try home.run("export", "-o", "x.md")
      #expect(refused.status == 1 && refused.errors.contains("--force"))
      #expect(home.text("x.md") == "मेरी डायरी")
      #expect(try home.run("export", "-n", "2", "-o", "x.md", "--force").status == 0)
      #expect(home.text("x.md")?.hasPrefix("# ") == true)
      #expect(try home.run("export", "-o", "bin.txt/x.txt").status == 1)
      #expect(try home.run("export", "-o", "/dev/null", "--format", "text", "--force").errors.contains("/dev/null"))
      #expect(try !FileManager.default.contentsOfDirectory(atPath: home.folder).contains { $0.contains(".khabar-") })
    }
  }

  @Test("JSON Feed holds the chosen stories whole; text and OPML come too; wrong usage gets a sentence")
  func formats() async throws {
    try await withStories { home in
      let feed = try #require(
        try JSONSerialization.jsonObject(with: try home.run("export", "--json", "-n", "3").output) as? [String: Any])
      let items = try #require(feed["items"] as? [[String: Any]])
      #expect(items.count == 3 && items.allSatisfy { ($0["content_text"] as? String)?.isEmpty == false })
      #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
      let id = try #require(items[1]["id"] as? String)
      let text = String(decoding: try home.run("export", String(id.prefix(10))).output, as: UTF8.self)
      #expect(text.contains("मुख्य बातें") && !text.contains("\u{1B}"))
      #expect(String(decoding: try home.run("export", "--format", "opml").output, as: UTF8.self).contains("<opml"))
      #expect(try home.run("export", "-o", "x.doc").status == 1)
      #expect(try home.run("export", "--format", "pdf").status == 2)
      #expect(try home.run("export", id, "--unread").status == 2)
      #expect(try home.run("export", "--query", "\"बाढ़").status == 2)
      #expect(try home.run("export", "--format", "opml", "--unread").status == 1)
    }
  }
}

@Suite("Programs that get stories", .onOwnThreads)
nonisolated struct ChildProgramTests {
  @Test("the program gets the input and its arguments as they are, and its status and first line come back")
  func run() async throws {
    let input = Data(String(repeating: "ख़बर\n", count: 50_000).utf8)
    let wc = try await ChildProgram(command: ["wc", "-l"]).run(input)
    #expect(wc.status == 0 && wc.firstLine.hasSuffix("50000"))
    let echo = try await ChildProgram(command: ["echo", "$HOME; rm *", "क"]).run(Data())
    #expect(echo.firstLine == "$HOME; rm * क")
    // Much more than a pipe holds.
    let much = try await ChildProgram(command: ["sh", "-c", "cat; echo x >&2; exit 3"]).run(input)
    #expect(much.status == 3 && much.firstLine == "ख़बर")
    #expect(try await ChildProgram(command: ["sh", "-c", "kill -9 $$"]).run(Data()).status == 137)
  }

  @Test("a program that takes too long is ended, and one that is not there is named")
  func failures() async throws {
    let start = ContinuousClock.now
    await #expect(throws: ChildProgram.Failure.timedOut("sleep", seconds: 1)) {
      try await ChildProgram(command: ["sleep", "600"], timeout: .seconds(1)).runWell(Data())
    }
    #expect(ContinuousClock.now - start < .seconds(60))
    await #expect(throws: ChildProgram.Failure.notFound("no-such-program")) {
      try await ChildProgram(command: ["no-such-program"]).run(Data())
    }
  }
}

@Suite("Hooks", .serialized, .onTerminalThreads)
nonisolated struct HookTests {
  private static func feed(_ titles: [String]) -> String {
    FeedFixture(items: titles.map { FeedFixture.Item($0, link: "https://gaon.example/\($0.hashValue.magnitude)") }).rss
  }

  @Test("new stories that match are given once, capped, and a program that is missing gets them when it is there")
  func given() async throws {
    let server = try LocalHTTPServer()
    defer { server.stop() }
    let shown = Mutable<[String]>(["पुराना पुल टूटा"])
    server.route("/feed.xml") { _ in LocalHTTPResponse(status: 200, body: Self.feed(shown.value)) }
    try await withTemporaryFolder { folder in
      let home = Home(folder: folder)
      try home.settings(
        "hooks:\n  - {query: \"title:पुल\", run: [take, एक दो]}\n  - {query: \"title:मेला\", notify: true}\n")
      #expect(try home.run("feeds", "add", server.url("/feed.xml")).status == 0)
      // No hooks yet: what is there then is not new.
      try "# कोई सेटिंग नहीं\n".write(toFile: folder + "/none.yaml", atomically: true, encoding: .utf8)
      #expect(try home.run("--config", folder + "/none.yaml", "refresh").status == 0)
      shown.value = ["नया पुल बना", "गाँव में मेला <लगा>", "पुराना पुल टूटा"]
      let missing = try Home(folder: folder, path: "").run("refresh")
      #expect(missing.status == 0 && missing.errors.contains("take") && missing.errors.contains("libnotify-bin"))
      try home.program("take", "cat > \"$HOME/got\"; echo \"$# $1\" > \"$HOME/args\"\n")
      try home.program("notify-send", "printf '%s|' \"$@\" > \"$HOME/note\"\n")
      let given = try home.run("refresh")
      #expect(given.status == 0, "\(given.errors)")
      #expect(home.text("note") == "--app-name=khabar|--|गाँव में मेला <लगा>|गाँव की बात|")
      let got = try #require(home.text("got"))
      let document = try #require(try JSONSerialization.jsonObject(with: Data(got.utf8)) as? [String: Any])
      #expect((document["items"] as? [[String: Any]])?.map { $0["title"] as? String } == ["नया पुल बना"])
      #expect(home.text("args") == "1 एक दो\n")
      try FileManager.default.removeItem(atPath: folder + "/got")
      #expect(try home.run("refresh").status == 0)
      #expect(home.text("got") == nil)
      // Many at once: the newest twenty, the rest as a number; the desktop gets one notification.
      shown.value = (1...25).map { "पुल क्रमांक \($0)" } + ["मेला एक", "मेला दो"]
      let many = try home.run("refresh")
      #expect(many.status == 0 && many.errors.isEmpty)
      let flooded = try #require(home.text("got"))
      let flood = try #require(try JSONSerialization.jsonObject(with: Data(flooded.utf8)) as? [String: Any])
      #expect((flood["items"] as? [Any])?.count == 20)
      #expect((flood["_khabar"] as? [String: Any])?["left_out"] as? Int == 5)
      let note = try #require(home.text("note"))
      #expect(note.hasPrefix("--app-name=khabar|--|2 नई ख़बरें · title:मेला|• मेला "))
      // A program that fails is told of and stops nothing.
      try home.program("take", "echo बिगड़ गया >&2; exit 4\n")
      shown.value = ["तीसरा पुल", "मेला <तीन>"]
      let failing = try home.run("refresh")
      #expect(failing.status == 0 && failing.errors.contains("4") && failing.errors.contains("बिगड़ गया"))
      #expect(home.text("note")?.contains("|मेला <तीन>|गाँव की बात") == true)
    }
  }

  @Test("what is wrong in a hook is told with its line, and the others hold")
  func settings() throws {
    let yaml = """
      hooks:
        - {query: "tag:बिहार", notify: true}
        - {query: "title:", run: [a]}
        - {query: "पुल"}
        - {query: "पुल", run: a b}
        - {query: "पुल", run: [a], colour: red}
      """
    let configuration = Configuration(yaml: yaml)
    #expect(
      configuration.hooks == [
        Hook(query: "tag:बिहार", isNotifying: true), Hook(query: "पुल", run: ["a b"]),
      ])
    #expect(configuration.problems.map(\.place.line) == [3, 4, 6])
    #expect(Messages(language: .hindi).problem(configuration.problems[0], path: "c.yaml").contains("“title:” के बाद"))
  }
}
