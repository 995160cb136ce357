import NewsModel

/// Where a reader stood when khabar ended: the list, its filter, the open story and the way back. Not how the page looks; that is settings.
public struct ReaderSession: Hashable, Sendable, Codable {
  public var endedSecondsSince1970: Int64
  public var tags: [String] = []
  public var anyTags: [String] = []
  public var noTags: [String] = []
  public var section: String?
  public var feed: String?
  /// A question in the query language, and what the title bar calls it.
  public var filter: String?
  public var filterName: String?
  public var isMutedShown = false
  /// IDs of stories.
  public var selected: String?
  public var opened: String?
  public var back: [String] = []

  /// Stops of the way back that are kept.
  private static let stopLimit = 20

  init(_ state: ReaderState) {
    endedSecondsSince1970 = state.now.secondsSince1970
    // A search is over with its session; what lay under it is the list.
    let query = state.search?.before.headlines.query ?? state.headlines.query
    let list = state.search?.before.headlines ?? state.headlines
    tags = query.tags
    anyTags = state.tagChoice.any
    noTags = state.tagChoice.none
    section = query.section
    feed = query.feed
    filter = state.listFilter?.text(utcOffsetSeconds: state.now.utcOffsetSeconds)
    filterName = state.filterName
    isMutedShown = query.isMutedShown
    // At the top of the list one wants to see what is new, not what was.
    selected = list.selectedIndex > 0 ? list.selected?.id.rawValue : nil
    opened = state.isReading ? state.body.story?.id.rawValue : nil
    back = opened == nil ? [] : state.trail.back.suffix(Self.stopLimit).map(\.id.rawValue)
  }
}

extension ReaderState {
  /// A session older than this is not taken up: the news of today come first.
  private static let sessionSeconds: Int64 = 12 * 3_600

  /// What the next start can go on with; nil while nothing is shown that is the reader's own.
  public var session: ReaderSession? {
    edition == .own && hasLoadedHeadlines ? ReaderSession(self) : nil
  }

  /// Whether a story is open, and not only shown beside the list.
  var isReading: Bool { body.isOpened && body.story != nil && (isStoryOpen || focus != .headlines) }

  /// Goes on where `session` ended, before the reader starts. One that is too old, or lies in the future, is left alone.
  public mutating func restore(_ session: ReaderSession) {
    let age = now.secondsSince1970 - session.endedSecondsSince1970
    guard edition == .own, (0...Self.sessionSeconds).contains(age) else { return }
    headlines.query.tags = session.tags
    headlines.query.section = session.section
    headlines.query.feed = session.feed
    headlines.query.isMutedShown = session.isMutedShown
    tagChoice = TagChoice(any: session.anyTags, none: session.noTags)
    if let text = session.filter, let filter = try? StoryQuery(parsing: text, today: now) {
      listFilter = filter
      filterName = session.filterName
    }
    headlines.query = filtered(headlines.query)
    sessionToRestore = session
  }

  /// The first requests of a session that is gone on with.
  mutating func startRestored(_ session: ReaderSession) -> [ReaderEffect] {
    sessionToRestore = nil
    let anchor = session.selected.map { HeadlineRequest.Anchor.around(ArticleID(rawValue: $0)) } ?? .start(0)
    var effects = loadHeadlines(anchor)
    if let opened = session.opened.map(ArticleID.init(rawValue:)) {
      trail.back = session.back.map { Trail.Stop(id: ArticleID(rawValue: $0), place: .start) }
      awaitedStory = AwaitedStory(id: opened, purpose: .resume)
      effects.append(.loadStory(opened))
    }
    return effects
  }
}
