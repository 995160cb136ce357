public import NewsModel

/// Stories of one event, and stories that are not here.
extension ArticleStore {
  /// The stories that are one text with this one or tell of its event, oldest first, this one among them; nil when it is alone or not stored.
  public func group(of id: ArticleID) throws(StoreError) -> StoryGroup? {
    try read("read group") { () throws(SQLiteError) in
      try GroupReading(connection: connection).group(of: id)
    }
  }

  /// Stories that are not stored and that stored ones point at, those that most point at first.
  public func wanted(limit: Int) throws(StoreError) -> [WantedStory] {
    try read("find wanted stories") { () throws(SQLiteError) in
      try WantedTable(connection: connection).wanted(limit: max(0, limit))
    }
  }
}
