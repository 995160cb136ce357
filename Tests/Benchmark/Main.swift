import Dispatch

/// Measures what happens inside khabar. Nobody but its makers needs it, and it is not shipped.
@main
struct Main {
  static let usage = """
    usage: khabar-bench parse FOLDER-OR-FILE …     feeds, MB/s
           khabar-bench bodies [COUNT]             bodies of feeds, MB/s
           khabar-bench pages LIST OUTPUT          saved pages; LIST has a name and a file a line, OUTPUT gets their texts
           khabar-bench layout [wrapping]          wrapping, and a story of 2 MB
           khabar-bench search STORE [COUNT]       search as one types, then related stories
           khabar-bench related STORE [COUNT]      related stories alone
           khabar-bench work list | NAME TIMES     one piece of work, for those who count instructions (`.ci/count`)
    Build it with: swift build -c release --product khabar-bench
    """

  /// Waits on the main thread, and does not give it away: valgrind loses a program whose main thread has ended.
  static func main() {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do { try await run() } catch { fatalError("\(error)") }
      done.signal()
    }
    done.wait()
  }

  private static func run() async throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.count) {
    case ("parse", 2...): for path in words.dropFirst() { ParsingBenchmark.measure(path) }
    case ("bodies", 1...2): BodyBenchmark.bodies(count: words.dropFirst().first.flatMap { Int($0) } ?? 10_000)
    case ("pages", 3): try BodyBenchmark.pages(list: words[1], output: words[2])
    case ("layout", 1...2): try await LayoutBenchmark.run(onlyWrapping: words.last == "wrapping")
    case ("search", 2...3), ("related", 2...3):
      try await SearchBenchmark.run(
        store: words[1], count: words.dropFirst(2).first.flatMap { Int($0) } ?? 200, isTyping: words[0] == "search")
    case ("work", 2) where words[1] == "list": for piece in PieceOfWork.all { print(piece.name) }
    case ("work", 3):
      guard let piece = PieceOfWork.all.first(where: { $0.name == words[1] }), let times = Int(words[2]) else {
        fallthrough
      }
      let work = try await piece.prepared()
      for _ in 0..<times { try await work() }
    default: print(usage)
    }
  }
}
