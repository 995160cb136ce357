import Foundation
import TestSupport
import Testing

/// What one document can cost, whoever wrote it.
///
/// The built program reads it alone, so that the kernel's figure is of this document and no other.
@Suite(
  "Memory under hostile documents", .serialized, .onTerminalThreads,
  .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "there is no /proc"),
  // `.ci/sanitize` sets these.
  .disabled(
    if: ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains { ProcessInfo.processInfo.environment[$0] != nil },
    "a sanitizer takes as much memory as the program"))
nonisolated struct MemoryBoundTests {
  private static let page = "<html><title>बाढ़</title><h1>बाढ़</h1>"
  private static let feed = "<rss version='2.0'><channel><title>गाँव</title>"
  private static let json = #"{"version":"https://jsonfeed.org/version/1.1","title":"गाँव","items":["#

  @Test(
    "eight megabytes of one thing take less than 300 MB",
    arguments: [
      ("p.html", page, "<div>"), ("p.html", page, "<a href=//e.in/>क"), ("p.html", page, "<p a=1 b=2 c=3>"),
      ("p.html", page, "<?>"), ("p.html", page, "<table><td>"), ("p.html", page, "\u{1B}<p>"), ("p.html", page, "क "),
      ("f.xml", feed, "<a>"), ("f.xml", feed, "<item><title>क</title></item>"),
      ("f.xml", feed + "<item><description><![CDATA[", "<p>"), ("f.xml", feed + "<item><description>", "&lt;p&gt;"),
      ("f.json", json, #"{"id":"क"},"#), ("f.json", json, #"[{"a":"#),
    ])
  func bound(name: String, head: String, piece: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/" + name
      try (head + String(repeating: piece, count: (8 << 20) / piece.utf8.count))
        .write(toFile: path, atomically: false, encoding: .utf8)
      let peak = try Self.peakMemory(["parse", "--json", path], home: folder)
      #expect(peak < 300 << 20, "\(peak >> 20) MiB")
      // Less would mean that nothing was read.
      #expect(peak > 10 << 20)
    }
  }

  /// The most memory the program had, in bytes; what it says goes nowhere.
  ///
  /// Looked at while it runs: what the kernel says of a program that has ended begins with what its parent had (getrusage(2)).
  private static func peakMemory(_ arguments: [String], home: String) throws -> Int {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BuiltProduct.path("khabar")))
    process.arguments = arguments
    process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      if let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
      {
        peak = max(peak, (Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0) << 10)
      }
      Thread.sleep(forTimeInterval: 0.002)
    }
    return peak
  }
}
