/// What a key can ask for. Bindings, help and tests share this one list.
public enum ReaderAction: Hashable, Sendable {
  case moveDown, moveUp, pageDown, pageUp, halfPageDown, halfPageUp, goToStart, goToEnd
  case open, nextPane, previousPane, back, forward
  /// The related story with this number, 1 to 9.
  case openRelated(Int)
  case showRelated, filterByTag, clear
  case toggleStar, toggleUnread, markAllRead, nextUnread, previousUnread
  case toggleSpeech, nextSentence, previousSentence
  case welcome
  case openInBrowser, copy, lookUpWord, find, searchStories, chooseTheme, toggleScript, changeDigits, help,
    dismissSample
  case refresh, showFeeds, addFeed, undoUnsubscribe, chooseSources, showLinks
  case showSavedQueries, saveList, saveMuteRule, toggleMuted
  case toggleGroups, showGroup, showWanted, editTag
  case toggleMark, editNote, showMarks, showHistory
  case pipe, togglePictures
  case toggleMouse, narrowList, widenList
  case quit, suspend, redraw
}
