import Foundation
import TestSupport
import Testing

/// What one document can cost, whoever wrote it.
///
/// The built program reads it alone, so that the kernel's figure is of this document and no other. Off the main thread, which waits for no program.
@Suite("Memory under hostile documents", .serialized, .onTerminalThreads)
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
  private static func peakMemory(_ arguments: [String], home: String) throws -> Int {
    let program = try #require(BuiltProduct.path("khabar"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
    let words = strings([program] + arguments)
    let environment = strings(["HOME=" + home, "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"])
    defer { for word in words + environment { free(word) } }
    var process = pid_t()
    try #require(posix_spawn(&process, program, &actions, nil, words, environment) == 0)
    var usage = rusage()
    while wait4(process, nil, 0, &usage) < 0 { try #require(errno == EINTR) }
    #if os(Linux)
      return usage.ru_maxrss << 10
    #else
      return usage.ru_maxrss
    #endif
  }
}
