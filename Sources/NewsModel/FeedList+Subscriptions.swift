extension FeedList {
  /// A feed and the folder that it stands in, as the path from the outermost folder; empty at the top level.
  public struct Placement: Hashable, Sendable {
    public var feed: ListedFeed
    public var folder: [String]

    public init(feed: ListedFeed, folder: [String]) {
      self.feed = feed
      self.folder = folder
    }
  }

  /// Every feed in the list's order, once for each folder that it stands in.
  public var placements: [Placement] {
    var placements: [Placement] = []
    forEachOutline { outline, folder in
      if case .feed(let feed) = outline { placements.append(Placement(feed: feed, folder: folder)) }
    }
    return placements
  }

  /// The paths of all folders in the list's order, empty ones too; each once.
  public var folders: [[String]] {
    var paths: [[String]] = []
    var known: Set<[String]> = []
    forEachOutline { outline, folder in
      guard case .folder(let inner) = outline, known.insert(folder + [inner.name]).inserted else { return }
      paths.append(folder + [inner.name])
    }
    return paths
  }

  /// What a reader of this list subscribes to: every feed once, with all its folders. What the first place says of a feed holds.
  public var subscriptions: [Subscription] {
    var subscriptions: [Subscription] = []
    var indices: [String: Int] = [:]
    for placement in placements {
      if let index = indices[placement.feed.address] {
        subscriptions[index].add(placement)
      } else {
        indices[placement.feed.address] = subscriptions.count
        subscriptions.append(Subscription(placement.feed, folders: [placement.folder]))
      }
    }
    return subscriptions
  }

  private func forEachOutline(_ visit: (Outline, [String]) -> Void) {
    func walk(_ outlines: [Outline], _ folder: [String]) {
      for outline in outlines {
        visit(outline, folder)
        if case .folder(let inner) = outline { walk(inner.outlines, folder + [inner.name]) }
      }
    }
    walk(outlines, [])
  }
}

extension FeedList {
  /// The list as it stands now that the reader subscribes to `subscriptions`: what the reader left is gone, what changed is changed, what is
  /// new stands at the end of its folder. The rest of the list stays: its head, order, empty folders and unknown attributes.
  ///
  /// An empty list gives a list of the subscriptions and their folders only.
  public func updated(with subscriptions: [Subscription]) -> FeedList {
    var wanted: [String: Subscription] = [:]
    for subscription in subscriptions {
      wanted[subscription.feed.id.rawValue] = subscription
      wanted[subscription.address] = subscription
    }
    var placed: Set<Placement> = []
    func kept(_ outlines: [Outline], _ folder: [String]) -> [Outline] {
      outlines.compactMap { outline in
        switch outline {
        case .other: return outline
        case .folder(var inner):
          inner.outlines = kept(inner.outlines, folder + [inner.name])
          return .folder(inner)
        case .feed(let feed):
          guard let subscription = wanted[feed.address], subscription.folders.contains(folder) else { return nil }
          let current = ListedFeed(subscription)
          return placed.insert(Placement(feed: current, folder: folder)).inserted ? .feed(current) : nil
        }
      }
    }
    var result = FeedList(head: head, outlines: kept(outlines, []))
    // By folder, so that each is looked for once.
    var additions: [[String]: [Outline]] = [:]
    var folders: [[String]] = []
    for subscription in subscriptions {
      let feed = ListedFeed(subscription)
      for folder in subscription.folders where placed.insert(Placement(feed: feed, folder: folder)).inserted {
        if additions[folder] == nil { folders.append(folder) }
        additions[folder, default: []].append(.feed(feed))
      }
    }
    for folder in folders { Self.add(additions[folder] ?? [], to: folder[...], of: &result.outlines) }
    return result
  }

  private static func add(_ feeds: [Outline], to path: ArraySlice<String>, of outlines: inout [Outline]) {
    guard let name = path.first else {
      outlines += feeds
      return
    }
    for index in outlines.indices {
      guard case .folder(var folder) = outlines[index], folder.name == name else { continue }
      add(feeds, to: path.dropFirst(), of: &folder.outlines)
      outlines[index] = .folder(folder)
      return
    }
    var folder = FeedFolder(name: name)
    add(feeds, to: path.dropFirst(), of: &folder.outlines)
    outlines.append(.folder(folder))
  }
}

extension Subscription {
  /// A subscription to a feed of a list; it was never fetched yet.
  public init(_ feed: ListedFeed, folders: [[String]] = [[]]) {
    self.init(
      feed: Feed(id: FeedID(rawValue: feed.address), title: feed.title ?? "", language: feed.language),
      address: feed.address, siteURL: feed.siteURL, name: feed.name, folders: folders, tags: feed.tags,
      wantsFullText: feed.wantsFullText, attributes: feed.attributes)
  }

  fileprivate mutating func add(_ placement: FeedList.Placement) {
    if !folders.contains(placement.folder) { folders.append(placement.folder) }
    for tag in placement.feed.tags where !tags.contains(tag) { tags.append(tag) }
    wantsFullText = wantsFullText || placement.feed.wantsFullText
  }
}

extension ListedFeed {
  /// What a list says of a subscription; how fetching goes is no part of it.
  public init(_ subscription: Subscription) {
    self.init(
      address: subscription.address, title: subscription.feed.title.isEmpty ? nil : subscription.feed.title,
      name: subscription.name.flatMap { $0.isEmpty ? nil : $0 }, siteURL: subscription.siteURL,
      language: subscription.feed.language, tags: subscription.tags, wantsFullText: subscription.wantsFullText,
      attributes: subscription.attributes)
  }
}
