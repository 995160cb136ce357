public import NewsModel

/// Feeds that are fetched: the reader's list of them, and how fetching goes.
extension ArticleStore {
  /// All subscriptions in the reader's order.
  public func subscriptions() throws(StoreError) -> [Subscription] {
    try read("list subscriptions") { () throws(SQLiteError) in try SubscriptionTable(connection: connection).all() }
  }

  /// Nil when the feed is not subscribed to.
  public func subscription(_ id: FeedID) throws(StoreError) -> Subscription? {
    try read("read subscription") { () throws(SQLiteError) in
      try SubscriptionTable(connection: connection).subscription(id)
    }
  }

  /// Subscribes to feeds; one that is subscribed to already gains folders and tags and keeps the rest.
  ///
  /// - Returns: those that are new, in the order given.
  @discardableResult
  public func subscribe(to subscriptions: [Subscription]) throws(StoreError) -> [FeedID] {
    try write("subscribe") { () throws(SQLiteError) in
      let table = SubscriptionTable(connection: connection)
      var new: [FeedID] = []
      for subscription in subscriptions {
        if let known = try table.subscription(subscription.feed.id) {
          try table.save(known.joined(with: subscription))
        } else {
          try table.save(subscription)
          new.append(subscription.feed.id)
        }
      }
      return new
    }
  }

  /// Replaces what a subscription says; its health stays.
  public func update(_ subscription: Subscription) throws(StoreError) {
    try write("change subscription") { () throws(SQLiteError) in
      _ = try SubscriptionTable(connection: connection).save(subscription)
    }
  }

  /// Ends a subscription. Its stories stay, and would be known again.
  ///
  /// - Returns: what it was, to be subscribed to again; nil when there was none.
  @discardableResult
  public func unsubscribe(from id: FeedID) throws(StoreError) -> Subscription? {
    try write("unsubscribe") { () throws(SQLiteError) in
      let table = SubscriptionTable(connection: connection)
      let subscription = try table.subscription(id)
      try table.remove(id)
      return subscription
    }
  }

  /// What the feed's server said last.
  public func fetchMemory(of id: FeedID) throws(StoreError) -> FetchMemory {
    try read("read validators") { () throws(SQLiteError) in try SubscriptionTable(connection: connection).memory(of: id)
    }
  }

  /// Notes how a fetch went; `memory` nil keeps what the server said before.
  public func note(_ health: FeedHealth, memory: FetchMemory? = nil, of id: FeedID) throws(StoreError) {
    try write("note fetch") { () throws(SQLiteError) in
      try SubscriptionTable(connection: connection).note(health, memory: memory, of: id)
    }
  }

  /// How many stories each subscription has.
  public func feedCounts() throws(StoreError) -> [FeedID: FeedCounts] {
    try read("count stories of feeds") { () throws(SQLiteError) in
      try FeedCountTable(connection: connection).ofSubscriptions()
    }
  }
}

extension Subscription {
  /// This subscription with the folders, tags and attributes of another of the same feed added.
  func joined(with other: Subscription) -> Subscription {
    var joined = self
    if other.folders != [[]] {
      // A feed that stands in a folder does not stand at the top level as well, unless a list says so.
      if joined.folders == [[]] { joined.folders = [] }
      joined.folders += other.folders.filter { !joined.folders.contains($0) }
    }
    joined.tags += other.tags.filter { !joined.tags.contains($0) }
    joined.attributes.merge(other.attributes) { own, _ in own }
    joined.name = joined.name ?? other.name
    joined.siteURL = joined.siteURL ?? other.siteURL
    joined.wantsFullText = joined.wantsFullText || other.wantsFullText
    return joined
  }
}
