/// How far the care of a store is: checking, copying, compacting, rescuing.
public struct StoreProgress: Hashable, Sendable {
  public enum Stage: Hashable, Sendable {
    /// The file's pages, indexes and references.
    case checkingPages
    /// The full-text index.
    case checkingIndex
    /// What khabar itself promises of its tables.
    case checkingStories
    /// Copying pages to another file.
    case copying
    case compacting
    /// Reading rows out of a damaged file.
    case rescuing
  }

  public var stage: Stage
  /// Pages or tables, by stage; both numbers are 0 where nobody knows how much there is.
  public var doneCount = 0
  public var totalCount = 0

  public init(_ stage: Stage, doneCount: Int = 0, totalCount: Int = 0) {
    (self.stage, self.doneCount, self.totalCount) = (stage, doneCount, totalCount)
  }
}
