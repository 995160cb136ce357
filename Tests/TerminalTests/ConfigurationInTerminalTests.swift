import Foundation
import Screen
import TestSupport
import Testing

@Suite("The configuration of a running khabar", .serialized)
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
