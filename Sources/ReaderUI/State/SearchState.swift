public import NewsModel

/// A search of all stories: what is looked for, and what stood on the screen before.
///
/// What it found is the list (``HeadlineListState/found``), so that everything that goes for a list goes for it.
public struct SearchState: Hashable, Sendable {
  /// As it was typed.
  public internal(set) var text = ""
  /// What could not be understood of ``text``: after Enter, or when nothing was typed for a while. Half a query is no mistake.
  public internal(set) var trouble: QueryTrouble?
  /// The earlier search that is selected while nothing is typed; nil is none.
  public internal(set) var recentIndex: Int?
  /// The request whose answer is awaited; answers to others are dropped.
  var awaited: SearchRequest?
  /// Trouble that is told when nothing more is typed.
  var waitingTrouble: QueryTrouble?
  /// How often something was typed: a pause after an earlier letter is none.
  var typedCount = 0
  /// The page as it was when the search began.
  var before: Before
  /// Whether a word of a story is looked up: the end of it is that story, wherever one has gone.
  var isLookUp = false

  struct Before: Hashable, Sendable {
    var headlines: HeadlineListState
    var body: BodyState
    var focus: Pane
    var isStoryOpen: Bool
    var trail: Trail
    /// The search whose results the story was opened from; at most one.
    var outer: [SearchState] = []
    /// The store changed meanwhile, or an answer to this list came too late.
    var isOutdated: Bool
  }

  /// Hits asked for at first; more when the selection comes near the last.
  static let firstHitCount = 50
  /// Nobody looks through more.
  static let mostHitCount = 800
  /// Rows from the end where more are asked for.
  static let marginRowCount = 10
  /// Searches that are remembered.
  static let recentCount = 12
  /// Half a query that stands for so long is told what is wrong with it.
  public static let pauseMilliseconds = 1_200
}
