internal import IndicText

/// Parts that no label announces: told by names of classes that many publishers share, by `rel="tag"`, by their place under the headline.
extension AnatomyReading {
  private static let highlightNames = [
    "highlight", "keypoint", "key-point", "key_point", "bulletpoint", "bullet-point", "story-summary", "storysummary",
    "keytakeaway", "key-takeaway",
  ]
  private static let relatedNames = [
    "related", "also-read", "alsoread", "also_read", "read-also", "readalso", "recommended-stor", "readmore",
    "read-more",
  ]
  private static let otherNames = ["tag", "topic", "comment", "author", "search"]
  private static let dekNames = [
    "dek", "standfirst", "synopsis", "subhead", "sub-head", "subtitle", "sub-title", "sub_title", "summary", "excerpt",
    "shortdesc",
    "short-desc", "short_desc", "intro", "strapline", "lead", "kicker-desc", "art-syn", "artsyn",
  ]

  mutating func readNamedLists() {
    var walk = document.root.descendants
    while let node = walk.next() {
      switch node.tag {
      case .div, .section, .ul, .ol, .aside: break
      default: continue
      }
      guard let classes = node[.class]?.lowercased(), !classes.isEmpty else { continue }
      let isHighlights =
        anatomy.highlights.isEmpty
        && (Self.highlightNames.contains(where: classes.contains)
          || publisher.map { !$0.highlights.isEmpty && $0.highlights.contains(where: classes.contains) } ?? false)
      let isRelated =
        Self.relatedNames.contains(where: classes.contains) && !Self.otherNames.contains(where: classes.contains)
      let isDropped = publisher.map { $0.dropped.contains(where: classes.contains) } ?? false
      guard isHighlights || isRelated || isDropped else { continue }
      let places = rows(in: node.range)
      guard let first = places.first, first > titleRow, !places.contains(where: { isTaken[$0] }) else { continue }
      if isDropped {
        remove(rows: places)
        walk.skip(node)
      } else if isHighlights, (2...12).contains(places.count), isList(node),
        places.allSatisfy({ rows[$0].line.scalarCount <= 420 && !rows[$0].isLink })
      {
        anatomy.highlights = places.filter { rows[$0].setting == .listItem }.map {
          rows[$0].line.bulletText ?? rows[$0].line.text
        }
        remove(rows: places)
        walk.skip(node)
      } else if isRelated, places.count <= 60,
        places.allSatisfy({ rows[$0].isLink || rows[$0].line.scalarCount <= 40 && !rows[$0].line.endsSentence }),
        places.contains(where: { rows[$0].isLink && rows[$0].line.text.split(separator: " ").count >= 3 })
      {
        anatomy.related += places.compactMap { place in
          guard rows[place].isLink, rows[place].line.text.split(separator: " ").count >= 3 else { return nil }
          return PageAnatomy.LinkedLine(text: rows[place].line.text, address: rows[place].links.first?.address)
        }
        remove(rows: places)
        walk.skip(node)
      }
    }
  }

  private func isList(_ node: HTMLNode) -> Bool {
    node.tag == .ul || node.tag == .ol || node.descendants.contains { $0.tag == .li }
  }

  private func rows(in range: Range<Int>) -> Range<Int> {
    let first = firstRow(from: range.lowerBound, after: -1)
    return first..<max(first, firstRow(from: range.upperBound, after: -1))
  }

  /// What stands between the headline and the text: standfirst, byline, dates.
  mutating func readHead() {
    guard titleRow >= 0 else { return }
    var prose: Int?
    for index in rows.indices[(titleRow + 1)...].prefix(16) where !isTaken[index] {
      let row = rows[index]
      if row.setting == .caption { continue }
      if Self.isAuthorsPost(row.line) {
        remove(rows: index..<index + 1)
        continue
      }
      if let byline = Byline(Self.labelled(row.line), isHead: true), !byline.isEmpty {
        anatomy.bylines.append(byline)
        // One paragraph between headline and byline is the standfirst.
        if let prose, anatomy.dek == nil { takeDek(prose) }
        remove(rows: index..<index + 1)
        prose = nil
        continue
      }
      if anatomy.dek == nil, isDek(index) {
        takeDek(index)
      } else if row.isProse {
        if prose != nil || row.line.scalarCount > 400 { break }
        prose = index
      } else if prose != nil {
        break
      }
    }
  }

  /// "Author, नेहा बिष्ट" as "Author: नेहा बिष्ट": screen readers are told a label so.
  private static func labelled(_ line: PageLine) -> PageLine {
    guard line.scalarCount <= 90, let comma = line.text.firstIndex(of: ","),
      PageLabels.bylineRole(SearchKey.fold(String(line.text[..<comma]))) == .author
    else { return line }
    return PageLine(text: line.text[..<comma] + ":" + line.text[line.text.index(after: comma)...], isAfterBlank: true)
  }

  /// "पदनाम, बीबीसी संवाददाता", and a label that is nothing but that.
  private static func isAuthorsPost(_ line: PageLine) -> Bool {
    if line.scalarCount <= 20, PageLabels.bylineRole(line.key) != nil { return true }
    guard line.scalarCount <= 90, let comma = line.text.firstIndex(of: ",") else { return false }
    return posts.contains(SearchKey.fold(String(line.text[..<comma])))
  }

  private static let posts = Set(["पदनाम", "Role", "पद", "भूमिका"].map { SearchKey.fold($0) })

  private mutating func takeDek(_ index: Int) {
    anatomy.dek = rows[index].line.text
    remove(rows: index..<index + 1)
  }

  private func isDek(_ index: Int) -> Bool {
    let row = rows[index]
    guard !row.isLink, row.line.scalarCount <= 600, row.line.text.split(separator: " ").count >= 5,
      ScriptShare(row.line.text).letterCount >= 20
    else { return false }
    let block = HTMLNode(document: document, index: row.block)
    let own = (block[.class] ?? "").lowercased()
    let outer = (block.parent?[.class] ?? "").lowercased()
    let isAlone = block.parent.map { rows(in: $0.range).count <= 2 } ?? false
    let names = isAlone ? own + " " + outer : own
    if Self.dekNames.contains(where: names.contains) { return true }
    if publisher.map({ $0.dek.contains(where: names.contains) }) ?? false { return true }
    if row.setting == .heading, block.tag != .h1, index == titleRow + 1, row.line.text.split(separator: " ").count >= 6
    {
      return true
    }
    // What the page calls its summary, if it stands apart from the text: others fill that with their first paragraph.
    guard !summaryKey.isEmpty, summaryKey == row.line.key,
      let next = rows.indices[(index + 1)...].first(where: { rows[$0].isProse })
    else { return false }
    return HTMLNode(document: document, index: rows[next].block).parent?.index != block.parent?.index
  }

  /// A figure's lines: its caption and, often outside of `figcaption`, whose picture it is.
  mutating func readCaptions() {
    for figure in document.root.descendants(.figure).prefix(200) {
      let places = rows(in: figure.range)
      guard !places.isEmpty, places.count <= 8 else { continue }
      let text = places.map { rows[$0].line.text }.joined(separator: " ")
      guard text.unicodeScalars.count <= 1_000, !places.contains(where: { rows[$0].isLink }) else { continue }
      let (caption, credit) = CaptionText.part(text)
      guard caption != nil || credit != nil else { continue }
      for image in figure.descendants where image.tag == .img || image.tag == .ampImg {
        for address in Picture.addresses(of: image) {
          guard let address = PageAddress.absolute(address, base: base) else { continue }
          let key = PageAddress.key(address)
          if anatomy.captions[key] == nil { anatomy.captions[key] = PageAnatomy.Caption(text: caption, credit: credit) }
        }
      }
    }
  }

  /// Links that the page marks as tags, where no label did.
  mutating func readTagLinks() {
    guard anatomy.tagLines.isEmpty, anatomy.linkedTags.isEmpty else { return }
    var tags: [String] = []
    for node in document.root.descendants(.a) where tags.count < PageTags.limit {
      guard node.hasToken("tag", in: .rel), let text = MarkupText.line(node.plainText), text.unicodeScalars.count <= 80
      else { continue }
      tags.append(text)
    }
    anatomy.linkedTags = tags
  }
}
