internal import IndicText

/// Who wrote a page and when, as it stands on the page itself: elements that are called author or byline, `rel=author`, hCards, `time`.
struct VisibleByline {
  /// Names that the page itself marks: `rel="author"`, `itemprop="author"`, hCards.
  private(set) var markedAuthors: [String] = []
  private var lastMarkedPlace = 0
  /// Names in elements whose class says byline or author.
  private(set) var namedAuthors: [String] = []
  /// Dates as written, of elements that say which date they are.
  private(set) var published: [String] = []
  private(set) var modified: [String] = []
  /// Dates of `time` elements and lines that do not say which.
  private(set) var undecided: [String] = []

  private static let elementLimit = 60

  init(_ document: HTMLDocument) {
    var walk = document.root.descendants
    var count = 0
    while count < Self.elementLimit, let node = walk.next() {
      guard node.isElement else { continue }
      if Self.isElsewhere(node) {
        walk.skip(node)
        continue
      }
      if take(node) {
        count += 1
        walk.skip(node)
      }
    }
  }

  /// Readers' comments, other stories, menus: their authors and dates are not the story's.
  private static func isElsewhere(_ node: HTMLNode) -> Bool {
    switch node.tag {
    case .nav, .aside, .footer, .script, .style, .template, .select, .iframe: return true
    case .div, .section, .ul, .ol, .li, .article: break
    default: return false
    }
    guard node.has(.class) || node.has(.id) else { return false }
    let names = ((node[.class] ?? "") + " " + (node.id ?? "")).lowercased()
    return [
      "comment", "related", "recommend", "sidebar", "footer", "most-read", "mostread", "trending", "promo", "widget",
    ]
    .contains(where: names.contains) && !names.contains("author") && !names.contains("byline")
      && node.tag != .article
  }

  private mutating func take(_ node: HTMLNode) -> Bool {
    if node.tag == .meta {
      // Properties that no item holds.
      guard let content = node[.content], let name = node[.itemprop]?.lowercased(), name.hasPrefix("date") else {
        return false
      }
      takeDate(content, names: name)
      return true
    }
    if node.tag == .time || node.tag == .abbr && node.hasToken("published", in: .class) {
      takeTime(node)
      return true
    }
    let count = node.textUTF8Count
    guard count > 0, count <= 900 else { return false }
    let rel = node.tag == .a || node.tag == .span ? node.tokens(.rel) : []
    if rel.contains("author") || node.hasToken("author", in: .itemprop)
      || (node.hasToken("p-author", in: .class) || node.hasToken("fn", in: .class))
        && node.closest(where: { $0.hasToken("vcard", in: .class) || $0.hasToken("h-entry", in: .class) }) != nil
    {
      // Several authors stand beside each other; those further down wrote other stories.
      if markedAuthors.isEmpty || node.index - lastMarkedPlace <= 40, let name = Self.name(of: node) {
        markedAuthors.append(name)
        lastMarkedPlace = Int(node.range.upperBound)
      }
      return true
    }
    guard node.has(.class) || node.has(.id) else { return false }
    let names = ((node[.class] ?? "") + " " + (node.id ?? "")).lowercased()
    if Self.says(names, Self.bylineNames),
      !Self.says(names, ["authorbio", "author-bio", "bio", "avatar", "follow", "social", "share"])
    {
      // The element inside that says the same is nearer to the name.
      if count > 60, node.descendants.contains(where: { $0.isElement && Self.isByline($0) }) { return false }
      takeByline(node)
      return true
    }
    if count <= 160, Self.says(names, Self.dateNames) {
      takeDate(NormalForm.line(node.plainText), names: names)
      return false
    }
    return false
  }

  private static func isByline(_ node: HTMLNode) -> Bool {
    if node.hasToken("author", in: .rel) || node.hasToken("author", in: .itemprop) { return true }
    guard node.has(.class), node.textUTF8Count > 0 else { return false }
    return says((node[.class] ?? "").lowercased(), bylineNames)
  }

  private static let bylineNames = [
    "byline", "by-line", "author", "writer", "dateline", "reporter", "credit-by", "written-by", "storyby",
  ]
  private static let dateNames = ["date", "time", "publish", "updated", "posted", "modified"]

  private static func says(_ names: String, _ words: [String]) -> Bool { words.contains(where: names.contains) }

  private static func name(of node: HTMLNode) -> String? {
    if let content = MarkupText.line(node[.content]) { return content }
    if let name = node.descendants.first(where: { $0.isElement && $0.hasToken("name", in: .itemprop) }) {
      return MarkupText.line(name[.content]) ?? MarkupText.line(name.plainText)
    }
    return MarkupText.line(node.plainText)
  }

  private mutating func takeByline(_ node: HTMLNode) {
    // Lines and marked pieces of the element are read one by one: name, desk, date.
    let line = NormalForm.line(node.plainText)
    guard let byline = Byline(PageLine(text: line, isAfterBlank: true), isHead: true), !byline.isEmpty else {
      namedAuthors.append(line)
      return
    }
    namedAuthors += byline.authors.isEmpty ? byline.editors : byline.authors
    if let raw = byline.published?.raw { published.append(raw) }
    if let raw = byline.modified?.raw { modified.append(raw) }
    if byline.authors.isEmpty, byline.editors.isEmpty, byline.published == nil, byline.modified == nil {
      namedAuthors.append(line)
    }
  }

  private mutating func takeTime(_ node: HTMLNode) {
    guard
      let text = node[.datetime].flatMap({ $0.isEmpty ? nil : $0 }) ?? node[.title] ?? MarkupText.line(node.plainText)
    else { return }
    let names = (node[.class] ?? "").lowercased() + " " + (node[.itemprop] ?? "").lowercased()
    takeDate(text, names: names)
  }

  private mutating func takeDate(_ text: String, names: String) {
    let line = NormalForm.line(text)
    if let byline = Byline(PageLine(text: line, isAfterBlank: true), isHead: true), !byline.isEmpty,
      byline.modified != nil || byline.published != nil, node(names: names) == nil
    {
      if let raw = byline.published?.raw { undecided.append(raw) }
      if let raw = byline.modified?.raw { modified.append(raw) }
      return
    }
    switch node(names: names) {
    case true?: modified.append(line)
    case false?: published.append(line)
    case nil: undecided.append(line)
    }
  }

  /// Whether a name says "modified" (true) or "published" (false); nil when it says neither.
  private func node(names: String) -> Bool? {
    if names.contains("update") || names.contains("modif") { return true }
    if names.contains("publish") || names.contains("posted") || names.contains("pubdate") { return false }
    return nil
  }
}
