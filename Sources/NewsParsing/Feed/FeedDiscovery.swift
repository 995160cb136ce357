internal import NewsModel

/// The feeds that a page names.
public enum FeedDiscovery {
  /// A feed as a page names it.
  public struct Candidate: Hashable, Sendable {
    /// Absolute where the page's own address was known.
    public var url: String
    /// Plain text; nil when the page gives none.
    public var title: String?
    /// `application/rss+xml`
    public var mediaType: String
  }

  private static let mediaTypes: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
    "application/xml", "text/xml", "application/rss", "application/atom", "text/rss", "text/rss+xml", "text/atom+xml",
    "application/x-rss+xml", "application/x.atom+xml",
  ]

  /// The feeds in a page's `link` elements of the relation `alternate`, in the page's order; feeds of comments come last. Each address once.
  ///
  /// - Parameter baseURL: the page's own address.
  public static func feeds(inPage html: String, baseURL: String?) -> [Candidate] {
    let document = HTMLDocument(html)
    var base = baseURL
    var found: [Candidate] = []
    for node in document.root.descendants where node.tagName == "link" || node.tagName == "base" {
      guard let address = node[.href].flatMap(FeedTexts.trimmed) else { continue }
      if node.tagName == "base" {
        base = FeedTexts.link(address, base: baseURL) ?? base
        continue
      }
      let relations = node.tokens(.rel).map { $0.lowercased() }
      let type = node[.type].flatMap { ContentType($0).mediaType } ?? ""
      let isFeed = relations.contains("alternate") && mediaTypes.contains(type) || relations.contains("feed")
      // WordPress names its own interface so.
      if !isFeed || address.contains("/wp-json/") { continue }
      guard let url = FeedTexts.link(address, base: base), found.count < 50,
        !found.contains(where: { $0.url == url })
      else { continue }
      let title = node[.title].flatMap { FeedTexts.line($0, isHTML: false) }
      found.append(Candidate(url: url, title: title, mediaType: type))
    }
    return found.filter { !isOfComments($0) } + found.filter(isOfComments)
  }

  private static func isOfComments(_ candidate: Candidate) -> Bool {
    let title = candidate.title?.lowercased() ?? ""
    return candidate.url.lowercased().contains("/comments/") || title.contains("comments") || title.contains("टिप्पणि")
  }
}
