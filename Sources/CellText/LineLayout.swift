/// One paragraph being broken into lines, greedily.
struct LineLayout {
  var columns = 1
  var firstIndent = 0
  var hangingIndent = 0
  /// Columns of what stands under the text before each opportunity; empty when nothing does.
  var glossColumns: [Int] = []

  private let scanner: ClusterScanner
  private let paragraph: StyledText
  private let model: WidthModel
  private let opportunities: [LineBreaker.Opportunity]

  private var result: [TextLine] = []
  /// The bytes that each line shows.
  private(set) var ranges: [Range<Int>] = []
  /// The first of `opportunities` after the line's beginning.
  private var nextOpportunity = 0
  /// The stretch of `paragraph` that holds the line's beginning.
  private var stretch = 0

  init(
    scanner: ClusterScanner, paragraph: StyledText, model: WidthModel, opportunities: [LineBreaker.Opportunity]
  ) {
    self.scanner = scanner
    self.paragraph = paragraph
    self.model = model
    self.opportunities = opportunities
  }

  mutating func lines(atMost maximum: Int) -> [TextLine] {
    var start = skippingBlanks(0)
    while start < scanner.utf8.count, result.count < maximum {
      let indent = result.isEmpty ? firstIndent : hangingIndent
      let room = columns - indent
      if result.count == maximum - 1, let cut = cutLast(from: start, room: room) {
        var runs = self.runs(start..<cut.end)
        if !cut.mark.isEmpty { append(cut.mark, to: &runs) }
        result.append(TextLine(runs: runs, columns: cut.columns, indentColumns: indent))
        ranges.append(start..<cut.end)
        break
      }
      let line = fill(from: start, room: room)
      result.append(TextLine(runs: runs(start..<line.contentEnd), columns: line.columns, indentColumns: indent))
      ranges.append(start..<line.contentEnd)
      start = skippingBlanks(line.end)
    }
    return result
  }
}

/// A line's extent: what it shows, and where the next one begins.
private struct Extent {
  var contentEnd: Int
  var columns: Int
  var end: Int
}

extension LineLayout {
  /// How far back a reluctant opportunity may send a line, in opportunities.
  private static let farthestRetreat = 4
  /// In UTF-8 bytes.
  private static let longestPlainWord = 256

  private mutating func fill(from start: Int, room: Int) -> Extent {
    var taken: Extent?
    var used = 0
    var position = start
    // The last opportunities taken, so that a reluctant one can be given up.
    var history: [(extent: Extent, index: Int, isReluctant: Bool)] = []
    while nextOpportunity < opportunities.count {
      let opportunity = opportunities[nextOpportunity]
      if opportunity.utf8Offset <= position {
        nextOpportunity += 1
        continue
      }
      let contentEnd = trimmed(position..<opportunity.utf8Offset)
      let under = glossed(from: position)
      // What stands under a line's first word goes on under itself where it is wider than the line.
      guard taken == nil || under <= room - used, let text = columns(position..<contentEnd, atMost: room - used)
      else { break }
      let contentColumns = max(text, under)
      let extent = Extent(contentEnd: contentEnd, columns: used + contentColumns, end: opportunity.utf8Offset)
      taken = extent
      used += contentColumns + model.columns(scanner, contentEnd..<opportunity.utf8Offset)
      position = opportunity.utf8Offset
      nextOpportunity += 1
      history.append((extent, nextOpportunity, opportunity.isReluctant))
      if history.count > Self.farthestRetreat { history.removeFirst() }
    }
    guard let taken else { return cutWord(from: start, room: room) }
    guard taken.end < scanner.utf8.count, history.last?.isReluctant == true else { return taken }
    guard let better = history.last(where: { !$0.isReluctant && $0.extent.columns * 2 >= room }) else { return taken }
    nextOpportunity = better.index
    return better.extent
  }

  /// Columns of what stands under the text from `position` to the next opportunity; nothing under the rest of a word that was cut.
  private func glossed(from position: Int) -> Int {
    guard nextOpportunity < glossColumns.count else { return 0 }
    let start = nextOpportunity > 0 ? opportunities[nextOpportunity - 1].utf8Offset : 0
    return skippingBlanks(start) >= position ? glossColumns[nextOpportunity] : 0
  }

  /// nil when `range` takes more columns than `limit`; found out without reading a long word to its end for every line it fills.
  private func columns(_ range: Range<Int>, atMost limit: Int) -> Int? {
    if range.count <= Self.longestPlainWord {
      let columns = model.columns(scanner, range)
      return columns <= limit ? columns : nil
    }
    var used = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let end = scanner.clusterEnd(from: position)
      used += model.clusterColumns(scanner, position..<end)
      guard used <= limit else { return nil }
      position = end
    }
    return used
  }

  /// Fills the line with clusters of a word that is longer than it.
  private func cutWord(from start: Int, room: Int) -> Extent {
    let limit = nextOpportunity < opportunities.count ? opportunities[nextOpportunity].utf8Offset : scanner.utf8.count
    var position = start
    var used = 0
    var best: Extent?
    // Where the next line would begin if this one ended at `position`.
    var nextShown = start
    while position < limit {
      let end = scanner.clusterEnd(from: position)
      let width = model.clusterColumns(scanner, position..<end)
      if used + width > room, position > start { break }
      used += width
      position = end
      // A line had better not start with a danda or a closing quote even here, nor with the digits of a %E0.
      nextShown = max(nextShown, position)
      while nextShown < limit, scanner.isLooseBlank(at: nextShown) { nextShown += 1 }
      if nextShown < limit, !LineBreakTailoring.neverStarts(scanner, nextShown),
        !WebAddresses.isInsideEscape(scanner.utf8, nextShown)
      {
        best = Extent(contentEnd: position, columns: used, end: position)
      }
    }
    var extent = best ?? Extent(contentEnd: position, columns: used, end: position)
    extent.contentEnd = trimmed(start..<extent.end)
    if extent.contentEnd < extent.end { extent.columns = model.columns(scanner, start..<extent.contentEnd) }
    return extent
  }

  /// The last line that is allowed, when the rest does not fit into it.
  private func cutLast(from start: Int, room: Int) -> TextCut? {
    let end = trimmed(start..<scanner.utf8.count)
    let cut = scanner.cut(from: start, limit: end, columns: room, model: model, mark: "…")
    return cut.isWhole ? nil : cut
  }

  private func skippingBlanks(_ offset: Int) -> Int {
    var position = offset
    while position < scanner.utf8.count, scanner.isLooseBlank(at: position) { position += 1 }
    return position
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, scanner.utf8[end - 1] == 0x20 { end -= 1 }
    return end
  }

  private mutating func runs(_ range: Range<Int>) -> [TextRun] {
    var runs: [TextRun] = []
    var start = range.lowerBound
    while stretch < paragraph.stretches.count, paragraph.stretches[stretch].end <= start { stretch += 1 }
    var current = stretch
    while start < range.upperBound, current < paragraph.stretches.count {
      let (stretchEnd, role) = paragraph.stretches[current]
      let end = min(stretchEnd, range.upperBound)
      if end > start {
        let text = String(scanner.text[scanner.index(start)..<scanner.index(end)])
        if runs.last?.role == role {
          runs[runs.count - 1].text += text
        } else {
          runs.append(TextRun(text, role))
        }
      }
      start = max(start, end)
      current += 1
    }
    return runs
  }

  private func append(_ mark: String, to runs: inout [TextRun]) {
    if runs.isEmpty {
      let role = stretch < paragraph.stretches.count ? paragraph.stretches[stretch].role : .page
      runs.append(TextRun(mark, role))
    } else {
      runs[runs.count - 1].text += mark
    }
  }
}
