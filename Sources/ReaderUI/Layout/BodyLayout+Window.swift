extension BodyLayout {
  /// Lays out what is to be seen when `line` is at the top of a pane, with two panes above and below; what keys move by lies within.
  ///
  /// - Parameter line: any number; past the end it is the end.
  /// - Returns: the line's number now.
  mutating func layOut(around line: Int, rowCount: Int) -> Int {
    guard !sections.isEmpty else { return 0 }
    if isComplete { return min(max(0, line), lineCount) }
    let inside = min(max(0, line), lineCount)
    let section = section(atLine: inside)
    let expected = sections[section].lineCount
    var offset = inside - starts[section]
    if !sections[section].isLaidOut {
      layOut(section)
      offset = offset * sections[section].lineCount / max(1, expected)
    }
    let margin = 2 * max(1, rowCount)
    var below = sections[section].lineCount - offset
    var next = section + 1
    while below < rowCount + margin, next < sections.count {
      layOut(next)
      below += sections[next].lineCount
      next += 1
    }
    var above = offset
    var first = section
    while above < margin, first > 0 {
      first -= 1
      layOut(first)
      above += sections[first].lineCount
    }
    recount(from: first)
    return starts[section] + offset
  }

  /// What is laid out at a time while nobody presses a key: some three milliseconds.
  static let sliceUTF8Count = 49_152

  /// Lays out as much of what is missing as holds `utf8Count` bytes, and at least one section.
  ///
  /// - Parameter line: a line that is laid out.
  /// - Returns: its number now.
  mutating func layOutNext(utf8Count: Int, keeping line: Int) -> Int {
    guard !isComplete else { return line }
    let kept = section(atLine: line)
    let offset = line - starts[kept]
    let first = firstPending
    var doneCount = 0
    while doneCount < utf8Count, firstPending < sections.count {
      if !sections[firstPending].isLaidOut {
        layOut(firstPending)
        doneCount += max(1, sections[firstPending].text.utf8.count)
      }
      firstPending += 1
    }
    recount(from: first)
    return starts[kept] + offset
  }

  /// Lays out all that is missing.
  public mutating func layOutAll() {
    _ = layOutNext(utf8Count: Int.max, keeping: 0)
  }

  /// Lays out section number `index`; ``recount(from:)`` must follow.
  mutating func layOut(_ index: Int) {
    sections[index].layOut(wrapper, columns: columns)
  }
}

extension BodyLayout {
  /// A place in the story that holds for any width and however much is laid out.
  enum Place: Hashable, Sendable {
    /// The line that shows this byte of a text.
    case text(index: Int, utf8Offset: Int)
    /// So far down a section, from 0 to 1: for lines that show none of the texts.
    case section(Int, share: Double)

    static let start = Place.section(0, share: 0)

    /// The first line of a block, below its gap.
    static func block(_ index: Int, in layout: BodyLayout) -> Place {
      guard index > 0, let section = layout.sections.first(where: { $0.blockIndex == index && $0.textIndex != nil }),
        let textIndex = section.textIndex
      else { return .start }
      return .text(index: textIndex, utf8Offset: 0)
    }
  }

  func place(atLine line: Int) -> Place {
    guard line > 0, line < lineCount else { return .start }
    if let laidOut = self.line(at: line), let textIndex = laidOut.textIndex {
      return .text(index: textIndex, utf8Offset: laidOut.startUTF8Offset)
    }
    let section = section(atLine: line)
    return .section(section, share: Double(line - starts[section]) / Double(max(1, sections[section].lineCount)))
  }

  /// The line at `place`, whose section is laid out for that.
  mutating func line(at place: Place) -> Int {
    switch place {
    case .section(let index, let share):
      guard sections.indices.contains(index) else { return 0 }
      layOut(index)
      recount(from: index)
      return starts[index] + Int((share * Double(sections[index].lineCount)).rounded())
    case .text(let textIndex, let utf8Offset):
      guard let index = section(ofText: textIndex, utf8Offset: utf8Offset) else { return 0 }
      layOut(index)
      recount(from: index)
      let lines = sections[index].lines
      let offset =
        lines.lastIndex { $0.textIndex == textIndex && $0.startUTF8Offset <= utf8Offset && !$0.isGloss }
        ?? lines.firstIndex { $0.textIndex == textIndex } ?? 0
      return starts[index] + offset
    }
  }

  /// The section, or piece of a text, that shows this byte; nil when there is no such text.
  func section(ofText textIndex: Int, utf8Offset: Int) -> Int? {
    guard sectionOfText.indices.contains(textIndex) else { return nil }
    let first = sectionOfText[textIndex]
    var low = first
    // Texts have one section or, being long, many.
    var high = first + 1
    while high < sections.count, sections[high].textIndex == textIndex {
      high = min(sections.count, high + (high - first))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      let isBelow = sections[middle].textIndex != textIndex || sections[middle].utf8Offset > utf8Offset
      if isBelow { high = middle } else { low = middle }
    }
    return low
  }
}

extension ReaderSettings {
  /// Bytes of a story that are laid out at a time: fewer where each word is also read.
  var sliceUTF8Count: Int {
    script == .interlinear ? BodyLayout.sliceUTF8Count / 4 : BodyLayout.sliceUTF8Count
  }
}
