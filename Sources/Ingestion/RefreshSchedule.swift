internal import Fetching
internal import NewsModel

/// When a feed is asked again after an answer.
enum RefreshSchedule {
  /// The first wait after a failure; each further failure doubles it.
  static let firstWaitSeconds: Int64 = 15 * 60
  static let longestWaitSeconds: Int64 = 24 * 3600
  /// By schedule no feed is asked again sooner after it answered: the shortest time that settings allow between two refreshes.
  static let shortestIntervalSeconds: Int64 = 5 * 60
  /// A server's Retry-After beyond this is not believed.
  static let longestRetryAfterSeconds: Int64 = 7 * 24 * 3600

  /// How a feed is after an answer that was all right.
  static func success(now: Timestamp) -> FeedHealth {
    FeedHealth(lastSuccess: now, lastAttempt: now)
  }

  /// How a feed is after a failure.
  ///
  /// - Parameter retryAfterSeconds: what the server asked for; nil when it did not ask.
  static func failure(
    _ trouble: FeedTrouble, retryAfterSeconds: Int?, before: FeedHealth, now: Timestamp
  ) -> FeedHealth {
    var health = before
    health.lastAttempt = now
    health.trouble = trouble
    health.failureCount += 1
    let doublings = min(health.failureCount - 1, 10)
    var wait = min(firstWaitSeconds << Int64(doublings), longestWaitSeconds)
    if let asked = retryAfterSeconds { wait = max(wait, min(Int64(asked), longestRetryAfterSeconds)) }
    health.nextAttempt = Timestamp(
      secondsSince1970: now.secondsSince1970 + wait, utcOffsetSeconds: now.utcOffsetSeconds)
    return health
  }

  /// Until when a feed is not to be asked; nil when it may be.
  ///
  /// - Parameters:
  ///   - isAsked: the reader asks for it: only a server's own wish to wait holds it back then.
  ///   - isReadAgain: texts of it were lost, so that an answer of a moment ago is none.
  static func waitsUntil(
    _ health: FeedHealth, isAsked: Bool, isReadAgain: Bool, now: Timestamp
  ) -> Timestamp? {
    guard let next = health.nextAttempt else {
      return isAsked || isReadAgain ? nil : freshUntil(health, now: now)
    }
    guard next.secondsSince1970 > now.secondsSince1970 else { return nil }
    // A clock that was set back must not silence a feed for years.
    if next.secondsSince1970 - now.secondsSince1970 > longestRetryAfterSeconds { return nil }
    return isAsked && health.trouble?.kind != .askedToWait ? nil : next
  }

  /// Until when the answer of a feed is new enough, as when the reader is closed and opened again; nil when it is not.
  private static func freshUntil(_ health: FeedHealth, now: Timestamp) -> Timestamp? {
    guard let answered = health.lastSuccess else { return nil }
    let passed = now.secondsSince1970 - answered.secondsSince1970
    // An answer from the future: the clock was set back.
    guard 0..<shortestIntervalSeconds ~= passed else { return nil }
    return Timestamp(
      secondsSince1970: answered.secondsSince1970 + shortestIntervalSeconds, utcOffsetSeconds: now.utcOffsetSeconds)
  }
}

extension FeedTrouble {
  init(_ error: FetchError) {
    let kind: Kind =
      switch error.kind {
      case .forbiddenAddress: .forbiddenAddress
      case .unknownHost: .unknownHost
      case .unreachable: .unreachable
      case .insecure: .insecure
      case .timedOut: .timedOut
      case .tooLarge: .tooLarge
      case .tooManyRedirects: .tooManyRedirects
      case .cutOff: .cutOff
      case .askedToWait: .askedToWait
      case .libraryMissing: .libraryMissing
      case .cancelled, .other: .other
      }
    self.init(kind: kind, detail: error.detail)
  }

  /// The trouble that an answer stands for; nil when it is all right.
  init?(_ response: HTTPResponse) {
    switch response.status {
    case 200..<300, 304: return nil
    case 410: self.init(kind: .gone, status: 410)
    case 429: self.init(kind: .askedToWait, status: 429)
    case 503 where response.retryAfterSeconds != nil: self.init(kind: .askedToWait, status: 503)
    default: self.init(kind: .status, status: response.status)
    }
  }
}
