internal import IndicText
internal import NewsModel

/// Goes down a page line by line and sorts what it finds into the parts of a story, as they stand.
///
/// Gluing of sections and tags is undone later, when the whole page has told which names it uses.
struct PageReading {
  enum Place {
    case head, highlights, body, tags, related, moreFrom, otherList
  }

  struct BodyLine {
    var text: String
    var kind: Block.Kind
    var isAfterBlank: Bool
  }

  var title = ""
  var url: String?
  /// From a breadcrumb or a line of its own above the headline.
  var sectionLine: String?
  var authors: [String] = []
  var editors: [String] = []
  /// Names on list lines right under the headline.
  var byNames: [String] = []
  var published: (raw: String, reading: DateParser.Reading)?
  var modified: (raw: String, reading: DateParser.Reading)?
  var credits: [String] = []
  var highlights: [String] = []
  var body: [BodyLine] = []
  /// As on the page, one element per line.
  var tagLines: [String] = []
  var relatedLines: [String] = []
  var moreFromSection: String?
  var moreFromLines: [String] = []
  var notes: [ParseNote] = []
  /// Some part other than headline and prose was told.
  var hasLabels = false
  /// The number of body lines when the head of the page ended for sure: by a byline, a button or highlights after one paragraph.
  var isDekSure = false

  let sections: SectionNames
  var place = Place.head
  /// A label stood alone on its line; what it announces follows.
  var waiting: PageLabels.Match?
  /// The label stood alone and nothing of its list has come yet.
  var isListFresh = false
  /// The highlights' label stood alone: they stand one to a line under it.
  var highlightsGoOn = false
  /// Tags stand one to a line.
  var tagsGoOn = false
  var listLabel = ""
  var listCount = 0
  var furnitureCount = 0
  var alsoReadCount = 0
  var unmarkedHighlightCount = 0

  init(sections: SectionNames) {
    self.sections = sections
  }

  mutating func read(_ lines: [PageLine]) {
    for index in lines.indices {
      take(lines[index], next: lines[safe: index + 1])
    }
    endOtherList()
    if furnitureCount > 0 { notes.append(.furnitureDropped(furnitureCount)) }
    if alsoReadCount > 0 { notes.append(.alsoReadMoved(alsoReadCount)) }
    if unmarkedHighlightCount > 0 { notes.append(.highlightsDoubtful(unmarkedHighlightCount)) }
  }

  /// Whether `line` is a label, a byline or furniture, and never a piece of a broken paragraph.
  static func standsAlone(_ line: PageLine) -> Bool {
    let roles: Set<PageLabels.Role> = [.kicker, .highlights, .tags, .related, .otherList, .alsoRead]
    return PageLabels.match(line, roles: roles) != nil || PageFurniture.kind(of: line) != nil
      || PageLabels.moreFromSection(line) != nil || Byline(line, isHead: true)?.isEmpty == false
  }
}

extension PageReading {
  mutating func take(_ line: PageLine, next: PageLine?) {
    if line.text.allSatisfy({ "-=_*~#.·|•—–+ ".contains($0) }) { return }
    if let furniture = PageFurniture.kind(of: line, isAmongTags: place == .tags) {
      furnitureCount += 1
      if furniture == .control, place == .head || place == .body { endHead() }
      return
    }
    if title.isEmpty {
      takeAboveTitle(line, next: next)
    } else if !takeWaiting(line), !takeLabel(line) {
      takeText(line, next: next)
    }
  }

  /// One paragraph stands between the headline and what ends the head of a page: that is the dek.
  mutating func endHead() {
    if body.count == 1, highlights.isEmpty { isDekSure = true }
  }

  mutating func takeWaiting(_ line: PageLine) -> Bool {
    guard let label = waiting else { return false }
    waiting = nil
    let joined = PageLine(text: "\(label.label): \(line.text)", isAfterBlank: false)
    guard let byline = Byline(joined, isHead: true) else { return false }
    take(byline)
    return true
  }

  mutating func take(_ byline: Byline) {
    for author in byline.authors where !authors.contains(author) { authors.append(author) }
    for editor in byline.editors where !editors.contains(editor) { editors.append(editor) }
    published = published ?? byline.published
    modified = modified ?? byline.modified
    notes += byline.unreadable.map { .dateUnreadable($0) }
    hasLabels = true
    if place == .head || place == .body { endHead() }
  }

  mutating func takeLabel(_ line: PageLine) -> Bool {
    // In the midst of prose a "related" label alone announces one line; at the end a list. Both are related stories.
    if let section = PageLabels.moreFromSection(line) {
      return enter(.moreFrom) { $0.moreFromSection = section }
    }
    if PageLabels.match(line, roles: [.bodyStart])?.rest.isEmpty == true {
      return enter(.body) { _ in }
    }
    let isShort = line.scalarCount <= 60
    if let match = PageLabels.match(line, roles: [.highlights, .tags, .related, .otherList]) {
      if match.rest.isEmpty || match.role == .highlights || match.role == .tags {
        if match.isGlued { notes.append(.labelGlued(match.label)) }
        return enter(match)
      }
      if match.role == .related, isTitle(match.rest) {
        alsoReadCount += 1
        relatedLines.append(match.rest)
        return true
      }
    }
    if let match = PageLabels.match(line, roles: [.alsoRead]) {
      // Alone it heads a list, of one title or more; prose after it is the story again.
      if match.rest.isEmpty {
        alsoReadCount += 1
        return enter(.related) { _ in }
      }
      if place == .body || place == .head, isTitle(match.rest) {
        alsoReadCount += 1
        relatedLines.append(match.rest)
        return true
      }
    }
    if place != .related, place != .moreFrom, place != .otherList {
      if isShort, let match = PageLabels.match(line, roles: [.author, .editor, .published, .modified]),
        match.rest.isEmpty
      {
        waiting = match
        return true
      }
      if let byline = Byline(line, isHead: place == .head && body.count <= 1), !byline.isEmpty {
        take(byline)
        return true
      }
      if let credit = CreditLines.credit(line) {
        credits.append(credit)
        if place == .head || place == .highlights { place = .body }
        return true
      }
    }
    return false
  }

  func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count <= 240 && text.split(separator: " ").count >= 2
      && !(PageLine.endsSentence(text) && SentenceIterator(text).prefix(2).map { $0 }.count > 1)
  }

  mutating func enter(_ place: Place, then: (inout PageReading) -> Void) -> Bool {
    endOtherList()
    if self.place == .head, place == .highlights || place == .body { endHead() }
    self.place = place
    hasLabels = true
    isListFresh = true
    then(&self)
    return true
  }

  mutating func enter(_ match: PageLabels.Match) -> Bool {
    switch match.role {
    case .highlights:
      return enter(.highlights) { $0.takeHighlightsLine(match.rest) }
    case .tags:
      return enter(.tags) {
        if match.rest.isEmpty { return }
        $0.tagLines.append(match.rest)
        // Tags on the label's line: what follows is something else, unless the line ends in a comma.
        $0.isListFresh = match.rest.last == ","
      }
    case .related: return enter(.related) { _ in }
    default:
      return enter(.otherList) { $0.listLabel = match.label }
    }
  }

  mutating func endOtherList() {
    if place == .otherList, listCount > 0 { notes.append(.listDropped(label: listLabel, count: listCount)) }
    listCount = 0
  }
}
