/// Lays text out in lines of a number of columns.
///
/// The text is made safe first (``DisplayText``). Lines end where ``LineBreaker`` lets them; a word longer than the line is cut between
/// clusters, never inside one, and a cluster wider than the line gets a line of its own, to be clipped when drawn.
public struct TextWrapper: Hashable, Sendable {
  /// Decides how many columns a cluster takes; the same model must draw the lines.
  public let model: WidthModel
  let breaker: LineBreaker

  /// - Parameter language: BCP 47 language of the text, for the break opportunities.
  public init(model: WidthModel, language: String = "hi") {
    self.model = model
    breaker = LineBreaker(language: language)
  }

  /// Breaks `runs`, one paragraph, into lines.
  ///
  /// Blanks at line ends are dropped, and nothing else. Where a role changes inside a cluster, the whole cluster has the role it began with.
  ///
  /// - Parameter columns: columns of a whole line, indent included; less than 1 counts as 1.
  /// - Parameter firstIndent: empty columns before the first line. An indent always leaves one column for text.
  /// - Parameter hangingIndent: empty columns before the other lines.
  /// - Parameter maxLines: nil for all; otherwise the last line ends with "…" when there is more text.
  /// - Returns: no lines when there is nothing to show.
  /// - Complexity: linear in the bytes of the text.
  public func lines(
    _ runs: [TextRun], columns: Int, firstIndent: Int = 0, hangingIndent: Int = 0, maxLines: Int? = nil
  ) -> [TextLine] {
    let paragraph = StyledText(runs)
    return ClusterScanner.scanning(paragraph.text) { scanner in
      var layout = LineLayout(
        scanner: scanner, paragraph: paragraph, model: model, opportunities: breaker.opportunities(scanner))
      layout.columns = max(1, columns)
      layout.firstIndent = min(max(0, firstIndent), layout.columns - 1)
      layout.hangingIndent = min(max(0, hangingIndent), layout.columns - 1)
      return layout.lines(atMost: maxLines ?? Int.max)
    }
  }
}
