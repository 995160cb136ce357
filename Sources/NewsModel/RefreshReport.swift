/// Which feeds a refresh asks.
public enum RefreshScope: Hashable, Sendable {
  /// Every feed, because the reader asked.
  case all
  /// These feeds, because the reader asked.
  case feeds([FeedID])
  /// By schedule: feeds that hold back for now are left out (``FeedHealth/nextAttempt``).
  case scheduled
}

/// What a refresh did, feed by feed.
public struct RefreshReport: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// Stories came; the counts are of stories.
    case fetched(new: Int, updated: Int)
    /// The server said that nothing changed, or the same bytes came again.
    case notModified
    case failed(FeedTrouble)
    /// Not asked, because of an earlier answer (back-off, Retry-After).
    case waiting(until: Timestamp)
  }

  public struct Line: Hashable, Sendable {
    public var feed: FeedID
    public var name: String
    public var address: String
    public var outcome: Outcome

    public init(feed: FeedID, name: String, address: String, outcome: Outcome) {
      self.feed = feed
      self.name = name
      self.address = address
      self.outcome = outcome
    }
  }

  /// In the order in which feeds were done.
  public var lines: [Line] = []
  /// Seconds from the beginning until every headline was listed, until every story was understood, and until every story can be found.
  public var listedSeconds = 0.0
  public var understoodSeconds = 0.0
  public var indexedSeconds = 0.0

  public init() {}

  public var newCount: Int {
    lines.reduce(0) { if case .fetched(let new, _) = $1.outcome { $0 + new } else { $0 } }
  }

  public var updatedCount: Int {
    lines.reduce(0) { if case .fetched(_, let updated) = $1.outcome { $0 + updated } else { $0 } }
  }

  public var failures: [Line] {
    lines.filter { if case .failed = $0.outcome { true } else { false } }
  }
}

/// How far a refresh is.
public struct RefreshProgress: Hashable, Sendable {
  public enum Stage: Hashable, Sendable {
    /// Fetching and listing: counts are feeds.
    case listing
    /// Turning stored bodies into text: counts are stories.
    case understanding
    /// Filling the index and finding out what stories have to do with each other: counts are stories.
    case indexing
  }

  public var stage: Stage
  public var doneCount: Int
  public var totalCount: Int
  /// Stories that came in so far.
  public var newCount: Int
  public var failureCount: Int

  public init(stage: Stage, doneCount: Int, totalCount: Int, newCount: Int = 0, failureCount: Int = 0) {
    self.stage = stage
    self.doneCount = doneCount
    self.totalCount = totalCount
    self.newCount = newCount
    self.failureCount = failureCount
  }
}
