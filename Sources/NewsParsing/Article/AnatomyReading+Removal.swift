/// What is told leaves the text.
extension AnatomyReading {
  mutating func take(label: Int, _ list: List) {
    isTaken[label] = true
    for place in list.rows { isTaken[place] = true }
    if list.isOwned, let container = list.container,
      titleRow < 0 || !container.contains(rows[titleRow].nodes.lowerBound)
    {
      anatomy.removed.append(container)
      return
    }
    remove(rows: label..<label + 1)
    for place in list.rows { remove(rows: place..<place + 1) }
  }

  /// Removes the largest elements that hold these rows and no other; of a row that shares its block with others its own nodes.
  mutating func remove(rows places: Range<Int>) {
    guard let first = places.first, let last = places.last else { return }
    for place in places { isTaken[place] = true }
    var range = rows[first].nodes.lowerBound..<rows[last].nodes.upperBound
    var node: HTMLNode? = HTMLNode(document: document, index: rows[first].block)
    while let element = node {
      let outer = element.range
      let isAlone =
        (first == 0 || rows[first - 1].nodes.lowerBound < outer.lowerBound)
        && (last + 1 >= rows.count || rows[last + 1].nodes.lowerBound >= outer.upperBound)
      guard isAlone, element.tag != .body, element.tag != .html, element.tag != .article, element.tag != .main,
        !holdsPicture(outer)
      else { break }
      range = outer
      node = element.parent
    }
    anatomy.removed.append(range)
  }

  private func holdsPicture(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.count < 60
      && range.contains { document.nodes[$0].tag == .figure || document.nodes[$0].tag == .video }
  }
}
