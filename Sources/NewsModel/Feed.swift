/// Names a source: its normalised address, or `pages:NAME` for pages that were saved from a publisher named NAME.
public struct FeedID: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// A source of stories.
public struct Feed: Hashable, Sendable {
  public var id: FeedID
  /// The publisher's name as a reader knows it: लोकमत.
  public var title: String
  /// BCP 47; nil when the source mixes languages or did not say.
  public var language: String?

  public init(id: FeedID, title: String, language: String? = nil) {
    self.id = id
    self.title = title
    self.language = language
  }

  /// The source of pages saved from the publisher called `publisher`; nil when a page did not name it.
  public static func savedPages(publisher: String?, language: String? = nil) -> Feed {
    Feed(
      id: FeedID(rawValue: "pages:" + (publisher ?? "")), title: publisher ?? "", language: language
    )
  }
}
