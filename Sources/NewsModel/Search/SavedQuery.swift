/// A query that was kept: a list of its own, or a rule that hides what it finds.
public struct SavedQuery: Hashable, Sendable, Identifiable {
  public enum Use: String, Hashable, Sendable, Codable {
    /// A smart list.
    case list
    /// A mute rule: what it finds is hidden, counted and never lost.
    case mute
  }

  /// Names the query for good; 0 for one that is not stored yet.
  public var id: Int64
  public var name: String
  /// In the query language (``StoryQuery``).
  public var text: String
  public var use: Use
  /// Stories that it finds, or hides; nil when not counted.
  public var storyCount: Int?
  /// Those of them that are unread.
  public var unreadCount: Int?

  public init(
    id: Int64 = 0, name: String, text: String, use: Use, storyCount: Int? = nil, unreadCount: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.text = text
    self.use = use
    self.storyCount = storyCount
    self.unreadCount = unreadCount
  }
}
