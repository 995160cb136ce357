/// Which stories may go. Starred stories, unread ones and those touched lately never do.
public struct RetentionRule: Hashable, Sendable {
  /// A read story goes when it is older than this and nobody has touched it for as long; nil keeps all for good.
  public var readStoryDays: Int?
  /// For so long a deletion can be undone.
  public var undoDays: Int

  public init(readStoryDays: Int? = 120, undoDays: Int = 30) {
    self.readStoryDays = readStoryDays
    self.undoDays = undoDays
  }
}
