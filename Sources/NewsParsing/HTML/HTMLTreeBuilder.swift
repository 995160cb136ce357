internal import CGumbo

/// Makes the arrays of an ``HTMLDocument`` from gumbo's tree; the only file that sees it.
struct HTMLTreeBuilder {
  private(set) var nodes = ContiguousArray<HTMLDocument.Record>()
  private(set) var attributes = ContiguousArray<HTMLDocument.AttributeRecord>()
  private(set) var text = ContiguousArray<UInt8>()
  private(set) var strings = ContiguousArray<UInt8>()
  private(set) var isReduced = false

  /// Of gumbo's tree, however long the page is: enough for eight megabytes of a page, see ``parse(_:isFragment:)``.
  private static let treeByteLimit = 160 << 20

  /// Of a page's text, in UTF-8 bytes; an ellipsis stands for what comes after. Nearly three million letters of Devanagari.
  private static let textUTF8Limit = 8 << 20

  /// - Parameter allowsShortcut: whether plain markup may be read without gumbo; the tree is the same.
  init(parsing utf8: UnsafeBufferPointer<UInt8>, isFragment: Bool, allowsShortcut: Bool = true) {
    let utf8 = Self.cut(utf8, to: HTMLDocument.utf8CountLimit)
    if isFragment, allowsShortcut, let plain = PlainMarkup(utf8) {
      nodes = plain.nodes
      attributes = plain.attributes
      text = plain.text
      strings = plain.strings
      return
    }
    let usual = HTMLGuard.guarded(utf8, .usual)
    isReduced = usual.isFlattened
    if parse(usual.bytes, or: utf8, isFragment: isFragment) { return }
    isReduced = true
    if parse(HTMLGuard.guarded(utf8, .severe).bytes, or: utf8, isFragment: isFragment) { return }
    // Not even so: a document without anything in it.
    _ = [UInt8]().withUnsafeBufferPointer { parse($0, isFragment: isFragment) }
  }

  /// At most `limit` bytes, cut before a character.
  private static func cut(_ utf8: UnsafeBufferPointer<UInt8>, to limit: Int) -> UnsafeBufferPointer<UInt8> {
    guard utf8.count > limit else { return utf8 }
    var end = limit
    while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return UnsafeBufferPointer(rebasing: utf8[..<end])
  }

  private mutating func parse(
    _ bytes: [UInt8]?, or utf8: UnsafeBufferPointer<UInt8>, isFragment: Bool
  ) -> Bool {
    guard let bytes else { return parse(utf8, isFragment: isFragment) }
    return bytes.withUnsafeBufferPointer { parse($0, isFragment: isFragment) }
  }

  /// False when gumbo's tree would be too large.
  private mutating func parse(_ utf8: UnsafeBufferPointer<UInt8>, isFragment: Bool) -> Bool {
    // Real pages take 5 to 20 bytes of tree for each byte of theirs; a small one may be all tags.
    let limit = min(16 << 20 + 48 * utf8.count, Self.treeByteLimit)
    var arena: UnsafeMutablePointer<khabar_gumbo_arena>?
    let root = utf8.withMemoryRebound(to: CChar.self) { bytes -> UnsafePointer<GumboNode>? in
      // gumbo looks at the address even when there is nothing at it.
      var nothing: CChar = 0
      return khabar_gumbo_parse(
        bytes.baseAddress ?? withUnsafePointer(to: &nothing) { $0 }, bytes.count, isFragment, limit, &arena)
    }
    defer { if let arena { khabar_gumbo_free(arena) } }
    guard let root else { return false }
    text.reserveCapacity(utf8.count)
    strings.reserveCapacity(utf8.count / 2)
    nodes.reserveCapacity(utf8.count / 48)
    build(root)
    return true
  }
}

extension HTMLTreeBuilder {
  /// An explicit stack: a page may nest deeper than this thread's stack is.
  private mutating func build(_ root: UnsafePointer<GumboNode>) {
    var open: [(node: UnsafePointer<GumboNode>, next: UInt32, index: Int, isRaw: Bool)] = []
    _ = appendElement(root, parent: -1)
    open.append((root, 0, 0, false))
    while let top = open.last {
      guard top.next < top.node.pointee.v.element.children.length else {
        nodes[top.index].end = Int32(nodes.count)
        nodes[top.index].textEnd = Int32(text.count)
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      guard let child = khabar_gumbo_child_of(top.node, top.next) else { continue }
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let index = appendElement(child, parent: Int32(top.index))
        open.append((UnsafePointer(child), 0, index, top.isRaw || nodes[index].tag.isRaw))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        appendText(child, parent: Int32(top.index), kind: top.isRaw ? .rawText : .text)
      case GUMBO_NODE_COMMENT: appendText(child, parent: Int32(top.index), kind: .comment)
      default: break
      }
    }
  }

  private mutating func appendElement(_ node: UnsafePointer<GumboNode>, parent: Int32) -> Int {
    let index = nodes.count
    let start = Int32(attributes.count)
    var tag = HTMLTag(node.pointee.v.element.tag)
    if tag == .other { tag = appendName(of: node) }
    let count = node.pointee.v.element.attributes.length
    for index in 0..<count {
      if let attribute = khabar_gumbo_attribute_of(node, index) { append(attribute) }
    }
    nodes.append(
      HTMLDocument.Record(
        kind: .element, tag: tag, parent: parent, end: Int32(index + 1), textStart: Int32(text.count),
        textEnd: Int32(text.count), dataStart: start, dataEnd: Int32(attributes.count)))
    return index
  }

  /// Keeps the name of an element that ``HTMLTag/init(_:)`` does not know; gumbo may not know it either.
  private mutating func appendName(of node: UnsafePointer<GumboNode>) -> HTMLTag {
    var piece = node.pointee.v.element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let start = piece.data else { return .other }
    let name = start.withMemoryRebound(to: UInt8.self, capacity: piece.length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: piece.length), as: UTF8.self).lowercased()
    }
    let offset = Int32(strings.count)
    strings.append(contentsOf: name.utf8)
    attributes.append(
      HTMLDocument.AttributeRecord(
        attribute: .elementName, nameStart: offset, nameEnd: offset, valueEnd: Int32(strings.count)))
    return HTMLTag(name: name)
  }

  private mutating func append(_ attribute: UnsafePointer<GumboAttribute>) {
    let offset = Int32(strings.count)
    let name = Self.bytes(attribute.pointee.name)
    let known = HTMLAttribute(name: name)
    // A known one's name is not kept.
    if known == .other { strings.append(contentsOf: name) }
    let nameEnd = Int32(strings.count)
    strings.append(contentsOf: Self.bytes(attribute.pointee.value))
    attributes.append(
      HTMLDocument.AttributeRecord(
        attribute: known, nameStart: offset, nameEnd: nameEnd, valueEnd: Int32(strings.count)))
  }

  private mutating func appendText(_ node: UnsafePointer<GumboNode>, parent: Int32, kind: HTMLDocument.Kind) {
    var bytes = Self.bytes(node.pointee.v.text.text)
    let textStart = Int32(text.count)
    let dataStart = Int32(strings.count)
    let room = max(0, Self.textUTF8Limit - text.count)
    if kind != .text {
      strings.append(contentsOf: bytes)
    } else if bytes.count <= room {
      text.append(contentsOf: bytes)
    } else {
      bytes = Self.cut(bytes, to: room)
      text.append(contentsOf: bytes)
      // Who reads to the end is told that it is none; once.
      if room > 0 { text.append(contentsOf: "…".utf8) }
      isReduced = true
    }
    nodes.append(
      HTMLDocument.Record(
        kind: kind, tag: .none, parent: parent, end: Int32(nodes.count + 1), textStart: textStart,
        textEnd: Int32(text.count), dataStart: dataStart, dataEnd: Int32(strings.count)))
  }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: khabar_gumbo_length(string))
  }
}
