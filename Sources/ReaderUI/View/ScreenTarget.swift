import NewsModel
import Screen

/// What a place on the screen stands for, told by the view that draws it: a click can only mean what is seen.
enum ScreenTarget: Hashable, Sendable {
  case pane(Pane)
  /// Number in the whole list.
  case headline(Int)
  case recentSearch(Int)
  case highlight(Int)
  /// Number among the stories that the one on the screen leads to, from 0.
  case related(Int)
  case tag(String)
  /// An address in the story's text.
  case link(String)
  case picker
  /// Number among the picker's matches.
  case pickerRow(Int)
  /// A key that the status line names.
  case key(Key)
  /// What a key does that the status line names, whichever key or keys that takes.
  case action(ReaderAction)
  case filter(FilterPart)
  case edge(PaneEdge)
}

/// One of the things that the list is filtered by, as the title bar names them.
enum FilterPart: Hashable, Sendable {
  case search
  /// A kept list.
  case list
  case feed
  case tag(String)
  /// Tags of which one is enough.
  case anyTags
  /// A tag that must not be there.
  case noTag(String)
}

/// Where the targets of a drawn page are; what was drawn later lies above.
struct ScreenTargets: Sendable {
  private var areas: [(rect: Rect, target: ScreenTarget)] = []

  mutating func add(_ rect: Rect, _ target: ScreenTarget) {
    if !rect.isEmpty { areas.append((rect, target)) }
  }

  /// Nil where nothing is meant.
  func target(at place: Position) -> ScreenTarget? {
    areas.last { $0.rect.contains(place) }?.target
  }

  /// Where `target` can be clicked; nil when it is not on the screen.
  func place(of target: ScreenTarget) -> Position? {
    areas.last { $0.target == target }.map { Position(row: $0.rect.row, column: $0.rect.column) }
  }
}
