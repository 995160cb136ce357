public import Screen

/// Which part of the screen each pane has.
///
/// Row 0 is the title bar, row 1 names the panes, the last row is the status line; the rest is theirs.
public struct PaneLayout: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    /// Under 30×10: one sentence.
    case tooSmall
    /// Under 60 columns: one pane at a time.
    case single
    /// List and story side by side until a story is opened, which takes the whole width.
    case split
    /// From 120 columns: list, and at its right highlights over the story, always.
    case panes
    /// From 150 columns: list, story, and a column of highlights and related stories.
    case columns
  }

  public let size: Size
  public let shape: Shape
  /// Contents, without frames. Empty when the pane is not on the screen.
  public private(set) var headlines = Rect.zero
  public private(set) var highlights = Rect.zero
  public private(set) var body = Rect.zero
  /// The related stories beside the text; only in ``Shape/columns``.
  public private(set) var related = Rect.zero
  /// Columns of the lines between panes.
  public private(set) var borderColumns: [Int] = []
  /// The row between the highlights and what is under them; nil when there is none.
  public private(set) var bandRow: Int?

  static let minimum = Size(rows: 10, columns: 30)

  private let settings: PageSettings

  public init(
    size: Size, isStoryOpen: Bool, focus: Pane, highlightLineCount: Int, storyHasHighlights: Bool,
    settings: PageSettings = PageSettings()
  ) {
    self.size = size
    self.settings = settings
    shape = Self.shape(of: size, settings: settings)
    let top = 2
    let rows = size.rows - top - 1
    let page = Rect(row: top, column: 0, rows: rows, columns: size.columns)
    switch shape {
    case .tooSmall:
      break
    case .single:
      switch focus {
      case .headlines: headlines = page
      case .highlights: highlights = page
      case .body: body = page
      }
    case .split where isStoryOpen:
      placeStory(in: page, highlightLineCount: storyHasHighlights ? highlightLineCount : 0)
    case .split, .panes:
      let standard = shape == .split ? min(34, max(26, size.columns * 2 / 5)) : min(46, size.columns / 3)
      let list = settings.listColumns(of: size.columns, standard: standard, story: Self.leastStoryColumns)
      headlines = Rect(row: top, column: 0, rows: rows, columns: list)
      borderColumns = [list]
      let story = Rect(row: top, column: list + 1, rows: rows, columns: size.columns - list - 1)
      placeStory(in: story, highlightLineCount: storyHasHighlights ? highlightLineCount : 0)
    case .columns:
      let side = min(48, size.columns / 4)
      let list = settings.listColumns(
        of: size.columns, standard: min(46, size.columns / 3), story: Self.leastStoryColumns + side)
      headlines = Rect(row: top, column: 0, rows: rows, columns: list)
      borderColumns = [list, size.columns - side - 1]
      body = Rect(row: top, column: list + 1, rows: rows, columns: size.columns - list - side - 2)
      let column = size.columns - side
      let band =
        settings.highlightsHeight == nil
        ? min(max(2, highlightLineCount), rows / 2)
        : settings.highlightRows(lineCount: highlightLineCount, of: rows, standard: rows / 2)
      if storyHasHighlights, band > 0 {
        highlights = Rect(row: top, column: column, rows: band, columns: side)
        bandRow = top + band
        related = Rect(row: top + band + 1, column: column, rows: rows - band - 1, columns: side)
      } else {
        related = Rect(row: top, column: column, rows: rows, columns: side)
      }
    }
  }

  public static func shape(of size: Size, settings: PageSettings = PageSettings()) -> Shape {
    if size.columns < minimum.columns || size.rows < minimum.rows { return .tooSmall }
    // The widest shape that has begun; three columns need room, whatever was asked for.
    if size.columns >= max(settings.columnsFromColumns, leastThreeColumns) { return .columns }
    if size.columns >= max(settings.panesFromColumns, leastTwoColumns) { return .panes }
    return size.columns >= max(settings.splitFromColumns, leastTwoColumns) ? .split : .single
  }

  private static let leastStoryColumns = 24
  private static let leastTwoColumns = 48
  private static let leastThreeColumns = 100

  /// Columns that the highlights pane has in this shape; known before its lines are, which decide its height.
  public static func highlightColumns(size: Size, isStoryOpen: Bool, settings: PageSettings = PageSettings()) -> Int {
    let probe = PaneLayout(
      size: size, isStoryOpen: isStoryOpen, focus: .highlights, highlightLineCount: 1, storyHasHighlights: true,
      settings: settings)
    return probe.highlights.columns
  }

  /// Columns that the story has in this shape, whichever pane has the keys.
  public static func bodyColumns(size: Size, isStoryOpen: Bool, settings: PageSettings = PageSettings()) -> Int {
    PaneLayout(
      size: size, isStoryOpen: isStoryOpen, focus: .body, highlightLineCount: 0, storyHasHighlights: false,
      settings: settings
    ).body.columns
  }

  /// Highlights as a band of at most a third of the height, over the story.
  private mutating func placeStory(in area: Rect, highlightLineCount: Int) {
    let band = settings.highlightRows(
      lineCount: highlightLineCount, of: area.rows, standard: max(2, area.rows / 3))
    guard band > 0 else {
      body = area
      return
    }
    highlights = Rect(row: area.row, column: area.column, rows: band, columns: area.columns)
    bandRow = area.row + band
    body = Rect(
      row: area.row + band + 1, column: area.column, rows: area.rows - band - 1, columns: area.columns)
  }
}

extension PaneLayout {
  /// Columns left and right of a text pane's contents.
  static let paddingColumns = 1

  /// Columns of the story's text in a pane of `paneColumns`: the measure, or what there is.
  public static func textColumns(paneColumns: Int, measureColumns: Int) -> Int {
    max(1, min(measureColumns, paneColumns - 2 * paddingColumns))
  }
}
