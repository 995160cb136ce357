internal import CGumbo

/// A parsed HTML document: the tree that the HTML standard's rules make of any bytes, as a value.
///
/// Nodes stand in one array in document order, so a subtree is a range of it, and whoever walks the tree walks an array.
/// Scripts, styles and comments are kept as nodes; what their text is for, the walker decides.
public struct HTMLDocument: Sendable {
  /// What one node is.
  enum Kind: UInt8, Sendable {
    case element, text, comment
  }

  struct Record: Sendable {
    var kind: Kind
    /// Lower case; empty for text and comments.
    var tag: String
    /// Text of a text node or comment, entities decoded.
    var text: String
    var attributes: [(name: String, value: String)]
    var parent: Int32
    /// One past the last node of the subtree.
    var end: Int32
  }

  var records: [Record] = []

  /// Elements nested deeper than this are left out, with what is in them.
  static let depthLimit = 400

  /// Parses a page, or a fragment as the content of `body`.
  public init(_ html: String) {
    var html = html
    html.withUTF8 { utf8 in
      guard let base = utf8.baseAddress else { return }
      base.withMemoryRebound(to: CChar.self, capacity: utf8.count) { build($0, utf8Count: utf8.count) }
    }
  }

  /// The `html` element.
  var root: HTMLNode? { records.isEmpty ? nil : HTMLNode(document: self, index: 0) }
}

extension HTMLDocument {
  private mutating func build(_ bytes: UnsafePointer<CChar>, utf8Count: Int) {
    var options = khabar_gumbo_options(0)
    guard let output = gumbo_parse_with_options(&options, bytes, utf8Count) else { return }
    defer { gumbo_destroy_output(&options, output) }
    // An explicit stack: a page may nest deeper than this thread's stack is.
    var stack: [(node: UnsafeMutablePointer<GumboNode>, next: UInt32, index: Int32)] = []
    guard let root = output.pointee.root, let first = append(root, parent: -1) else { return }
    stack.append((root, 0, first))
    while let top = stack.last {
      let children = top.node.pointee.v.element.children
      guard top.next < children.length else {
        records[Int(top.index)].end = Int32(records.count)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      guard let child = khabar_gumbo_child_of(top.node, top.next), stack.count < Self.depthLimit,
        let index = append(child, parent: top.index)
      else { continue }
      let type = child.pointee.type
      if type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE { stack.append((child, 0, index)) }
    }
  }

  private mutating func append(_ node: UnsafeMutablePointer<GumboNode>, parent: Int32) -> Int32? {
    let index = Int32(records.count)
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      records.append(
        Record(
          kind: .element, tag: Self.tag(of: node), text: "", attributes: Self.attributes(of: node), parent: parent,
          end: index + 1))
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA, GUMBO_NODE_COMMENT:
      let isComment = node.pointee.type == GUMBO_NODE_COMMENT
      records.append(
        Record(
          kind: isComment ? .comment : .text, tag: "", text: String(cString: node.pointee.v.text.text), attributes: [],
          parent: parent, end: index + 1))
    default: return nil
    }
    return index
  }

  private static func tag(of node: UnsafeMutablePointer<GumboNode>) -> String {
    let element = node.pointee.v.element
    if element.tag != GUMBO_TAG_UNKNOWN { return String(cString: gumbo_normalized_tagname(element.tag)) }
    // Not known to gumbo: the name as written, `<amp-img `.
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let start = piece.data else { return "" }
    return start.withMemoryRebound(to: UInt8.self, capacity: piece.length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: piece.length), as: UTF8.self).lowercased()
    }
  }

  private static func attributes(of node: UnsafeMutablePointer<GumboNode>) -> [(name: String, value: String)] {
    let vector = node.pointee.v.element.attributes
    var attributes: [(name: String, value: String)] = []
    attributes.reserveCapacity(Int(vector.length))
    for index in 0..<vector.length {
      guard let attribute = khabar_gumbo_attribute_of(node, index) else { continue }
      attributes.append((String(cString: attribute.pointee.name), String(cString: attribute.pointee.value)))
    }
    return attributes
  }
}
