import IndicText
import NewsModel

/// The attributes of an OPML outline, found in whatever case they were written.
struct OutlineAttributes {
  private var values: [String: String] = [:]
  private var names: [String: String] = [:]
  /// What the prefixes of names stand for.
  private var namespaces: [String: String] = [:]

  /// khabar's own: whether each story's page is wanted.
  static let fullText = "khabarFullText"
  static let newsboatHidden = "hidden"
  private static let valueUTF8Limit = 1 << 16
  private static let lineUTF8Limit = 1 << 15
  /// What is looked up by its name among those that are kept for the next export.
  private static let lookedUpKeys: Set<String> = ["category", "type", "language", newsboatHidden]
  private static let addressKeys: Set<String> = ["xmlurl", "htmlurl", "url"]

  init() {}

  /// The first of two attributes that differ in case only holds.
  init(_ attributes: [OPMLEvents.Attribute]) {
    for attribute in attributes {
      let key = attribute.name.lowercased()
      guard values[key] == nil else { continue }
      // An address is judged as it stands; of everything else only what can be written again is understood.
      values[key] = Self.addressKeys.contains(key) ? attribute.value : Self.clean(attribute.value)
      names[key] = attribute.name
      if let namespace = attribute.namespace { namespaces[key] = namespace }
    }
  }

  /// As written, without control characters unless it is an address; nil when it is missing or blank.
  subscript(key: String) -> String? {
    guard let value = values[key], !value.utf8.allSatisfy({ $0 <= 0x20 }) else { return nil }
    return value
  }

  /// A value as one clean line; of an endless one only so much as a name may have is looked at.
  private func line(_ key: String) -> String {
    guard let value = self[key] else { return "" }
    return NormalForm.line(
      value.utf8.count > Self.lineUTF8Limit ? String(value.unicodeScalars.prefix(Self.lineUTF8Limit / 4)) : value)
  }

  var type: String? { self["type"] == nil ? nil : line("type").lowercased() }

  var hasFeedType: Bool {
    type.map { ["rss", "atom", "feed", "rdf", "rss1", "rss2", "jsonfeed"].contains($0) } ?? false
  }

  /// Without children: an empty folder, and not a line of some other outline.
  var isFolder: Bool { (type == nil || type == "folder") && self["url"] == nil && self["htmlurl"] == nil }

  /// The raw address of the feed; nil when the outline is none.
  var feedAddress: String? { self["xmlurl"] ?? (hasFeedType ? self["url"] : nil) }

  var site: String? { self["htmlurl"] }

  var siteURL: String? { site.flatMap { WebAddress.normalised($0) } }

  /// What is shown for it: text, else title.
  var name: String {
    let text = line("text")
    return text.isEmpty ? line("title") : text
  }

  /// `text` is what a reader called the feed, `title` what the publisher does (OPML 2.0, "Subscription lists"). An address is no name.
  func feedNames(address: String) -> (title: String?, name: String?) {
    let text = clean("text", address)
    // An empty title tells that the text is no title.
    guard values["title"] != nil else { return (text, nil) }
    let title = clean("title", address)
    return (title, text == title ? nil : text)
  }

  private func clean(_ key: String, _ address: String) -> String? {
    let text = line(key)
    return text.isEmpty || text == address || text == self["xmlurl"] ? nil : text
  }

  /// Nil for what is no tag of BCP 47; OPML 2.0 allows `unknown`.
  var language: String? {
    guard let text = self["language"] else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.lowercased() != "unknown", let first = parts.first, (2...8).contains(first.utf8.count),
      parts.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit) })
    else { return nil }
    return text
  }

  /// Categories, each once: `/news/sport,delhi` is filed under news, sport and delhi (OPML 2.0, "Common attributes").
  var tags: [String] {
    var tags: [String] = []
    var known: Set<String> = []
    let text = (self["category"] ?? "").prefix(Self.valueUTF8Limit / 4)
    // By scalars: a comma before a mark without a letter is a comma all the same.
    for category in text.unicodeScalars.split(whereSeparator: { $0 == "," || $0 == "/" }) {
      let tag = NormalForm.line(CategoryText.decoded(String(category)))
      if !tag.isEmpty, known.insert(tag).inserted { tags.append(tag) }
    }
    return tags
  }

  var wantsFullText: Bool { self[Self.fullText.lowercased()]?.lowercased() == "true" }

  /// So many that those which an export adds are still read again.
  private static let otherLimit = OPMLMending.attributeLimit - 16

  /// What is left for the next export, by the names as written.
  func others(isFeed: Bool) -> [String: String] {
    var others: [String: String] = [:]
    // In the order of their names, so that the same ones are kept where there are too many.
    for (key, value) in values.sorted(by: { $0.key < $1.key })
    where others.count + 2 <= Self.otherLimit && !isUnderstood(key, value, isFeed: isFeed) {
      guard self[key] != nil, value.utf8.count <= Self.valueUTF8Limit,
        let name = isFeed && Self.lookedUpKeys.contains(key) ? key : names[key], OPMLWriter.isName(name)
      else { continue }
      // Another program may follow what we only pass on.
      if Self.addressKeys.contains(key), case .refused = ListedAddress(value) { continue }
      guard let colon = name.firstIndex(of: ":") else {
        others[name] = Self.clean(value)
        continue
      }
      if let namespace = namespaces[key] {
        others[name] = Self.clean(value)
        others["xmlns:" + name[..<colon]] = Self.clean(namespace)
      } else {
        others[name.replacing(":", with: ".")] = Self.clean(value)
      }
    }
    return others
  }

  /// The same for a line that is neither feed nor folder. One whose address may not be passed on says what it was by its type (OPML 2.0, "Inclusion"),
  /// or nothing would tell it from an empty folder.
  var othersOfLine: [String: String] {
    var others = others(isFeed: false)
    if OutlineAttributes(others.map { OPMLEvents.Attribute(name: $0.key, value: $0.value) }).isFolder {
      for name in others.keys where name.lowercased() == "type" { others[name] = nil }
      others["type"] = "link"
    }
    return others
  }

  private func isUnderstood(_ key: String, _ value: String, isFeed: Bool) -> Bool {
    if key == "text" { return true }
    guard isFeed else { return key == "title" && line(key) == name || key == "title" && self["text"] == nil }
    switch key {
    case "title", "xmlurl", Self.fullText.lowercased(): return true
    case "url": return self["xmlurl"] == nil
    case "type": return value == "rss"
    case "htmlurl": return true
    case "language": return language != nil
    // A hierarchy of categories is more than its tags.
    case "category": return !value.utf8.contains(UInt8(ascii: "/"))
    default: return false
    }
  }

  /// Without control characters, and what else XML cannot carry: an attribute may be shown some day, and is written again.
  private static func clean(_ value: String) -> String {
    if value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return value }
    return String(
      String.UnicodeScalarView(
        value.unicodeScalars.filter {
          switch $0.value {
          case 0x09, 0x0A: true
          case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
          default: true
          }
        }))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}

/// Tags as OPML's `category` says them: between commas. A comma or slash in a tag is percent-encoded, for it would part it.
enum CategoryText {
  private static let signs: [Unicode.Scalar: String] = ["%": "%25", ",": "%2C", "/": "%2F"]

  static func text(of tags: [String]) -> String {
    tags.map { tag in
      tag.unicodeScalars.reduce(into: "") { text, scalar in
        if let sign = signs[scalar] { text += sign } else { text.unicodeScalars.append(scalar) }
      }
    }.joined(separator: ",")
  }

  static func decoded(_ category: String) -> String {
    var text = ""
    var rest = category.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "%", let sign = signs.first(where: { rest.starts(with: $0.value.unicodeScalars) }) {
        text.unicodeScalars.append(sign.key)
        rest = rest.dropFirst(sign.value.unicodeScalars.count)
      } else {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}
