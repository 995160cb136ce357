/// The runs of a paragraph as one safe text with the places where the role changes.
struct StyledText {
  let text: String
  /// Role and UTF-8 end of each stretch, ascending, ends at cluster boundaries.
  let stretches: [(end: Int, role: StyleRole)]

  init(_ runs: [TextRun]) {
    if let only = runs.first, runs.count == 1 {
      text = DisplayText.safe(only.text)
      stretches = [(text.utf8.count, only.role)]
      return
    }
    var joined = ""
    var ends: [Int] = []
    for run in runs {
      joined += run.text
      ends.append(joined.utf8.count)
    }
    if !DisplayText.isSafe(joined) { joined = DisplayText.safe(joined, tracking: &ends) }
    text = joined
    stretches = ClusterScanner.scanning(joined) { scanner in
      zip(ends, runs).map { (scanner.boundary(atOrAfter: $0), $1.role) }
    }
  }
}

extension ClusterScanner {
  /// The nearest cluster boundary from `offset` on.
  func boundary(atOrAfter offset: Int) -> Int {
    if isBoundary(offset) { return offset }
    // Rounding an index down is what String does by itself; from there one cluster on.
    let start = text[..<index(offset)].endIndex
    let inside = text.rangeOfCluster(around: start)
    return text.utf8.distance(from: text.utf8.startIndex, to: inside.upperBound)
  }
}

extension String {
  func rangeOfCluster(around position: Index) -> Range<Index> {
    let start = index(before: index(after: position))
    return start..<index(after: start)
  }
}
