public import NewsModel

/// What must be done outside of the reader's state. Plain values: tests compare them, a runner carries them out.
public enum ReaderEffect: Hashable, Sendable {
  case loadHeadlines(HeadlineRequest)
  case loadStory(ArticleID)
  /// Loads a story that the selection came to rest on: while a key is held down those that are passed by may be left out.
  case previewStory(ArticleID)
  case loadTags(HeadlineQuery)
  case findTitles(like: String)
  case findUnread(UnreadRequest)
  case change(ArticleID, ReadingChange)
  case loadThemes
  case saveTheme(String)
  case saveScript(ScriptStyle)
  /// Nil is as published.
  case saveDigits(DigitStyle?)
  case dismissSample
  /// Opens an address in the reader's browser; never through a shell.
  case openLink(String)
  /// Comes back as ``ReaderEvent/layOutMore``, after what is pending: a long story is laid out between the keys.
  case layOutMore
  case expireMessage(Int, afterSeconds: Int)
  case redraw
  case suspend
  case quit
}
