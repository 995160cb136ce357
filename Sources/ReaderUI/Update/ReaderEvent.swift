public import NewsModel
public import Screen

/// What happened. Answers carry their question, so that a late one can be told and dropped.
public enum ReaderEvent: Hashable, Sendable {
  case terminal(TerminalEvent)
  case headlinesLoaded(HeadlineRequest, HeadlinePage)
  /// Nil when the story is not in the store any more.
  case storyLoaded(ArticleID, Story?)
  /// What is near a story that came without it.
  case computedLoaded(ArticleID, [RelatedLink])
  case found(SearchPage)
  /// How many stories besides one have a word.
  case wordCounted(WordCountRequest, Int)
  /// Nothing was typed since the letter of this number.
  case typingPaused(Int)
  case tagsLoaded(HeadlineQuery, [TagCount])
  case allTagsLoaded([TagCount])
  /// Nil for a name that is no tag.
  case tagPageLoaded(String, TagPage?)
  /// Nil when the story is alone.
  case groupLoaded(ArticleID, StoryGroup?)
  /// Those that most stories point at first.
  case wantedLoaded([WantedStory])
  /// The last one made first.
  case marksLoaded([MarkedSentence])
  /// Nil when the story was never corrected.
  case historyLoaded(ArticleID, StoryHistory?)
  case savedQueriesLoaded([SavedQuery], hiding: SavedQuery?)
  /// With its ID and counts.
  case querySaved(SavedQuery)
  case queryRemoved(SavedQuery)
  /// Stories whose headlines are like the title asked for, best first.
  case titlesFound(String, [Headline])
  /// The unread story asked for, with its place in the list; nil when there is none.
  case unreadFound(UnreadRequest, ArticleID?)
  /// Stories that were unread and are read now.
  case markedRead([ArticleID])
  case themesLoaded([Theme])
  /// Another process or this one changed the store, or the reader now stands on another edition.
  case storeChanged(Edition)
  case refreshProgress(RefreshProgress)
  case refreshed(RefreshReport)
  case subscriptionsLoaded([SubscriptionRow])
  /// What was found at the address that was typed; when that is nothing, why, where the reason is known.
  case feedsFound(at: String, [FeedCandidate], FeedTrouble?)
  /// The subscriptions that are new; none when all were there already.
  case subscribed([Subscription])
  case catalogueLoaded(Catalogue)
  /// The page of a story that was only a summary is stored now; otherwise a sentence for the reader says why not.
  case storyCompleted(ArticleID, failure: String?)
  case pictureLoaded(PictureRequest, PictureResult)
  case piped(PipeOutcome)
  /// The utterance of this number was said to its end.
  case spoken(Int)
  /// It could not be said; a sentence for the reader says why.
  case notSpoken(Int, String)
  /// There is time to lay out more of a long story.
  case layOutMore
  case messageExpired(Int)
  /// No key came for a second after those of this number.
  case keyPaused(Int)
  /// The reader's configuration was changed.
  case configured(SettingsChange)
  /// A sentence for the reader, already worded.
  case notice(String, isError: Bool)
  /// What went wrong, as a sentence for the reader.
  case failed(String)
  case tick(Timestamp)
}

/// Which store the reader stands on.
public enum Edition: Hashable, Sendable {
  /// The reader's own stories; there may be none.
  case own
  /// The bundled sample edition, shown while there are none of the reader's own.
  case sample
}

/// A stretch of the list to be loaded.
public struct HeadlineRequest: Hashable, Sendable {
  public enum Anchor: Hashable, Sendable {
    /// Rows from this index on.
    case start(Int)
    /// The rows around this story, wherever it stands now.
    case around(ArticleID)
  }

  public var query: HeadlineQuery
  public var anchor: Anchor
  public var limit: Int

  public init(query: HeadlineQuery, anchor: Anchor, limit: Int) {
    self.query = query
    self.anchor = anchor
    self.limit = limit
  }
}

/// The next unread story below (or above) one in the list's order; past the end it goes on at the beginning.
public struct UnreadRequest: Hashable, Sendable {
  public var query: HeadlineQuery
  public var from: ArticleID?
  public var isBackwards: Bool
  /// Whether the found story is to be opened, or only selected.
  public var opens: Bool

  public init(query: HeadlineQuery, from: ArticleID?, isBackwards: Bool, opens: Bool) {
    self.query = query
    self.from = from
    self.isBackwards = isBackwards
    self.opens = opens
  }
}
