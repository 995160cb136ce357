import CellText
import IndicText
import Screen

extension BodyLayout {
  /// What a search found: a stretch of one of the story's texts.
  public struct Hit: Hashable, Sendable {
    var textIndex: Int
    var utf8Range: Range<Int>

    /// Where it begins.
    var place: Place { .text(index: textIndex, utf8Offset: utf8Range.lowerBound) }

    /// A stretch of columns on one line.
    public struct Span: Hashable, Sendable {
      public var line: Int
      /// Columns from the line's first run on, the line's indent not counted.
      public var columns: Range<Int>
    }
  }

  /// Where `hit` stands: a span on each of its lines that is laid out.
  public func spans(of hit: Hit) -> [Hit.Span] {
    guard var index = section(ofText: hit.textIndex, utf8Offset: hit.utf8Range.lowerBound) else { return [] }
    var spans: [Hit.Span] = []
    while index < sections.count {
      let section = sections[index]
      for (offset, line) in section.lines.enumerated() where line.textIndex == hit.textIndex {
        guard line.startUTF8Offset < hit.utf8Range.upperBound else { return spans }
        if let columns = columns(of: hit.utf8Range, on: line) {
          spans.append(Hit.Span(line: starts[index] + offset, columns: columns))
        }
      }
      index += 1
      guard index < sections.count, sections[index].textIndex == hit.textIndex else { break }
    }
    return spans
  }

  /// The hits that may be seen on `lineRange`, which must be laid out, out of `hits` in reading order.
  func hits(on lineRange: Range<Int>, of hits: [Hit]) -> Range<Int> {
    let lines = lineRange.compactMap { line(at: $0) }.filter { $0.textIndex != nil }
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    let lower = hits.partitioningIndex { !$0.ends(before: first) }
    let upper = hits.partitioningIndex { $0.begins(after: last) }
    return lower..<max(lower, upper)
  }

  /// The first of `hits` that begins at or below `line`; nil when all begin above.
  func firstHit(from line: Int, of hits: [Hit]) -> Int? {
    // Below a line without text: from the next one with text on.
    var index = line
    while index < lineCount, let candidate = self.line(at: index) {
      if let textIndex = candidate.textIndex {
        let found = hits.partitioningIndex {
          ($0.textIndex, $0.utf8Range.lowerBound) >= (textIndex, candidate.startUTF8Offset)
        }
        return found < hits.count ? found : nil
      }
      index += 1
    }
    return nil
  }

  /// What a terminal opens when line number `index`, which must be laid out, is clicked: columns from the line's first run on.
  func hyperlinks(on index: Int) -> [(columns: Range<Int>, target: Hyperlink)] {
    let section = sections[section(atLine: index)]
    guard section.spans.contains(where: { $0.target != nil }), let line = line(at: index) else { return [] }
    return section.spans.compactMap { span in
      guard let target = span.target else { return nil }
      let range = (section.utf8Offset + span.range.lowerBound)..<(section.utf8Offset + span.range.upperBound)
      return columns(of: range, on: line).map { ($0, target) }
    }
  }

  /// Columns from the line's first run on that show these bytes of its text; nil where none are, and on glosses.
  func columns(of utf8Range: Range<Int>, on line: Line) -> Range<Int>? {
    if line.isGloss { return nil }
    let text = line.text.text
    let lineBytes = line.startUTF8Offset..<(line.startUTF8Offset + text.utf8.count)
    let common = utf8Range.clamped(to: lineBytes)
    guard !common.isEmpty else { return nil }
    let from = text.utf8.index(text.startIndex, offsetBy: common.lowerBound - lineBytes.lowerBound)
    let to = text.utf8.index(text.startIndex, offsetBy: common.upperBound - lineBytes.lowerBound)
    let (first, last) = (common.lowerBound - lineBytes.lowerBound, common.upperBound - lineBytes.lowerBound)
    let before = line.paddings.reduce(0) { $0 + ($1.utf8Offset <= first ? $1.columns : 0) }
    let inside = line.paddings.reduce(0) { $0 + ($1.utf8Offset > first && $1.utf8Offset < last ? $1.columns : 0) }
    let start = wrapper.model.columns(of: text[..<from]) + before
    return start..<(start + wrapper.model.columns(of: text[from..<to]) + inside)
  }
}

extension BodyLayout.Hit {
  fileprivate func ends(before line: BodyLayout.Line) -> Bool {
    (textIndex, utf8Range.upperBound) <= (line.textIndex ?? 0, line.startUTF8Offset)
  }

  fileprivate func begins(after line: BodyLayout.Line) -> Bool {
    (textIndex, utf8Range.lowerBound) >= (line.textIndex ?? 0, line.startUTF8Offset + max(1, line.utf8Count))
  }
}

extension Array {
  /// The first index whose element, and all after it, satisfy `predicate`.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
