import IndicText
import TestSupport
import Testing

/// Words and sentences against the Unicode files, as a share: both iterators leave out what the files count (blanks and punctuation
/// between words), and sentences are corrected for newspapers on purpose.
@Suite(
  "Words and sentences and the standard's own tests (UAX #29)",
  .enabled(if: SharedData.url("unicode") != nil, "\(SharedData.missing)"))
struct BreakConformanceTests {
  @Test("words begin and end at the standard's boundaries", arguments: [("15.0", 0.99), ("17.0", 0.99)])
  func words(version: String, floor: Double) throws {
    try check("WordBreakTest", version, floor) { line in
      WordIterator(line.text).allSatisfy { range in
        [range.lowerBound, range.upperBound].allSatisfy { line.isBoundary($0) }
          // Nothing between the word's ends parts it.
          && !line.breaks.contains {
            let index = line.text.utf8.index(line.text.startIndex, offsetBy: $0)
            return index > range.lowerBound && index < range.upperBound
          }
      }
    }
  }

  @Test("sentences end where the standard's do, but for blanks", arguments: [("15.0", 0.99), ("17.0", 0.99)])
  func sentences(version: String, floor: Double) throws {
    try check("SentenceBreakTest", version, floor) { line in
      var expected: [String] = []
      var start = line.text.startIndex
      for offset in line.breaks {
        let end = line.text.utf8.index(line.text.startIndex, offsetBy: offset)
        expected.append(String(line.text[start..<end]).trimmed)
        start = end
      }
      return SentenceIterator.sentences(of: line.text) == expected.filter { !$0.isEmpty }
    }
  }

  private func check(
    _ name: String, _ version: String, _ floor: Double, isRight: (BreakTestLine) -> Bool
  ) throws {
    let lines = BreakTestLine.lines(of: name, version: version)
    try #require(lines.count > 300)
    let right = lines.count(where: isRight)
    print(Share("\(name) \(version)", right: right, of: lines.count))
    #expect(Double(right) >= floor * Double(lines.count))
  }
}

extension BreakTestLine {
  fileprivate func isBoundary(_ index: String.Index) -> Bool {
    let offset = text.utf8.distance(from: text.startIndex, to: index)
    return offset == 0 || breaks.contains(offset)
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
