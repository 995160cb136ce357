/// The `meta` elements of a page: OpenGraph, Twitter cards, Dublin Core, Parse.ly, Sailthru and plain ones, by name in lower case.
struct MetaTags: Sendable {
  /// One property of the page as it stood there.
  struct Entry: Hashable, Sendable {
    var name: String
    var content: String
  }

  /// In the page's order; contents as written.
  private(set) var entries: [Entry] = []
  private var placesByName: [String: [Int]] = [:]

  private static let entryLimit = 2_000

  init(_ document: HTMLDocument) {
    for node in document.root.descendants(.meta) where entries.count < Self.entryLimit {
      guard let content = node[.content], !content.isEmpty else { continue }
      // `property` of OpenGraph is written as `name` as often, and both at once; a list of names is allowed (RDFa).
      var names: Set<String> = []
      for attribute in [HTMLAttribute.property, .name, .httpEquiv] {
        for name in node.tokens(attribute).prefix(5) { names.insert(name.lowercased()) }
      }
      if let name = node[.name]?.lowercased() { names.insert(name) }
      for name in names.map(Self.known).sorted() {
        placesByName[name, default: []].append(entries.count)
        entries.append(Entry(name: name, content: content))
      }
    }
  }

  /// Dublin Core is written with a colon and with a point, in one vocabulary and the other.
  private static func known(_ name: String) -> String {
    for prefix in ["dc:", "dcterm:", "dcterms:", "dc.terms.", "dcterms.", "dcterm."] where name.hasPrefix(prefix) {
      return "dc." + name.dropFirst(prefix.count)
    }
    return name
  }

  /// The first of these that says something: one line without markup.
  func first(_ names: String...) -> String? { first(names) }

  func first(_ names: [String]) -> String? {
    for name in names {
      for place in placesByName[name] ?? [] {
        if let line = MarkupText.line(entries[place].content) { return line }
      }
    }
    return nil
  }

  /// All values of a name, in the page's order.
  func all(_ name: String) -> [String] {
    (placesByName[name] ?? []).prefix(200).compactMap { MarkupText.line(entries[$0].content) }
  }
}
