internal import IndicText
internal import NewsModel
internal import NewsParsing

/// Decides which stored story an item of a feed is, when the feed has not listed it before.
///
/// The rule, and why: <doc:ItemIdentity>.
struct ItemIdentity {
  enum Decision: Equatable {
    case new
    /// An item of this feed under another ID: the publisher gave it a new one.
    case renamed(StoryCandidate)
    /// A story that came in from another feed or as a page.
    case guest(StoryCandidate)
  }

  private let article: Article
  private let feed: FeedID
  private let host: String?

  init(_ article: Article, feed: FeedID) {
    self.article = article
    self.feed = feed
    host = article.url.flatMap { WebAddress($0)?.host }
  }

  /// - Parameter candidates: stored stories with the item's address or folded headline.
  /// - Parameter isListed: whether the feed lists the story under another ID just now; then this is another story.
  func decision(
    among candidates: [StoryCandidate], isListed: (StoryCandidate) throws -> Bool
  ) rethrows -> Decision {
    for candidate in candidates where isSameStory(candidate) {
      if candidate.feed != feed { return try isListed(candidate) ? .new : .guest(candidate) }
      if try !isListed(candidate) { return .renamed(candidate) }
    }
    return .new
  }
}

extension ItemIdentity {
  /// A headline of fewer words names a column and not an event, see <doc:StoryIdentity>.
  private static let tellingWordCount = 5
  /// How far the dates of one story may lie apart in two sources, in seconds.
  private static let dateTolerance: Int64 = 36 * 3600

  private func isSameStory(_ candidate: StoryCandidate) -> Bool {
    if let url = article.url, let other = candidate.url {
      if WebAddress.storyKey(url) == WebAddress.storyKey(other) {
        // The address of a whole site stands on many items of some feeds.
        return WebAddress(url)?.isSiteRoot != true
      }
    }
    guard SearchKey.words(article.title).count >= Self.tellingWordCount, areDatesNear(candidate) else { return false }
    return candidate.feed == feed || isSamePublisher(candidate)
  }

  private func areDatesNear(_ candidate: StoryCandidate) -> Bool {
    let own = [article.published, article.modified].compactMap { $0?.secondsSince1970 }
    let others = [candidate.published, candidate.modified].compactMap { $0?.secondsSince1970 }
    if own.isEmpty || others.isEmpty { return true }
    return own.contains { date in others.contains { abs($0 - date) <= Self.dateTolerance } }
  }

  /// Both name one host, or the other source goes by the name of this host's publisher.
  private func isSamePublisher(_ candidate: StoryCandidate) -> Bool {
    guard let host else { return false }
    if let other = candidate.url.flatMap({ WebAddress($0)?.host }) { return Publisher.areSame(host, other) }
    return Publisher.name(ofHost: host).map { SearchKey.fold($0) == SearchKey.fold(candidate.source) } ?? false
  }
}
