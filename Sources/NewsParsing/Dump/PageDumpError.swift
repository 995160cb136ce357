/// Why a text is not taken as a page of news.
public enum PageDumpError: Error, Hashable, Sendable {
  /// What a text is when it is no page.
  public enum Kind: String, Hashable, Sendable {
    case json, xml, csv, log, sourceCode
  }

  /// Which format of feed.
  public enum FeedKind: String, Hashable, Sendable {
    case rss, atom, rdf, jsonFeed, opml
  }

  /// Nothing but blanks.
  case empty
  /// The bytes are no text: an image, an archive, a program.
  case binary
  case tooLarge(utf8Count: Int, limit: Int)
  case looksLikeHTML
  case looksLikeFeed(FeedKind)
  case looksLikeData(Kind)
  /// No line stands there that could be the headline: the text begins with prose, or with a chapter's number.
  case noHeadline
  /// Under the headline stand fewer letters of prose than a story has.
  case noBody(letterCount: Int)
}
