/// The microdata items of a page (HTML Living Standard, section "Microdata") as JSON objects, in the form that JSON-LD has.
///
/// `articleBody` is left out: unlike JSON-LD's it is nothing but the element on the page, which others read better.
///
/// An item's `itemtype` is its `@type`, its `itemid` the `@id`; a property that comes twice is an array.
struct MicrodataItems {
  private let document: HTMLDocument
  private var elementsByID: [String: Int]?
  /// How many nodes may still be looked at: `itemref` can make a small page a large one.
  private var visitBudget: Int
  /// How many bytes of text may still be taken: properties may stand in properties.
  private var textBudget: Int

  private static let depthLimit = 16

  /// The items that are in no other one, in the page's order.
  static func read(_ document: HTMLDocument) -> [JSONValue] {
    var reader = MicrodataItems(document)
    var items: [JSONValue] = []
    for node in document.root.descendants where node.isElement && node.has(.itemscope) && !node.has(.itemprop) {
      if reader.visitBudget <= 0 { break }
      items.append(reader.item(node, depth: 0))
    }
    return items
  }

  private init(_ document: HTMLDocument) {
    self.document = document
    visitBudget = 4 * document.root.range.count
    textBudget = 4 * document.root.textUTF8Count + 100_000
  }

  private mutating func item(_ node: HTMLNode, depth: Int) -> JSONValue {
    var members: [JSONMember] = []
    let types = node.tokens(.itemtype).map { JSONValue.string(String($0)) }
    if types.count == 1 { members.append(JSONMember(name: "@type", value: types[0])) }
    if types.count > 1 { members.append(JSONMember(name: "@type", value: .array(types))) }
    if let id = node[.itemid] { members.append(JSONMember(name: "@id", value: .string(id))) }
    var places: [String: Int] = [:]
    addProperties(below: node, to: &members, at: &places, depth: depth)
    for reference in node.attribute("itemref")?.split(separator: " ").prefix(20) ?? [] {
      guard let element = element(id: String(reference)), !element.range.contains(node.index) else { continue }
      if element.has(.itemprop) { addProperty(element, to: &members, at: &places, depth: depth) }
      if !element.has(.itemscope) { addProperties(below: element, to: &members, at: &places, depth: depth) }
    }
    return .object(members)
  }

  private mutating func element(id: String) -> HTMLNode? {
    if elementsByID == nil {
      var elements: [String: Int] = [:]
      for node in document.root.descendants where node.isElement {
        if let id = node.id, elements[id] == nil { elements[id] = node.index }
      }
      elementsByID = elements
    }
    return elementsByID?[id].map { HTMLNode(document: document, index: $0) }
  }

  private mutating func addProperties(
    below node: HTMLNode, to members: inout [JSONMember], at places: inout [String: Int], depth: Int
  ) {
    var walk = node.descendants
    while visitBudget > 0, let child = walk.next() {
      visitBudget -= 1
      guard child.isElement else { continue }
      if child.has(.itemprop) { addProperty(child, to: &members, at: &places, depth: depth) }
      if child.has(.itemscope) { walk.skip(child) }
    }
  }

  private mutating func addProperty(
    _ node: HTMLNode, to members: inout [JSONMember], at places: inout [String: Int], depth: Int
  ) {
    let value: JSONValue
    if node.has(.itemscope) {
      guard depth < Self.depthLimit else { return }
      value = item(node, depth: depth + 1)
    } else {
      value = .string(text(of: node))
    }
    for name in node.tokens(.itemprop).prefix(10).map(String.init) where name != "articleBody" {
      guard let place = places[name] else {
        places[name] = members.count
        members.append(JSONMember(name: name, value: value))
        continue
      }
      if case .array(let values) = members[place].value {
        if values.count < 200 { members[place].value = .array(values + [value]) }
      } else {
        members[place].value = .array([members[place].value, value])
      }
    }
  }

  /// A property's value: HTML Living Standard, "Values: the content attribute, element-specific attribute, or element content".
  private mutating func text(of node: HTMLNode) -> String {
    if let content = node[.content] { return content }
    switch node.tag {
    case .meta: return ""
    case .audio, .embed, .iframe, .img, .source, .track, .video: if let address = node[.src] { return address }
    case .a, .area, .link: if let address = node[.href] { return address }
    case .object: if let address = node.attribute("data") { return address }
    case .data, .meter: if let value = node[.value] { return value }
    case .time: if let date = node[.datetime] { return date }
    default: break
    }
    guard node.textUTF8Count <= textBudget else { return "" }
    textBudget -= node.textUTF8Count
    return node.plainText
  }
}
