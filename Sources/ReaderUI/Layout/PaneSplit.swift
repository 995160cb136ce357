/// Where the reader drew the edges between panes, in thousandths of the screen; nil leaves an edge where it is by itself.
public struct PaneSplit: Hashable, Sendable {
  /// The list's share of the columns.
  public var list: Int?
  /// The highlights' share of the rows, when they stand over something. They never take more rows than they have lines.
  public var highlights: Int?
  /// The share of the columns at the right, on the widest screens.
  public var side: Int?

  public init(list: Int? = nil, highlights: Int? = nil, side: Int? = nil) {
    self.list = list
    self.highlights = highlights
    self.side = side
  }

  /// Cells of `whole` for a share, or `standard` where nothing was drawn: at least `least`, and so many that `others` are left.
  static func cells(_ share: Int?, of whole: Int, least: Int, others: Int, standard: Int) -> Int {
    max(least, min(share.map { (whole * $0 + 500) / 1000 } ?? standard, whole - others))
  }

  /// The share of `whole` that so many cells are.
  static func share(_ cells: Int, of whole: Int) -> Int {
    whole > 0 ? min(1000, max(0, (cells * 1000 + whole / 2) / whole)) : 0
  }
}

extension PaneSplit {
  /// As it is kept: `list=400 side=250`.
  public var text: String {
    let parts = [("list", list), ("highlights", highlights), ("side", side)]
    return parts.compactMap { name, share in share.map { "\(name)=\($0)" } }.joined(separator: " ")
  }

  /// Reads ``text``; what it does not understand is left out.
  public init(text: String) {
    self.init()
    for part in text.split(separator: " ") {
      let sides = part.split(separator: "=")
      guard sides.count == 2, let share = Int(sides[1]), (0...1000).contains(share) else { continue }
      switch sides[0] {
      case "list": list = share
      case "highlights": highlights = share
      case "side": side = share
      default: break
      }
    }
  }
}

/// An edge between panes that can be drawn elsewhere.
public enum PaneEdge: Hashable, Sendable {
  /// Between the list and what is at its right.
  case list
  /// Under the highlights.
  case highlights
  /// Left of the column at the right.
  case side
}
