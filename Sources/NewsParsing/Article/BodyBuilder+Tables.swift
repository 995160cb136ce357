internal import NewsModel

extension BodyBuilder {
  /// A table of data becomes rows here and now; one that only lays out the page is walked like any block.
  mutating func enterTable(_ node: HTMLNode, _ record: HTMLDocument.Record) -> Bool {
    flush()
    guard context.kind != .preformatted, !context.isRow, TableShape.isData(node) else {
      push(node, record)
      return true
    }
    addRows(of: node)
    return false
  }

  private mutating func addRows(of table: HTMLNode) {
    let outer = context
    defer { context = outer }
    // Columns that cells from rows above still reach into, with the rows they have left.
    var reaching: [Int: Int] = [:]
    for row in table.descendants where row.isElement {
      if row.tag == .caption {
        context = outer
        context.kind = .paragraph
        var builder = BodyBuilder(inside: self, context)
        builder.add(row.index + 1..<row.range.upperBound)
        blocks += builder.blocks
      }
      if row.tag == .tr { addRow(row, &reaching) }
    }
  }

  private mutating func addRow(_ row: HTMLNode, _ reaching: inout [Int: Int]) {
    var context = context
    context.isRow = true
    context.kind = .tableRow
    var builder = BodyBuilder(inside: self, context)
    var column = 0
    func skipReaching() {
      while let rows = reaching[column], rows > 0, column < TableShape.columnLimit {
        reaching[column] = rows - 1
        builder.text.beginCell(isFirst: column == 0)
        column += 1
      }
    }
    for cell in row.childElements where cell.tag == .td || cell.tag == .th {
      skipReaching()
      let width = TableShape.span(cell[.colspan])
      let height = TableShape.span(cell[.rowspan])
      for part in 0..<width where column < TableShape.columnLimit {
        builder.text.beginCell(isFirst: column == 0)
        if part == 0, leftOut.isEmpty || !leftOut[cell.index], !cell.isHidden { builder.walkCell(cell) }
        if height > 1 { reaching[column] = height - 1 }
        column += 1
      }
    }
    skipReaching()
    builder.finishRow()
    blocks += builder.blocks
  }
}

extension BodyBuilder {
  /// Adds a cell's text to the row; blocks in it run on with a blank between.
  fileprivate mutating func walkCell(_ cell: HTMLNode) {
    var index = cell.index + 1
    let end = cell.range.upperBound
    while index < end {
      let node = document.nodes[index]
      while let last = open.last, last.end <= index {
        open.removeLast()
        leaveInCell(last)
      }
      if !leftOut.isEmpty, leftOut[index] {
        index = Int(node.end)
        continue
      }
      switch node.kind {
      case .text:
        text.append(String(decoding: document.text[Int(node.textStart)..<Int(node.textEnd)], as: UTF8.self))
        index += 1
      case .element:
        let entered = enterInCell(HTMLNode(document: document, index: index), node)
        index = entered ? index + 1 : Int(node.end)
      default: index += 1
      }
    }
    while let last = open.popLast() { leaveInCell(last) }
    text.endLink()
  }

  private mutating func enterInCell(_ node: HTMLNode, _ record: HTMLDocument.Record) -> Bool {
    if node.isHidden { return false }
    switch record.tag {
    case .a:
      if let address = node[.href].flatMap(addresses.absolute) {
        push(node, record)
        text.beginLink(to: address)
      }
    case .img, .ampImg: if let alt = node[.alt] { text.append(alt) }
    case .script, .style, .template, .select, .datalist, .textarea, .button, .input, .svg, .canvas, .noscript, .iframe,
      .video, .audio, .embed:
      return false
    case .br: text.appendBlank()
    default: if record.tag.isBlock { text.appendBlank() }
    }
    return true
  }

  private mutating func leaveInCell(_ element: Open) { text.endLink() }

  fileprivate mutating func finishRow() {
    let starts = text.marks
    let separator = " │ ".utf8.count
    let cells = starts.indices.map { place -> Range<Int> in
      let end = place + 1 < starts.count ? starts[place + 1] - separator : text.utf8Count
      return starts[place]..<max(starts[place], end)
    }.map(text.clean)
    guard cells.contains(where: { !$0.text.isEmpty }) else { return }
    var block = Block(kind: .tableRow, text: "")
    for (place, cell) in cells.enumerated() {
      if place > 0 { block.text += " │ " }
      let start = block.text.utf8.count
      block.text += cell.text
      block.cells.append(cell.text)
      block.links += cell.links.map {
        BlockLink(startUTF8Offset: start + $0.startUTF8Offset, utf8Count: $0.utf8Count, address: $0.address)
      }
    }
    blocks.append(block)
  }
}

/// Whether a table holds data or lays out a page.
enum TableShape {
  /// Wider tables are cut off here.
  static let columnLimit = 64

  static func span(_ value: String?) -> Int {
    guard let value, let count = Int(value.trimmingBlanks) else { return 1 }
    return min(max(1, count), columnLimit)
  }

  /// HTML Living Standard, "4.9.1.1 Techniques for telling layout tables from data tables", turned around: nothing is data
  /// that has a table or blocks of prose in a cell, or a single column.
  static func isData(_ table: HTMLNode) -> Bool {
    if let role = table[.role], role == "presentation" || role == "none" { return false }
    var widest = 0
    var width = 0
    var prose = 0
    for node in table.descendants where node.isElement {
      switch node.tag {
      case .tr: width = 0
      case .td, .th:
        width += span(node[.colspan])
        widest = max(widest, width)
        if node.textUTF8Count > 1200 { return false }
        prose = 0
      case .p:
        prose += 1
        if prose > 2 { return false }
      case .table, .ul, .ol, .dl, .h1, .h2, .h3, .blockquote, .pre, .figure, .article, .section, .iframe, .video, .form:
        return false
      default: break
      }
    }
    return widest > 1
  }
}
