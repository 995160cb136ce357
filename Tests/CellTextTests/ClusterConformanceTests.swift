import TestSupport
import Testing

@testable import CellText

/// What the program cuts text by against `GraphemeBreakTest.txt`.
@Suite(
  "Clusters and the standard's own test (UAX #29)",
  .enabled(if: SharedData.url("unicode") != nil, "\(SharedData.missing)"))
struct ClusterConformanceTests {
  /// Swift's tables are of Unicode 15 with the conjuncts of 15.1; what fails are conjuncts of Myanmar, Balinese and Khmer.
  @Test("every line with Devanagari is right, and nearly all others", arguments: [("15.0", 0.99), ("17.0", 0.98)])
  func file(version: String, floor: Double) throws {
    let lines = BreakTestLine.lines(of: "GraphemeBreakTest", version: version)
    try #require(lines.count > 300)
    #expect(lines.contains { $0.isDevanagari })
    let wrong = lines.filter { $0.text.clusterEnds != $0.breaks }
    print(Share("GraphemeBreakTest \(version)", right: lines.count - wrong.count, of: lines.count))
    #expect(Double(lines.count - wrong.count) >= floor * Double(lines.count))
    for line in wrong where line.isDevanagari { Issue.record("line \(line.number): \(line.codePoints)") }
  }

  @Test(
    "the scanner, the walk over clusters and Swift's Character agree on every line of every file",
    arguments: ["GraphemeBreakTest", "LineBreakTest", "WordBreakTest", "SentenceBreakTest"])
  func characters(name: String) throws {
    let lines = ["15.0", "17.0"].flatMap { BreakTestLine.lines(of: name, version: $0) }
    try #require(lines.count > 600)
    for line in lines {
      #expect(line.text.clusterEnds == line.text.characterEnds, "\(line.codePoints)")
      var walked: [String] = []
      WidthModel.clusters.forEachCluster(in: line.text) { cluster, _ in
        walked.append(cluster)
        return true
      }
      #expect(walked == line.text.map { String($0) }, "\(line.codePoints)")
    }
  }
}

extension String {
  /// Ends of clusters as ``ClusterScanner`` finds them, in UTF-8 bytes.
  var clusterEnds: [Int] {
    ClusterScanner.scanning(self) { scanner in
      var ends: [Int] = []
      var position = 0
      while position < scanner.utf8.count {
        position = scanner.clusterEnd(from: position)
        ends.append(position)
      }
      return ends
    }
  }

  /// Ends of Swift's `Character`s, in UTF-8 bytes.
  var characterEnds: [Int] {
    var end = 0
    return map {
      end += $0.utf8.count
      return end
    }
  }
}
