/// A number of rows or columns, or a share of what there is.
public enum Extent: Hashable, Sendable {
  case cells(Int)
  case percent(Int)

  func cells(of whole: Int) -> Int {
    switch self {
    case .cells(let count): count
    case .percent(let share): whole * share / 100
    }
  }
}

/// How the page is divided, where the reader wants it otherwise than by size alone.
public struct PageSettings: Hashable, Sendable {
  /// Columns of the list beside a story; nil is by the width.
  public var listWidth: Extent?
  /// Rows of the highlights at most; nil is a third, and no rows is no highlights pane.
  public var highlightsHeight: Extent?
  /// From this many columns list and story stand side by side; `Int.max` is never.
  public var splitFromColumns: Int
  /// From this many columns the list stays beside an opened story.
  public var panesFromColumns: Int
  /// From this many columns highlights and related stories have a column of their own.
  public var columnsFromColumns: Int
  public var arrangement: PageArrangement

  public init(
    listWidth: Extent? = nil, highlightsHeight: Extent? = nil, splitFromColumns: Int = 60, panesFromColumns: Int = 120,
    columnsFromColumns: Int = 150, arrangement: PageArrangement = .auto
  ) {
    self.listWidth = listWidth
    self.highlightsHeight = highlightsHeight
    self.splitFromColumns = splitFromColumns
    self.panesFromColumns = panesFromColumns
    self.columnsFromColumns = columnsFromColumns
    self.arrangement = arrangement
  }

  /// Columns of the list on a page of `columns`, however much is left for the others.
  func listColumns(of columns: Int, standard: Int) -> Int { listWidth?.cells(of: columns) ?? standard }

  /// Rows of the highlights in a pane of `rows`, of which the text needs four.
  func highlightRows(lineCount: Int, of rows: Int, standard: Int) -> Int {
    guard let highlightsHeight else { return min(lineCount, standard) }
    return min(lineCount, max(0, min(highlightsHeight.cells(of: rows), rows - 4)))
  }

  /// Whether highlights are not to be seen at any size.
  var hidesHighlights: Bool { highlightsHeight == .cells(0) }

  static let leastListColumns = 16
}
