import NewsModel
import Screen

extension ReaderState {
  /// `F`: all subscriptions by folder, with what is unread and what went wrong.
  mutating func showFeeds() -> [ReaderEffect] {
    var picker = PickerState(kind: .feeds, title: settings.phrases(.feeds), items: feedItems, script: settings.script)
    picker.emptyText = settings.phrases(subscriptions == nil ? .loading : .noFeeds)
    if let feed = headlines.query.feed { picker.select(.feed(FeedID(rawValue: feed))) }
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
    return [.loadSubscriptions]
  }

  mutating func show(_ rows: [SubscriptionRow]) -> [ReaderEffect] {
    // What was read before an unsubscribing still has the feed.
    let removed = Set(unsubscribed.map(\.subscription.feed.id))
    subscriptions = rows.filter { !removed.contains($0.subscription.feed.id) }
    showFeedItems()
    // The first refresh of a session, as soon as it is known what to ask.
    return (lastRefreshEnd == nil ? refreshIfDue() : []) + offerWelcome()
  }

  /// Keys of the feeds' picker; nil leaves the key to what all pickers do with it.
  mutating func applyToFeeds(_ key: Key, _ picker: PickerState) -> [ReaderEffect]? {
    switch key {
    // No name begins with it.
    case .scalar("+") where picker.editor.text.isEmpty: return askForAddress()
    case .control("r"):
      guard case .feed(let id) = picker.selected?.choice else { return [] }
      return refreshFeed(id)
    case .control("d"), .delete:
      guard case .feed(let id) = picker.selected?.choice else { return [] }
      if let row = unsubscribed.first(where: { $0.subscription.feed.id == id }) { return resubscribe(row) }
      return unsubscribe(id)
    default: return nil
    }
  }

  /// The stories of one feed; chosen again, those of all.
  mutating func filter(by feed: FeedID) -> [ReaderEffect] {
    prompt = nil
    var query = headlines.query
    query.feed = query.feed == feed.rawValue ? nil : feed.rawValue
    return goToList() + setQuery(query)
  }

  /// Takes the last unsubscribing back.
  mutating func undoUnsubscribing() -> [ReaderEffect] {
    guard let row = unsubscribed.last else { return say(.nothingToUndo) }
    return resubscribe(row)
  }

  private mutating func unsubscribe(_ id: FeedID) -> [ReaderEffect] {
    guard let index = subscriptions?.firstIndex(where: { $0.subscription.feed.id == id }),
      let row = subscriptions?.remove(at: index)
    else { return [] }
    unsubscribed.append(row)
    undoable.append(.unsubscribing)
    showFeedItems()
    return [.unsubscribe(id)] + say(.unsubscribed, row.subscription.displayName)
  }

  private mutating func resubscribe(_ row: SubscriptionRow) -> [ReaderEffect] {
    unsubscribed.removeAll { $0 == row }
    subscriptions = (subscriptions ?? []) + [row]
    showFeedItems()
    return [.resubscribe(row.subscription)] + say(.resubscribed, row.subscription.displayName)
  }

  private mutating func showFeedItems() {
    guard case .picker(var picker) = prompt, picker.kind == .feeds else { return }
    picker.emptyText = settings.phrases(.noFeeds)
    picker.replaceItems(feedItems)
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }
}

// MARK: - Rows

extension ReaderState {
  /// Feeds without a folder first, then folder by folder. What was unsubscribed just now keeps its place, as a ghost.
  private var feedItems: [PickerItem] {
    let removed = Set(unsubscribed.map(\.subscription.feed.id))
    let rows = ((subscriptions ?? []) + unsubscribed).map { row in
      (folder: row.subscription.folders.first ?? [], name: row.subscription.displayName, row: row)
    }
    let sorted = rows.sorted {
      $0.folder != $1.folder ? $0.folder.lexicographicallyPrecedes($1.folder) : $0.name < $1.name
    }
    var items: [PickerItem] = []
    var folder: [String] = []
    for entry in sorted {
      if entry.folder != folder {
        folder = entry.folder
        let name = settings.shown(folder.joined(separator: " › "))
        items.append(PickerItem(choice: .heading(folder.joined(separator: "\n")), label: name))
      }
      items.append(feedItem(entry.row, isRemoved: removed.contains(entry.row.subscription.feed.id)))
    }
    return items
  }

  private func feedItem(_ row: SubscriptionRow, isRemoved: Bool) -> PickerItem {
    let id = row.subscription.feed.id
    let isFilter = headlines.query.feed == id.rawValue
    let unread = row.unreadCount > 0 ? settings.dates.number(row.unreadCount) : ""
    return PickerItem(
      choice: .feed(id), label: settings.shown(row.subscription.displayName, language: row.subscription.feed.language),
      detail: isFilter ? unread + " ×" : unread, isGhost: isRemoved,
      note: isRemoved ? settings.phrases(.feedRemoved) : note(on: row),
      hasTrouble: !isRemoved && row.subscription.health.trouble != nil)
  }

  /// "पता नहीं मिला (404) · पिछली सफलता: 3 दिन पहले · अगली कोशिश: 20 मिनट बाद".
  private func note(on row: SubscriptionRow) -> String {
    let phrases = settings.phrases
    let health = row.subscription.health
    var parts = health.trouble.map { [phrases.sentence(for: $0)] } ?? []
    if let success = health.lastSuccess {
      let age = settings.dates.age(of: success, now: now)
      let isNow = now.secondsSince1970 - success.secondsSince1970 < 60
      parts.append(phrases(.lastSuccess, isNow ? age : phrases(.ago, age)))
    } else {
      parts.append(phrases(.neverFetched))
    }
    if health.trouble != nil, let next = health.nextAttempt, next > now {
      parts.append(phrases(.nextAttempt, settings.dates.age(of: now, now: next)))
    }
    if health.trouble == nil { parts.append(phrases(.storyCount, settings.dates.number(row.totalCount))) }
    return parts.joined(separator: " · ")
  }

  /// What the list's filter by feed is called.
  var filteredFeedName: String? {
    guard let feed = headlines.query.feed else { return nil }
    let row = ((subscriptions ?? []) + unsubscribed).first { $0.subscription.feed.id.rawValue == feed }
    return row?.subscription.displayName ?? feed
  }
}
