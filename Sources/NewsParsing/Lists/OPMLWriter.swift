public import NewsModel

/// Writes OPML 2.0 (opml.org/spec2.opml) in UTF-8, one outline a line; ``OPMLParser`` reads the same list from it.
public struct OPMLWriter: Sendable {
  public init() {}

  /// The file's text, with a line end at its end.
  ///
  /// Characters that XML 1.0 cannot carry are left out, names that are none in XML with their values.
  public func text(of list: FeedList) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
    for fact in list.head where Self.isName(fact.name) {
      text += "    <\(fact.name)>\(Self.escaped(fact.text))</\(fact.name)>\n"
    }
    text += "  </head>\n  <body>\n"
    for outline in list.outlines { append(outline, indent: "    ", to: &text) }
    return text + "  </body>\n</opml>\n"
  }
}

extension OPMLWriter {
  private func append(_ outline: FeedList.Outline, indent: String, to text: inout String) {
    text += indent + "<outline"
    switch outline {
    case .feed(let feed):
      append(Self.attributes(of: feed), to: &text)
      text += "/>\n"
    case .other(let other):
      append([("text", other.name)] + Self.others(other.attributes, known: ["text"]), to: &text)
      text += "/>\n"
    case .folder(let folder):
      append([("text", folder.name)] + Self.others(folder.attributes, known: ["text"]), to: &text)
      guard !folder.outlines.isEmpty else {
        text += "/>\n"
        return
      }
      text += ">\n"
      for inner in folder.outlines { append(inner, indent: indent + "  ", to: &text) }
      text += indent + "</outline>\n"
    }
  }

  private func append(_ attributes: [(name: String, value: String)], to text: inout String) {
    for attribute in attributes { text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
  }

  private static func attributes(of feed: ListedFeed) -> [(name: String, value: String)] {
    var attributes = [("text", feed.name ?? feed.title ?? feed.address)]
    // Empty where only the reader has a name for it.
    if feed.title != nil || feed.name != nil { attributes.append(("title", feed.title ?? "")) }
    attributes.append(("type", feed.attributes["type"] ?? "rss"))
    attributes.append(("xmlUrl", feed.address))
    if let site = feed.siteURL { attributes.append(("htmlUrl", site)) }
    if let language = feed.language { attributes.append(("language", language)) }
    if let category = category(of: feed) { attributes.append(("category", category)) }
    if feed.wantsFullText { attributes.append((OutlineAttributes.fullText, "true")) }
    var known: Set<String> = ["text", "title", "type", "xmlurl", "htmlurl", "category", OutlineAttributes.fullText]
    if feed.language != nil { known.insert("language") }
    return attributes + others(feed.attributes, known: known)
  }

  /// As it came while its tags are still the feed's: it may tell a hierarchy.
  private static func category(of feed: ListedFeed) -> String? {
    if let original = feed.attributes["category"],
      OutlineAttributes([OPMLEvents.Attribute(name: "category", value: original)]).tags == feed.tags
    {
      return original
    }
    return feed.tags.isEmpty ? nil : CategoryText.text(of: feed.tags)
  }

  /// In the order of their names, so that the same list gives the same file.
  private static func others(_ attributes: [String: String], known: Set<String>) -> [(name: String, value: String)] {
    let known = Set(known.map { $0.lowercased() })
    var written: Set<String> = []
    return attributes.sorted { $0.key < $1.key }.filter { attribute in
      let key = attribute.key.lowercased()
      return !known.contains(key) && isName(attribute.key) && isDeclared(attribute.key, in: attributes)
        && written.insert(key).inserted
    }.map { ($0.key, $0.value) }
  }

  private static func isDeclared(_ name: String, in attributes: [String: String]) -> Bool {
    guard let colon = name.firstIndex(of: ":") else { return true }
    let prefix = name[..<colon]
    return prefix == "xmlns" || attributes["xmlns:" + prefix] != nil
  }

  /// A name of XML 1.0 (productions 4 and 4a) up to U+1FFF, with one prefix at most.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        guard let first = part.unicodeScalars.first, beginsName(first.value) else { return false }
        return part.unicodeScalars.allSatisfy { scalar in
          switch scalar.value {
          case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x0300...0x036F: true
          default: beginsName(scalar.value)
          }
        }
      }
  }

  private static func beginsName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x02FF, 0x0370...0x037D, 0x037F...0x1FFF: true
    default: false
    }
  }

  /// For text and for attributes: tabs and line ends are written as numbers, for parsers make blanks of them (XML 1.0, section 3.3.3).
  private static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        && $0 != UInt8(ascii: "\"")
    }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
      case 0x09, 0x0A, 0x0D: result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
