/// Reads a document that is not well-formed as it was meant, and counts what it had to repair.
///
/// Of a well-formed document it tells the same as ``XMLReader``. Where a document is broken it prefers losing markup to losing text, and
/// knows of feeds only which elements never stand in each other. Linear in the length of the document, whatever stands in it.
struct TolerantXMLReader {
  /// Elements deeper than this are not told, their text is.
  static let depthLimit = 512
  /// Elements deeper than this are not even looked for an end of their own.
  static let openLimit = 65_536
  static let attributeLimit = 256

  let bytes: UnsafeBufferPointer<UInt8>
  let handler: any XMLContentHandler
  var index = 0
  var repairs: Set<XMLRepair> = []
  var references = CharacterReferences()
  private var open: [OpenElement] = []
  /// How many elements of a name are open.
  private var openCounts: [String: Int] = [:]
  /// Namespaces that a prefix stands for, the innermost last.
  private var namespaces: [String: [(depth: Int, uri: String)]] = [:]
  /// Ends of sections that are known not to come any more.
  var missingEnds: Set<String> = []
  private var isDone = false

  private struct OpenElement {
    /// As written, in lower case, with prefix.
    var name: String
    var prefixes: [String]
  }

  init(_ utf8: UnsafeBufferPointer<UInt8>, handler: any XMLContentHandler) {
    bytes = utf8
    self.handler = handler
  }

  mutating func read() {
    while index < bytes.count, !isDone {
      if bytes[index] == UInt8(ascii: "<") {
        markup()
      } else {
        let end = next(UInt8(ascii: "<"), from: index)
        tell(index..<end)
        index = end
      }
    }
    if isDone {
      if bytes[index...].contains(where: { !EncodingPrescan.isBlank($0) }), !isOnlyCommentsLeft() {
        repairs.insert(.junkAfterRoot)
      }
    } else if !open.isEmpty {
      truncate()
    }
  }

  func next(_ byte: UInt8, from start: Int) -> Int {
    bytes.firstByte(byte, from: start) ?? bytes.count
  }

  func isAhead(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Where `end` begins at or after `start`; nil when it does not come any more.
  mutating func find(_ end: StaticString, from start: Int) -> Int? {
    let name = "\(end)"
    if missingEnds.contains(name) { return nil }
    let first = end.utf8Start[0]
    let count = end.utf8CodeUnitCount
    var place = next(first, from: min(start, bytes.count))
    while place + count <= bytes.count {
      if (1..<count).allSatisfy({ bytes[place + $0] == end.utf8Start[$0] }) { return place }
      place = next(first, from: place + 1)
    }
    missingEnds.insert(name)
    return nil
  }

  mutating func truncate() {
    repairs.insert(.truncated)
    handler.truncated()
    while !open.isEmpty { pop() }
    index = bytes.count
    isDone = true
  }

  private func isOnlyCommentsLeft() -> Bool {
    bytes[index...].drop(while: EncodingPrescan.isBlank).starts(with: "<!--".utf8)
  }
}

extension TolerantXMLReader {
  /// Elements that never stand in themselves: a second one ends the first.
  private static let neverInThemselves: Set<String> = ["item", "entry"]
  /// Elements with nothing but text in them.
  private static let textOnly: Set<String> = [
    "title", "link", "guid", "pubdate", "author", "category", "comments", "dc:creator", "dc:date", "dc:subject",
    "language", "copyright", "generator", "lastbuilddate", "managingeditor", "webmaster", "ttl", "docs", "published",
    "updated", "id", "issued", "modified", "created",
  ]
  /// Elements of feeds that are no elements of HTML.
  private static let feedOnly: Set<String> = [
    "guid", "pubdate", "description", "comments", "content:encoded", "dc:creator", "dc:date", "dc:subject",
    "lastbuilddate", "managingeditor", "webmaster", "enclosure", "published", "updated", "issued", "modified", "id",
    "item", "entry",
  ]
  /// Elements of which a second or a sibling of the first tells that ``textOnly`` ones were left open.
  private static let siblings: Set<String> = feedOnly.union([
    "title", "link", "author", "category", "language", "copyright", "generator", "ttl", "docs", "image", "textinput",
  ])
  private static let withMarkup: Set<String> = ["description", "summary", "content", "content:encoded", "content"]
  /// HTML's elements without an end, but for those that feeds use otherwise (`link`, `source`).
  static let void: Set<String> = ["br", "hr", "img", "wbr", "input", "area", "col", "embed", "param"]

  mutating func start(_ name: String, _ attributes: [(name: String, value: String)], isEmpty: Bool) {
    let lowercased = name.lowercased()
    makeRoom(for: lowercased)
    let depth = open.count
    guard depth < Self.openLimit else {
      repairs.insert(.limit)
      return
    }
    var element = XMLElement(name: name, prefix: "", namespace: nil, attributes: [])
    var prefixes: [String] = []
    for attribute in attributes {
      let (prefix, local) = Self.split(attribute.name)
      if prefix.isEmpty && local == "xmlns" || prefix == "xmlns" {
        let bound = prefix.isEmpty ? "" : local
        prefixes.append(bound)
        namespaces[bound, default: []].append((depth, attribute.value))
      } else {
        element.attributes.append(XMLAttribute(name: local, prefix: prefix, value: attribute.value))
      }
    }
    (element.prefix, element.name) = Self.split(name)
    element.namespace = namespaces[element.prefix]?.last.flatMap { $0.uri.isEmpty ? nil : $0.uri }
    if element.namespace == nil, !element.prefix.isEmpty, element.prefix != "xml" { repairs.insert(.undeclaredPrefix) }
    open.append(OpenElement(name: lowercased, prefixes: prefixes))
    openCounts[lowercased, default: 0] += 1
    if open.count <= Self.depthLimit { handler.start(element) } else { repairs.insert(.limit) }
    if isEmpty || Self.void.contains(lowercased) { pop() }
    if open.isEmpty { isDone = true }
  }

  /// Ends what was left open before an element that cannot stand in it.
  private mutating func makeRoom(for name: String) {
    guard let last = open.last?.name, Self.siblings.contains(name) else { return }
    if Self.neverInThemselves.contains(name), openCounts[name, default: 0] > 0 {
      close(upTo: name)
    } else if Self.textOnly.contains(last), open.count > 1 {
      // An Atom author has a name in it, and no feed names these inside.
      repairs.insert(.unclosedElement)
      pop()
    } else if Self.feedOnly.contains(name),
      let text = open.suffix(20).last(where: { Self.withMarkup.contains($0.name) })
    {
      close(upTo: text.name)
    }
  }

  private mutating func close(upTo name: String) {
    repairs.insert(.unclosedElement)
    while let last = open.last?.name {
      pop()
      if last == name { return }
    }
  }

  mutating func end(_ name: String) {
    let name = name.lowercased()
    guard openCounts[name, default: 0] > 0 else {
      if !Self.void.contains(name) { repairs.insert(.strayEndTag) }
      return
    }
    if open.last?.name != name { repairs.insert(.unclosedElement) }
    while let last = open.last?.name {
      pop()
      if last == name { break }
    }
    if open.isEmpty { isDone = true }
  }

  private mutating func pop() {
    guard let last = open.popLast() else { return }
    if open.count < Self.depthLimit { handler.end() }
    for prefix in last.prefixes { namespaces[prefix]?.removeLast() }
    let count = openCounts[last.name, default: 1] - 1
    openCounts[last.name] = count == 0 ? nil : count
  }

  private static func split(_ name: String) -> (prefix: String, local: String) {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
  }

  var hasRoot: Bool { !open.isEmpty }
}
