/// What a list row needs of a story: everything but the body.
public struct Headline: Hashable, Sendable, Identifiable {
  public var id: ArticleID
  public var title: String
  public var section: String?
  /// The source's name; empty when unknown.
  public var source: String
  /// The story's date, else when it came in.
  public var date: Timestamp
  public var language: String
  public var tags: [String]
  /// How many related stories its page names, stored or not; its "more from this section" list does not count.
  public var relatedCount: Int
  public var isRead: Bool
  public var isStarred: Bool
  /// Papers that tell what it tells, its own among them; 1 for a story alone.
  public var paperCount: Int
  /// Hidden by a mute rule; only in lists that show such stories.
  public var isMuted: Bool
  /// The page's address; nil when it has none.
  public var url: String?

  public init(
    id: ArticleID, title: String, section: String? = nil, source: String = "", date: Timestamp,
    language: String = "hi", tags: [String] = [], relatedCount: Int = 0, isRead: Bool = false,
    isStarred: Bool = false, paperCount: Int = 1, isMuted: Bool = false
  ) {
    self.id = id
    self.title = title
    self.section = section
    self.source = source
    self.date = date
    self.language = language
    self.tags = tags
    self.relatedCount = relatedCount
    self.isRead = isRead
    self.isStarred = isStarred
    self.paperCount = paperCount
    self.isMuted = isMuted
  }
}

/// Which stories a list shows. Newest first always; all conditions must hold.
public struct HeadlineQuery: Hashable, Sendable {
  /// Each of these tags must be on the story, in any spelling that folds to the same key.
  public var tags: [String] = []
  public var section: String?
  /// A feed's ID or title.
  public var feed: String?
  public var isUnreadOnly = false
  public var isStarredOnly = false
  /// Words that must all begin words of the headline, folded as for search; nil or blank asks nothing.
  public var titleWords: String?
  /// A question in the query language, parsed; nil asks nothing. Its words are looked for in the whole text, not ranked.
  public var filter: StoryQuery?
  /// One row for each group of stories, its lead's.
  public var isGrouped = false
  /// Whether stories that a mute rule hides are in the list as well. A ``filter`` that asks about them (`is:muted`) decides itself.
  public var isMutedShown = false

  public init() {}

  /// True when nothing is asked and all stories are shown.
  public var isEmpty: Bool { self == HeadlineQuery() }

  /// The same list of all stories.
  public var unfiltered: HeadlineQuery {
    var all = HeadlineQuery()
    all.isGrouped = isGrouped
    all.isMutedShown = isMutedShown
    return all
  }

  /// Whether something is asked for, however what is found is shown.
  public var isFiltered: Bool { self != unfiltered }
}

/// A stretch of a list: rows `start ..< start + rows.count` of `totalCount`.
public struct HeadlinePage: Hashable, Sendable {
  public var query: HeadlineQuery
  public var start: Int
  public var rows: [Headline]
  /// Stories that the query finds in the whole store.
  public var totalCount: Int
  /// Those of them that are unread.
  public var unreadCount: Int
  /// Where the story that was asked for stands, or would stand if the query found it; nil when none was asked for or it is not stored.
  public var anchorIndex: Int?

  public init(
    query: HeadlineQuery, start: Int, rows: [Headline], totalCount: Int, unreadCount: Int, anchorIndex: Int? = nil
  ) {
    self.query = query
    self.start = start
    self.rows = rows
    self.totalCount = totalCount
    self.unreadCount = unreadCount
    self.anchorIndex = anchorIndex
  }
}

/// A tag and the number of stories that carry it.
public struct TagCount: Hashable, Sendable {
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}
