import NewsModel
import Screen

extension ReaderState {
  /// `A`: the line in which the address of a feed or a site is typed.
  mutating func askForAddress(_ typed: String = "") -> [ReaderEffect] {
    prompt = .address(LineEditor(typed))
    return []
  }

  mutating func apply(_ key: Key, toAddress editor: LineEditor) -> [ReaderEffect] {
    var editor = editor
    switch key {
    case .escape: prompt = nil
    case .backspace where editor.text.isEmpty: prompt = nil
    case .control("l"): return [.redraw]
    case .enter:
      let address = editor.text.trimmingBlanks
      guard !address.isEmpty else {
        prompt = nil
        return []
      }
      prompt = .picker(
        PickerState(
          kind: .candidates(address), title: settings.phrases(.feedsFound) + ": " + address, script: settings.script,
          emptyText: settings.phrases(.lookingForFeeds)))
      return [.lookForFeeds(at: address)]
    default:
      if editor.take(key) { prompt = .address(editor) }
    }
    return []
  }

  /// A single feed is what was meant; several are there to choose from. Where there is none, the reason stands where they would.
  mutating func show(_ found: [FeedCandidate], at address: String, _ trouble: FeedTrouble?) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .candidates(address), picker.items.isEmpty else {
      return []
    }
    if found.count == 1 {
      prompt = nil
      return [.subscribe(found)]
    }
    if found.isEmpty {
      let reason = trouble.map { settings.phrases.sentence(for: $0) + " " } ?? ""
      picker.emptyText = reason + settings.phrases(.noFeedFound)
    }
    picker.replaceItems(
      found.map { candidate in
        let title = candidate.title.isEmpty ? candidate.address : candidate.title
        return PickerItem(
          choice: .candidate(candidate), label: settings.shown(title, language: candidate.language),
          detail: settings.shown(candidate.detail), note: candidate.address)
      })
    prompt = .picker(picker)
    return []
  }

  /// The marked feeds, else the selected one.
  mutating func takeCandidates(_ picker: PickerState) -> [ReaderEffect] {
    prompt = nil
    return [.subscribe(picker.taken.compactMap { if case .candidate(let candidate) = $0 { candidate } else { nil } })]
  }

  /// New subscriptions are asked for their stories at once.
  mutating func takeIn(_ new: [Subscription]) -> [ReaderEffect] {
    guard let first = new.first else { return say(.alreadySubscribed) }
    let ids = Set(new.map(\.feed.id))
    unsubscribed.removeAll { ids.contains($0.subscription.feed.id) }
    let known = Set((subscriptions ?? []).map(\.subscription.feed.id))
    subscriptions = (subscriptions ?? []) + new.filter { !known.contains($0.feed.id) }.map { SubscriptionRow($0) }
    let said =
      new.count == 1
      ? say(.subscribedTo, first.displayName) : say(.subscribedToMany, settings.dates.number(new.count))
    return refreshSoon(new.map(\.feed.id)) + [.loadSubscriptions] + said
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
