internal import IndicText

/// The headline of a page, chosen among what it calls itself: see <doc:PageMetadata>.
enum PageTitle {
  /// What a page says its headline is.
  struct Candidates {
    /// Headings of the first rank, in the page's order.
    var headings: [String] = []
    /// `headline` of its schema.org item, `og:title`, `twitter:title` and their kin, the most trusted first.
    var named: [String] = []
    /// The `title` element.
    var document: String?
    /// Names of the site.
    var siteNames: [String] = []
  }

  /// Nil when the page calls itself nothing.
  static func choose(_ page: Candidates) -> (title: String, cut: String?)? {
    let named = page.named.map { cutting($0, page.siteNames) }
    let document = page.document.map { cutting($0, page) }
    let others = named.map(\.title) + [document?.title].compactMap { $0 }
    let keys = others.map { SearchKey.fold($0) }
    // What a reader sees above the story, if it is said elsewhere too: other headings are the site's name or another story.
    let headings = page.headings.map { cutting($0, page.siteNames).title }
    if let heading = headings.first(where: { heading in
      let key = SearchKey.fold(heading)
      return heading.split(separator: " ").count >= 2 && keys.contains { isSame(key, $0) }
    }) {
      // "दिल्ली मंत्री ने कहा …": a kicker stands in the heading before what the headline is called elsewhere.
      let key = SearchKey.fold(heading)
      if let exact = others.first(where: { isAfterKicker($0, in: heading, key) }) { return (exact, nil) }
      return (heading, nil)
    }
    if let first = named.first { return first }
    if let document,
      document.title.split(separator: " ").count >= min(3, headings.first?.split(separator: " ").count ?? 0)
    {
      if headings.count == 1, document.cut == nil, let heading = headings.first, heading.count >= 15,
        document.title.count < heading.count / 2
      {
        return (heading, nil)
      }
      return document
    }
    return headings.first.map { ($0, nil) }
  }

  /// Whether two folded headlines are one: half of the words of the longer one are the other's, three of four of the shorter's.
  static func isSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let leftWords = Set(left.split(separator: " "))
    let rightWords = Set(right.split(separator: " "))
    let common = leftWords.intersection(rightWords).count
    return common > 0 && common * 2 >= max(leftWords.count, rightWords.count)
      && common * 4 >= min(leftWords.count, rightWords.count) * 3
  }

  /// A kicker that ends in a colon belongs to the headline.
  private static func isAfterKicker(_ title: String, in heading: String, _ headingKey: String) -> Bool {
    let key = SearchKey.fold(title)
    guard key.split(separator: " ").count >= 4, headingKey.hasSuffix(" " + key), heading.hasSuffix(title) else {
      return false
    }
    let kicker = heading.dropLast(title.count).trimmed
    return kicker.last.map { !":-–—|".contains($0) } ?? false
  }

  /// The title without the site's name at its end or beginning; and what was cut.
  static func cutting(_ title: String, _ siteNames: [String]) -> (title: String, cut: String?) {
    if let (short, _, cut) = PublisherNames.cutting(title) { return (short, cut) }
    let keys = Set(siteNames.map { SearchKey.fold($0) }).subtracting([""])
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " • ", " · ", " / ", ": "] {
      let parts = title.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count >= 2, parts.count <= 12, let last = parts.last, let first = parts.first else { continue }
      if isSite(last, keys), mark != ": " {
        let rest = parts.dropLast().joined(separator: mark).trimmed
        // "Story | India | Paper": what stands before the paper's name is its section.
        if !rest.isEmpty { return (rest, String(last.trimmed)) }
      }
      if isSite(first, keys) {
        let rest = parts.dropFirst().joined(separator: mark).trimmed
        if rest.split(separator: " ").count >= 2 { return (rest, String(first.trimmed)) }
      }
    }
    return (title, nil)
  }

  /// As ``cutting(_:_:)``; a page that calls itself by its `title` only may have a site's name there that nobody knows.
  private static func cutting(_ title: String, _ page: Candidates) -> (title: String, cut: String?) {
    let known = cutting(title, page.siteNames)
    let keys = page.headings.map { SearchKey.fold($0) }
    guard known.cut == nil, page.named.isEmpty, !keys.contains(SearchKey.fold(title)) else { return known }
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » "] {
      let parts = title.split(separator: mark)
      guard parts.count >= 2, let last = parts.last, let first = parts.first else { continue }
      // The page's one heading is the site's name.
      if parts.count == 2, keys == [SearchKey.fold(String(first))],
        last.split(separator: " ").count > first.split(separator: " ").count + 1
      {
        return (String(last.trimmed), String(first.trimmed))
      }
      guard last.split(separator: " ").count <= 4 else { continue }
      let rest = parts.dropLast().joined(separator: mark).trimmed
      if rest.split(separator: " ").count >= 4 || keys.contains(SearchKey.fold(String(rest))) {
        return (String(rest), String(last.trimmed))
      }
    }
    return known
  }

  private static func isSite(_ part: Substring, _ keys: Set<String>) -> Bool {
    let key = SearchKey.fold(String(part))
    return keys.contains(key) || keys.contains(key.filter { $0 != " " })
  }
}
