internal import IndicText
internal import NewsModel

/// Goes through the blocks of a body once more with the rules for lines: what stands in the text's own elements has no markup that tells it.
struct BodyCleaning {
  private(set) var blocks: [Block] = []
  private(set) var credits: [String] = []
  private(set) var related: [PageAnatomy.LinkedLine] = []
  private(set) var tagLines: [String] = []
  private(set) var highlights: [String] = []
  private(set) var bylines: [Byline] = []
  private(set) var notes: [ParseNote] = []
  private var furnitureCount = 0
  private var alsoReadCount = 0
  private var hasProse = false
  private let captions: [String: PageAnatomy.Caption]
  private let titleKey: String
  private let dekKey: String

  /// - Parameter captions: what the page says of pictures, by the keys of their addresses.
  init(title: String, dek: String?, captions: [String: PageAnatomy.Caption] = [:]) {
    self.captions = captions
    titleKey = SearchKey.fold(title)
    dekKey = SearchKey.fold(dek ?? "")
  }

  mutating func clean(_ body: ArticleBody) {
    var index = 0
    while index < body.blocks.count {
      index += take(body.blocks, at: index)
    }
    if furnitureCount > 0 { notes.append(.furnitureDropped(furnitureCount)) }
    if alsoReadCount > 0 { notes.append(.alsoReadMoved(alsoReadCount)) }
    dropTrailingLabels()
  }

  /// Takes the block at `index` and what belongs to it; returns how many blocks that were.
  private mutating func take(_ all: [Block], at index: Int) -> Int {
    var block = all[index]
    switch block.kind {
    case .picture:
      let known = block.address.flatMap { captions[PageAddress.key($0)] }
      block.text = known?.credit != nil ? known?.line ?? "" : CaptionText.line(block.text)
      block.links = []
      blocks.append(block)
      return 1
    case .tableRow, .preformatted, .quotation:
      blocks.append(block)
      return 1
    case .paragraph, .subheading, .listItem: break
    }
    let line = PageLine(text: block.text, isAfterBlank: true)
    if line.text.isEmpty { return 1 }
    if !hasProse, !line.key.isEmpty, line.key == titleKey || line.key == dekKey { return 1 }
    if PageFurniture.kind(of: line) != nil {
      furnitureCount += 1
      return 1
    }
    if let count = takeLabel(line, all, at: index) { return count }
    if !hasProse, let byline = Byline(line, isHead: true), !byline.isEmpty {
      bylines.append(byline)
      return 1
    }
    if let credit = CreditLines.credit(line) {
      credits.append(credit)
      return 1
    }
    if hasProse, isSignOff(line), index + 4 > all.count {
      credits.append(line.text)
      return 1
    }
    if let (rest, credit) = CreditLines.cutting(block.text) {
      credits.append(credit)
      block.text = rest
      block.links.removeAll { $0.startUTF8Offset + $0.utf8Count > rest.utf8.count }
    }
    if block.kind == .paragraph, line.scalarCount >= 60 { hasProse = true }
    blocks.append(block)
    return 1
  }

  private mutating func takeLabel(_ line: PageLine, _ all: [Block], at index: Int) -> Int? {
    if line.scalarCount <= 40, PageLabels.match(line, roles: [.bodyStart])?.rest.isEmpty == true { return 1 }
    guard let match = PageLabels.match(line, roles: [.alsoRead, .related, .tags, .highlights]) else { return nil }
    switch match.role {
    case .tags:
      guard !match.rest.isEmpty, line.scalarCount <= 300, !line.endsSentence else { return nil }
      tagLines.append(match.rest)
      return 1
    case .highlights:
      guard highlights.isEmpty, !match.rest.isEmpty, !hasProse, line.scalarCount <= 1_200 else { return nil }
      highlights = PageReading.gluedParts(of: match.rest)
      return 1
    default:
      return takeRelated(match, line, all, at: index)
    }
  }

  private mutating func takeRelated(
    _ match: PageLabels.Match, _ line: PageLine, _ all: [Block], at index: Int
  ) -> Int? {
    if !match.rest.isEmpty {
      guard line.scalarCount <= 300, !all[index].links.isEmpty || !(line.endsSentence && line.scalarCount > 160),
        match.rest.split(separator: " ").count >= 2
      else { return nil }
      alsoReadCount += 1
      related.append(PageAnatomy.LinkedLine(text: match.rest, address: all[index].links.first?.address))
      return 1
    }
    var count = 1
    while index + count < all.count, isLink(all[index + count]) {
      related.append(
        PageAnatomy.LinkedLine(text: all[index + count].text, address: all[index + count].links.first?.address))
      count += 1
    }
    guard count > 1 || index + 1 == all.count else { return nil }
    alsoReadCount += 1
    return count
  }

  private func isLink(_ block: Block) -> Bool {
    let linked = block.links.reduce(0) { $0 + $1.utf8Count }
    return linked > 0 && linked * 10 >= block.text.utf8.count * 8 && block.text.split(separator: " ").count >= 3
  }

  /// The last line of a story by PTI's Hindi service names its editors: "भाषा अमित रंजन".
  private func isSignOff(_ line: PageLine) -> Bool {
    let words = line.key.split(separator: " ")
    return words.first == "भाषा" && (2...4).contains(words.count) && !line.endsSentence
  }

  /// A heading after the last paragraph heads something that is gone.
  private mutating func dropTrailingLabels() {
    while let last = blocks.last, last.kind == .subheading { blocks.removeLast() }
  }
}
