import NewsModel

extension ReaderState {
  /// `R`: asks all feeds. While a refresh runs it says so, and pressed at once again it stops that.
  mutating func refreshAll() -> [ReaderEffect] {
    guard let running = refresh else {
      return subscriptions?.isEmpty == true ? say(.noFeeds) : begin(.all)
    }
    if running.isStopping { return say(.refreshStopping) }
    if running.isStopOffered {
      refresh?.isStopping = true
      return [.cancelRefresh] + say(.refreshStopping)
    }
    refresh?.isStopOffered = true
    return say(.refreshRuns)
  }

  mutating func refreshFeed(_ id: FeedID) -> [ReaderEffect] {
    refresh == nil ? begin(.feeds([id])) : say(.refreshWait)
  }

  /// Asks new feeds for their stories, after the refresh that runs.
  mutating func refreshSoon(_ feeds: [FeedID]) -> [ReaderEffect] {
    if refresh == nil { return begin(.feeds(feeds)) }
    feedsToRefresh += feeds
    return []
  }

  /// By schedule, when it is time.
  mutating func refreshIfDue() -> [ReaderEffect] {
    guard let minutes = settings.refreshMinutes, refresh == nil, subscriptions?.isEmpty == false else { return [] }
    if let end = lastRefreshEnd {
      let passed = now.secondsSince1970 - end.secondsSince1970
      // A clock that was set back begins anew.
      if passed < 0 { lastRefreshEnd = now }
      guard passed >= Int64(max(1, minutes)) * 60 else { return [] }
    }
    return begin(.scheduled)
  }

  private mutating func begin(_ scope: RefreshScope) -> [ReaderEffect] {
    refresh = RefreshState(scope: scope)
    return [.refresh(scope)]
  }

  mutating func show(_ progress: RefreshProgress) -> [ReaderEffect] {
    refresh?.progress = progress
    return []
  }

  mutating func finishRefresh(_ report: RefreshReport) -> [ReaderEffect] {
    guard let ended = refresh else { return [] }
    refresh = nil
    lastRefreshEnd = now
    // Where nobody was asked nothing is new, of the feeds neither.
    let isAsked = report.lines.contains { if case .waiting = $0.outcome { false } else { true } }
    var effects: [ReaderEffect] = isAsked || ended.scope != .scheduled ? [.loadSubscriptions] : []
    if ended.scope != .scheduled || report.newCount > 0 { effects += tell(report, of: ended) }
    if !feedsToRefresh.isEmpty {
      effects += begin(.feeds(feedsToRefresh))
      feedsToRefresh = []
    }
    return effects
  }

  /// "12 नई ख़बरें · 2 फ़ीड नहीं मिलीं (F)".
  private mutating func tell(_ report: RefreshReport, of ended: RefreshState) -> [ReaderEffect] {
    let phrases = settings.phrases
    let failures = report.failures
    if report.newCount == 0, let first = failures.first, case .failed(let trouble) = first.outcome {
      if report.lines.count == 1 { return say(first.name + ": " + phrases.sentence(for: trouble), isError: true) }
      if failures.count == report.lines.count, failures.allSatisfy(\.isOffline) {
        return say(phrases(.offline), isError: true)
      }
    }
    var parts = ended.isStopping ? [phrases(.refreshStopped)] : []
    parts.append(phrases.newStories(report.newCount, settings.dates))
    if !failures.isEmpty {
      parts.append(phrases(.feedsFailed, count: failures.count, settings.dates.number(failures.count)))
    }
    return say(parts.joined(separator: " · "))
  }
}

extension RefreshReport.Line {
  /// Whether it failed as feeds do on a machine without a network.
  fileprivate var isOffline: Bool {
    guard case .failed(let trouble) = outcome else { return false }
    return trouble.kind == .unknownHost || trouble.kind == .unreachable
  }
}
