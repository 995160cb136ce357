/// Why bytes are not taken as a feed: what they are instead.
public enum FeedParseError: Error, Hashable, Sendable {
  /// Nothing, or nothing but blanks.
  case empty
  case tooLarge(byteCount: Int, limit: Int)
  /// An image, a PDF, an archive: its media type.
  case binary(mediaType: String)
  /// A page; the feeds that it names.
  case page(feeds: [FeedDiscovery.Candidate])
  /// A list of feeds, to be imported instead.
  case feedList
  /// XML of another kind; the name of its root.
  case xml(root: String)
  /// JSON that is no feed.
  case json
  case text
}
