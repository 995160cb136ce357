/// One node of an ``HTMLDocument``: a place in its array.
struct HTMLNode: Sendable {
  let document: HTMLDocument
  let index: Int

  var record: HTMLDocument.Record { document.nodes[index] }

  var isElement: Bool { record.kind == .element }
  /// Text of the page; the inside of scripts, styles and templates is none.
  var isText: Bool { record.kind == .text }
  var tag: HTMLTag { record.tag }

  /// The element's name in lower case, also when ``tag`` does not know it; empty when the node is no element.
  var tagName: String {
    guard tag == .other else { return tag == .none ? "" : tag.name }
    for place in Int(record.dataStart)..<Int(record.dataEnd) {
      let attribute = document.attributes[place]
      if attribute.attribute == .elementName { return document.string(attribute.nameEnd, attribute.valueEnd) }
    }
    return ""
  }

  /// Nil for the root.
  var parent: HTMLNode? { record.parent < 0 ? nil : HTMLNode(document: document, index: Int(record.parent)) }

  /// Places of the whole subtree in ``HTMLDocument/nodes``, the node itself first.
  var range: Range<Int> { index..<Int(record.end) }

  /// The nodes directly below, in document order.
  var children: Children { Children(document: document, place: index + 1, end: Int(record.end)) }
  /// The elements directly below.
  var childElements: some Sequence<HTMLNode> { children.lazy.filter(\.isElement) }

  /// All nodes below this one, in document order.
  var descendants: Descendants { Descendants(document: document, place: index + 1, end: Int(record.end)) }

  /// All elements of this name below this one, in document order.
  func descendants(_ tag: HTMLTag) -> some Sequence<HTMLNode> { descendants.lazy.filter { $0.tag == tag } }

  /// The parent, its parent and so on; the root is last.
  var ancestors: some Sequence<HTMLNode> {
    sequence(state: parent) { next -> HTMLNode? in
      defer { next = next?.parent }
      return next
    }
  }

  /// The node itself or the nearest element around it that fulfils `condition`; nil when none does.
  func closest(where condition: (HTMLNode) -> Bool) -> HTMLNode? {
    if isElement, condition(self) { return self }
    return ancestors.first(where: condition)
  }

  func closest(_ tag: HTMLTag) -> HTMLNode? { closest { $0.tag == tag } }

  /// The sibling after this node, or before it; nil at the end of the row.
  var nextSibling: HTMLNode? {
    guard let parent, record.end < parent.record.end else { return nil }
    return HTMLNode(document: document, index: Int(record.end))
  }
}

extension HTMLNode {
  struct Children: Sequence, IteratorProtocol {
    let document: HTMLDocument
    var place: Int
    let end: Int

    mutating func next() -> HTMLNode? {
      guard place < end else { return nil }
      defer { place = Int(document.nodes[place].end) }
      return HTMLNode(document: document, index: place)
    }
  }

  /// Walks in document order; ``skip(_:)`` leaves a subtree out.
  struct Descendants: Sequence, IteratorProtocol {
    let document: HTMLDocument
    private(set) var place: Int
    let end: Int

    init(document: HTMLDocument, place: Int, end: Int) {
      self.document = document
      self.place = place
      self.end = end
    }

    mutating func next() -> HTMLNode? {
      guard place < end else { return nil }
      defer { place += 1 }
      return HTMLNode(document: document, index: place)
    }

    /// Goes on after everything below `node`, the node that ``next()`` gave last:
    /// `var walk = node.descendants; while let node = walk.next() { if … { walk.skip(node) } }`.
    mutating func skip(_ node: HTMLNode) { place = Swift.max(place, Int(node.record.end)) }
  }
}
