import NewsModel
public import CellText

/// One numbered story at the end of a body or in the side column: "1 ◌ कारोबार  शीर्षक …  2025".
public struct LinkRow: Hashable, Sendable {
  public private(set) var lines: [TextLine]

  /// - Parameter number: from 1; only 1 to 9 are shown, because only those can be typed.
  public init(_ link: StoryLink, number: Int, columns: Int, settings: ReaderSettings) {
    // A wrapper drops blanks at a line's beginning, but not these.
    let digit = number <= 9 ? settings.dates.number(number) : "\u{A0}"
    var runs = [TextRun(digit, .linkNumber), TextRun(link.isGhost ? " ◌ " : "   ", .ghost)]
    if let section = link.section, !section.isEmpty {
      runs.append(TextRun(settings.shown(section).replacing(" ", with: "\u{A0}"), .section))
      runs.append(TextRun("  ", .section))
    }
    runs.append(TextRun(settings.shown(link.title), link.isGhost ? .ghost : .link))
    if let date = link.date { runs.append(TextRun("\u{A0}\u{A0}" + settings.dates.number(date.civil.year), .source)) }
    let wrapper = TextWrapper(model: settings.widthModel, language: settings.language.rawValue)
    let indent = min(4, columns / 3)
    lines = wrapper.lines(runs, columns: columns, hangingIndent: indent)
    if let reason = settings.reason(of: link) {
      lines += wrapper.lines(
        [TextRun(reason, .reason)], columns: columns, firstIndent: indent, hangingIndent: indent, maxLines: 2)
    }
  }
}
