/// What the reader did with a story. Kept apart from ``Article`` and outlives it, so that an old story never returns as new.
public struct ReadingState: Hashable, Sendable {
  public var isRead: Bool
  public var isStarred: Bool
  /// The body's block at the top of the pane when the reader left it; 0 is the beginning.
  public var blockIndex: Int

  public init(isRead: Bool = false, isStarred: Bool = false, blockIndex: Int = 0) {
    self.isRead = isRead
    self.isStarred = isStarred
    self.blockIndex = blockIndex
  }
}

/// One change to a ``ReadingState``; what is nil stays as it is.
public struct ReadingChange: Hashable, Sendable {
  public var isRead: Bool?
  public var isStarred: Bool?
  public var blockIndex: Int?

  public init(isRead: Bool? = nil, isStarred: Bool? = nil, blockIndex: Int? = nil) {
    self.isRead = isRead
    self.isStarred = isStarred
    self.blockIndex = blockIndex
  }
}
