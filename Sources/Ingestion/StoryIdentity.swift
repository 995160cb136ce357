internal import IndicText
internal import NewsModel
internal import NewsParsing

/// Decides which stored story a page is a version of, if any.
///
/// A page has no name of its own, and headlines return: what counts, and why, is told in <doc:StoryIdentity>.
struct StoryIdentity {
  /// What a page is to the stored stories under its headline.
  enum Decision: Equatable {
    case new
    /// Another version of this story, at least as late.
    case version(of: Article)
    /// A version of this story from before the stored one.
    case earlierVersion(of: Article)
  }

  private let page: ExtractedArticle
  private let date: Timestamp?
  private let days: Set<String>

  init(_ page: ExtractedArticle) {
    self.page = page
    date = page.modified ?? page.published
    days = Set([page.published, page.modified].compactMap { $0.map(Self.day) })
  }

  /// - Parameter candidates: stored stories of the same feed and folded headline, the nearest in date first.
  func decision(among candidates: [Article]) -> Decision {
    let rivals = candidates.filter { page.url == nil || $0.url == nil || hasAddress(of: $0) }
    let match =
      rivals.first(where: hasAddress)
      ?? (hasTellingHeadline ? rivals.first { !days.isDisjoint(with: Self.days(of: $0)) } : nil)
      ?? firstWithSharedText(rivals)
      ?? (hasTellingHeadline ? rivals.first { days.isEmpty || $0.date == nil } : nil)
    guard let match else { return .new }
    // The text is worth more than the date: a summary gives way to any version of the story.
    if !match.completeness.isPartial, let date, let stored = match.date, date.secondsSince1970 < stored.secondsSince1970
    {
      return .earlierVersion(of: match)
    }
    return .version(of: match)
  }

  /// The identity of a page that is no version of a stored story: its address, else its feed, folded headline and first day.
  ///
  /// - Parameter number: from 1; counts different stories that would have one identity.
  static func new(for page: ExtractedArticle, feed: FeedID, number: Int = 1) -> String {
    if let url = page.url, number == 1 { return WebAddress.storyKey(url) ?? url }
    let day = (page.published ?? page.modified).map(day) ?? ""
    let title = SearchKey.fold(page.title) + (number == 1 ? "" : " #\(number)")
    return [feed.rawValue, title, day].joined(separator: separator)
  }
}

extension StoryIdentity {
  private static let separator = "\n"

  /// A headline of fewer words ("आज का मौसम") names a column, not an event: only shared text makes two such pages one story.
  private static let tellingWordCount = 5

  private var hasTellingHeadline: Bool {
    SearchKey.fold(page.title).split(separator: " ").count >= Self.tellingWordCount
  }

  private func hasAddress(of article: Article) -> Bool {
    guard let own = page.url, let other = article.url else { return false }
    return (WebAddress.storyKey(own) ?? own) == (WebAddress.storyKey(other) ?? other)
  }

  /// The calendar day where the page was written: 2019-11-03.
  private static func day(_ date: Timestamp) -> String {
    String(date.rfc3339.prefix(10))
  }

  /// The days of a stored story: those of its dates, and the one that its first version had.
  private static func days(of article: Article) -> Set<String> {
    var days = Set([article.published, article.modified].compactMap { $0.map(day) })
    if article.identity.contains(separator), let last = article.identity.split(separator: separator).last,
      last.utf8.count == 10
    {
      days.insert(String(last))
    }
    return days
  }

  private func firstWithSharedText(_ candidates: [Article]) -> Article? {
    guard !candidates.isEmpty else { return nil }
    let sentences = Self.sentences(of: page.body)
    return candidates.first { candidate in
      let others = Self.sentences(of: candidate.body)
      let shorter = min(sentences.count, others.count)
      return shorter > 0 && 2 * sentences.intersection(others).count >= shorter
    }
  }

  /// Folded, so that a corrected spelling of a mark does not make a new sentence.
  private static func sentences(of body: ArticleBody) -> Set<String> {
    var keys: Set<String> = []
    for block in body.blocks {
      for sentence in SentenceIterator.sentences(of: block.text) { keys.insert(SearchKey.fold(sentence)) }
    }
    keys.remove("")
    return keys
  }
}
