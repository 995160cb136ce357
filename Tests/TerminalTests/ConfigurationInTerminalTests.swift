import Foundation
import NewsStore
import Screen
import TestSupport
import Testing

@Suite("The configuration of a running khabar", .serialized, .onTerminalThreads)
struct ConfigurationInTerminalTests {
  private func write(_ text: String, _ home: String) throws {
    let folder = home + "/.config/khabar"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
  }

  @Test("a saved file changes what a key does while the reader runs; one with an error keeps what holds and says where")
  func reload() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home)
      try terminal.wait("the sample") { $0.contains("1/26") && !$0.isSynchronized }
      try terminal.send("j")
      try terminal.wait("j moves down") { $0.contains("2/26") }
      try write("keys: {everywhere: {j: go-to-end, z a: go-to-start}}\nlist-rows: 1\n", home)
      try terminal.wait("the settings are taken") { $0.row(23).contains("नई सेटिंग लागू हुई") }
      try terminal.send("j")
      try terminal.wait("j goes to the end") { $0.contains("26/26") }
      try terminal.send("z")
      try terminal.wait("what may follow") { $0.row(23).contains("z …") }
      try terminal.send("a")
      try terminal.wait("the sequence was understood") { $0.contains("1/26") && !$0.contains("26/26") }
      try write("keys: {everywhere: {j: go-to-teh-end}}\n", home)
      try terminal.wait("the error is told") { $0.row(23).contains("config.yaml:1:24") }
      try terminal.send("j")
      try terminal.wait("the old keys hold") { $0.contains("26/26") }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      expectSane(terminal)
    }
  }

  @Test("a language that was chosen on the page holds until the file names another one")
  func language() async throws {
    try await withTemporaryFolder { home in
      let path = home + "/.local/share/khabar/khabar.db"
      try await ArticleStore(path: path).setSetting("language", to: "mr")
      try await ArticleStore(path: path).setSetting("language.configured", to: "")
      let terminal = try await startedReader(home)
      try terminal.wait("the sample in Marathi") { $0.contains("1/26") && $0.contains("मथळे") && !$0.isSynchronized }
      try write("list-rows: 2\n", home)
      try terminal.wait("another setting, told in Marathi") { $0.row(23).contains("नवी सेटिंग लागू झाली") }
      try write("list-rows: 2\nui-language: en\n", home)
      try terminal.wait("the file's language") { $0.contains("Headlines") && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }

  @Test("pages that are named open in the reader also with a broken file")
  func brokenWithPages() async throws {
    try await withTemporaryFolder { home in
      try write("measure: [\n", home)
      let page = home + "/बस.txt"
      try ReaderInTerminalTests.page.write(toFile: page, atomically: true, encoding: .utf8)
      let terminal = try await startedReader(home, [page])
      try terminal.wait("the page") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }

  @Test("a broken file does not stop the reader: it starts with the rest and says what was wrong")
  func broken() async throws {
    try await withTemporaryFolder { home in
      try write("ui-language: en\nkeys: {everywhere: {e: move-down}}\nmeasure: [\n", home)
      let terminal = try await startedReader(home)
      try terminal.wait("the reader with the error") { $0.contains("1/26") && $0.row(23).contains("config.yaml:") }
      #expect(terminal.screen.contains("Headlines"))
      try terminal.send("e")
      try terminal.wait("the binding before the error holds") { $0.contains("2/26") }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }
}
