/// Whose element it is: the namespaces that feeds use.
enum FeedVocabulary: UInt8 {
  /// RSS of any version, Atom in an Atom feed, CDF: what the feed's root is.
  case core
  /// Atom in a feed that is none.
  case atom
  case dublinCore, dublinCoreTerms, content, media, itunes, syndication, feedburner, xhtml, rdf
  /// Drawings and formulas in XHTML.
  case foreign
  case other

  /// By address, without the end sign and the scheme, which publishers vary.
  private static let byAddress: [String: FeedVocabulary] = [
    "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore,
    "purl.org/rss/modules/dc": .dublinCore, "purl.org/rss/1.0/modules/dc": .dublinCore,
    "purl.org/dc/terms": .dublinCoreTerms, "purl.org/rss/1.0/modules/content": .content,
    "search.yahoo.com/mrss": .media, "video.search.yahoo.com/mrss": .media, "tools.search.yahoo.com/mrss": .media,
    "search.yahoo.com/searchmonkey/media": .media, "www.rssboard.org/media-rss": .media,
    "www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "www.itunes.com/dtds/podcast-1.0": .itunes,
    "example.com/dtds/podcast-1.0.dtd": .itunes, "purl.org/rss/1.0/modules/syndication": .syndication,
    "rssnamespace.org/feedburner/ext/1.0": .feedburner, "www.w3.org/1999/xhtml": .xhtml,
    "www.w3.org/1999/02/22-rdf-syntax-ns": .rdf, "www.w3.org/2000/svg": .foreign,
    "www.w3.org/1998/math/mathml": .foreign,
  ]

  private static let byPrefix: [String: FeedVocabulary] = [
    "dc": .dublinCore, "dcterms": .dublinCoreTerms, "content": .content, "media": .media, "itunes": .itunes,
    "sy": .syndication, "feedburner": .feedburner, "xhtml": .xhtml, "rdf": .rdf, "atom": .atom, "atom10": .atom,
    "a10": .atom, "rss": .core,
  ]

  private static let atomAddresses: Set<String> = [
    "www.w3.org/2005/atom", "purl.org/atom/ns", "purl.org/atom", "purl.org/pie", "purl.org/echo", "example.com/necho",
    "example.com/newformat", "www.w3.org/atom",
  ]

  private static let rssAddresses: Set<String> = [
    "purl.org/rss/1.0", "my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9",
    "my.netscape.com/publish/formats/rss-0.91.dtd", "backend.userland.com/rss", "backend.userland.com/rss2",
    "backend.userland.com/rss091", "backend.userland.com/rss092", "backend.userland.com/rss093",
    "blogs.law.harvard.edu/tech/rss", "cyber.law.harvard.edu/rss/rss.html", "purl.org/net/rss1.1",
    "purl.org/rss/1.0/modules/rss091", "www.rssboard.org/rss-specification",
  ]

  /// The address as it is compared: `http://purl.org/rss/1.0/` is `purl.org/rss/1.0`.
  static func normalised(_ namespace: String) -> String {
    var address = namespace.lowercased()[...]
    for scheme in ["http://", "https://", "uri/of/echo/namespace"] where address.hasPrefix(scheme) {
      address = address.dropFirst(scheme == "uri/of/echo/namespace" ? 0 : scheme.utf8.count)
    }
    while address.last == "/" || address.last == "#" { address.removeLast() }
    return String(address)
  }

  static func isAtom(_ namespace: String) -> Bool {
    atomAddresses.contains(normalised(namespace)) || namespace.hasPrefix("uri/of/echo")
  }

  /// Whether the namespace alone tells whose an element is.
  static func isKnown(_ namespace: String) -> Bool {
    let address = normalised(namespace)
    return byAddress[address] != nil || rssAddresses.contains(address) || isAtom(namespace)
  }

  /// - Parameters:
  ///   - root: the namespace of the feed's root, as declared; what it is in is the feed's own.
  ///   - isAtomFeed: whether Atom is the feed's own language.
  static func of(_ namespace: String?, prefix: String, root: String?, isAtomFeed: Bool) -> FeedVocabulary {
    guard let namespace else {
      if prefix.isEmpty { return .core }
      let known = byPrefix[prefix.lowercased()] ?? .other
      return known == .atom && isAtomFeed ? .core : known
    }
    let address = normalised(namespace)
    if let known = byAddress[address] { return known }
    if isAtom(namespace) { return isAtomFeed ? .core : .atom }
    if rssAddresses.contains(address) || namespace == root { return .core }
    // A namespace that nobody knows under a prefix that everybody knows.
    let known = byPrefix[prefix.lowercased()] ?? .other
    return known == .atom && isAtomFeed ? .core : known
  }
}
