public import NewsModel

/// New stories that a hook gets.
public struct NewStories: Hashable, Sendable {
  /// Newest first; the rest is only counted.
  public var stories: [Headline] = []
  public var totalCount = 0
}

/// Giving new stories to other programs, each once.
extension ArticleStore {
  /// Makes the hooks these. A story waits for every hook that is known when it comes in; hooks that are not named any more are forgotten.
  public func setHooks(_ keys: [String]) throws(StoreError) {
    let known = try read("read hooks") { () throws(SQLiteError) in
      try connection.rows("SELECT key FROM hook") { $0.text(0) }
    }
    // Most refreshes write nothing here.
    if Set(known) == Set(keys) { return }
    try write("keep hooks") { () throws(SQLiteError) in try HookTable(connection: connection).set(keys) }
  }

  /// Takes the stories that wait for a hook: those that `query` finds are given, the others are not asked about again.
  ///
  /// Once taken they do not come again, whatever happens to who took them: a story is given once at most.
  public func takeNewStories(
    of hook: String, matching query: StoryQuery, limit: Int
  ) throws(StoreError) -> NewStories {
    try write("take new stories") { () throws(SQLiteError) in
      try HookTable(connection: connection).take(hook, matching: query, limit: limit)
    }
  }
}
