/// What a list of feeds says, in its own order: an OPML file, another reader's list, or the reader's own subscriptions.
///
/// It is a tree, so that nothing of an OPML file is lost: folders keep their order and may be empty, a feed may stand in several of them,
/// and what khabar has no use for is kept by its name.
public struct FeedList: Hashable, Sendable {
  /// What the list says about itself, in its order: `title`, `ownerName`, `dateCreated` (OPML 2.0, "What is a <head>?").
  public var head: [Fact]
  public var outlines: [Outline]

  /// One element of the head.
  public struct Fact: Hashable, Sendable {
    /// As written: an XML name.
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// One line of the list.
  public enum Outline: Hashable, Sendable {
    case feed(ListedFeed)
    case folder(FeedFolder)
    /// Neither: a link, a note, a feed without an address. Kept for the next export, and subscribed to by nobody.
    case other(OtherOutline)
  }

  public init(head: [Fact] = [], outlines: [Outline] = []) {
    self.head = head
    self.outlines = outlines
  }

  /// The list's own name; nil when it has none.
  public var title: String? { head.first { $0.name.lowercased() == "title" && !$0.text.isEmpty }?.text }
}

/// A feed as a list names it.
public struct ListedFeed: Hashable, Sendable {
  /// Normalised (``WebAddress/normalised(_:)``), so always of the web.
  public var address: String
  /// The publisher's name for it; nil when the list has none.
  public var title: String?
  /// The reader's own name for it; nil goes by ``title``.
  public var name: String?
  /// The publisher's site.
  public var siteURL: String?
  /// BCP 47.
  public var language: String?
  public var tags: [String]
  /// Whether the page of each story is wanted at once.
  public var wantsFullText: Bool
  /// What else the list says of the feed, by attribute name. A name with a prefix is kept with its declaration (`xmlns:prefix`).
  public var attributes: [String: String]

  public init(
    address: String, title: String? = nil, name: String? = nil, siteURL: String? = nil, language: String? = nil,
    tags: [String] = [], wantsFullText: Bool = false, attributes: [String: String] = [:]
  ) {
    self.address = address
    self.title = title
    self.name = name
    self.siteURL = siteURL
    self.language = language
    self.tags = tags
    self.wantsFullText = wantsFullText
    self.attributes = attributes
  }
}

/// A folder of a list.
public struct FeedFolder: Hashable, Sendable {
  /// May be empty: lists have folders without a name.
  public var name: String
  public var attributes: [String: String]
  public var outlines: [FeedList.Outline]

  public init(name: String, attributes: [String: String] = [:], outlines: [FeedList.Outline] = []) {
    self.name = name
    self.attributes = attributes
    self.outlines = outlines
  }
}

/// A line of a list that is neither a feed nor a folder.
public struct OtherOutline: Hashable, Sendable {
  public var name: String
  public var attributes: [String: String]

  public init(name: String, attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
  }
}
