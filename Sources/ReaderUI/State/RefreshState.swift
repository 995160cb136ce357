public import NewsModel

/// The refresh that runs.
public struct RefreshState: Hashable, Sendable {
  public internal(set) var scope: RefreshScope
  /// Nil until the first news of it.
  public internal(set) var progress: RefreshProgress?
  /// The reader was told that the same key, pressed again, stops it.
  var isStopOffered = false
  var isStopping = false

  init(scope: RefreshScope) {
    self.scope = scope
  }

  /// How far the stage is, from 0 to 1.
  public var share: Double {
    guard let progress, progress.totalCount > 0 else { return 0 }
    return min(1, max(0, Double(progress.doneCount) / Double(progress.totalCount)))
  }
}
