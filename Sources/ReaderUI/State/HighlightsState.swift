public import CellText

/// The highlights pane: laid-out lines, which of them begin a highlight, and the selection.
public struct HighlightsState: Hashable, Sendable {
  public internal(set) var lines: [TextLine] = []
  /// The highlight that each line belongs to.
  public internal(set) var highlightIndices: [Int] = []
  public internal(set) var selectedIndex = 0
  public internal(set) var topLine = 0

  public init() {}

  public var highlightCount: Int { (highlightIndices.last ?? -1) + 1 }
}
