internal import NewsModel

/// What is left out inside the story: rows of links, labels, and what frames it.
enum Boilerplate {
  /// Marks what is no text of the story in the subtree of `root`, by its links.
  static func prune(_ leftOut: inout [Bool], in score: ContentScore, root: Int) {
    let document = score.document
    let prose = ContentScore.values(document, score.measure, leftOut, isProseOnly: true)
    Furniture.mark(
      &leftOut, in: document, hints: score.hints, measure: score.measure, prose: prose, within: root,
      strictness: score.strictness)
    let measure = PageMeasure(document, leftOut: leftOut)
    var index = root + 1
    let end = Int(document.nodes[root].end)
    // The last heading or short line, with nothing but blanks after it: the label of what comes.
    var label: Int?
    while index < end {
      let node = document.nodes[index]
      if leftOut[index] || node.kind == .element && isLinkRow(node, index, measure, document) {
        if node.kind == .element, HTMLNode(document: document, index: index).textUTF8Count > 20, node.tag != .script,
          node.tag != .style, let place = label, score.strictness == .strict
        {
          leftOut[place] = true
        }
        leftOut[index] = true
        index = Int(node.end)
        continue
      }
      if node.kind == .element, isLabel(node, measure[index]) {
        label = index
        index = Int(node.end)
        continue
      }
      if node.kind == .text, measure[index].text > 0 { label = nil }
      index += 1
    }
  }

  /// "ये भी पढ़ें: …", "Also read: …", "Lea también: …": a short label with a colon or none, and a link to the end.
  private static func isAlsoRead(_ index: Int, _ count: PageMeasure.Count, _ document: HTMLDocument) -> Bool {
    let own = count.text - count.linked
    guard count.linked >= 20, own <= 24, count.text < 220, count.linkDensity > 0.5 else { return false }
    let node = HTMLNode(document: document, index: index)
    // The label is before the link: the first text is none, the last one is.
    var texts = node.descendants.filter {
      $0.isText && $0.record.textEnd > $0.record.textStart && !$0.plainText.isEmpty
    }
    guard own > 2, let last = texts.popLast(), let first = texts.first else { return false }
    guard last.closest(.a) != nil, first.closest(.a) == nil, let end = first.plainText.last else { return false }
    return ":»›>|–—-→".contains(end)
  }

  private static func isLabel(_ node: HTMLDocument.Record, _ count: PageMeasure.Count) -> Bool {
    if node.tag.headingLevel != nil { return count.text > 0 && count.text < 60 }
    return (node.tag == .p || node.tag == .div) && count.text > 0 && count.text < 40 && count.sentences == 0
      && count.commas == 0
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
    case .p, .h2, .h3, .h4, .h5, .h6, .blockquote:
      if density > 0.85, count.sentences < 2, count.text < 200, count.text > 15 { return true }
      return isAlsoRead(index, count, document)
    default: return false
    }
  }

  /// Without the headline and lines about the story at the beginning, and without labels at the end.
  static func withoutFrame(_ blocks: [Block], hints: PageBody.Hints) -> [Block] {
    // A page of a few words has no frame.
    guard blocks.contains(where: { $0.kind != .picture && $0.text.utf8.count > 80 }) else { return blocks }
    var blocks = blocks
    while let last = blocks.last, isFrame(last) { blocks.removeLast() }
    if let title = hints.title, let first = blocks.firstIndex(where: { $0.kind != .picture }),
      blocks[first].text == title
    {
      blocks.remove(at: first)
    }
    // Before the first sentence: date, place, writer.
    let opening = blocks.firstIndex { $0.text.utf8.count > 80 } ?? 0
    for place in (0..<opening).reversed() where blocks[place].kind == .paragraph && isAbout(blocks[place].text) {
      blocks.remove(at: place)
    }
    return blocks.filter {
      $0.kind == .picture
        || !Furniture.isBegging($0.text) && !Furniture.isCredit($0.text) && !Furniture.isLabel($0.text)
    }
  }

  private static func isFrame(_ block: Block) -> Bool {
    block.kind == .subheading
      || block.kind == .paragraph && block.text.unicodeScalars.count < 60
        && (block.text.last == ":" || !endsSentence(block.text))
  }

  private static func isAbout(_ text: String) -> Bool {
    text.unicodeScalars.count < 50 && !endsSentence(text)
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !"\"'”’)»]".unicodeScalars.contains($0) }) else { return false }
    return ".!?।॥。…:".unicodeScalars.contains(last)
  }
}
