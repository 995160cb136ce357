public import Screen

/// One row of the key table: the keys that ask for an action, and the words that help shows for it.
public struct KeyBinding: Hashable, Sendable {
  public var keys: [Key]
  public var action: ReaderAction
  public var help: Phrase

  public init(_ keys: [Key], _ action: ReaderAction, _ help: Phrase) {
    self.keys = keys
    self.action = action
    self.help = help
  }
}

/// The key table. Help is made from it, so it cannot say anything else than what the keys do.
public struct KeyMap: Hashable, Sendable {
  public let bindings: [KeyBinding]
  /// What the reader bound otherwise; stands before ``bindings`` and the digits.
  public var own: [OwnBinding]
  /// ``bindings`` by what is looked for: each frame names the keys of a dozen actions.
  private let actions: [Key: ReaderAction]
  private let keys: [ReaderAction: [Key]]

  public init(bindings: [KeyBinding], own: [OwnBinding] = []) {
    self.bindings = bindings
    self.own = own
    var actions: [Key: ReaderAction] = [:]
    var keys: [ReaderAction: [Key]] = [:]
    for binding in bindings {
      keys[binding.action, default: []] += binding.keys
      // Of two for the same key the first one holds.
      for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
    }
    self.actions = actions
    self.keys = keys
  }

  /// What `key` asks for in the table; nil when it is not bound there.
  public func action(for key: Key) -> ReaderAction? {
    if case .scalar(let scalar) = key, let digit = Self.digit(scalar) { return .openRelated(digit) }
    return actions[key]
  }

  /// The keys that ask for `action` in the table.
  func keys(for action: ReaderAction) -> [Key] { keys[action] ?? [] }

  /// 1 to 9, typed on a Latin or a Devanagari keyboard.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x31...0x39: Int(scalar.value - 0x30)
    case 0x967...0x96F: Int(scalar.value - 0x966)
    default: nil
    }
  }
}

extension KeyMap {
  /// Vim's keys and the arrows, both.
  public static let standard = KeyMap(bindings: [
    KeyBinding([.scalar("j"), .down], .moveDown, .helpMoveDown),
    KeyBinding([.scalar("k"), .up], .moveUp, .helpMoveUp),
    KeyBinding([.scalar(" "), .pageDown, .control("f")], .pageDown, .helpPageDown),
    KeyBinding([.scalar("b"), .pageUp, .control("b")], .pageUp, .helpPageUp),
    KeyBinding([.control("d")], .halfPageDown, .helpHalfDown),
    KeyBinding([.control("u")], .halfPageUp, .helpHalfUp),
    KeyBinding([.scalar("g"), .home], .goToStart, .helpStart),
    KeyBinding([.scalar("G"), .end], .goToEnd, .helpEnd),
    KeyBinding([.enter, .scalar("l"), .right], .open, .helpOpen),
    KeyBinding([.tab], .nextPane, .helpNextPane),
    KeyBinding([.backTab], .previousPane, .helpPreviousPane),
    KeyBinding([.backspace, .scalar("h"), .left], .back, .helpBack),
    KeyBinding([.scalar("L")], .forward, .helpForward),
    KeyBinding([.scalar("r")], .showRelated, .helpRelated),
    KeyBinding([.scalar("R")], .refresh, .helpRefresh),
    KeyBinding([.scalar("F")], .showFeeds, .helpFeeds),
    KeyBinding([.scalar("A")], .addFeed, .helpAddFeed),
    KeyBinding([.scalar("C")], .chooseSources, .helpCatalogue),
    KeyBinding([.scalar("U")], .undoUnsubscribe, .helpUndoUnsubscribe),
    KeyBinding([.scalar("t")], .filterByTag, .helpTags),
    KeyBinding([.scalar("#")], .editTag, .helpEditTag),
    KeyBinding([.scalar("=")], .toggleGroups, .helpGroups),
    KeyBinding([.scalar("V")], .showGroup, .helpVersions),
    KeyBinding([.scalar("w")], .showWanted, .helpWanted),
    KeyBinding([.scalar("m")], .showSavedQueries, .helpSavedQueries),
    KeyBinding([.scalar("+")], .saveList, .helpSaveList),
    KeyBinding([.scalar("-")], .saveMuteRule, .helpSaveMuteRule),
    KeyBinding([.scalar("M")], .toggleMuted, .helpMuted),
    KeyBinding([.escape], .clear, .helpClear),
    KeyBinding([.scalar("n")], .nextUnread, .helpNextUnread),
    KeyBinding([.scalar("p"), .scalar("N")], .previousUnread, .helpPreviousUnread),
    KeyBinding([.scalar("s")], .toggleStar, .helpStar),
    KeyBinding([.scalar("u")], .toggleUnread, .helpUnread),
    KeyBinding([.scalar("a")], .markAllRead, .helpMarkAllRead),
    KeyBinding([.scalar("/")], .find, .helpFind),
    KeyBinding([.scalar("S")], .searchStories, .helpSearch),
    KeyBinding([.scalar("o")], .openInBrowser, .helpBrowser),
    KeyBinding([.scalar("O")], .showLinks, .helpLinks),
    KeyBinding([.scalar("i")], .lookUpWord, .helpWord),
    KeyBinding([.scalar("I")], .togglePictures, .helpPictures),
    KeyBinding([.scalar("y")], .copy, .helpCopy),
    KeyBinding([.scalar(")")], .nextSentence, .helpNextSentence),
    KeyBinding([.scalar("(")], .previousSentence, .helpPreviousSentence),
    KeyBinding([.scalar("x")], .toggleMark, .helpMark),
    KeyBinding([.scalar("e")], .editNote, .helpNote),
    KeyBinding([.scalar("E")], .showMarks, .helpMarks),
    KeyBinding([.scalar("H")], .showHistory, .helpHistory),
    KeyBinding([.scalar("|")], .pipe, .helpPipe),
    KeyBinding([.scalar("T")], .chooseTheme, .helpThemes),
    KeyBinding([.scalar("v")], .toggleSpeech, .helpSpeech),
    KeyBinding([.scalar("K")], .toggleScript, .helpScript),
    KeyBinding([.scalar("D")], .changeDigits, .helpDigits),
    KeyBinding([.scalar("*")], .toggleMouse, .helpMouse),
    KeyBinding([.scalar("<")], .narrowList, .helpNarrowList),
    KeyBinding([.scalar(">")], .widenList, .helpWidenList),
    KeyBinding([.scalar("X")], .dismissSample, .helpDismiss),
    KeyBinding([.scalar("W")], .welcome, .helpWelcome),
    KeyBinding([.control("l")], .redraw, .helpRedraw),
    KeyBinding([.control("z")], .suspend, .helpSuspend),
    KeyBinding([.scalar("?"), .function(1)], .help, .helpHelp),
    KeyBinding([.scalar("q"), .control("c")], .quit, .helpQuit),
  ])
}

extension Key {
  /// The key as a keyboard names it: `j`, `Enter`, `^Z`.
  public var name: String {
    switch self {
    case .scalar(" "): "Space"
    case .scalar(let scalar): String(Character(scalar))
    case .control(let scalar): "^" + String(Character(scalar)).uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .function(let number): "F\(number)"
    }
  }
}
