public import NewsModel
public import SpokenText

/// What must be done outside of the reader's state. Plain values: tests compare them, a runner carries them out.
public enum ReaderEffect: Hashable, Sendable {
  case loadHeadlines(HeadlineRequest)
  case loadStory(ArticleID)
  /// Loads a story that the selection came to rest on: while a key is held down those that are passed by may be left out.
  case previewStory(ArticleID)
  /// Looks for what is near the story on the screen. Answered by ``ReaderEvent/computedLoaded(_:_:)``; only the last one needs an answer.
  case loadComputed(Story)
  /// Looks in all stories. Answered by ``ReaderEvent/found(_:)``; while somebody types only the last one needs an answer.
  case search(SearchRequest)
  /// Comes back as ``ReaderEvent/typingPaused(_:)`` after ``SearchState/pauseMilliseconds``.
  case awaitPause(Int)
  case saveRecentSearches([String])
  /// Answered by ``ReaderEvent/wordCounted(_:_:)``; only the last one needs an answer.
  case countWord(WordCountRequest)
  case loadTags(HeadlineQuery)
  /// All about a tag, by any of its spellings. Answered by ``ReaderEvent/tagPageLoaded(_:_:)``.
  case loadTagPage(String)
  /// Answered by ``ReaderEvent/groupLoaded(_:_:)``.
  case loadGroup(ArticleID)
  /// Answered by ``ReaderEvent/wantedLoaded(_:)``.
  case loadWanted
  case saveGrouped(Bool)
  /// Answered by ``ReaderEvent/marksLoaded(_:)``.
  case loadMarks
  case saveMark(SentenceMark)
  case removeMark(SentenceMark)
  /// Answered by ``ReaderEvent/historyLoaded(_:_:)``.
  case loadHistory(ArticleID)
  /// Answered by ``ReaderEvent/storeChanged(_:)``, as is ``removeTag(_:_:)``.
  case addTag(String, ArticleID)
  case removeTag(String, ArticleID)
  /// The tags of all stories: one of them is to take another in. Answered by ``ReaderEvent/allTagsLoaded(_:)``.
  case loadAllTags
  /// Answered by ``ReaderEvent/storeChanged(_:)``.
  case changeTag(TagChange)
  /// Smart lists and mute rules, and which of them hides this story. Answered by ``ReaderEvent/savedQueriesLoaded(_:hiding:)``.
  case loadSavedQueries(hiding: ArticleID?)
  /// Answered by ``ReaderEvent/querySaved(_:)``.
  case saveQuery(SavedQuery)
  /// Answered by ``ReaderEvent/queryRemoved(_:)``.
  case removeQuery(SavedQuery)
  case findTitles(like: String)
  case findUnread(UnreadRequest)
  case change(ArticleID, ReadingChange)
  /// The same change for many stories.
  case changeAll([ArticleID], ReadingChange)
  /// Marks what the query finds as read. Answered by ``ReaderEvent/markedRead(_:)``.
  case markAllRead(HeadlineQuery)
  case saveSession(ReaderSession)
  case loadThemes
  case saveTheme(String)
  case saveScript(ScriptStyle)
  case saveLanguage(UILanguage)
  /// Nil is as published.
  case saveDigits(DigitStyle?)
  case saveMouse(Bool)
  case saveSplit(PaneSplit)
  case dismissSample
  /// Asks feeds for news. Answered by ``ReaderEvent/refreshProgress(_:)`` as often as is useful, and in the end, whatever happened, by one
  /// ``ReaderEvent/refreshed(_:)``. Never asked for while another refresh runs.
  case refresh(RefreshScope)
  /// Ends the running refresh early; ``ReaderEvent/refreshed(_:)`` tells what was done until then.
  case cancelRefresh
  /// The reader's own subscriptions, whichever edition is shown.
  case loadSubscriptions
  /// Looks for feeds at an address as it was typed: a feed, a site, or a name without a scheme.
  case lookForFeeds(at: String)
  /// Answered by ``ReaderEvent/subscribed(_:)``.
  case subscribe([FeedCandidate])
  /// Its stories stay.
  case unsubscribe(FeedID)
  /// Takes an ``unsubscribe(_:)`` back: the subscription as it was, folders and health included.
  case resubscribe(Subscription)
  /// The catalogue of publishers. Answered by ``ReaderEvent/catalogueLoaded(_:)``.
  case loadCatalogue
  /// The catalogue was offered by itself, which happens once (``ReaderSettings/offersCatalogue``).
  case saveCatalogueOffered
  /// Fetches the page of a story that is only a summary. Answered by ``ReaderEvent/storyCompleted(_:failure:)``.
  case completeStory(ArticleID)
  /// Fetches a picture, or takes the one that was fetched before, and draws it. Answered by ``ReaderEvent/pictureLoaded(_:_:)``; of
  /// several for one address the last one is.
  case loadPicture(PictureRequest)
  /// Puts a text on the clipboard: the terminal's, and the desktop's where there is one.
  case copy(String)
  /// Opens an address in the reader's browser; never through a shell.
  case openLink(String, kind: LinkKind = .link)
  /// Gives a story to a program on its standard input; never through a shell. Answered by ``ReaderEvent/piped(_:)`` when that ends.
  case pipe(ArticleID, PipeState.Form, [String])
  case saveLastCommand(String)
  /// Says one sentence aloud, instead of what is being said. Answered by ``ReaderEvent/spoken(_:)`` or ``ReaderEvent/notSpoken(_:_:)``.
  case speak(Utterance, number: Int)
  /// Silence at once.
  case stopSpeaking
  /// Comes back as ``ReaderEvent/layOutMore``, after what is pending: a long story is laid out between the keys.
  case layOutMore
  case expireMessage(Int, afterSeconds: Int)
  /// Comes back as ``ReaderEvent/keyPaused(_:)`` after a second.
  case awaitKey(Int)
  case redraw
  case suspend
  case quit
}
