public import CellText
public import NewsModel

/// A headline as list lines: the title on at most two lines, then section, source, age and marks.
public struct HeadlineRow: Hashable, Sendable {
  public private(set) var lines: [TextLine]
  /// Star and number of related stories, at the right edge of the last line.
  public private(set) var marks: [TextRun]

  /// Columns left of the text: the bar, the unread mark and a blank.
  public static let gutterColumns = 3

  /// - Parameter hit: what a search found in the story: marked in the headline, and a passage of it under the headline.
  public init(
    _ headline: Headline, hit: SearchHit? = nil, columns: Int, isSelected: Bool, now: Timestamp,
    settings: ReaderSettings
  ) {
    let textColumns = max(1, columns - Self.gutterColumns - 1)
    let wrapper = TextWrapper(model: settings.widthModel, language: headline.language)
    let role: StyleRole =
      switch (isSelected, headline.isRead) {
      case (true, true): .headlineSelected
      case (true, false): .headlineSelectedUnread
      case (false, true): .headline
      case (false, false): .headlineUnread
      }
    let title = settings.shownRuns(
      headline.title, hits: hit?.titleHits ?? [], language: headline.language, role, hitRole: .hit)
    lines = wrapper.lines(title, columns: textColumns, maxLines: 2)
    if lines.isEmpty { lines = [.empty] }
    if let passage = hit?.passage {
      let role: StyleRole = isSelected ? .passageSelected : .passage
      var runs = settings.shownRuns(
        passage.text, hits: passage.hits, language: headline.language, role, hitRole: .hit)
      if passage.isCutAtStart { runs.insert(TextRun("… ", role), at: 0) }
      if passage.isCutAtEnd { runs.append(TextRun(" …", role)) }
      lines += wrapper.lines(runs, columns: textColumns, maxLines: 2)
    }
    marks = []
    if headline.isStarred { marks.append(TextRun("★", isSelected ? .starSelected : .star)) }
    if headline.relatedCount > 0 {
      let count = settings.dates.number(headline.relatedCount)
      marks.append(TextRun((marks.isEmpty ? "" : "  ") + "↗" + count, isSelected ? .sourceSelected : .source))
    }
    lines.append(Self.facts(headline, isSelected: isSelected, columns: textColumns, marks: marks, now: now, settings))
  }

  private static func facts(
    _ headline: Headline, isSelected: Bool, columns: Int, marks: [TextRun], now: Timestamp, _ settings: ReaderSettings
  ) -> TextLine {
    let model = settings.widthModel
    let marksColumns = marks.reduce(0) { $0 + model.columns(of: $1.text) }
    var room = columns - (marksColumns == 0 ? 0 : marksColumns + 1)
    var runs: [TextRun] = []
    let quiet: StyleRole = isSelected ? .sourceSelected : .source
    let age = settings.dates.age(of: headline.date, now: now)
    let parts: [(String, StyleRole)] = [
      (headline.paperCount > 1 ? settings.phrases.papers(headline.paperCount, settings.dates) : "", quiet),
      (headline.isMuted ? settings.phrases(.mutedStory) : "", quiet),
      (settings.shown(headline.section ?? ""), isSelected ? .sectionSelected : .section),
      (settings.shown(headline.source), quiet), (age, quiet),
    ]
    for (text, role) in parts where !text.isEmpty && room > 0 {
      let piece = DisplayText.safe(text).truncated(
        toColumns: runs.isEmpty ? room : max(0, room - 3), model: model)
      if piece.isEmpty { break }
      if !runs.isEmpty { runs.append(TextRun(" · ", quiet)) }
      runs.append(TextRun(piece, role))
      room -= model.columns(of: piece) + (runs.count > 1 ? 3 : 0)
    }
    return TextLine(runs: runs, columns: runs.reduce(0) { $0 + model.columns(of: $1.text) })
  }
}
