public import NewsModel
public import ReaderUI
public import Screen

/// A reader without terminal and store: keys go in, effects are answered from a list of stories, rows are read.
public struct HeadlessReader {
  public private(set) var state: ReaderState
  /// Every effect so far, in order.
  public private(set) var effects: [ReaderEffect] = []
  public var stories: [Story]
  /// What a theme picker offers.
  public var themes = Desk.themes
  /// What the store knows of feeds; nil is a store that does not answer.
  public var subscriptions: [SubscriptionRow]?
  /// Kept queries, and the rule that hides the story that was asked about.
  public var savedQueries: [SavedQuery] = []
  public var mutingRule: SavedQuery?
  /// Answers are kept back while this is false, as if the store were slow: they say what was true when they were asked for.
  public var answers = true
  /// While this is false a long story is laid out only as far as it is looked at, as if the next key always came first.
  public var hasTime = true
  private var waiting: [ReaderEvent] = []

  public init(
    rows: Int = 24, columns: Int = 80, stories: [Story] = Desk.stories, settings: ReaderSettings = ReaderSettings(),
    edition: Edition = .own, subscriptions: [SubscriptionRow]? = nil, session: ReaderSession? = nil
  ) {
    self.stories = stories
    self.subscriptions = subscriptions
    state = ReaderState(
      settings: settings, size: Size(rows: rows, columns: columns), now: Desk.now, edition: edition)
    if let session { state.restore(session) }
    let first = state.start()
    take(first)
  }

  /// Presses keys: names of special keys, else each scalar of the word.
  public mutating func press(_ words: String...) {
    let named: [String: Key] = [
      "enter": .enter, "esc": .escape, "tab": .tab, "backspace": .backspace, "down": .down, "up": .up,
      "pgdn": .pageDown, "pgup": .pageUp, "home": .home, "end": .end, "space": .scalar(" "), "^d": .control("d"),
      "^z": .control("z"), "^l": .control("l"), "^r": .control("r"), "^a": .control("a"), "^k": .control("k"),
      "^g": .control("g"),
      "^s": .control("s"), "^x": .control("x"), "backtab": .backTab, "delete": .delete,
      "left": .left,
      "right": .right,
    ]
    for word in words {
      if let key = named[word] {
        send(.terminal(.key(key)))
      } else {
        for scalar in word.unicodeScalars { send(.terminal(.key(.scalar(scalar)))) }
      }
    }
  }

  public mutating func send(_ event: ReaderEvent) {
    let asked = state.apply(event)
    take(asked)
  }

  public mutating func resize(rows: Int, columns: Int) {
    send(.terminal(.resized(Size(rows: rows, columns: columns))))
  }

  /// Where a text stands on the screen: the cell of its first cluster in reading order; nil when it is not there.
  ///
  /// - Parameter fromEnd: the last place instead of the first.
  public func place(of text: String, fromEnd: Bool = false) -> Position? {
    let buffer = frame.buffer
    let rows = 0..<state.size.rows
    var found: Position?
    for row in rows {
      for column in 0..<state.size.columns where !buffer[row: row, column: column].isContinuation {
        let rest = (column..<state.size.columns).map { buffer[row: row, column: $0].text }.joined()
        guard rest.hasPrefix(text) else { continue }
        found = Position(row: row, column: column)
        if !fromEnd { return found }
      }
    }
    return found
  }

  public mutating func mouse(_ kind: MouseEvent.Kind, at place: Position?, modifiers: MouseEvent.Modifiers = []) {
    guard let place else { return }
    send(.terminal(.mouse(MouseEvent(kind, at: place, modifiers: modifiers))))
  }

  /// Clicks on a text that is on the screen; says whether it is.
  @discardableResult
  public mutating func click(_ text: String, fromEnd: Bool = false, modifiers: MouseEvent.Modifiers = []) -> Bool {
    guard let place = place(of: text, fromEnd: fromEnd) else { return false }
    mouse(.press(.left), at: place, modifiers: modifiers)
    mouse(.release, at: place)
    return true
  }

  /// Answers what was kept back.
  public mutating func answerWaiting() {
    answers = true
    let kept = waiting
    waiting = []
    for event in kept { send(event) }
  }

  public var frame: Frame { ReaderView().frame(state) }
  public var rows: [String] {
    let buffer = frame.buffer
    return (0..<state.size.rows).map { buffer.text(row: $0) }
  }
  public var screen: String { rows.joined(separator: "\n") }
  public var title: String { frame.buffer.text(row: 0) }
  public var status: String { frame.buffer.text(row: state.size.rows - 1) }

  /// The text inside `rect`, row by row, blanks at the ends dropped.
  public func text(in rect: Rect) -> [String] {
    let buffer = frame.buffer
    return (rect.row..<rect.endRow).map { row in
      let cells = (rect.column..<rect.endColumn).map { buffer[row: row, column: $0].text }
      return String(cells.joined().reversed().drop { $0 == " " }.reversed())
    }
  }

  private mutating func take(_ asked: [ReaderEffect]) {
    effects += asked
    for effect in asked where hasTime || effect != .layOutMore {
      let events =
        effect == .loadThemes
        ? [.themesLoaded(themes)] : feedAnswers(to: effect) ?? Desk.answers(to: effect, stories: &stories)
      if answers { for event in events { send(event) } } else { waiting += events }
    }
  }

  /// What the store says of feeds; nil for other effects.
  private mutating func feedAnswers(to effect: ReaderEffect) -> [ReaderEvent]? {
    switch effect {
    case .loadSavedQueries: return [.savedQueriesLoaded(savedQueries, hiding: mutingRule)]
    case .saveQuery(var query):
      if query.id == 0 { query.id = (savedQueries.map(\.id).max() ?? 0) + 1 }
      query.storyCount = query.storyCount ?? 2
      savedQueries.removeAll { [id = query.id] in $0.id == id }
      savedQueries.append(query)
      return [.querySaved(query)]
    case .removeQuery(let query):
      savedQueries.removeAll { $0.id == query.id }
      return [.queryRemoved(query)]
    case .loadSubscriptions: return subscriptions.map { [.subscriptionsLoaded($0)] }
    case .unsubscribe(let id): subscriptions?.removeAll { $0.subscription.feed.id == id }
    case .resubscribe(let subscription): subscriptions?.append(SubscriptionRow(subscription))
    case .subscribe(let candidates):
      guard let known = subscriptions else { return [] }
      let ids = Set(known.map(\.subscription.feed.id))
      let new = candidates.map { Desk.subscription($0.address, $0.title, folder: $0.folder).subscription }
        .filter { !ids.contains($0.feed.id) }
      subscriptions = known + new.map { SubscriptionRow($0) }
      return [.subscribed(new)]
    default: return nil
    }
    return []
  }
}
