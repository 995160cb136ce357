import NewsModel
import Screen

extension ReaderState {
  /// A key outside of prompts: does what it asks for, or waits for the next one of a sequence.
  mutating func take(_ key: Key) -> [ReaderEffect] {
    let before = typedKeys
    typedKeys = []
    let typed = before + [key]
    let match = settings.keys.match(typed, in: focus)
    if match.isPrefix {
      message = nil
      typedKeys = typed
      typedKeysCount += 1
      // What may follow stands in the status line for as long as it takes; only keys that mean something by themselves end the wait.
      return match.actions?.isEmpty == false ? [.awaitKey(typedKeysCount)] : []
    }
    if let actions = match.actions { return perform(actions) }
    // A sequence that leads nowhere is given up, with Escape without a word.
    if before.isEmpty || key == .escape { return [] }
    guard let actions = settings.keys.match(before, in: focus).actions, !actions.isEmpty else {
      return say(.keysNotBound, Key.name(of: typed))
    }
    let effects = perform(actions)
    return effects + (prompt == nil ? take(key) : applyToPrompt(key))
  }

  /// No further key came: those that were pressed are meant by themselves.
  mutating func finishKeys(_ number: Int) -> [ReaderEffect] {
    guard number == typedKeysCount, !typedKeys.isEmpty else { return [] }
    let typed = typedKeys
    typedKeys = []
    guard prompt == nil else { return [] }
    return perform(settings.keys.match(typed, in: focus).actions ?? [])
  }

  /// Does what keys or a line of the help ask for, one action after another.
  mutating func perform(_ actions: [ReaderAction]) -> [ReaderEffect] {
    guard let first = actions.first else { return [] }
    // Whoever presses the next key has read it.
    message = nil
    if first != .refresh { refresh?.isStopOffered = false }
    if awaitsComputed(first), let story = body.story {
      awaitedActions = actions
      return [.loadComputed(story)]
    }
    awaitedActions = Array(actions.dropFirst())
    return perform(first) + performAwaited()
  }

  /// Goes on with the actions of a macro, each when what the one before asked for has come: `s` after `n` means the story that `n` found.
  ///
  /// They are dropped when something that takes the keys opens, and when something fails.
  mutating func performAwaited() -> [ReaderEffect] {
    var effects: [ReaderEffect] = []
    while !awaitedActions.isEmpty, !isAwaitingAnswer {
      guard prompt == nil else {
        awaitedActions = []
        break
      }
      effects += perform(awaitedActions.removeFirst())
    }
    return effects
  }

  /// Whether an action is about stories that are near the one on the screen, and these are not there yet.
  private func awaitsComputed(_ action: ReaderAction) -> Bool {
    guard body.story?.hasComputed == false else { return false }
    return switch action {
    case .showRelated, .openRelated: true
    default: false
    }
  }

  private var isAwaitingAnswer: Bool {
    if isFindingUnread || headlines.awaited != nil { return true }
    if let next = awaitedActions.first, awaitsComputed(next) { return true }
    switch awaitedStory?.purpose {
    case .open, .follow, .revisit, .resume: return true
    case .preview, .refresh, nil: return false
    }
  }
}
