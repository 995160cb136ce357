/// A laid-out line with what stands under its words, as in an interlinear text: each gloss begins under its word.
public struct GlossedLine: Hashable, Sendable {
  /// Blanks after a word that is narrower than what stands under it.
  public struct Padding: Hashable, Sendable {
    /// Where the word ends, in UTF-8 bytes of the line's text.
    public var utf8Offset: Int
    public var columns: Int
  }

  /// As it would be without anything under it.
  public var text: TextLine
  /// The same with its paddings.
  public var spaced: TextLine
  public var paddings: [Padding]
  /// What stands under the line: none where no word has a gloss, several where one is wider than a whole line.
  public var glosses: [TextLine]
}

extension TextWrapper {
  /// Breaks `runs`, one paragraph, into lines that have glosses under their words.
  ///
  /// A word takes the columns of the wider of the two, so neither line is wider than `columns`. A word that is cut because it is longer
  /// than a line has all of its gloss under its first part.
  ///
  /// - Parameter role: of the glosses.
  /// - Parameter gloss: what stands under a piece of text in which no line may end; nil for nothing.
  /// - Complexity: linear in the bytes of the text, besides `gloss`.
  public func glossedLines(
    _ runs: [TextRun], columns: Int, firstIndent: Int = 0, hangingIndent: Int = 0, role: StyleRole,
    gloss: (String) -> String?
  ) -> [GlossedLine] {
    let paragraph = StyledText(runs)
    return ClusterScanner.scanning(paragraph.text) { scanner in
      let opportunities = breaker.opportunities(scanner)
      let words = GlossedWord.words(scanner, opportunities, model: model, gloss: gloss)
      var layout = LineLayout(
        scanner: scanner, paragraph: paragraph, model: model, opportunities: opportunities)
      layout.columns = max(1, columns)
      layout.firstIndent = min(max(0, firstIndent), layout.columns - 1)
      layout.hangingIndent = min(max(0, hangingIndent), layout.columns - 1)
      layout.glossColumns = words.map(\.glossColumns)
      let lines = layout.lines(atMost: Int.max)
      var next = 0
      return zip(lines, layout.ranges).map { line, range in
        var line = line
        line.columns = model.columns(scanner, range)
        while next < words.count, words[next].end <= range.lowerBound { next += 1 }
        var spacing = Spacing(line: line, start: range.lowerBound)
        var index = next
        while index < words.count, words[index].start < range.upperBound {
          let word = words[index]
          let start = max(word.start, range.lowerBound)
          let contentEnd = min(word.contentEnd, range.upperBound)
          let isLast = contentEnd >= range.upperBound
          spacing.add(
            word.start >= range.lowerBound ? word : nil, columns: model.columns(scanner, start..<contentEnd),
            blanks: model.columns(scanner, contentEnd..<max(contentEnd, min(word.end, range.upperBound))),
            contentEnd: contentEnd, isLast: isLast)
          index += 1
        }
        return spacing.glossed(room: layout.columns - line.indentColumns, role: role, self)
      }
    }
  }
}

/// A piece of text in which no line may end, with what stands under it.
private struct GlossedWord {
  var start: Int
  /// Without the blanks after it.
  var contentEnd: Int
  var end: Int
  /// Empty for nothing.
  var gloss: String
  var glossColumns: Int

  static func words(
    _ scanner: ClusterScanner, _ opportunities: [LineBreaker.Opportunity], model: WidthModel,
    gloss: (String) -> String?
  ) -> [GlossedWord] {
    var start = 0
    return opportunities.map { opportunity in
      let end = opportunity.utf8Offset
      while start < end, scanner.isLooseBlank(at: start) { start += 1 }
      var contentEnd = end
      while contentEnd > start, scanner.utf8[contentEnd - 1] == 0x20 { contentEnd -= 1 }
      let content = String(scanner.text[scanner.index(start)..<scanner.index(contentEnd)])
      let under = gloss(content).map(DisplayText.safe) ?? ""
      defer { start = end }
      return GlossedWord(
        start: start, contentEnd: contentEnd, end: end, gloss: under,
        glossColumns: under.isEmpty ? 0 : model.columns(of: under))
    }
  }
}

/// One line being set with its glosses.
private struct Spacing {
  let line: TextLine
  /// Where the line begins in its paragraph.
  let start: Int
  private var column = 0
  private var paddings: [GlossedLine.Padding] = []
  private var glosses: [(column: Int, text: String, columns: Int)] = []

  init(line: TextLine, start: Int) {
    self.line = line
    self.start = start
  }

  /// - Parameter word: nil for the rest of a word that began on a line before.
  mutating func add(_ word: GlossedWord?, columns: Int, blanks: Int, contentEnd: Int, isLast: Bool) {
    var used = columns
    if let word, !word.gloss.isEmpty {
      glosses.append((column, word.gloss, word.glossColumns))
      used = max(columns, word.glossColumns)
    }
    if used > columns, !isLast {
      paddings.append(GlossedLine.Padding(utf8Offset: contentEnd - start, columns: used - columns))
    }
    column += used + blanks
  }

  func glossed(room: Int, role: StyleRole, _ wrapper: TextWrapper) -> GlossedLine {
    GlossedLine(text: line, spaced: spaced, paddings: paddings, glosses: under(room: room, role, wrapper))
  }

  private func under(room: Int, _ role: StyleRole, _ wrapper: TextWrapper) -> [TextLine] {
    guard let first = glosses.first else { return [] }
    if glosses.count == 1, first.column + first.columns > room {
      return wrapper.lines([TextRun(first.text, role)], columns: room).map { gloss in
        TextLine(runs: gloss.runs, columns: gloss.columns, indentColumns: line.indentColumns)
      }
    }
    var text = ""
    var end = first.column
    for gloss in glosses {
      text += String(repeating: " ", count: max(0, gloss.column - end)) + gloss.text
      end = gloss.column + gloss.columns
    }
    return [
      TextLine(
        runs: [TextRun(text, role)], columns: end - first.column, indentColumns: line.indentColumns + first.column)
    ]
  }

  /// The line's runs, cut where blanks come in between.
  private var spaced: TextLine {
    if paddings.isEmpty { return line }
    var result = TextLine(runs: [], columns: line.columns, indentColumns: line.indentColumns)
    var rest = paddings[...]
    var offset = 0
    for run in line.runs {
      var text = run.text[...]
      while let padding = rest.first, padding.utf8Offset <= offset + text.utf8.count {
        let cut = text.utf8.index(text.startIndex, offsetBy: padding.utf8Offset - offset)
        if cut > text.startIndex { result.runs.append(TextRun(String(text[..<cut]), run.role)) }
        result.runs.append(TextRun(String(repeating: " ", count: padding.columns), .page))
        result.columns += padding.columns
        offset = padding.utf8Offset
        text = text[cut...]
        rest = rest.dropFirst()
      }
      if !text.isEmpty { result.runs.append(TextRun(String(text), run.role)) }
      offset += text.utf8.count
    }
    return result
  }
}
