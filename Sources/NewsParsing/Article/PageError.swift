/// Why bytes are not taken as the page of a story.
public enum PageError: Error, Hashable, Sendable {
  /// What bytes are when they are no HTML.
  public enum Kind: String, Hashable, Sendable {
    /// An image, a sound, an archive, a PDF.
    case binary
    case plainText, json, feed, xml
  }

  /// Nothing but blanks, or markup without a word in it.
  case empty
  case notHTML(Kind)
  case tooLarge(utf8Count: Int, limit: Int)
  /// The page has no headline and is called nothing.
  case noHeadline
  /// A front page, a section, a search: many links and hardly any text.
  case listOfStories(linkCount: Int)
  /// The page is a program that would write its text in a browser.
  case needsScript
  /// The page shows no text of the story to readers who have not subscribed.
  case subscribersOnly
}
