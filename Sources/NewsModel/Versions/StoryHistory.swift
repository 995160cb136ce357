/// What a story said before it was corrected.
public struct StoryHistory: Hashable, Sendable {
  /// One replacing of a text by another.
  public struct Step: Hashable, Sendable {
    /// When the later text came in.
    public var replaced: Timestamp
    /// What was there before.
    public var before: StoryVersion
    /// What differs, in the story's order.
    public var changes: [SentenceChange]

    public init(replaced: Timestamp, before: StoryVersion, changes: [SentenceChange]) {
      self.replaced = replaced
      self.before = before
      self.changes = changes
    }
  }

  /// The last one first.
  public var steps: [Step]

  public init(steps: [Step]) {
    self.steps = steps
  }
}

/// One text of a story.
public struct StoryVersion: Hashable, Sendable {
  public var title: String
  public var dek: String?
  public var body: ArticleBody

  public init(title: String, dek: String? = nil, body: ArticleBody) {
    self.title = title
    self.dek = dek
    self.body = body
  }
}

/// A sentence that two versions of a story do not share.
public struct SentenceChange: Hashable, Sendable {
  public enum Part: String, Hashable, Sendable, Codable {
    case title, dek, body
  }

  /// A stretch of a sentence: whole words with the blanks after them.
  public struct Piece: Hashable, Sendable {
    public var text: String
    /// Whether the other version's sentence does not have these words there.
    public var isChanged: Bool

    public init(_ text: String, isChanged: Bool = false) {
      self.text = text
      self.isChanged = isChanged
    }
  }

  public var part: Part
  /// What the earlier version said; empty for a sentence that is new.
  public var removed: [Piece]
  /// What the later one says; empty for a sentence that went. Both together: the sentence was changed.
  public var added: [Piece]

  public init(part: Part, removed: [Piece] = [], added: [Piece] = []) {
    self.part = part
    self.removed = removed
    self.added = added
  }

  public var removedText: String { removed.map(\.text).joined() }
  public var addedText: String { added.map(\.text).joined() }
}
