public import Screen

/// Which part of the screen each pane has.
///
/// Row 0 is the title bar, row 1 names the panes, the last row is the status line; the rest is theirs. A linear page has neither title nor
/// names, and from three rows on a status line.
public struct PaneLayout: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    /// Under 30×10, or where it is asked for: one thing at a time, for braille displays and the narrowest screens.
    case linear
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
  private let settings: PageSettings
  private let split: PaneSplit

  static let minimum = Size(rows: 10, columns: 30)

  /// - Parameter split: where edges were drawn; stands before what the settings say of them.
  public init(
    size: Size, isStoryOpen: Bool, focus: Pane, highlightLineCount: Int, storyHasHighlights: Bool,
    settings: PageSettings = PageSettings(), split: PaneSplit = PaneSplit()
  ) {
    self.size = size
    self.settings = settings
    self.split = split
    shape = Self.shape(of: size, settings: settings)
    let top = 2
    let rows = size.rows - top - 1
    let page = Rect(row: top, column: 0, rows: rows, columns: size.columns)
    switch shape {
    case .linear, .single:
      let whole = shape == .single ? page : Self.linearPage(of: size)
      switch focus {
      case .headlines: headlines = whole
      case .highlights: highlights = whole
      case .body: body = whole
      }
    case .split where isStoryOpen:
      placeStory(in: page, highlightLineCount: storyHasHighlights ? highlightLineCount : 0)
    case .split, .panes:
      let standard = shape == .split ? min(34, max(26, size.columns * 2 / 5)) : min(46, size.columns / 3)
      let list = listColumns(standard: standard, others: Self.leastStoryColumns + 1)
      headlines = Rect(row: top, column: 0, rows: rows, columns: list)
      borderColumns = [list]
      let story = Rect(row: top, column: list + 1, rows: rows, columns: size.columns - list - 1)
      placeStory(in: story, highlightLineCount: storyHasHighlights ? highlightLineCount : 0)
    case .columns:
      let side = PaneSplit.cells(
        split.side, of: size.columns, least: PageSettings.leastListColumns,
        others: PageSettings.leastListColumns + Self.leastStoryColumns + 2, standard: min(48, size.columns / 4))
      let list = listColumns(standard: min(46, size.columns / 3), others: Self.leastStoryColumns + side + 2)
      headlines = Rect(row: top, column: 0, rows: rows, columns: list)
      borderColumns = [list, size.columns - side - 1]
      body = Rect(row: top, column: list + 1, rows: rows, columns: size.columns - list - side - 2)
      let column = size.columns - side
      let band = storyHasHighlights ? bandRows(of: rows, lineCount: highlightLineCount, standard: rows / 2) : 0
      if band > 0 {
        highlights = Rect(row: top, column: column, rows: band, columns: side)
        bandRow = top + band
        related = Rect(row: top + band + 1, column: column, rows: rows - band - 1, columns: side)
      } else {
        related = Rect(row: top, column: column, rows: rows, columns: side)
      }
    }
  }

  public static func shape(of size: Size, settings: PageSettings = PageSettings()) -> Shape {
    if settings.arrangement == .linear || size.columns < minimum.columns || size.rows < minimum.rows { return .linear }
    // The widest shape that has begun; three columns need room, whatever was asked for.
    if size.columns >= max(settings.columnsFromColumns, leastThreeColumns) { return .columns }
    if size.columns >= max(settings.panesFromColumns, leastTwoColumns) { return .panes }
    return size.columns >= max(settings.splitFromColumns, leastTwoColumns) ? .split : .single
  }

  private static let leastTwoColumns = 48
  private static let leastThreeColumns = 100

  /// Columns that the highlights pane has in this shape; known before its lines are, which decide its height.
  public static func highlightColumns(
    size: Size, isStoryOpen: Bool, settings: PageSettings = PageSettings(), split: PaneSplit = PaneSplit()
  ) -> Int {
    let probe = PaneLayout(
      size: size, isStoryOpen: isStoryOpen, focus: .highlights, highlightLineCount: 1, storyHasHighlights: true,
      settings: settings, split: split)
    return probe.highlights.columns
  }

  /// Columns that the story has in this shape, whichever pane has the keys.
  public static func bodyColumns(
    size: Size, isStoryOpen: Bool, settings: PageSettings = PageSettings(), split: PaneSplit = PaneSplit()
  ) -> Int {
    PaneLayout(
      size: size, isStoryOpen: isStoryOpen, focus: .body, highlightLineCount: 0, storyHasHighlights: false,
      settings: settings, split: split
    ).body.columns
  }

  /// Highlights as a band of at most a third of the height, over the story.
  private mutating func placeStory(in area: Rect, highlightLineCount: Int) {
    let band =
      highlightLineCount > 0
      ? bandRows(of: area.rows, lineCount: highlightLineCount, standard: max(2, area.rows / 3)) : 0
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
  static let leastStoryColumns = 24
  private static let leastStoryRows = 3

  /// One pane at a time.
  public var isOnePane: Bool { shape == .single || shape == .linear }

  /// Columns of the list, where `others` go to what is at its right: as it was drawn, else as it is configured, else by the width.
  private func listColumns(standard: Int, others: Int) -> Int {
    let columns = settings.listColumns(of: size.columns, standard: standard)
    return PaneSplit.cells(
      split.list, of: size.columns, least: PageSettings.leastListColumns, others: others, standard: columns)
  }

  /// Rows of the highlights; the same order holds.
  private func bandRows(of rows: Int, lineCount: Int, standard: Int) -> Int {
    if settings.hidesHighlights { return 0 }
    if let share = split.highlights {
      let others = size.rows - rows + 1 + Self.leastStoryRows
      return min(
        max(1, lineCount), PaneSplit.cells(share, of: size.rows, least: 1, others: others, standard: standard))
    }
    // Beside related stories a short list of highlights still has a second row.
    let isAlone = shape == .columns && settings.highlightsHeight == nil
    return settings.highlightRows(lineCount: isAlone ? max(2, lineCount) : lineCount, of: rows, standard: standard)
  }

  private static func linearPage(of size: Size) -> Rect {
    Rect(row: 0, column: 0, rows: size.rows >= 3 ? size.rows - 1 : size.rows, columns: size.columns)
  }

  /// The share for an edge that is drawn to `place`.
  func share(of edge: PaneEdge, at place: Position) -> Int {
    switch edge {
    case .list: PaneSplit.share(place.column, of: size.columns)
    case .side: PaneSplit.share(size.columns - 1 - place.column, of: size.columns)
    case .highlights: PaneSplit.share(place.row - highlights.row, of: size.rows)
    }
  }
}

extension PaneLayout {
  /// Columns left and right of a text pane's contents.
  static let paddingColumns = 1

  /// The same on this page: a linear one begins in the first column, where a braille display does.
  var paddingColumns: Int { shape == .linear ? 0 : Self.paddingColumns }

  /// Columns of the story's text in a pane of `paneColumns`: the measure, or what there is. A linear page of up to 80 columns is a display of
  /// that length, and is filled.
  func textColumns(paneColumns: Int, measureColumns: Int) -> Int {
    let isDisplay = shape == .linear && paneColumns <= 80
    return max(1, min(isDisplay ? paneColumns : measureColumns, paneColumns - 2 * paddingColumns))
  }
}
