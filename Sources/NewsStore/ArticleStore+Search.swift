public import NewsModel

/// Finding stories by their words: <doc:Search>.
extension ArticleStore {
  /// The stories that a query finds, best first, muted ones left out unless it asks for them.
  ///
  /// What could not be understood of the query is in the answer (``SearchPage/trouble``). A query without words, of filters only, finds the
  /// newest first.
  ///
  /// - Parameter now: what ages are reckoned from; its offset is the reader's time zone, in which days begin.
  public func search(_ request: SearchRequest, now: Timestamp) throws(StoreError) -> SearchPage {
    try read("search") { () throws(SQLiteError) in
      try StorySearch(connection: connection, now: now).page(request)
    }
  }
}
