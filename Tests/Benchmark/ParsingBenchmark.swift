import Foundation
import NewsParsing

/// How fast feeds are parsed; each path is a corpus: a file, or a folder of `.xml` and `.json`.
enum ParsingBenchmark {
  /// Time on a core; what other programs take does not count.
  private static func coreSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func files(_ path: String) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
    return names.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
  }

  static func measure(_ path: String) {
    let documents = files(path).compactMap { try? [UInt8](Data(contentsOf: URL(fileURLWithPath: $0))) }
    let byteCount = documents.reduce(0) { $0 + $1.count }
    var seconds: [Double] = []
    var itemCount = 0
    var noteCount = 0
    for _ in 0..<5 {
      itemCount = 0
      noteCount = 0
      let start = coreSeconds()
      for document in documents {
        guard let feed = try? FeedParser.parse(document, contentType: nil, baseURL: "https://e.example/feed.xml")
        else { continue }
        itemCount += feed.items.count
        noteCount += feed.notes.count
      }
      seconds.append(coreSeconds() - start)
    }
    let median = seconds.sorted()[seconds.count / 2]
    let rate = Double(byteCount) / 1_000_000 / median
    let spread = seconds.map { String(format: "%.0f", Double(byteCount) / 1_000_000 / $0) }.joined(separator: " ")
    print(
      String(
        format: "%@: %d files, %.1f MB, %d items, %d notes: %.0f MB/s (%@)", path, documents.count,
        Double(byteCount) / 1_000_000, itemCount, noteCount, rate, spread))
  }
}
