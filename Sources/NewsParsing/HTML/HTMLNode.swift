/// One node of an ``HTMLDocument``: a place in its array.
struct HTMLNode: Sendable {
  let document: HTMLDocument
  let index: Int

  private var record: HTMLDocument.Record { document.records[index] }

  var isElement: Bool { record.kind == .element }
  var isText: Bool { record.kind == .text }
  /// Lower case; empty when the node is no element.
  var tag: String { record.tag }
  /// The node's own text, for text nodes and comments.
  var ownText: String { record.text }

  var parent: HTMLNode? { record.parent < 0 ? nil : HTMLNode(document: document, index: Int(record.parent)) }

  /// Nil when the element does not have it; names are lower case.
  func attribute(_ name: String) -> String? {
    record.attributes.first { $0.name == name }?.value
  }

  /// All attributes, in the order of the page.
  var attributes: [(name: String, value: String)] { record.attributes }

  /// Places of the whole subtree, the node itself first.
  var range: Range<Int> { index..<Int(record.end) }

  var children: some Sequence<HTMLNode> {
    sequence(state: index + 1) { [document, end = Int(record.end)] next -> HTMLNode? in
      guard next < end else { return nil }
      defer { next = Int(document.records[next].end) }
      return HTMLNode(document: document, index: next)
    }
  }

  /// All nodes below this one, in document order.
  var descendants: some Sequence<HTMLNode> {
    (index + 1..<max(index + 1, Int(record.end))).lazy.map { [document] in HTMLNode(document: document, index: $0) }
  }

  /// The text of the subtree as it stands, blanks as in the source; scripts and styles left out.
  var text: String {
    var text = ""
    var next = index
    let end = Int(record.end)
    while next < end {
      let record = document.records[next]
      if record.kind == .element, record.tag == "script" || record.tag == "style" || record.tag == "template" {
        next = Int(record.end)
        continue
      }
      if record.kind == .text { text += record.text }
      next += 1
    }
    return text
  }
}
