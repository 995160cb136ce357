import NewsModel
import Screen

/// Makes a catalogue of its YAML; the first mistake ends it.
nonisolated struct CatalogueReading {
  let path: String
  private var sources: [String: CatalogueSource] = [:]
  private var knownGood: CatalogueMonth?
  private var addressLines: [String: Int] = [:]
  private var publisherLines: [String: Int] = [:]

  init(path: String) {
    self.path = path
  }

  mutating func catalogue(_ yaml: String) throws(CatalogueError) -> Catalogue {
    let node: YAMLNode
    do { node = try YAMLNode.parse(yaml) } catch {
      var words = ""
      if case .syntax(let found) = error.reason { words = found }
      throw failure(error.line, .notYAML(words))
    }
    let fields = try Fields(node, path: path, known: ["known-good", "sources", "publishers"])
    knownGood = try fields.month("known-good")
    try readSources(fields.node("sources"))
    guard let list = fields.node("publishers") else { throw failure(node.line, .keyMissing("publishers")) }
    guard let publishers = list.items else { throw failure(list.line, .notYAML("")) }
    var entries: [CatalogueEntry] = []
    for publisher in publishers { entries += try self.entries(publisher) }
    return Catalogue(entries: entries)
  }

  private mutating func readSources(_ node: YAMLNode?) throws(CatalogueError) {
    for entry in node?.entries ?? [] {
      let fields = try Fields(entry.value, path: path, known: ["name", "checked"])
      sources[entry.key] = CatalogueSource(
        id: entry.key, name: try fields.required("name"), checked: try fields.month("checked"))
    }
  }

  private mutating func entries(_ node: YAMLNode) throws(CatalogueError) -> [CatalogueEntry] {
    let fields = try Fields(
      node, path: path,
      known: [
        "id", "name", "latin", "site", "language", "content", "pictures", "default", "offered", "import", "feeds",
        "known-good",
      ])
    let id = try fields.required("id")
    if let first = publisherLines[id] { throw failure(node.line, .publisherTwice(id, firstLine: first)) }
    publisherLines[id] = node.line
    let publisher = CataloguePublisher(
      id: id, name: try fields.required("name"), latinName: try fields.required("latin"),
      siteURL: try fields.address("site"))
    guard let month = try fields.month("known-good") ?? knownGood else {
      throw failure(node.line, .keyMissing("known-good"))
    }
    var pattern = CatalogueEntry(
      publisher: publisher, language: try fields.required("language"), section: .top, address: nil, lastKnownGood: month
    )
    pattern.isOffered = try fields.yesOrNo("offered") ?? true
    pattern.isDefault = try fields.yesOrNo("default") ?? false
    try readContent(fields, into: &pattern)
    let imports = try fields.choice("import", ["page"]) != nil
    guard let list = fields.node("feeds") else {
      if imports { return [pattern] }
      throw failure(node.line, .keyMissing("feeds"))
    }
    if imports { throw failure(list.line, .feedsOfPageImport(id)) }
    guard let feeds = list.items, !feeds.isEmpty else { throw failure(list.line, .notYAML("")) }
    var entries: [CatalogueEntry] = []
    for feed in feeds { entries.append(try entry(feed, pattern)) }
    return entries
  }

  private mutating func entry(_ node: YAMLNode, _ pattern: CatalogueEntry) throws(CatalogueError) -> CatalogueEntry {
    let fields = try Fields(
      node, path: path,
      known: [
        "section", "state", "title", "address", "source", "content", "pictures", "default", "offered", "known-good",
      ])
    var entry = pattern
    if let code = fields.text("state") {
      guard let state = CatalogueState(code: code) else {
        throw fields.failure("state", .badValue(key: "state", value: code, expected: "ISO 3166-2:IN"))
      }
      entry.state = state
      entry.section = .state
    }
    if let section = try fields.choice("section", CatalogueSection.allCases.map(\.rawValue)) {
      entry.section = CatalogueSection(rawValue: section) ?? entry.section
    } else if entry.state == nil {
      throw failure(node.line, .keyMissing("section"))
    }
    entry.title = fields.text("title")
    guard let address = try fields.address("address") else { throw failure(node.line, .keyMissing("address")) }
    if let first = addressLines[address] { throw failure(node.line, .addressTwice(address, firstLine: first)) }
    addressLines[address] = node.line
    entry.address = address
    let source = try fields.required("source")
    guard let known = sources[source] else {
      throw fields.failure(
        "source", .badValue(key: "source", value: source, expected: sources.keys.sorted().joined(separator: ", ")))
    }
    entry.source = known
    entry.lastKnownGood = try fields.month("known-good") ?? pattern.lastKnownGood
    entry.isOffered = try fields.yesOrNo("offered") ?? pattern.isOffered
    entry.isDefault = try fields.yesOrNo("default") ?? pattern.isDefault
    try readContent(fields, into: &entry)
    return entry
  }

  private func readContent(_ fields: Fields, into entry: inout CatalogueEntry) throws(CatalogueError) {
    if let content = try fields.choice("content", CatalogueEntry.Content.allCases.map(\.rawValue)) {
      entry.content = CatalogueEntry.Content(rawValue: content) ?? .unknown
    }
    if let pictures = try fields.choice("pictures", ["yes", "no", "unknown"]) {
      entry.hasPictures = pictures == "unknown" ? nil : pictures == "yes"
    }
  }

  private func failure(_ line: Int?, _ problem: CatalogueError.Problem) -> CatalogueError {
    CatalogueError(path: path, line: line, problem: problem)
  }
}

/// The keys of one map of the file.
private nonisolated struct Fields {
  private let path: String
  private let line: Int
  private var entries: [String: YAMLNode.Entry] = [:]

  init(_ node: YAMLNode, path: String, known: Set<String>) throws(CatalogueError) {
    self.path = path
    line = node.line
    guard let list = node.entries else { throw CatalogueError(path: path, line: node.line, problem: .notYAML("")) }
    for entry in list {
      guard known.contains(entry.key) else {
        throw CatalogueError(path: path, line: entry.line, problem: .unknownKey(entry.key))
      }
      entries[entry.key] = entry
    }
  }

  func node(_ key: String) -> YAMLNode? { entries[key]?.value }

  /// Nil when the key is missing or its value is no text or empty.
  func text(_ key: String) -> String? { entries[key]?.value.text.flatMap { $0.isEmpty ? nil : $0 } }

  func required(_ key: String) throws(CatalogueError) -> String {
    guard let text = text(key) else { throw failure(key, .keyMissing(key)) }
    return text
  }

  func choice(_ key: String, _ values: [String]) throws(CatalogueError) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, values.contains(text) else {
      throw failure(key, .badValue(key: key, value: node.text ?? "", expected: values.joined(separator: ", ")))
    }
    return text
  }

  func yesOrNo(_ key: String) throws(CatalogueError) -> Bool? {
    try choice(key, ["yes", "no"]).map { $0 == "yes" }
  }

  func month(_ key: String) throws(CatalogueError) -> CatalogueMonth? {
    guard let text = text(key) else { return nil }
    guard let month = CatalogueMonth(text) else {
      throw failure(key, .badValue(key: key, value: text, expected: "2026-09"))
    }
    return month
  }

  /// An address in its normal form: the catalogue's entry and the store's feed must be the same by it.
  func address(_ key: String) throws(CatalogueError) -> String? {
    guard let text = text(key) else { return nil }
    let normal = WebAddress.normalised(text)
    guard normal == text else { throw failure(key, .badAddress(text, normal: normal)) }
    return text
  }

  func failure(_ key: String, _ problem: CatalogueError.Problem) -> CatalogueError {
    CatalogueError(path: path, line: entries[key]?.line ?? line, problem: problem)
  }
}
