internal import IndicText

/// What the labels of a page announce becomes its parts.
extension AnatomyReading {
  /// "End of पढ़ना जारी रखें": for those who hear a page.
  func isEndMark(_ line: PageLine) -> Bool {
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
    if isBodyStart[index] {
      remove(rows: index..<index + 1)
      return true
    }
    guard let match = labels[index],
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
    guard anatomy.highlights.isEmpty, isNearTop(index), !rows[index].isLink else { return false }
    let list = list(after: index, as: .highlights)
    // Titles of other stories are no highlights of this one.
    if list.rows.count(where: { rows[$0].isLink }) * 3 > list.rows.count { return false }
    var texts = match.rest.isEmpty ? [] : Self.points(match.rest, isItem: false)
    if texts.count > 1 { anatomy.notes.append(.highlightsParted(texts.count)) }
    for row in list.rows { texts += Self.points(rows[row].line.text, isItem: rows[row].setting == .listItem) }
    texts = texts.filter { $0.contains(where: \.isLetter) }
    guard !texts.isEmpty else { return false }
    if match.isGlued { anatomy.notes.append(.labelGlued(match.label)) }
    anatomy.highlights = Array(texts.prefix(30))
    take(label: index, list)
    return true
  }

  /// One point, or several that the page glued together.
  private static func points(_ text: String, isItem: Bool) -> [String] {
    let bulleted = text.split(whereSeparator: { "•●▪■◦►▶".contains($0) }).map { String($0.trimmed) }.filter {
      !$0.isEmpty
    }
    if bulleted.count > 1 {
      return bulleted.flatMap {
        PageReading.gluedParts(of: $0).count > 1 && !$0.contains("। ") ? PageReading.gluedParts(of: $0) : [$0]
      }
    }
    let line = PageLine(text: text, isAfterBlank: true).bulletText ?? text
    // "… दी।सरकार ने": two points; "… दी। सरकार ने": two sentences of one, and in an item of a list always.
    if line.contains("। ") || isItem && !PageReading.isGlued(line) { return [line] }
    return PageReading.gluedParts(of: line)
  }

  /// Whether less of the story's text stands above a row than highlights may sum up.
  private func isNearTop(_ index: Int) -> Bool {
    let above = proseBefore[index] - (titleRow >= 0 ? proseBefore[titleRow] : 0)
    return above <= 900 || above * 4 <= proseUTF8Count
  }

  private mutating func takeTags(_ index: Int, _ match: PageLabels.Match) -> Bool {
    let row = rows[index]
    var lines: [String] = []
    var linked: [String] = []
    if !match.rest.isEmpty {
      let links = row.links.map(\.text).filter { SearchKey.fold($0) != SearchKey.fold(match.label) }
      if links.isEmpty { lines = [match.rest] } else { linked = links }
    }
    var list = list(after: index, as: .tags)
    // Tags on the label's line: what stands below is something else, unless it shares their element.
    if !match.rest.isEmpty, !list.isOwned, !sharesBlock(index, list.rows.first) { list = List() }
    for place in list.rows where PageFurniture.kind(of: rows[place].line, isAmongTags: true) == nil {
      let links = rows[place].links.map(\.text)
      if links.isEmpty { lines.append(rows[place].line.bulletText ?? rows[place].line.text) } else { linked += links }
    }
    guard !lines.isEmpty || !linked.isEmpty else { return false }
    if match.isGlued { anatomy.notes.append(.labelGlued(match.label)) }
    if anatomy.tagLines.isEmpty, anatomy.linkedTags.isEmpty {
      anatomy.tagLines = lines
      anatomy.linkedTags = linked
    }
    take(label: index, list)
    return true
  }

  private mutating func takeRelated(_ index: Int, _ match: PageLabels.Match) -> Bool {
    let row = rows[index]
    if match.rest.isEmpty {
      if takeTeaser(index) { return true }
      let list = list(after: index, as: .related)
      guard !list.rows.isEmpty else { return false }
      if match.role == .alsoRead || (list.rows.last ?? index) < lastProseRow {
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
