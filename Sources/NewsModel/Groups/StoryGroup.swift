/// One event as several papers tell it, or one text in several versions.
public struct StoryGroup: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    /// What the story is to the group's first one.
    public enum Relation: String, Hashable, Sendable, Codable {
      /// The story that the group began with.
      case first
      /// The same text but for a few words: wire copy, or a paper's second edition of it.
      case copy
      /// Told in other words.
      case retold
    }

    public var headline: Headline
    public var relation: Relation
    /// The news agency that its text or credit names; nil when none is named.
    public var agency: String?
    /// Sentences that say what no earlier story of the group said, in the story's order.
    public var added: [String]

    public init(headline: Headline, relation: Relation, agency: String? = nil, added: [String] = []) {
      self.headline = headline
      self.relation = relation
      self.agency = agency
      self.added = added
    }
  }

  /// Oldest first.
  public var members: [Member]
  /// Papers that tell it.
  public var paperCount: Int

  public init(members: [Member], paperCount: Int) {
    self.members = members
    self.paperCount = paperCount
  }
}

/// A story that stored stories point at and that is not stored itself.
public struct WantedStory: Hashable, Sendable {
  public var title: String
  public var section: String?
  public var url: String?
  /// Stories whose pages name it.
  public var pointingCount: Int
  /// The newest of them.
  public var pointedAtBy: ArticleID

  public init(title: String, section: String? = nil, url: String? = nil, pointingCount: Int, pointedAtBy: ArticleID) {
    self.title = title
    self.section = section
    self.url = url
    self.pointingCount = pointingCount
    self.pointedAtBy = pointedAtBy
  }
}
