import CellText
import Foundation
import Screen
import TestSupport
import Testing

@Suite("Marks, notes and corrections as built, in a terminal", .serialized, .onTerminalThreads)
struct MarksInTerminalTests {
  @Test("a sentence is marked with a note, a corrected page keeps it and says what changed, and all of it is exported")
  func walk() async throws {
    try await withTemporaryFolder { home in
      let page = home + "/बस.txt"
      try ReaderInTerminalTests.page.write(toFile: page, atomically: true, encoding: .utf8)
      let terminal = try await startedReader(home, [page])
      try terminal.wait("the first screen") { $0.isAlternate && $0.contains("1/1") && !$0.isSynchronized }
      try terminal.send("\r")
      try terminal.wait("the story") { $0.contains("1 ◌ भारत  घाटी के स्कूल") }
      try terminal.send("))")
      try terminal.wait("the keys for a sentence") { $0.row(23).contains("x चिह्न") }
      try terminal.send("e")
      try terminal.wait("the line for a note") { $0.row(23).contains("इस वाक्य पर टिप्पणी:") }
      try terminal.send("चालक का नाम?\r")
      try terminal.wait("the mark") { $0.contains("✎") && $0.row(23).contains("टिप्पणी रखी गई") }
      try terminal.send("E")
      try terminal.wait("the page of marks") { $0.contains("चिह्न और टिप्पणियाँ") && $0.contains("✎ चालक का नाम?") }
      try terminal.send("\u{1B}q")
      #expect(try terminal.waitForEnd() == .exited(0))

      // The paper corrects the page: a later date, another hour, the marked sentence as it was.
      let corrected = ReaderInTerminalTests.page.replacing("16:40 IST", with: "18:10 IST")
        .replacing("दोपहर बारह बजे", with: "दोपहर एक बजे")
      try corrected.write(toFile: page, atomically: true, encoding: .utf8)
      let second = try await startedReader(home, [page])
      try second.wait("the story, corrected") { $0.contains("संशोधित") && $0.contains("✎") && !$0.isSynchronized }
      try second.send("H")
      try second.wait("what changed") { $0.contains("− दोपहर बारह बजे") && $0.contains("+ दोपहर एक बजे") }
      try second.send("\u{1B}q")
      #expect(try second.waitForEnd() == .exited(0))

      func run(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(BuiltProduct.path("khabar")))
        process.arguments = arguments
        process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        try Data().write(to: URL(fileURLWithPath: home + "/out"))
        process.standardOutput = FileHandle(forWritingAtPath: home + "/out")
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOfFile: home + "/out", encoding: .utf8)
      }
      #expect(try run("export", "--notes").contains("> बुज़ुर्गों ने नारियल फोड़ा और चालक को मिठाई खिलाई।\n\nचालक का नाम?\n"))
      let id = String(try run("list", "--query", "is:marked").prefix(10))
      let history = try run("show", id, "--history")
      #expect(history.contains("  − दोपहर [-बारह-] बजे") && history.contains("  + दोपहर {+एक+} बजे"))
      let feed =
        try JSONSerialization.jsonObject(with: Data(try run("show", id, "--history", "--json").utf8)) as? [String: Any]
      let khabar = try #require((feed?["items"] as? [[String: Any]])?.first?["_khabar"] as? [String: Any])
      #expect((khabar["marks"] as? [[String: Any]])?.first?["note"] as? String == "चालक का नाम?")
      #expect((khabar["history"] as? [[String: Any]])?.count == 1 && khabar["corrected"] is String)
    }
  }
}
