import Foundation
import NewsModel

extension ArticleBody {
  /// The blocks as HTML elements: lists and quotations nested, tables and figures whole, links as links; all text escaped.
  ///
  /// An address comes in only as the value of `href`, `src` or `cite`, and only with the scheme http, https or mailto.
  nonisolated var html: String {
    var writer = HTMLWriter()
    var index = 0
    while index < blocks.count {
      let end = blocks[index...].firstIndex { $0.kind != blocks[index].kind } ?? blocks.count
      writer.write(blocks[index..<end])
      index = end
    }
    return writer.html
  }
}

/// Blocks of one kind at a time.
private nonisolated struct HTMLWriter {
  private(set) var html = ""

  /// Elements deeper than this make no list clearer, and a stranger's number must not make millions of them.
  private static let deepest = 8

  mutating func write(_ blocks: ArraySlice<Block>) {
    switch blocks.first?.kind {
    case .paragraph: for block in blocks { html += "<p>\(Self.inline(block))</p>" }
    case .subheading: for block in blocks { html += "<h2>\(Self.inline(block))</h2>" }
    case .picture: for block in blocks { html += Self.figure(block) }
    case .preformatted: html += "<pre>" + blocks.map(Self.inline).joined(separator: "\n") + "</pre>"
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
      html += "<li>" + Self.inline(item)
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
        html += "<blockquote\(depth == wanted - 1 ? Self.attribute("cite", address) : "")>"
        depth += 1
      }
      html += "<p>\(Self.inline(quotation))</p>"
    }
    html += String(repeating: "</blockquote>", count: depth)
  }

  private mutating func writeTable(_ rows: ArraySlice<Block>) {
    html += "<table>"
    for (index, row) in zip(rows.indices, rows) {
      let element = index == rows.startIndex && rows.count > 1 ? "th" : "td"
      let cells = row.cells.isEmpty ? [row.text] : row.cells
      html += "<tr>" + cells.map { "<\(element)>\(Self.escaped($0))</\(element)>" }.joined() + "</tr>"
    }
    html += "</table>"
  }

  private static func figure(_ picture: Block) -> String {
    let image = attribute("src", picture.address)
    let caption = picture.text.isEmpty ? "" : "<figcaption>\(inline(picture))</figcaption>"
    return "<figure>" + (image.isEmpty ? "" : "<img\(image) alt=\"\">") + caption + "</figure>"
  }

  private static func isNumber(_ marker: String?) -> Bool {
    marker?.unicodeScalars.contains { $0.properties.numericType != nil || $0.properties.isAlphabetic } ?? false
  }

  /// A block's text with its links.
  private static func inline(_ block: Block) -> String {
    let utf8 = Array(block.text.utf8)
    var html = ""
    var position = 0
    func piece(_ end: Int) -> String { escaped(String(decoding: utf8[position..<end], as: UTF8.self)) }
    for link in block.links.sorted(by: { $0.startUTF8Offset < $1.startUTF8Offset }) {
      let start = link.startUTF8Offset
      guard start >= position, link.utf8Count > 0, start < utf8.count, link.utf8Count <= utf8.count - start else {
        continue
      }
      let end = start + link.utf8Count
      let isWhole = [start, end].allSatisfy { $0 == utf8.count || utf8[$0] & 0xC0 != 0x80 }
      let href = attribute("href", link.address)
      guard isWhole, !href.isEmpty else { continue }
      html += piece(start)
      position = start
      html += "<a\(href)>\(piece(end))</a>"
      position = end
    }
    return html + piece(utf8.count)
  }

  /// Nothing for an address whose scheme could run something.
  private static func attribute(_ name: String, _ address: String?) -> String {
    guard let address else { return "" }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "mailto"].contains(scheme) else { return "" }
    return " \(name)=\"\(escaped(address))\""
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
