public import NewsModel
public import NewsParsing
public import NewsStore

/// What became of one page.
public enum ImportOutcome: Hashable, Sendable {
  /// What the store did with the story.
  public enum Change: Hashable, Sendable {
    case new
    case updated
    /// The store had it so already, or in a later version.
    case unchanged
  }

  /// The story that the page is, and what was repaired or given up while reading it.
  case imported(Change, ArticleID, title: String, notes: [ParseNote])
  /// The stories of a feed, and what was repaired or given up while reading it.
  case importedFeed(new: Int, updated: Int, unchanged: Int, title: String, notes: [ParseNote])
  case refused(ImportRefusal)
}

/// Why a page did not come in. Says nothing about the pages beside it.
public enum ImportRefusal: Error, Hashable, Sendable {
  /// Its bytes could not be read; the text is the system's.
  case unreadable(String)
  case notAPage(PageDumpError)
  /// It is HTML, but no page of a story.
  case notAStory(PageError)
  case notAFeed(FeedParseError)
  /// The store failed; the pages of one batch share the failure, and none of them was stored.
  case notStored(StoreError)
  /// The import was cancelled before this page's turn.
  case cancelled
}
