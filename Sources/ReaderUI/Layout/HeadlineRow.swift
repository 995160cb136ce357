public import CellText
public import NewsModel

/// A headline as list lines: the title on at most two lines, then section, source, age and marks, or as ``ListFormat`` says.
public struct HeadlineRow: Hashable, Sendable {
  public private(set) var lines: [TextLine]
  /// Star and number of related stories, at the right edge of the last line.
  public private(set) var marks: [TextRun]

  /// Columns left of the text: the bar, the unread mark and a blank.
  public static let gutterColumns = 3

  /// The row as it looks when it is not selected.
  ///
  /// - Parameter hit: what a search found in the story: marked in the headline, and a passage of it under the headline.
  public init(_ headline: Headline, hit: SearchHit? = nil, columns: Int, now: Timestamp, settings: ReaderSettings) {
    let textColumns = max(1, columns - Self.gutterColumns - 1)
    marks = Self.marks(headline, settings)
    let marksColumns = marks.reduce(0) { $0 + settings.widthModel.columns(of: $1.text) }
    // What a search found in a story needs lines of its own.
    let isOneLine = settings.list.rows == 1 && hit?.passage == nil
    let facts = Self.facts(
      headline, columns: isOneLine ? textColumns / 3 : textColumns, marksColumns: marksColumns, now: now, settings)
    let wrapper = TextWrapper(model: settings.widthModel, language: headline.language)
    let role: StyleRole = headline.isRead ? .headline : .headlineUnread
    let title = settings.shownRuns(
      headline.title, hits: hit?.titleHits ?? [], language: headline.language, role, hitRole: .hit)
    var titleColumns = textColumns
    if isOneLine {
      if !facts.runs.isEmpty { marks = facts.runs + (marks.isEmpty ? [] : [TextRun("  ", marks[0].role)]) + marks }
      let taken = marks.reduce(0) { $0 + settings.widthModel.columns(of: $1.text) }
      titleColumns = max(1, textColumns - (taken == 0 ? 0 : taken + 1))
    }
    lines = wrapper.lines(title, columns: titleColumns, maxLines: settings.list.rows < 3 ? 1 : 2)
    if lines.isEmpty { lines = [.empty] }
    if let passage = hit?.passage {
      var runs = settings.shownRuns(
        passage.text, hits: passage.hits, language: headline.language, .passage, hitRole: .hit)
      if passage.isCutAtStart { runs.insert(TextRun("… ", .passage), at: 0) }
      if passage.isCutAtEnd { runs.append(TextRun(" …", .passage)) }
      lines += wrapper.lines(runs, columns: textColumns, maxLines: 2)
    }
    if !isOneLine, !facts.runs.isEmpty || !marks.isEmpty { lines.append(facts) }
  }

  /// The row as it looks when it is selected: the same text in other looks.
  var selected: HeadlineRow {
    var row = self
    for line in row.lines.indices {
      for run in row.lines[line].runs.indices {
        row.lines[line].runs[run].role = lines[line].runs[run].role.onSelection
      }
    }
    for mark in row.marks.indices { row.marks[mark].role = marks[mark].role.onSelection }
    return row
  }

  /// What stands at the right edge.
  private static func marks(_ headline: Headline, _ settings: ReaderSettings) -> [TextRun] {
    var marks: [TextRun] = []
    for fact in settings.list.facts {
      switch fact {
      case .star where headline.isStarred:
        marks.append(TextRun((marks.isEmpty ? "" : "  ") + "★", .star))
      case .related where headline.relatedCount > 0:
        let count = settings.dates.number(headline.relatedCount)
        marks.append(TextRun((marks.isEmpty ? "" : "  ") + "↗" + count, .source))
      default: break
      }
    }
    return marks
  }

  private static func facts(
    _ headline: Headline, columns: Int, marksColumns: Int, now: Timestamp, _ settings: ReaderSettings
  ) -> TextLine {
    let model = settings.widthModel
    var room = columns - (marksColumns == 0 ? 0 : marksColumns + 1)
    var runs: [TextRun] = []
    // That a row stands for several papers, or is hidden elsewhere, is said whatever else is.
    var parts: [(String, StyleRole)] = [
      (headline.paperCount > 1 ? settings.phrases.papers(headline.paperCount, settings.dates) : "", .source),
      (headline.isMuted ? settings.phrases(.mutedStory) : "", .source),
    ]
    for fact in settings.list.facts {
      switch fact {
      case .section: parts.append((settings.shown(headline.section ?? ""), .section))
      case .source: parts.append((settings.shown(headline.source), .source))
      case .age: parts.append((settings.age(of: headline.date, now: now), .source))
      case .star, .related: break
      }
    }
    for (text, role) in parts where !text.isEmpty && room > 0 {
      let piece = DisplayText.safe(text).truncated(
        toColumns: runs.isEmpty ? room : max(0, room - 3), model: model)
      if piece.isEmpty { break }
      if !runs.isEmpty { runs.append(TextRun(" · ", .source)) }
      runs.append(TextRun(piece, role))
      room -= model.columns(of: piece) + (runs.count > 1 ? 3 : 0)
    }
    return TextLine(runs: runs, columns: runs.reduce(0) { $0 + model.columns(of: $1.text) })
  }
}

extension StyleRole {
  /// How a part of a row looks on the selected row's ground.
  fileprivate var onSelection: StyleRole {
    switch self {
    case .headline: .headlineSelected
    case .headlineUnread: .headlineSelectedUnread
    case .section: .sectionSelected
    case .source: .sourceSelected
    case .star: .starSelected
    case .passage: .passageSelected
    default: self
    }
  }
}
