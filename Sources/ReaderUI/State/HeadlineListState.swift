public import NewsModel

/// The headline list: a stretch of the store's rows, the selection and what is at the top.
///
/// Indices count in the whole list, of which ``rows`` holds only the loaded stretch.
public struct HeadlineListState: Hashable, Sendable {
  public internal(set) var query = HeadlineQuery()
  public internal(set) var totalCount = 0
  public internal(set) var unreadCount = 0
  public internal(set) var rows: [Headline] = []
  public internal(set) var rowsStart = 0
  public internal(set) var selectedIndex = 0
  public internal(set) var topIndex = 0
  /// What a search found; the rows are its hits then. Nil for a list by date.
  public internal(set) var found: SearchPage?
  /// The request whose answer is awaited; answers to others are dropped.
  var awaited: HeadlineRequest?
  /// The awaited stretch is the same list again: whatever is selected when it comes stays selected.
  var keepsSelection = false
  /// The reader changed a story while a stretch was on its way, which may have been read before: it is asked for once more.
  var isOutdated = false

  /// Rows loaded at once: several screens in both directions.
  static let loadedRowCount = 120
  /// At the start, where each row read is waited for.
  static let firstRowCount = 48
  /// When the selection comes this near to the end of the loaded stretch, the next one is asked for.
  static let marginRowCount = 30

  public init() {}

  public func row(at index: Int) -> Headline? {
    rows.indices.contains(index - rowsStart) ? rows[index - rowsStart] : nil
  }

  /// Nil while the list is empty or the selected stretch is on its way.
  public var selected: Headline? { row(at: selectedIndex) }

  /// What the search found in the story of a row; nil in other lists.
  public func hit(at index: Int) -> SearchHit? {
    guard let found, found.hits.indices.contains(index) else { return nil }
    return found.hits[index]
  }

  public func index(of id: ArticleID) -> Int? {
    rows.firstIndex { $0.id == id }.map { $0 + rowsStart }
  }

  /// Changes the row of a story, if it is loaded; says whether it is.
  @discardableResult
  mutating func update(_ id: ArticleID, _ change: (inout Headline) -> Void) -> Bool {
    if awaited != nil { isOutdated = true }
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    let wasUnread = !rows[index].isRead
    change(&rows[index])
    unreadCount += (rows[index].isRead ? 0 : 1) - (wasUnread ? 1 : 0)
    return true
  }
}
