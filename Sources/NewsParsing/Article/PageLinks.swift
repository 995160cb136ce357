/// The `link` and `base` elements of a page that a reader has a use for.
struct PageLinks: Sendable {
  /// What relative addresses of the page are relative to.
  private(set) var base: String?
  private(set) var canonical: String?
  private(set) var amp: String?
  private(set) var imageSource: String?
  private(set) var feeds: [PageFeedLink] = []

  private static let feedLimit = 50

  init(_ document: HTMLDocument, url: String?) {
    base = url
    if let reference = document.root.descendants(.base).first(where: { $0.has(.href) })?[.href],
      let address = PageAddress.absolute(reference, base: url)
    {
      base = address
    }
    for link in document.root.descendants(.link) {
      guard let href = link[.href], !href.isEmpty else { continue }
      let rel = link.tokens(.rel).map { $0.lowercased() }
      if rel.contains("canonical") { canonical = canonical ?? PageAddress.absolute(href, base: base) }
      if rel.contains("amphtml") { amp = amp ?? PageAddress.absolute(href, base: base) }
      if rel.contains("image_src") { imageSource = imageSource ?? PageAddress.absolute(href, base: base) }
      if rel.contains("alternate"), let type = link[.type]?.lowercased() { addFeed(href, type, link[.title]) }
    }
    // A page without an address of its own is where it says it is.
    if base == nil { base = canonical }
  }

  private mutating func addFeed(_ href: String, _ type: String, _ title: String?) {
    let mediaType = String(type.prefix { $0 != ";" }.trimmed)
    guard Self.feedTypes.contains(mediaType), feeds.count < Self.feedLimit,
      let url = PageAddress.absolute(href, base: base),
      !feeds.contains(where: { $0.url == url })
    else { return }
    feeds.append(PageFeedLink(url: url, title: MarkupText.line(title), mediaType: mediaType))
  }

  private static let feedTypes: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
    "application/xml", "text/xml", "text/rss+xml", "application/x-rss+xml", "text/rss", "text/atom+xml",
  ]
}
