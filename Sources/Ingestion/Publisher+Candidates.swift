internal import IndicText
internal import NewsModel
internal import NewsParsing

extension Publisher {
  /// Whether a stored story may come from the page's publisher: one address, one host, or one name.
  static func publishes(_ page: ExtractedArticle, _ candidate: StoryCandidate) -> Bool {
    let host = page.url.flatMap { WebAddress($0)?.host }
    let other = candidate.url.flatMap { WebAddress($0)?.host }
    if let host, let other { return areSame(host, other) }
    let names = [page.publisher, host.flatMap(name)].compactMap { $0 }.map { SearchKey.fold($0) }
    let others = [candidate.source, other.flatMap(name)].compactMap { $0 }.map { SearchKey.fold($0) }
    return names.contains(where: others.contains)
  }
}
