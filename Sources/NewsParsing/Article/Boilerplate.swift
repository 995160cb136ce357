internal import NewsModel

/// What is left out inside the story: rows of links, labels, and what frames it.
enum Boilerplate {
  /// Marks what is no text of the story in the subtree of `root`, by its links.
  static func prune(_ leftOut: inout [Bool], in score: ContentScore, root: Int) {
    let document = score.document
    guard score.strictness == .strict else { return }
    let prose = ContentScore.values(document, score.measure, leftOut, isProseOnly: true)
    Furniture.mark(&leftOut, in: document, hints: score.hints, measure: score.measure, prose: prose, within: root)
    let measure = PageMeasure(document, leftOut: leftOut)
    var index = root + 1
    let end = Int(document.nodes[root].end)
    while index < end {
      let node = document.nodes[index]
      if leftOut[index] || node.kind == .element && isLinkRow(node, index, measure, document) {
        leftOut[index] = true
        index = Int(node.end)
        continue
      }
      index += 1
    }
  }

  private static func isLinkRow(
    _ node: HTMLDocument.Record, _ index: Int, _ measure: PageMeasure, _ document: HTMLDocument
  ) -> Bool {
    let count = measure[index]
    guard count.text > 0 else { return false }
    let density = count.linkDensity
    switch node.tag {
    case .ul, .ol, .dl: return density > 0.7 && count.text < 2000
    case .div, .section, .aside, .header, .footer, .table:
      if density > 0.7 { return count.text < 2000 }
      return density > 0.5 && count.text < 300 && count.sentences < 2
    case .p: return density > 0.85 && count.sentences == 0 && count.text < 200
    default: return false
    }
  }

  /// Without the headline at the beginning and headings at the end.
  static func withoutFrame(_ blocks: [Block], hints: PageBody.Hints) -> [Block] {
    var blocks = blocks[...]
    while let last = blocks.last, last.kind == .subheading { blocks.removeLast() }
    if let title = hints.title, let first = blocks.firstIndex(where: { $0.kind != .picture }),
      blocks[first].text == title
    {
      blocks.remove(at: first)
    }
    return Array(blocks)
  }
}
