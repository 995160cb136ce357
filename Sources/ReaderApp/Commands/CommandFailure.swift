import NewsModel
import NewsParsing

/// Why a command could not do its work, as facts; ``Messages`` words them.
nonisolated enum CommandFailure: Error, Hashable {
  /// With the system's words.
  case cannotRead(path: String, reason: String)
  case notFetched(address: String, FeedTrouble)
  /// No subscription goes by this name or address.
  case noSuchFeed(String)
  case noFeeds
  /// A file that is no list of feeds.
  case listRefused(name: String, FeedListError)
  /// Not http or https.
  case badAddress(String)
  /// A folder without a file in it.
  case noPages(folder: String)
  /// `parse` takes one page.
  case isFolder(String)
  /// A page that `parse` cannot take.
  case pageRefused(name: String, PageDumpError)
  case storyRefused(name: String, PageError)
  case feedRefused(name: String, FeedParseError)
  case noSuchStory(String)
  /// A file that the export would replace.
  case fileExists(String)
  /// A folder, a device: nothing that can be replaced.
  case notAFile(String)
  /// The end of a file's name says no format.
  case unknownEnding(String)
  /// An EPUB on a terminal.
  case bookOnTerminal
  case bookTooLarge(count: Int, limit: Int)
  case libraryMissing(name: String, package: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// OPML has feeds, not stories.
  case feedsOnly
  /// Marks and notes in another form than Markdown.
  case notesAreMarkdown
  case noSuchTag(String)
  case noSuchQuery(String, SavedQuery.Use)
  /// The story does not have the tag.
  case notTagged(String, story: String)
  /// A name without a letter or digit.
  case badTag(String)
  case ambiguousStory(String, ids: [String])
  case unknownWidthModel(String)
  case sampleMissing(folders: [String])
  /// The catalogue has nothing under what an option names; with what it has.
  case notInCatalogue(option: String, value: String, known: [String])
}
