internal import IndicText

/// The story of a page as its schema.org items tell it.
///
/// A page may describe many things (its menu, its publisher, other stories); ``init(_:page:)`` tells which of them the page is about.
struct SchemaStory {
  /// What the page says elsewhere, to tell its own item from those of other stories.
  struct Page {
    /// Absolute addresses that the page is known by.
    var addresses: Set<String> = []
    /// Folded headlines: of `h1`, `title`, `og:title`.
    var titleKeys: [String] = []
  }

  private let graph: SchemaGraph
  /// The item, then what stands in for what it lacks: the item of the page that it stands on.
  private let sources: [JSONValue]
  /// Nil when the page has items of pages only.
  let type: String?
  private let breadcrumb: JSONValue?

  /// Nil when no item is a story or a page.
  init?(_ graph: SchemaGraph, page: Page) {
    self.graph = graph
    var stories: [JSONValue] = []
    var pages: [JSONValue] = []
    var breadcrumb: JSONValue?
    for item in graph.items {
      for candidate in [item] + Self.inner(of: item) {
        let candidate = graph.resolved(candidate)
        let types = candidate.schemaTypes
        if types.contains(where: Self.isStory) { stories.append(candidate) }
        if types.contains(where: Self.isPage) { pages.append(candidate) }
        if types.contains("breadcrumblist") { breadcrumb = breadcrumb ?? candidate }
      }
      if item.schemaTypes.isEmpty, item.schemaValue("headline") != nil { stories.append(item) }
    }
    let best = stories.enumerated().max {
      (Self.score($0.element, page), -$0.offset) < (Self.score($1.element, page), -$1.offset)
    }
    self.breadcrumb = breadcrumb
    type = best?.element.schemaTypes.first { Self.isStory($0) }
    sources = [best?.element, pages.first].compactMap { $0 }
    if sources.isEmpty { return nil }
  }

  private static func inner(of item: JSONValue) -> [JSONValue] {
    ["mainEntity", "mainEntityOfPage", "breadcrumb", "about"].flatMap { item.schemaValue($0)?.elements ?? [] }
      .filter { $0["@type"] != nil || $0["@id"] != nil }
  }

  /// The longest headlines have some 700 bytes in Hindi.
  static let titleUTF8CountLimit = 2_000

  private static func isStory(_ type: String) -> Bool {
    type.hasSuffix("article") || type.hasSuffix("blogposting") || storyTypes.contains(type)
  }

  private static let storyTypes: Set<String> = [
    "socialmediaposting", "report", "claimreview", "recipe", "howto", "review", "photograph", "imagegallery",
    "videoobject", "audioobject", "podcastepisode", "creativework", "event", "discussionforumposting", "mediagallery",
  ]

  private static func isPage(_ type: String) -> Bool { type.hasSuffix("page") }

  /// How surely an item is what the page is about.
  private static func score(_ item: JSONValue, _ page: Page) -> Int {
    var score = 0
    let types = item.schemaTypes
    if types.contains(where: { $0.hasSuffix("newsarticle") || $0.hasSuffix("blogposting") }) {
      score += 40
    } else if types.contains(where: { $0.hasSuffix("article") || $0 == "report" }) {
      score += 35
    } else if types.contains(where: { ["recipe", "review", "claimreview"].contains($0) }) {
      score += 10
    }
    let addresses = ["url", "mainEntityOfPage", "@id"].flatMap { name in
      item.schemaValue(name)?.elements.compactMap { $0.string ?? $0["@id"]?.string ?? $0["url"]?.string } ?? []
    }
    if addresses.contains(where: { page.addresses.contains(PageAddress.key($0)) }) { score += 30 }
    if let headline = (item.schemaValue("headline") ?? item.schemaValue("name"))?.string,
      headline.utf8.count <= titleUTF8CountLimit
    {
      let key = SearchKey.fold(MarkupText.line(headline) ?? "")
      if !key.isEmpty, page.titleKeys.contains(where: { PageTitle.isSame(key, $0) }) { score += 30 }
    }
    if item.schemaValue("headline") != nil { score += 5 }
    if item.schemaValue("datePublished") != nil { score += 5 }
    if item.schemaValue("articleBody") != nil { score += 5 }
    return score
  }
}

extension SchemaStory {
  /// The first of these properties that is text: one line without markup.
  func text(_ names: String...) -> String? {
    for source in sources {
      if let text = Self.text(names, of: source) { return text }
    }
    return nil
  }

  /// As ``text(_:)``, of the story's item alone.
  func ownText(_ names: String...) -> String? {
    type == nil ? nil : sources.first.flatMap { Self.text(names, of: $0) }
  }

  private static func text(_ names: [String], of item: JSONValue) -> String? {
    for name in names {
      for value in item.schemaValue(name)?.elements ?? [] {
        // A value in several languages: {"@value": …, "@language": …}.
        if let line = MarkupText.line(value.scalarText ?? value["@value"]?.scalarText) { return line }
      }
    }
    return nil
  }

  /// All values of a property; of the page only where the story has none.
  private func values(_ name: String) -> [JSONValue] {
    for source in sources {
      if let values = source.schemaValue(name)?.elements, !values.isEmpty { return values }
    }
    return []
  }

  /// The story's own words, as `articleBody` gives them: its lines are parted by line feeds. Nil when it gives none.
  var bodyText: String? {
    for name in ["articleBody", "text"] {
      guard type != nil, let text = sources.first?.schemaValue(name)?.string, !text.isEmpty else { continue }
      let plain = MarkupText.hasMarkup(text) ? MarkupText.decoded(text.breakingBlocks) : text
      let lines = NormalForm.repaired(plain).text.split(separator: "\n").map { NormalForm.line(String($0)) }
      let body = lines.filter { !$0.isEmpty }.joined(separator: "\n")
      if !body.isEmpty { return body }
    }
    return nil
  }

  /// Whose names stand under a property: people first; companies when there are none.
  func names(_ property: String) -> [String] {
    var people: [String] = []
    var companies: [String] = []
    for source in sources where people.isEmpty && companies.isEmpty {
      for value in source.schemaValue(property)?.elements.prefix(40) ?? [] {
        for (name, isCompany) in Self.names(in: value, graph) {
          if isCompany { companies.append(name) } else { people.append(name) }
        }
      }
    }
    return people.isEmpty ? companies : people
  }

  private static func names(in value: JSONValue, _ graph: SchemaGraph) -> [(name: String, isCompany: Bool)] {
    if let text = value.string {
      if let item = graph.item(id: text), item.string == nil { return names(in: item, graph) }
      return MarkupText.line(text).map { [($0, false)] } ?? []
    }
    let item = graph.resolved(value)
    let isCompany = item.schemaTypes.contains { $0.contains("organization") || $0.contains("corporation") }
    return (item.schemaValue("name")?.elements ?? []).prefix(10).compactMap { name in
      MarkupText.line(name.string ?? name["@value"]?.string).map { ($0, isCompany) }
    }
  }

  /// Keywords: one text parted by commas, a list, or terms with names of their own.
  var keywords: [String] {
    values("keywords").prefix(100).flatMap { value -> [String] in
      guard let text = MarkupText.line(value.string ?? value["name"]?.string) else { return [] }
      return PageTags.parted(text)
    }
  }

  /// The first picture that has an address.
  var picture: (url: String, caption: String?)? {
    for name in ["image", "thumbnailUrl", "primaryImageOfPage"] {
      for value in values(name) {
        let item = graph.resolved(value)
        for address in [
          item.string, item["url"]?.elements.first?.string, item["contentUrl"]?.string, item["@id"]?.string,
        ] {
          guard let address, !address.isEmpty, !address.hasPrefix("#") else { continue }
          return (address, MarkupText.line(item["caption"]?.string ?? item["description"]?.string))
        }
      }
    }
    return nil
  }

  /// False when the story is for subscribers; nil when it does not say.
  var isAccessibleForFree: Bool? {
    for source in sources {
      if let truth = source.schemaValue("isAccessibleForFree")?.truth { return truth }
    }
    return nil
  }

  /// The names in the page's breadcrumb, from the outermost, as they stand.
  var breadcrumbNames: [String] {
    let elements = (breadcrumb?.schemaValue("itemListElement")?.elements ?? []).prefix(20)
    let placed = elements.enumerated().map { offset, element in
      (position: element["position"]?.integer ?? offset, element: element)
    }
    return placed.sorted { $0.position < $1.position }.compactMap { _, element in
      MarkupText.line(element["name"]?.string ?? graph.resolved(element["item"] ?? .null)["name"]?.string)
    }
  }

  /// The posts of a live blog.
  var liveUpdates: [LiveUpdate] {
    guard type == "liveblogposting" else { return [] }
    let updates = sources.first?.schemaValue("liveBlogUpdate")?.elements.prefix(500).map { update in
      let headline = MarkupText.line(update["headline"]?.string)
      let text = MarkupText.line(update["articleBody"]?.string)
      return LiveUpdate(
        time: (update["datePublished"] ?? update["dateModified"])?.string.flatMap(PageDates.read)?.timestamp,
        headline: headline, text: text == headline ? nil : text)
    }
    return (updates ?? []).filter { $0.headline != nil || $0.text != nil }
  }

  /// Addresses of the story's own page.
  var addresses: [String] {
    ["mainEntityOfPage", "url"].flatMap { values($0) }.compactMap {
      $0.string ?? $0["@id"]?.string ?? $0["url"]?.string
    }
  }

  /// The name of the site that the story is a part of.
  var siteName: String? {
    for value in values("isPartOf") {
      let item = graph.resolved(value)
      if item.schemaTypes.contains("website"), let name = MarkupText.line(item["name"]?.string) { return name }
      if let site = item["isPartOf"], let name = MarkupText.line(graph.resolved(site)["name"]?.string) { return name }
    }
    return nil
  }
}

extension String {
  /// A line feed before each tag that begins or ends a block, so that blocks stay apart when tags go.
  fileprivate var breakingBlocks: String {
    var text = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      let head = rest.prefix(4).lowercased()
      if ["<p", "</p", "<br", "<li", "<div", "</di", "<h"].contains(where: head.hasPrefix) { text += "\n" }
      text += "<"
      rest = rest.dropFirst()
    }
    return text + rest
  }
}
