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
      zip(scanner.boundaries(atOrAfter: ends), runs).map { ($0, $1.role) }
    }
  }
}

extension ClusterScanner {
  /// For each of the ascending `offsets` the nearest cluster boundary from there on.
  ///
  /// - Complexity: linear in the bytes of the text, however many offsets there are and however long its clusters.
  func boundaries(atOrAfter offsets: [Int]) -> [Int] {
    var known = 0
    return offsets.map { offset in
      if offset > known, isPlainlyBoundary(offset) { known = offset }
      while known < offset { known = clusterEnd(from: known) }
      return known
    }
  }

  /// Whether a look at the two scalars around `offset` is enough to see a boundary there.
  private func isPlainlyBoundary(_ offset: Int) -> Bool {
    if offset == utf8.count { return true }
    let next = scalar(at: offset).value
    let previous = scalarBefore(offset)
    let isNextASCII = next >= 0x20 && next < 0x7F
    if previous >= 0x20, previous < 0x7F {
      return isNextASCII || !ScalarClass(next).isMarkOrJoiner && next != 0x0D && !hasWideExtender(at: offset)
    }
    return isNextASCII && (0x0900...0x097F).contains(previous)
  }
}
