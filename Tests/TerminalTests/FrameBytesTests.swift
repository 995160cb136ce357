import Screen
import TestSupport
import Testing

@Suite("Bytes of a frame", .serialized, .onTerminalThreads)
struct FrameBytesTests {
  @Test("moving down one headline at 80x24 writes less than 1,300 bytes, and its story less than a whole screen")
  func moveDown() async throws {
    try await withTemporaryFolder { home in
      let terminal = try await startedReader(home)
      try terminal.wait("the sample") { $0.contains("1/26") && !$0.isSynchronized }
      for place in 2...6 {
        let before = terminal.output.count
        try terminal.send("j")
        try terminal.wait("the move") { $0.contains("\(place)/26") && !$0.isSynchronized }
        let updates = Array(terminal.output[before...]).text.components("\u{1B}[?2026l")
        let move = try #require(updates.first).utf8.count
        // The frame and both its marks, in true colour or 256.
        #expect(move < 1300, "move \(place): \(move) bytes")
        try terminal.wait("the story") { _ in
          Array(terminal.output[before...]).text.components("\u{1B}[?2026l").count > 2
            && !terminal.screen.isSynchronized
        }
        let all = terminal.output.count - before
        #expect(all < 5000, "move \(place) with its story: \(all) bytes")
      }
      try terminal.send("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
  }
}
