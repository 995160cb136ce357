internal import NewsModel
internal import NewsStore

/// Lists what one fetch of a feed brought. Runs inside a transaction of the caller's.
struct ItemListing {
  let feed: FeedID
  let now: Timestamp

  struct Counts: Sendable {
    var new = 0
    var updated = 0
  }

  func list(_ items: [ListedItem], in store: isolated ArticleStore) throws(StoreError) -> Counts {
    let marks = try store.itemMarks(of: feed)
    let listedKeys = Set(items.map(\.key))
    var counts = Counts()
    var seen: Set<Int64> = []
    for item in items where seen.insert(item.key).inserted {
      if let mark = marks[item.key] {
        // Nil: the story was deleted, and does not return.
        guard mark.fingerprint != item.fingerprint, let id = mark.article else { continue }
        try update(item, id, in: store)
        counts.updated += 1
        continue
      }
      switch try decision(item, listedKeys, in: store) {
      case .new(let item):
        try store.list(item, of: feed, now: now)
        counts.new += 1
      case .renamed(let id):
        try update(item, id, in: store)
        counts.updated += 1
      case .guest(let candidate):
        try store.attach(item, to: candidate.id, of: feed)
        // A text where there were only some sentences.
        if candidate.completeness.isPartial, item.article.completeness == .whole {
          try store.setRawBody(item.raw, of: candidate.id)
        }
      }
    }
    return counts
  }
}

extension ItemListing {
  private enum Decision {
    case new(ListedItem)
    case renamed(ArticleID)
    case guest(StoryCandidate)
  }

  private func update(_ item: ListedItem, _ id: ArticleID, in store: isolated ArticleStore) throws(StoreError) {
    let completeness = try store.completeness(of: id)
    try store.relist(item, as: id, of: feed, keepsBody: completeness == .page, now: now)
  }

  private func decision(
    _ item: ListedItem, _ listedKeys: Set<Int64>, in store: isolated ArticleStore
  ) throws(StoreError) -> Decision {
    let candidates = try store.candidates(urlKey: item.urlKey, titleKey: item.titleKey)
    if candidates.isEmpty { return .new(item) }
    // Asked beforehand, since a closure cannot be isolated to the store: which of them this feed lists just now.
    var listed: Set<ArticleID> = []
    for candidate in candidates {
      let keys = try store.itemKeys(of: candidate.id, in: feed)
      if keys.contains(where: listedKeys.contains) { listed.insert(candidate.id) }
    }
    switch ItemIdentity(item.article, feed: feed).decision(among: candidates, isListed: { listed.contains($0.id) }) {
    case .renamed(let candidate): return .renamed(candidate.id)
    case .guest(let candidate): return .guest(candidate)
    case .new:
      var item = item
      if candidates.contains(where: { $0.identity == item.article.identity }) {
        item.article.identity = ListedItem.ownIdentity(key: item.key, feed: feed)
        item.article.id = ArticleID(identity: item.article.identity)
      }
      return .new(item)
    }
  }
}
