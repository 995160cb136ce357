public import NewsModel

extension ArticleBody {
  /// The blocks as CommonMark, with GitHub's tables; without a line end at its end.
  ///
  /// Subheadings are of the second level. Text is made safe to be shown (`DisplayText`).
  public var markdown: String {
    var parts: [String] = []
    var index = 0
    while index < blocks.count {
      let end = blocks[index...].firstIndex { $0.kind != blocks[index].kind } ?? blocks.count
      parts += Self.markdown(blocks[index..<end])
      index = end
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Blocks of one kind, as parts that an empty line stands between.
  private static func markdown(_ blocks: ArraySlice<Block>) -> [String] {
    switch blocks.first?.kind {
    case .paragraph: blocks.map { inline($0, startsLine: true) }
    case .subheading: blocks.map { "## " + inline($0) }
    case .picture: blocks.map(picture)
    case .listItem: [MarkdownList(blocks).text]
    case .quotation: quotations(blocks)
    case .tableRow: [table(blocks)]
    case .preformatted: [fenced(blocks)]
    case nil: []
    }
  }

  /// A block's text with its links.
  static func inline(_ block: Block, startsLine: Bool = false) -> String {
    var isStart = startsLine
    return LinkedText(block).pieces.map { piece in
      defer { isStart = false }
      guard let address = piece.address else { return MarkdownText.escaped(piece.text, startsLine: isStart) }
      return MarkdownText.link(MarkdownText.escaped(piece.text), address)
    }.joined()
  }

  private static func picture(_ block: Block) -> String {
    let caption = MarkdownText.escaped(block.text)
    guard let address = block.address, LinkedText.isHarmless(address) else {
      return caption.isEmpty ? "" : "*\(caption)*"
    }
    return "![\(caption)](\(MarkdownText.destination(address)))"
  }

  /// Posts of different addresses are different quotations; each ends with its address.
  private static func quotations(_ blocks: ArraySlice<Block>) -> [String] {
    var parts: [String] = []
    var lines: [String] = []
    var address = blocks.first?.address
    func end() {
      if let address, LinkedText.isHarmless(address) {
        lines += [">", "> " + MarkdownText.link(MarkdownText.escaped(address), address)]
      }
      if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
      lines = []
    }
    var before = 0
    for block in blocks {
      if block.address != address {
        end()
        address = block.address
      }
      let depth = min(max(0, block.level), deepestLevel)
      // An empty line of the shallower of both parts them.
      if !lines.isEmpty { lines.append(String(repeating: ">", count: min(depth, before) + 1)) }
      lines.append(String(repeating: ">", count: depth + 1) + " " + inline(block, startsLine: true))
      before = depth
    }
    end()
    // Two quotations one after the other would be one.
    return Array(parts.map { [$0] }.joined(separator: ["<!-- -->"]))
  }

  /// The first row is the head: GitHub's tables have one always.
  private static func table(_ rows: ArraySlice<Block>) -> String {
    let cells = rows.map { $0.cells.isEmpty ? [$0.text] : $0.cells }
    let columnCount = cells.map(\.count).max() ?? 0
    var lines = cells.map { row in
      let padded = row.map { MarkdownText.escaped($0) } + Array(repeating: "", count: columnCount - row.count)
      return "| " + padded.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: columnCount), at: 1)
    return lines.joined(separator: "\n")
  }

  private static func fenced(_ lines: ArraySlice<Block>) -> String {
    let texts = lines.map { MarkdownText.safe($0.text) }
    let longest = texts.map { $0.split { $0 != "`" }.map(\.count).max() ?? 0 }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return ([fence] + texts + [fence]).joined(separator: "\n")
  }

  /// Deeper makes nothing clearer, and a stranger's number must not make millions of signs.
  static let deepestLevel = 8
}

/// List items, inner ones indented to the text of the item before them.
private struct MarkdownList {
  private(set) var text = ""

  init(_ items: ArraySlice<Block>) {
    var lines: [String] = []
    // Where the text of the open items begins, by level.
    var indents: [Int] = []
    var before: (level: Int, isNumber: Bool)?
    for item in items {
      let level = min(max(0, item.level), min(ArticleBody.deepestLevel, indents.count))
      let number = Self.number(item.marker)
      // A list of another kind would else take up the numbers or bullets of this one.
      if let before, before.level == level, before.isNumber != (number != nil) { lines.append("") }
      let mark = number.map { "\($0). " } ?? "- "
      // A marker that Markdown does not know stays as text: क), iv.
      let own = number == nil ? item.marker.map { MarkdownText.escaped($0) + " " } ?? "" : ""
      let indent = level == 0 ? 0 : indents[level - 1]
      lines.append(
        String(repeating: " ", count: indent) + mark + own + ArticleBody.inline(item, startsLine: own.isEmpty))
      indents = Array(indents.prefix(level)) + [indent + mark.utf8.count]
      before = (level, number != nil)
    }
    text = lines.joined(separator: "\n")
  }

  /// "1.", "१." and "(3)" are numbers; CommonMark takes nine digits.
  private static func number(_ marker: String?) -> Int? {
    guard let marker else { return nil }
    let inner = marker.filter { !".)( ".contains($0) }
    guard (1...9).contains(inner.count) else { return nil }
    var number = 0
    for character in inner {
      guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
