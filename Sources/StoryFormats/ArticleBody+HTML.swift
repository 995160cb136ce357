public import NewsModel

extension ArticleBody {
  /// The blocks as HTML elements: lists and quotations nested, tables and figures whole, links as links; all text escaped.
  ///
  /// An address comes in only as the value of `href`, `src` or `cite`, and only with the scheme http, https or mailto.
  public var html: String { html(HTMLForm()) }

  func html(_ form: HTMLForm) -> String {
    var writer = HTMLWriter(form: form)
    var index = 0
    while index < blocks.count {
      let end = blocks[index...].firstIndex { $0.kind != blocks[index].kind } ?? blocks.count
      writer.write(blocks[index..<end])
      index = end
    }
    return writer.html
  }
}

/// What the elements are for.
struct HTMLForm {
  /// XML's rules: every element closed, no character that XML 1.0 cannot carry.
  var isXML = false
  /// In place of a picture stands a link of this name to it: for what must not fetch anything.
  var pictureName: String?
  /// Where a link leads in place of its address; nil leaves it.
  var place: (String) -> String? = { _ in nil }
}

/// Blocks of one kind at a time.
private struct HTMLWriter {
  let form: HTMLForm
  private(set) var html = ""

  init(form: HTMLForm) { self.form = form }

  /// Elements deeper than this make no list clearer, and a stranger's number must not make millions of them.
  private static let deepest = 8

  mutating func write(_ blocks: ArraySlice<Block>) {
    switch blocks.first?.kind {
    case .paragraph: for block in blocks { html += "<p>\(inline(block))</p>" }
    case .subheading: for block in blocks { html += "<h2>\(inline(block))</h2>" }
    case .picture: for block in blocks { html += figure(block) }
    case .preformatted: html += "<pre>" + blocks.map(inline).joined(separator: "\n") + "</pre>"
    case .quotation: writeQuotations(blocks)
    case .tableRow: writeTable(blocks)
    case .listItem: writeList(blocks)
    case nil: break
    }
  }

  /// An inner list stands inside of the item before it.
  private mutating func writeList(_ items: ArraySlice<Block>) {
    var open: [String] = []
    for item in items {
      let depth = min(max(0, item.level), Self.deepest) + 1
      let element = Self.isNumber(item.marker) ? "ol" : "ul"
      while open.count > depth || (open.count == depth && open.last != element) {
        html += "</li></\(open.removeLast())>"
      }
      if open.count == depth { html += "</li>" }
      while open.count < depth {
        // A level that was left out has an item without text.
        html += open.count < depth - 1 ? "<ul><li>" : "<\(element)>"
        open.append(open.count < depth - 1 ? "ul" : element)
      }
      html += "<li>" + inline(item)
    }
    for element in open.reversed() { html += "</li></\(element)>" }
  }

  private mutating func writeQuotations(_ quotations: ArraySlice<Block>) {
    var depth = 0
    var address: String?
    for quotation in quotations {
      let wanted = min(max(0, quotation.level), Self.deepest) + 1
      // Posts of different addresses are different quotations.
      while depth > (quotation.address == address ? wanted : 0) {
        html += "</blockquote>"
        depth -= 1
      }
      address = quotation.address
      while depth < wanted {
        html += "<blockquote\(depth == wanted - 1 ? attribute("cite", address) : "")>"
        depth += 1
      }
      html += "<p>\(inline(quotation))</p>"
    }
    html += String(repeating: "</blockquote>", count: depth)
  }

  private mutating func writeTable(_ rows: ArraySlice<Block>) {
    html += "<table>"
    for (index, row) in zip(rows.indices, rows) {
      let element = index == rows.startIndex && rows.count > 1 ? "th" : "td"
      let cells = row.cells.isEmpty ? [row.text] : row.cells
      html += "<tr>" + cells.map { "<\(element)>\(escaped($0))</\(element)>" }.joined() + "</tr>"
    }
    html += "</table>"
  }

  private func figure(_ picture: Block) -> String {
    let caption = picture.text.isEmpty ? "" : "<figcaption>\(inline(picture))</figcaption>"
    if let name = form.pictureName {
      let address = attribute("href", picture.address)
      let link = address.isEmpty ? "" : "<p><a\(address)>\(escaped(name))</a></p>"
      // Nothing is left of a picture that has neither.
      return link.isEmpty && caption.isEmpty ? "" : "<figure>" + link + caption + "</figure>"
    }
    let image = attribute("src", picture.address)
    return "<figure>" + (image.isEmpty ? "" : "<img\(image) alt=\"\"\(form.isXML ? "/" : "")>") + caption + "</figure>"
  }

  private static func isNumber(_ marker: String?) -> Bool {
    marker?.unicodeScalars.contains { $0.properties.numericType != nil || $0.properties.isAlphabetic } ?? false
  }

  /// A block's text with its links.
  private func inline(_ block: Block) -> String {
    LinkedText(block).pieces.map { piece in
      let href = piece.address.map { address in
        form.place(address).map { " href=\"\(escaped($0))\"" } ?? attribute("href", address)
      }
      guard let href, !href.isEmpty else { return escaped(piece.text) }
      return "<a\(href)>\(escaped(piece.text))</a>"
    }.joined()
  }

  /// Nothing for an address whose scheme could run something.
  private func attribute(_ name: String, _ address: String?) -> String {
    guard let address, LinkedText.isHarmless(address) else { return "" }
    return " \(name)=\"\(form.isXML ? XMLText.address(address) : escaped(address))\""
  }

  private func escaped(_ text: String) -> String { form.isXML ? XMLText.escaped(text) : XMLText.markup(text) }
}
