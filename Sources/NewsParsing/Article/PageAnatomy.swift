internal import IndicText

/// The parts of a page around its story, told by the labels that the page itself puts on them.
///
/// One table of labels (``PageLabels``) serves pages and dumps; markup only says how far a label reaches. The rules: <doc:PageAnatomy>.
struct PageAnatomy {
  var highlights: [String] = []
  /// As they stand on the page: one element a line or link.
  var tagLines: [String] = []
  var related: [LinkedLine] = []
  var moreFromSection: String?
  var moreFrom: [LinkedLine] = []
  /// Lines between the headline and the text that say who wrote and when.
  var bylines: [Byline] = []
  /// The standfirst, where one stands under the headline.
  var dek: String?
  /// What stands with the pictures in `figure` elements, by the key of each picture's address.
  var captions: [String: Caption] = [:]
  /// Subtrees that are no part of the story's text.
  var removed: [Range<Int>] = []
  var notes: [ParseNote] = []

  /// What a picture shows, and whose it is.
  struct Caption: Hashable {
    var text: String?
    var credit: String?

    /// The caption with the credit after it in brackets; empty when there is neither.
    var line: String { CaptionText.line(caption: text, credit: credit) }
  }

  /// A line of a list with the address that it leads to.
  struct LinkedLine: Hashable {
    var text: String
    var address: String?
  }
}

/// Goes down the rows of a page and sorts out what is labelled.
struct AnatomyReading {
  let document: HTMLDocument
  let rows: [PageRow]
  let titleKey: String
  let summaryKey: String
  let publisher: PublisherTable.Entry?
  let base: String?
  /// The row with the headline; rows before it are the page's head. -1 when no row has it.
  let titleRow: Int
  var anatomy = PageAnatomy()
  /// Rows that are told already.
  var isTaken: [Bool]
  private var furnitureCount = 0
  var alsoReadCount = 0
  private let proseUTF8Count: Int

  init(
    _ document: HTMLDocument, base: String?, title: String?, summary: String?, publisher: PublisherTable.Entry?
  ) {
    self.document = document
    self.publisher = publisher
    self.base = base
    rows = PageRow.rows(of: document, base: base)
    let titleKey = SearchKey.fold(title ?? "")
    self.titleKey = titleKey
    summaryKey = SearchKey.fold(summary ?? "")
    let isTitle: (PageRow) -> Bool = { row in
      !row.line.key.isEmpty && !titleKey.isEmpty && row.line.key == titleKey
    }
    titleRow =
      rows.firstIndex { $0.setting == .heading && !$0.isLink && isTitle($0) } ?? rows.firstIndex {
        !$0.isLink && isTitle($0)
      }
      ?? rows.firstIndex { $0.setting == .heading && !titleKey.isEmpty && PageTitle.isSame($0.line.key, titleKey) }
      ?? -1
    isTaken = Array(repeating: false, count: rows.count)
    proseUTF8Count = rows.reduce(0) { $0 + ($1.isProse ? $1.line.text.utf8.count : 0) }
  }

  /// The parts of the page.
  mutating func read() -> PageAnatomy {
    for index in rows.indices where !isTaken[index] {
      if index > titleRow, takeLabel(index) { continue }
      takeFurniture(index)
    }
    readNamedLists()
    readHead()
    readTagLinks()
    readCaptions()
    if furnitureCount > 0 { anatomy.notes.append(.furnitureDropped(furnitureCount)) }
    if alsoReadCount > 0 { anatomy.notes.append(.alsoReadMoved(alsoReadCount)) }
    return anatomy
  }

  private mutating func takeFurniture(_ index: Int) {
    let row = rows[index]
    guard row.setting != .caption else { return }
    let kind = PageFurniture.kind(of: row.line)
    guard kind != nil || isEndMark(row.line) else { return }
    furnitureCount += 1
    // "पढ़ना जारी रखें" above other stories' titles: the list goes with it.
    if kind == .insertion, row.line.scalarCount <= 40, index > titleRow {
      let list = list(after: index, as: .otherList)
      if list.isOwned,
        list.rows.allSatisfy({
          rows[$0].isLink || isEndMark(rows[$0].line) || PageFurniture.kind(of: rows[$0].line) != nil
        })
      {
        take(label: index, list)
        return
      }
    }
    remove(rows: index..<index + 1)
  }
}

extension AnatomyReading {
  /// "End of पढ़ना जारी रखें": for those who hear a page.
  private func isEndMark(_ line: PageLine) -> Bool {
    guard line.scalarCount <= 60 else { return false }
    for start in ["End of ", "समाप्त "] where line.text.hasPrefix(start) {
      let rest = PageLine(text: String(line.text.dropFirst(start.count)), isAfterBlank: true)
      if PageFurniture.kind(of: rest) != nil { return true }
      if let match = PageLabels.match(rest, roles: [.related, .alsoRead, .otherList, .highlights, .tags]),
        match.rest.isEmpty
      {
        return true
      }
    }
    return false
  }

  mutating func takeLabel(_ index: Int) -> Bool {
    let row = rows[index]
    guard row.setting != .caption else { return false }
    if let section = PageLabels.moreFromSection(row.line) {
      // "और पढ़ें" on a link that leads on is a button, not a label of a list.
      let list = list(after: index, as: .moreFrom)
      guard !list.rows.isEmpty else { return false }
      anatomy.moreFromSection = anatomy.moreFromSection ?? section
      anatomy.moreFrom += lines(in: list.rows)
      take(label: index, list)
      return true
    }
    if row.line.scalarCount <= 40, PageLabels.match(row.line, roles: [.bodyStart])?.rest.isEmpty == true {
      remove(rows: index..<index + 1)
      return true
    }
    guard
      let match = PageLabels.match(
        row.line, roles: [.highlights, .tags, .related, .otherList, .alsoRead, .aboutAuthor]),
      !row.isProse || match.rest.isEmpty || match.role == .highlights || match.role == .alsoRead || match.isGlued
    else { return false }
    switch match.role {
    case .highlights: return takeHighlights(index, match)
    case .tags: return takeTags(index, match)
    case .related, .alsoRead: return takeRelated(index, match)
    case .aboutAuthor: return takeAboutAuthor(index, match)
    default: return takeOtherList(index, match)
    }
  }

  private mutating func takeHighlights(_ index: Int, _ match: PageLabels.Match) -> Bool {
    // A second summary further down is another story's.
    guard anatomy.highlights.isEmpty else { return false }
    let list = list(after: index, as: .highlights)
    var texts = match.rest.isEmpty ? [] : Self.points(match.rest)
    if texts.count > 1 { anatomy.notes.append(.highlightsParted(texts.count)) }
    for row in list.rows { texts += Self.points(rows[row].line.text) }
    texts = texts.filter { $0.contains(where: \.isLetter) }
    guard !texts.isEmpty else { return false }
    if match.isGlued { anatomy.notes.append(.labelGlued(match.label)) }
    anatomy.highlights = Array(texts.prefix(30))
    take(label: index, list)
    return true
  }

  /// One point, or several that the page glued together.
  private static func points(_ text: String) -> [String] {
    let bulleted = text.split(whereSeparator: { "•●▪■◦►▶".contains($0) }).map { String($0.trimmed) }.filter {
      !$0.isEmpty
    }
    if bulleted.count > 1 {
      return bulleted.flatMap {
        PageReading.gluedParts(of: $0).count > 1 && !$0.contains("। ") ? PageReading.gluedParts(of: $0) : [$0]
      }
    }
    let line = PageLine(text: text, isAfterBlank: true).bulletText ?? text
    // "… दी।सरकार ने": two points; "… दी। सरकार ने": two sentences of one.
    return line.contains("। ") ? [line] : PageReading.gluedParts(of: line)
  }

  private mutating func takeTags(_ index: Int, _ match: PageLabels.Match) -> Bool {
    let row = rows[index]
    var lines: [String] = []
    if !match.rest.isEmpty {
      let links = row.links.map(\.text).filter { SearchKey.fold($0) != SearchKey.fold(match.label) }
      lines = links.isEmpty ? [match.rest] : links
    }
    let list = list(after: index, as: .tags)
    for place in list.rows {
      let links = rows[place].links.map(\.text)
      lines += links.isEmpty ? [rows[place].line.bulletText ?? rows[place].line.text] : links
    }
    guard !lines.isEmpty else { return false }
    if match.isGlued { anatomy.notes.append(.labelGlued(match.label)) }
    if anatomy.tagLines.isEmpty { anatomy.tagLines = lines }
    take(label: index, list)
    return true
  }

  private mutating func takeRelated(_ index: Int, _ match: PageLabels.Match) -> Bool {
    let row = rows[index]
    if match.rest.isEmpty {
      if takeTeaser(index) { return true }
      let list = list(after: index, as: .related)
      guard !list.rows.isEmpty else { return false }
      if match.role == .alsoRead || rows[(list.rows.last ?? index)...].dropFirst().contains(where: \.isProse) {
        alsoReadCount += 1
      }
      anatomy.related += lines(in: list.rows)
      take(label: index, list)
      return true
    }
    guard row.line.scalarCount <= 400, match.rest.split(separator: " ").count >= 2 || !row.links.isEmpty else {
      return false
    }
    // Prose that begins so ("पढ़ें: …" is a label with a mark; "Also read the report …" is not) has no link in it.
    if row.links.isEmpty, row.isProse || !isTitle(match.rest) { return false }
    alsoReadCount += 1
    let links = titleLinks(of: row, after: match)
    anatomy.related +=
      links.isEmpty ? [PageAnatomy.LinkedLine(text: match.rest, address: row.links.first?.address)] : links
    // More titles may follow under it, each a link of its own.
    let list = list(after: index, as: .related)
    let more = list.isOwned || sharesBlock(index, list.rows.first) ? list : List()
    anatomy.related += lines(in: more.rows)
    take(label: index, more)
    return true
  }

  private func sharesBlock(_ index: Int, _ other: Int?) -> Bool {
    other.map { rows[$0].block == rows[index].block } ?? false
  }

  private func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count <= 240
      && !(PageLine.endsSentence(text) && SentenceIterator(text).prefix(2).map { $0 }.count > 1)
  }

  /// The links of an "also read" line, without the label where it stands inside the link.
  private func titleLinks(of row: PageRow, after match: PageLabels.Match) -> [PageAnatomy.LinkedLine] {
    let labelKey = SearchKey.fold(match.label)
    return row.links.compactMap { link in
      var text = link.text
      let line = PageLine(text: text, isAfterBlank: true)
      if line.key == labelKey { return nil }
      if let inner = PageLabels.match(line, roles: [.related, .alsoRead]), !inner.rest.isEmpty { text = inner.rest }
      return text.split(separator: " ").count >= 2 ? PageAnatomy.LinkedLine(text: text, address: link.address) : nil
    }
  }

  private mutating func takeOtherList(_ index: Int, _ match: PageLabels.Match) -> Bool {
    guard match.rest.isEmpty else { return false }
    let list = list(after: index, as: .otherList)
    guard !list.rows.isEmpty else { return false }
    anatomy.notes.append(.listDropped(label: match.label, count: list.rows.count))
    take(label: index, list)
    return true
  }

  private mutating func takeAboutAuthor(_ index: Int, _ match: PageLabels.Match) -> Bool {
    guard match.rest.isEmpty else { return false }
    let list = list(after: index, as: .aboutAuthor)
    guard list.isOwned else { return false }
    take(label: index, list)
    return true
  }

  /// "ये खबर भी पढ़ें", a headline, its first lines and "पूरी खबर पढ़ें" as a link: the headline is the title, the link its address.
  private mutating func takeTeaser(_ index: Int) -> Bool {
    guard index + 2 < rows.count, !rows[index + 1].isLink, (12...200).contains(rows[index + 1].line.scalarCount),
      !rows[index + 1].line.endsSentence || rows[index + 1].setting == .heading
    else { return false }
    for place in index + 2..<min(index + 5, rows.count) {
      if rows[place].setting == .heading { return false }
      guard let link = rows[place].links.last,
        PageFurniture.kind(of: PageLine(text: link.text, isAfterBlank: true)) == .insertion
      else { continue }
      alsoReadCount += 1
      anatomy.related.append(PageAnatomy.LinkedLine(text: rows[index + 1].line.text, address: link.address))
      for row in index...place { remove(rows: row..<row + 1) }
      return true
    }
    return false
  }

  /// Titles in the rows of a list, each once, with what stands above them as a section.
  private func lines(in places: [Int]) -> [PageAnatomy.LinkedLine] {
    var lines: [PageAnatomy.LinkedLine] = []
    var seen: Set<String> = []
    for (offset, place) in places.enumerated() {
      let row = rows[place]
      let text = row.line.bulletText ?? row.line.text
      if PageFurniture.kind(of: row.line) != nil { continue }
      if let reading = DateParser.read(text), reading.isWholeText { continue }
      guard !row.links.isEmpty else {
        // Text under a title is a summary; a short line above one is its section.
        let isAboveLink = places.indices.contains(offset + 1) && !rows[places[offset + 1]].links.isEmpty
        if isAboveLink, row.line.scalarCount <= 40, !row.line.endsSentence {
          lines.append(PageAnatomy.LinkedLine(text: text))
        }
        if places.allSatisfy({ rows[$0].links.isEmpty }), isTitle(text) {
          lines.append(PageAnatomy.LinkedLine(text: text))
        }
        continue
      }
      // One title in one link; or several links on one line, each a title.
      let titles = row.links.filter { $0.text.split(separator: " ").count >= 3 }
      if titles.count > 1 {
        for link in titles where seen.insert(SearchKey.fold(link.text)).inserted {
          lines.append(PageAnatomy.LinkedLine(text: link.text, address: link.address))
        }
      } else if row.isLink, seen.insert(row.line.key).inserted {
        lines.append(PageAnatomy.LinkedLine(text: text, address: (titles.first ?? row.links[0]).address))
      } else if let link = titles.first, seen.insert(SearchKey.fold(link.text)).inserted {
        lines.append(PageAnatomy.LinkedLine(text: link.text, address: link.address))
      }
    }
    return lines
  }
}

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
    let inside = Array(index + 1..<end).prefix { !endsList($0, role) }
    if isOwned(label: index, rows: Array(inside), container: container, role: role) {
      return List(rows: Array(inside), isOwned: true, container: inside.count == end - index - 1 ? container : nil)
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
    let line = rows[index].line
    if PageLabels.moreFromSection(line) != nil { return true }
    if line.scalarCount <= 40, PageLabels.match(line, roles: [.bodyStart])?.rest.isEmpty == true { return true }
    guard let match = PageLabels.match(line, roles: [.highlights, .tags, .related, .otherList, .alsoRead]) else {
      return false
    }
    // A tag or a title may begin with a label's word.
    return match.rest.isEmpty && !(role == .tags && rows[index].isLink)
      || match.role == .tags && role != .tags && !rows[index].isLink
  }

  private func isOwned(label: Int, rows places: [Int], container: Range<Int>, role: ListRole) -> Bool {
    guard !places.isEmpty, places.count <= 120 else { return false }
    // The element begins with the label; what stands before it would be the story.
    if label > 0, rows[label - 1].nodes.lowerBound >= container.lowerBound, !isTaken[label - 1] { return false }
    let prose = places.filter { rows[$0].isProse }
    let proseCount = prose.reduce(0) { $0 + rows[$1].line.text.utf8.count }
    switch role {
    case .highlights:
      return places.count <= 15 && places.allSatisfy { rows[$0].line.scalarCount <= 420 }
        && (places.count == 1 || !holdsMostProse(proseCount))
        && !places.contains { rows[$0].setting == .heading }
    case .tags:
      return places.allSatisfy { rows[$0].line.scalarCount <= 120 && !rows[$0].isProse }
        || places.allSatisfy { rows[$0].isLink }
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
          places.isEmpty && row.line.scalarCount <= 700 && index + 1 < rows.count && isBodyStart(index + 1)
        guard isListed && row.line.scalarCount <= 420 || isSummary else { return places }
        places.append(index)
      case .tags:
        guard PageFurniture.kind(of: row.line, isAmongTags: true) == nil else { return places }
        guard row.isLink && row.line.scalarCount <= 200 || isSameBlock && !row.isProse else { return places }
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

  private func isBodyStart(_ index: Int) -> Bool {
    PageLabels.match(rows[index].line, roles: [.bodyStart])?.rest.isEmpty == true
  }

  private func trimmed(_ places: [Int]) -> [Int] {
    guard let last = places.lastIndex(where: { rows[$0].isLink }) else { return [] }
    return Array(places[...last])
  }

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
