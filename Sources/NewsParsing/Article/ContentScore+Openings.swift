/// Where the story begins outside the element that holds it: a standfirst or a first paragraph in a box of its own.
extension ContentScore {
  /// Places of blocks before `best` that begin the story, in document order.
  func openings(of best: Int) -> [Int] {
    if let headline = headline(before: best), let found = standfirst(after: headline, before: best) { return found }
    return boxes(before: best)
  }

  /// The end of the last heading of the first rank that stands before `best`.
  private func headline(before best: Int) -> Int? {
    var index = best - 1
    while index > 0 {
      let node = document.nodes[index]
      if node.tag == .h1, Int(node.end) <= best, measure[index].text > 0 { return Int(node.end) }
      index -= 1
    }
    return nil
  }

  /// Sentences between the headline and the text; nil when there are too many for a standfirst.
  private func standfirst(after headline: Int, before best: Int) -> [Int]? {
    var found: [Int] = []
    var text: Int32 = 0
    var index = headline
    while index < best {
      let node = document.nodes[index]
      if leftOut[index] || isAside(index) {
        index = Int(node.end)
        continue
      }
      if node.kind == .element, node.tag.isBlock, Int(node.end) <= best, !holdsBlocks(index) {
        if isOpening(index) {
          found.append(index)
          text += measure[index].text
        }
        index = Int(node.end)
        continue
      }
      index += 1
    }
    return text >= 115 && text <= 1200 ? found : nil
  }

  /// What stands between headline and text and is neither: pictures, bylines, buttons.
  private func isAside(_ index: Int) -> Bool {
    switch document.nodes[index].tag {
    case .figure, .figcaption, .form, .aside, .nav, .footer, .address, .time, .table, .noscript: true
    default: !hints[index].isDisjoint(with: NameHints.furniture.subtracting(.teaser))
    }
  }

  private func holdsBlocks(_ index: Int) -> Bool {
    var place = index + 1
    while place < Int(document.nodes[index].end) {
      if document.nodes[place].kind == .element, document.nodes[place].tag.isBlock { return true }
      place += 1
    }
    return false
  }

  /// A few sentences without links; a second heading has to be longer than headings are.
  private func isOpening(_ index: Int) -> Bool {
    let count = measure[index]
    let isHeading = document.nodes[index].tag.headingLevel != nil
    return count.text >= (isHeading ? 80 : 50) && count.text < 1200 && (count.sentences > 0 || isHeading)
      && count.linkDensity < 0.2
  }

  /// On a page without a headline of the first rank: boxes of prose beside the text.
  private func boxes(before best: Int) -> [Int] {
    var found: [Int] = []
    var node = HTMLNode(document: document, index: best)
    for _ in 0..<4 {
      guard let parent = node.parent, node.tag != .article, node.tag != .main, node.tag != .body else { break }
      for sibling in parent.childElements {
        guard sibling.index < node.index else { break }
        let count = measure[sibling.index]
        if !leftOut[sibling.index], sibling.tag.isBlock, sibling.tag.headingLevel == nil, count.sentences > 0,
          count.text >= 50, count.text < 1200, count.linkDensity < 0.2,
          values[sibling.index] > Double(count.text) * 0.6,
          hints[sibling.index].isDisjoint(with: .furniture), sibling.tag != .header,
          !sibling.descendants.contains(where: { $0.tag == .h1 || $0.tag == .figure })
        {
          found.append(sibling.index)
        }
      }
      node = parent
    }
    return found.sorted()
  }
}
