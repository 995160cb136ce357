public import NewsModel
internal import StoryAnalysis

/// What stories said before they were corrected: <doc:MarksAndVersions>.
extension ArticleStore {
  /// What each correction of a story changed; nil when it was never corrected or is not stored.
  ///
  /// The texts are read on the store's queue and compared elsewhere.
  @concurrent
  public nonisolated func history(of id: ArticleID) async throws(StoreError) -> StoryHistory? {
    guard let (before, now, language) = try await versions(of: id), !before.isEmpty else { return nil }
    var steps: [StoryHistory.Step] = []
    for (index, (version, replaced)) in before.enumerated() {
      let next = index + 1 < before.count ? before[index + 1].0 : now
      steps.append(
        StoryHistory.Step(
          replaced: replaced, before: version,
          changes: VersionDifference.changes(from: version, to: next, language: language)))
    }
    return StoryHistory(steps: steps.reversed())
  }

  private func versions(
    of id: ArticleID
  ) throws(StoreError) -> (before: [(StoryVersion, Timestamp)], now: StoryVersion, language: String)? {
    try read("read versions") { () throws(SQLiteError) in
      try StoryVersionTable(connection: connection).versions(of: id)
    }
  }
}
