import CellText
import Foundation
import NewsModel
import NewsStore
import Screen
import TestSupport
import Testing

/// Pictures in pixels as built: a store, a server, chafa, and a terminal that says what it can.
@Suite(
  "Pictures in a terminal that has pixels", .serialized, .onTerminalThreads,
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chafa"), "chafa is not installed"))
struct PicturesInTerminalTests {
  private static let caption = "बाँध के फाटक खुलते ही नहर में पानी उतरा"

  /// A reader with one story, whose picture it shows when `I` is pressed.
  private func reader(
    _ home: String, _ server: LocalHTTPServer, _ graphics: ScreenModel.Graphics, _ variables: [String: String] = [:],
    isUnderShell: Bool = false
  ) async throws -> PseudoTerminal {
    let bytes = PNGFile.bytes(width: 160, height: 80) { column, row in
      (UInt8(column), UInt8(row * 3), column < 80 ? 250 : 10)
    }
    server.route("/nahar.png") { _ in LocalHTTPResponse(body: bytes, headers: [("Content-Type", "image/png")]) }
    let path = home + "/.local/share/khabar/khabar.db"
    try FileManager.default.createDirectory(
      atPath: home + "/.local/share/khabar", withIntermediateDirectories: true)
    let store = try ArticleStore(path: path)
    try await store.setSetting("catalogue.offered", to: "yes")
    let feed = Feed(id: FeedID(rawValue: server.url("/feed.xml")), title: "गाँव की बात", language: "hi")
    var article = Article.fixture("नहर में पानी आया", feed: feed)
    let picture = Block(kind: .picture, text: Self.caption, address: server.url("/nahar.png"))
    let text = article.body.blocks
    article.body.blocks = [picture] + text + text + text + text
    try await store.save(
      [article], from: feed, now: Timestamp(secondsSince1970: 1_795_600_000, utcOffsetSeconds: 19_800))
    let terminal = try await startedReader(
      home, [], ["COLORTERM": "truecolor"].merging(variables) { $1 }, size: Size(rows: 30, columns: 80),
      isUnderShell: isUnderShell, graphics: graphics)
    try terminal.wait("the list") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
    try terminal.send("\rI")
    return terminal
  }

  private func placeholders(_ screen: ScreenModel) -> Int {
    (0..<30).reduce(0) { count, row in
      count + (0..<80).count { screen.cell(row, $0).text.unicodeScalars.first == "\u{10EEEE}" }
    }
  }

  @Test(
    "kitty: sent once, then cells that scroll and go under the help; forgotten when it goes, when stopped and in the end"
  )
  func kitty() async throws {
    try await withTemporaryFolder { home in
      let server = try LocalHTTPServer()
      let terminal = try await reader(home, server, .kitty)
      try terminal.wait("the picture") { placeholders($0) > 100 && !$0.isSynchronized }
      let count = placeholders(terminal.screen)
      #expect(terminal.screen.keptPictures.count == 1 && terminal.screen.contains(Self.caption))
      try terminal.send("jjjjjjjj")
      try terminal.wait("half of it") { placeholders($0) < count && !$0.isSynchronized }
      try terminal.send("?")
      try terminal.wait("the help") { $0.contains("┌") && !$0.isSynchronized }
      try terminal.send("\u{1B}")
      try terminal.wait("the page") { !$0.contains("┌") && !$0.isSynchronized }
      #expect(terminal.screen.keptPictures.count == 1)
      #expect(terminal.output.text.components("a=T,U=1").count == 2)
      try terminal.send("I")
      try terminal.wait("no picture") { placeholders($0) == 0 && $0.keptPictures.isEmpty && !$0.isSynchronized }
      try terminal.send("I")
      try terminal.wait("the picture again") { placeholders($0) > 0 && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.screen.keptPictures.isEmpty)
      expectSane(terminal)
    }
  }

  @Test("sixel: drawn where the page has room for all of it, away without a trace when it scrolls or is covered")
  func sixel() async throws {
    try await withTemporaryFolder { home in
      let server = try LocalHTTPServer()
      let terminal = try await reader(home, server, .sixel)
      try terminal.wait("the picture") { $0.coveredCells.count > 100 && !$0.isSynchronized }
      let covered = terminal.screen.coveredCells
      // A whole rectangle.
      let (rows, columns) = (Set(covered.map(\.row)), Set(covered.map(\.column)))
      #expect(rows.count * columns.count == covered.count && terminal.screen.sixelColors == 256)
      try terminal.send("?")
      try terminal.wait("the help, and no pixels") { $0.contains("┌") && $0.coveredCells.isEmpty && !$0.isSynchronized }
      try terminal.send("\u{1B}")
      try terminal.wait("the picture again") { $0.coveredCells == covered && !$0.isSynchronized }
      // Its first rows leave the pane: characters are what is left.
      let top = try #require(rows.min())
      for _ in 0..<(top + 1) { try terminal.send("j") }
      try terminal.wait("characters") { screen in
        screen.coveredCells.isEmpty && !screen.isSynchronized
          && (0..<30).contains { row in (0..<80).count { "▀▄█▌▐▖▗▘▝▚▞▙▛▜▟".contains(screen.cell(row, $0).text) } > 5 }
      }
      try terminal.resize(to: Size(rows: 34, columns: 80))
      try terminal.send("gg")
      try terminal.wait("all of it") { $0.coveredCells.count > 100 && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.screen.coveredCells.isEmpty && terminal.screen.sixelColors == 16)
      expectSane(terminal)
    }
  }

  @Test("stopped, and on again: the terminal keeps nothing meanwhile")
  func suspended() async throws {
    try await withTemporaryFolder { home in
      let server = try LocalHTTPServer()
      let terminal = try await reader(home, server, .kitty, isUnderShell: true)
      try terminal.wait("the picture") { placeholders($0) > 100 && !$0.isSynchronized }
      try terminal.send("\u{1A}")
      try terminal.wait("the shell") { $0.contains("stopped") && !$0.isAlternate }
      #expect(terminal.screen.keptPictures.isEmpty)
      try terminal.send("\n")
      try terminal.wait("the picture again") {
        placeholders($0) > 100 && $0.keptPictures.count == 1 && !$0.isSynchronized
      }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.screen.keptPictures.isEmpty)
    }
  }

  @Test(
    "under NO_COLOR, in tmux, and by the setting it is characters", arguments: ["NO_COLOR", "TMUX", "picture-format"])
  func characters(reason: String) async throws {
    try await withTemporaryFolder { home in
      let server = try LocalHTTPServer()
      if reason == "picture-format" {
        try FileManager.default.createDirectory(atPath: home + "/.config/khabar", withIntermediateDirectories: true)
        try "picture-format: symbols\n".write(
          toFile: home + "/.config/khabar/config.yaml", atomically: true, encoding: .utf8)
      }
      let terminal = try await reader(home, server, .kitty, [reason: "1"])
      try terminal.wait("the picture") { screen in
        server.hits("/nahar.png") == 1 && screen.contains(Self.caption) && !screen.contains("चित्र लाया जा रहा है")
          && !screen.isSynchronized
      }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(!terminal.output.text.contains("a=T") && terminal.screen.keptPictures.isEmpty)
    }
  }
}
