/// How far a label reaches.
extension AnatomyReading {
  /// The rows that a label announces.
  struct List {
    var rows: [Int] = []
    /// Label and list have an element of their own.
    var isOwned = false
    /// That element.
    var container: Range<Int>?
  }

  /// What follows the label in row `index`: the rest of the element that holds both, or what looks like a list right after it.
  func list(after index: Int, as role: ListRole) -> List {
    guard index + 1 < rows.count else { return List() }
    let container = container(of: index)
    let end = firstRow(from: container.upperBound, after: index)
    let inside = Array((index + 1..<min(end, index + 2 + Self.ownedLimit)).prefix { !endsList($0, role) })
    if isOwned(label: index, rows: inside, container: container, role: role) {
      return List(rows: inside, isOwned: true, container: inside.count == end - index - 1 ? container : nil)
    }
    return List(rows: contiguous(after: index, role, end: end))
  }

  enum ListRole {
    case highlights, tags, related, moreFrom, otherList, aboutAuthor
  }

  /// The smallest element that holds the label and something after it.
  private func container(of index: Int) -> Range<Int> {
    var node = HTMLNode(document: document, index: rows[index].block)
    while true {
      let range = node.range
      if index + 1 < rows.count, range.contains(rows[index + 1].nodes.lowerBound) { return range }
      guard let parent = node.parent else { return range }
      node = parent
    }
  }

  /// The first row at or after a place in the document.
  func firstRow(from place: Int, after index: Int) -> Int {
    var low = index + 1
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].nodes.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a row is another label, or the story's text begins with it.
  private func endsList(_ index: Int, _ role: ListRole) -> Bool {
    if isMoreFrom[index] || isBodyStart[index] { return true }
    guard let match = labels[index] else { return false }
    // A tag or a title may begin with a label's word.
    return match.rest.isEmpty && !(role == .tags && rows[index].isLink) || match.role == .tags && !rows[index].isLink
  }

  private static let ownedLimit = 120

  private func isOwned(label: Int, rows places: [Int], container: Range<Int>, role: ListRole) -> Bool {
    guard !places.isEmpty, places.count <= Self.ownedLimit else { return false }
    // The element begins with the label; what stands before it would be the story, unless it is told already.
    var before = label - 1
    while before >= 0, rows[before].nodes.lowerBound >= container.lowerBound {
      guard isTaken[before], label - before <= 12 else { return false }
      before -= 1
    }
    let prose = places.filter { rows[$0].isProse }
    let proseCount = prose.reduce(0) { $0 + rows[$1].line.text.utf8.count }
    switch role {
    case .highlights:
      return places.count <= 15 && places.allSatisfy { rows[$0].line.scalarCount <= 420 }
        && (places.count == 1 || !holdsMostProse(proseCount))
        && !places.contains { rows[$0].setting == .heading }
    case .tags:
      return places.allSatisfy { isTagRow($0) }
    case .aboutAuthor: return places.count <= 12 && !holdsMostProse(proseCount)
    case .related, .moreFrom, .otherList:
      let linkCount = places.count { rows[$0].isLink }
      return linkCount > 0 && prose.count <= linkCount && !(prose.count > 1 && holdsMostProse(proseCount))
    }
  }

  private func holdsMostProse(_ count: Int) -> Bool { count * 5 > proseUTF8Count * 3 }

  /// The rows right after the label that look like the list it announces.
  private func contiguous(after label: Int, _ role: ListRole, end: Int) -> [Int] {
    var places: [Int] = []
    for index in label + 1..<rows.count {
      if places.count >= 60 || endsList(index, role) { break }
      let row = rows[index]
      let isSameBlock = row.block == rows[label].block
      switch role {
      case .highlights:
        let isListed = row.setting == .listItem || row.line.bulletText != nil || isSameBlock
        // "सार", a paragraph, "विस्तार": the paragraph is the summary where another label ends it.
        let isSummary =
          places.isEmpty && row.line.scalarCount <= 700 && index + 1 < rows.count && isBodyStart[index + 1]
        let isSameList = places.first.map { list(around: $0) == list(around: index) } ?? true
        guard isListed && (isSameList || isSameBlock) && row.line.scalarCount <= 420 || isSummary else { return places }
        places.append(index)
      case .tags:
        guard PageFurniture.kind(of: row.line, isAmongTags: true) == nil else { return places }
        guard row.isLink && isTagRow(index) || isSameBlock && !row.isProse else { return places }
        places.append(index)
      case .aboutAuthor: return places
      case .related, .moreFrom, .otherList:
        // A short line among links is a section, a date; the last ones belong to what follows.
        guard
          row.isLink || isSameBlock && !row.isProse
            || row.line.scalarCount <= 40 && !row.line.endsSentence && row.setting != .heading
        else { return trimmed(places) }
        places.append(index)
      }
    }
    return role == .highlights || role == .tags ? places : trimmed(places)
  }

  /// Whether a row is tags: short links, or a line of words.
  private func isTagRow(_ index: Int) -> Bool {
    let row = rows[index]
    if row.links.isEmpty { return !row.isProse && row.line.scalarCount <= 120 }
    return row.links.allSatisfy { $0.text.unicodeScalars.count <= 60 && $0.text.split(separator: " ").count <= 7 }
  }

  /// The list that a row is an item of; nil when it is none.
  private func list(around index: Int) -> Int? {
    HTMLNode(document: document, index: rows[index].block).closest { $0.tag == .ul || $0.tag == .ol }?.index
  }

  private func trimmed(_ places: [Int]) -> [Int] {
    guard let last = places.lastIndex(where: { rows[$0].isLink }) else { return [] }
    return Array(places[...last])
  }
}
