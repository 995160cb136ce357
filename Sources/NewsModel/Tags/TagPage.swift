/// What a tag names, where that is known.
public enum TagKind: String, Hashable, Sendable, Codable {
  case person, place, organisation, topic
}

/// Who put a tag on a story.
public enum TagOrigin: String, Hashable, Sendable, Codable, CaseIterable {
  case publisher, analysis, reader
}

/// All about one tag: what there is to see before its stories are read.
public struct TagPage: Hashable, Sendable {
  public struct Month: Hashable, Sendable {
    public var year: Int
    /// 1 to 12.
    public var month: Int
    public var count: Int

    public init(year: Int, month: Int, count: Int) {
      self.year = year
      self.month = month
      self.count = count
    }
  }

  /// A line of a concordance: the tag's name as it stands in a story, with the words around it.
  public struct Occurrence: Hashable, Sendable {
    public var story: ArticleID
    public var title: String
    public var date: Timestamp
    public var passage: Passage

    public init(story: ArticleID, title: String, date: Timestamp, passage: Passage) {
      self.story = story
      self.title = title
      self.date = date
      self.passage = passage
    }
  }

  /// By its most used spelling.
  public var tag: TagCount
  public var kind: TagKind?
  /// Stories by who tagged them.
  public var origins: [TagOrigin: Int]
  /// Every spelling, the most used first.
  public var spellings: [TagCount]
  /// Months in order, from the first to the last with a story, empty ones included; at most the last 24.
  public var months: [Month]
  /// Tags that stand beside it most often.
  public var companions: [TagCount]
  /// Newest first.
  public var occurrences: [Occurrence]

  public init(
    tag: TagCount, kind: TagKind? = nil, origins: [TagOrigin: Int] = [:], spellings: [TagCount] = [],
    months: [Month] = [], companions: [TagCount] = [], occurrences: [Occurrence] = []
  ) {
    self.tag = tag
    self.kind = kind
    self.origins = origins
    self.spellings = spellings
    self.months = months
    self.companions = companions
    self.occurrences = occurrences
  }
}
