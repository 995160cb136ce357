/// What a page says about itself in the words of schema.org: JSON-LD and microdata, both as JSON objects with `@type` and `@id`.
struct SchemaGraph: Sendable {
  /// All items that stand for themselves, those of a `@graph` one by one, in the page's order.
  private(set) var items: [JSONValue] = []
  /// What was wrong with the JSON of the page.
  private(set) var repairs: Set<JSONReader.Repair> = []
  private var itemsByID: [String: JSONValue] = [:]

  /// Pages have some ten items.
  private static let itemLimit = 2_000

  init(_ document: HTMLDocument) {
    for block in JSONLDBlocks.read(document) {
      repairs.formUnion(block.repairs)
      for value in block.values { add(value) }
    }
    for item in MicrodataItems.read(document) { add(item) }
    index()
  }

  /// An item, or what an `@id` alone points at, on this page.
  func resolved(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value, let id = value["@id"]?.string, members.count <= 2,
      let item = itemsByID[id]
    else { return value }
    return item
  }

  /// The item that a text names by its `@id`; nil when there is none.
  func item(id: String) -> JSONValue? { itemsByID[id] }

  private mutating func add(_ value: JSONValue) {
    // An array, or a graph, may hold graphs again; three levels are more than any page has.
    var level = [value]
    for _ in 0..<4 {
      var next: [JSONValue] = []
      for value in level {
        switch value {
        case .array(let elements): next += elements
        case .object(let members):
          if let graph = value["@graph"] { next += graph.elements }
          if members.contains(where: { $0.name == "@type" || $0.name == "@id" }) || value["headline"] != nil,
            items.count < Self.itemLimit
          {
            items.append(value)
          }
        default: break
        }
      }
      level = next
    }
  }

  /// Items by their `@id`, also those inside others: publishers write a person once and point at it from elsewhere.
  private mutating func index() {
    var waiting = items
    while let value = waiting.popLast() {
      switch value {
      case .array(let elements): waiting += elements
      case .object(let members):
        if let id = value["@id"]?.string, members.count > 2 || itemsByID[id] == nil { itemsByID[id] = value }
        waiting += members.lazy.filter { $0.name != "@graph" }.map(\.value)
      default: break
      }
    }
  }
}

extension JSONValue {
  /// The types of a schema.org item, without the vocabulary's address, in lower case: `newsarticle`.
  var schemaTypes: [String] {
    (self["@type"] ?? self["type"])?.elements.compactMap { type in
      type.string.map { name in
        name.split(whereSeparator: { "/#:".contains($0) }).last.map { $0.lowercased() } ?? ""
      }
    } ?? []
  }

  /// The members of this name and of the same name with the vocabulary before it (`schema:headline`).
  func schemaValue(_ name: String) -> JSONValue? {
    if let value = self[name] { return value }
    guard case .object(let members) = self else { return nil }
    return members.last {
      $0.name.utf8.count > name.utf8.count && $0.name.hasSuffix(name)
        && ($0.name.dropLast(name.count).last.map { "/:#".contains($0) } ?? false)
    }?.value
  }
}
