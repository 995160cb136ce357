public import NewsModel
public import Screen

/// When pictures of a story are fetched.
public enum PicturePolicy: String, Hashable, Sendable, CaseIterable {
  case never
  /// When the reader asks for those of a story.
  case ask
  /// When a story is opened.
  case always
}

/// A picture that is to be fetched and drawn with characters.
public struct PictureRequest: Hashable, Sendable {
  public var story: ArticleID
  public var address: String
  /// The address of the document that names the picture; not one of the web when that is not known.
  public var namedBy: String
  /// How large it may be at most.
  public var size: Size
  /// Whether the terminal has block elements of one column; ASCII signs are drawn otherwise.
  public var hasBlockElements: Bool
  /// Whether it may be drawn with pixels, where the terminal can; a page that is read line by line has characters.
  public var mayHavePixels: Bool

  public init(
    story: ArticleID, address: String, namedBy: String, size: Size, hasBlockElements: Bool, mayHavePixels: Bool = true
  ) {
    self.story = story
    self.address = address
    self.namedBy = namedBy
    self.size = size
    self.hasBlockElements = hasBlockElements
    self.mayHavePixels = mayHavePixels
  }
}

/// What came of a ``PictureRequest``.
public enum PictureResult: Hashable, Sendable {
  case drawn(CellPicture)
  /// Why not, as a sentence for the reader.
  case failed(String)
}

/// The pictures of the story on the screen, by their addresses.
struct BodyPictures: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    /// What was asked for last.
    var asked: PictureRequest
    var isAwaited = true
    /// As it was drawn last, perhaps for another size.
    var picture: CellPicture?
    var failure: String?
  }

  /// Whether the reader wants them.
  var isShown = false
  var entries: [String: Entry] = [:]
}
