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

  private(set) var title = ""
  private(set) var url: String?
  /// From a breadcrumb or a line of its own above the headline.
  private(set) var sectionLine: String?
  private(set) var authors: [String] = []
  private(set) var editors: [String] = []
  /// Names on list lines right under the headline.
  private(set) var byNames: [String] = []
  private(set) var published: (raw: String, reading: DateParser.Reading)?
  private(set) var modified: (raw: String, reading: DateParser.Reading)?
  private(set) var credits: [String] = []
  private(set) var highlights: [String] = []
  private(set) var body: [BodyLine] = []
  /// As on the page, one element per line.
  private(set) var tagLines: [String] = []
  private(set) var relatedLines: [String] = []
  private(set) var moreFromSection: String?
  private(set) var moreFromLines: [String] = []
  private(set) var notes: [ParseNote] = []
  /// Some part other than headline and prose was told.
  private(set) var hasLabels = false
  /// The number of body lines when the head of the page ended for sure: by a byline, a button or highlights after one paragraph.
  private(set) var isDekSure = false

  private let sections: SectionNames
  private var place = Place.head
  /// A label stood alone on its line; what it announces follows.
  private var waiting: PageLabels.Match?
  /// The label stood alone and nothing of its list has come yet.
  private var isListFresh = false
  /// The highlights' label stood alone: they stand one to a line under it.
  private var highlightsGoOn = false
  /// Tags stand one to a line.
  private var tagsGoOn = false
  private var listLabel = ""
  private var listCount = 0
  private var furnitureCount = 0
  private var alsoReadCount = 0
  private var unmarkedHighlightCount = 0
  private var isAlsoReadWaiting = false

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
  private mutating func take(_ line: PageLine, next: PageLine?) {
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

  private mutating func takeAboveTitle(_ line: PageLine, next: PageLine?) {
    if line.text.hasPrefix("http://") || line.text.hasPrefix("https://"), !line.text.contains(" ") {
      url = url ?? line.text
      return
    }
    if let match = PageLabels.match(line, roles: [.kicker]) {
      notes.append(.kickerDropped(match.label))
      if !match.rest.isEmpty { title = match.rest }
      return
    }
    // "देश की बात :": a few words that lead to something are a masthead or a kicker, whatever the publisher calls it.
    if next != nil, line.text.last == ":", line.scalarCount <= 40 {
      notes.append(.kickerDropped(line.text.prefix { $0 != ":" }.split(separator: " ").joined(separator: " ")))
      return
    }
    if let section = breadcrumbSection(line) {
      if !section.isEmpty { sectionLine = section }
      return
    }
    // A section alone is no headline while something follows.
    if next != nil, sections.contains(line.text) {
      sectionLine = line.text
      return
    }
    // The masthead's date is today's, not the story's.
    if let reading = DateParser.read(line.text), reading.isWholeText, line.scalarCount <= 60 { return }
    title = line.text
  }

  private static let languageNames = Set(
    ["हिन्दी", "मराठी", "English", "বাংলা", "தமிழ்", "తెలుగు", "ગુજરાતી", "Hindi", "Marathi", "اردو"].map { SearchKey.fold($0) })

  /// The department in "होम › भारत › …"; empty for a menu of sections or languages; nil when `line` is no breadcrumb.
  private func breadcrumbSection(_ line: PageLine) -> String? {
    guard line.scalarCount <= 300 else { return nil }
    let parts = line.text.split(whereSeparator: { "›>»/→|".contains($0) }).map { String($0.trimmed) }.filter {
      !$0.isEmpty
    }
    if parts.count >= 3, parts.allSatisfy({ sections.contains($0) || Self.languageNames.contains(SearchKey.fold($0)) })
    {
      return ""
    }
    guard parts.count >= 2,
      ["होम", "home", "मुख्यपृष्ठ", "मुखपृष्ठ", "hindi news", "हिंदी न्यूज", "हिंदी समाचार", "news", "मराठी बातम्या"]
        .contains(where: { SearchKey.fold($0) == SearchKey.fold(parts[0]) })
    else { return nil }
    return parts.dropFirst().first { sections.contains($0) }
      ?? (parts[1].split(separator: " ").count <= 3 ? parts[1] : nil)
  }

  /// One paragraph stands between the headline and what ends the head of a page: that is the dek.
  private mutating func endHead() {
    if body.count == 1, highlights.isEmpty { isDekSure = true }
  }

  private mutating func takeWaiting(_ line: PageLine) -> Bool {
    guard let label = waiting else { return false }
    waiting = nil
    let joined = PageLine(text: "\(label.label): \(line.text)", isAfterBlank: false)
    guard let byline = Byline(joined, isHead: true) else { return false }
    take(byline)
    return true
  }

  private mutating func take(_ byline: Byline) {
    for author in byline.authors where !authors.contains(author) { authors.append(author) }
    for editor in byline.editors where !editors.contains(editor) { editors.append(editor) }
    published = published ?? byline.published
    modified = modified ?? byline.modified
    notes += byline.unreadable.map { .dateUnreadable($0) }
    hasLabels = true
    if place == .head || place == .body { endHead() }
  }

  private mutating func takeLabel(_ line: PageLine) -> Bool {
    if isAlsoReadWaiting {
      isAlsoReadWaiting = false
      if line.scalarCount <= 200, !line.endsSentence {
        relatedLines.append(line.bulletText ?? line.text)
        return true
      }
    }
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
    if place == .body || place == .head, let match = PageLabels.match(line, roles: [.alsoRead]),
      match.rest.isEmpty || isTitle(match.rest)
    {
      alsoReadCount += 1
      if match.rest.isEmpty { isAlsoReadWaiting = true } else { relatedLines.append(match.rest) }
      return true
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

  private func isTitle(_ text: String) -> Bool {
    text.unicodeScalars.count <= 240 && text.split(separator: " ").count >= 2
      && !(PageLine.endsSentence(text) && SentenceIterator(text).prefix(2).map { $0 }.count > 1)
  }

  private mutating func enter(_ place: Place, then: (inout PageReading) -> Void) -> Bool {
    endOtherList()
    if self.place == .head, place == .highlights || place == .body { endHead() }
    self.place = place
    hasLabels = true
    isListFresh = true
    then(&self)
    return true
  }

  private mutating func enter(_ match: PageLabels.Match) -> Bool {
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

  private mutating func endOtherList() {
    if place == .otherList, listCount > 0 { notes.append(.listDropped(label: listLabel, count: listCount)) }
    listCount = 0
  }

  /// Highlights on the label's own line are glued to each other where a sentence ends without a space.
  private mutating func takeHighlightsLine(_ text: String) {
    highlightsGoOn = text.isEmpty
    if text.isEmpty { return }
    isListFresh = false
    let parts = text.split(whereSeparator: { "•●▪■◦".contains($0) }).flatMap { Self.gluedParts(of: String($0.trimmed)) }
    highlights += parts
    if parts.count > 1 { notes.append(.highlightsParted(parts.count)) }
  }

  /// Parts at sentence ends that no space follows; at all sentence ends when there is none of those.
  static func gluedParts(of text: String) -> [String] {
    var parts: [String] = []
    var sentences: [String] = []
    for range in SentenceIterator(text) {
      let sentence = String(text[range])
      sentences.append(sentence)
      let isGlued = range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isWhitespace
      if isGlued || parts.isEmpty {
        parts.append(sentence)
      } else {
        parts[parts.count - 1] += " " + sentence
      }
    }
    return parts.count == 1 && sentences.count > 1 ? sentences : parts
  }

  private mutating func takeText(_ line: PageLine, next: PageLine?) {
    switch place {
    case .head, .body: takeParagraph(line, next: next)
    case .highlights: takeHighlight(line, next: next)
    case .tags: takeTag(line, next: next)
    case .related, .moreFrom, .otherList: takeListed(line, next: next)
    }
  }

  private mutating func takeHighlight(_ line: PageLine, next: PageLine?) {
    let isInBlock = highlightsGoOn && (isListFresh || !line.isAfterBlank)
    if let text = line.bulletText {
      highlights += Self.gluedParts(of: text)
      isListFresh = false
      return
    }
    // Lines right under the label are its list.
    if isInBlock, line.scalarCount <= 250 {
      if isListFresh, line.isAfterBlank, next?.isAfterBlank ?? true, line.scalarCount > 220 {
        // A label with nothing under it, then the story.
      } else {
        if isListFresh, line.isAfterBlank, next?.isAfterBlank ?? true { unmarkedHighlightCount += 1 }
        let parts = Self.gluedParts(of: line.text)
        highlights += line.text.contains("। ") ? [line.text] : parts
        isListFresh = false
        return
      }
    }
    // Parted by empty lines and not marked: short single sentences are highlights while something longer is still to come.
    if unmarkedHighlightCount > 0, highlights.count < 8, line.scalarCount <= 180, let next, next.isAfterBlank,
      SentenceIterator(line.text).prefix(2).map({ $0 }).count == 1
    {
      highlights.append(line.text)
      unmarkedHighlightCount += 1
      return
    }
    place = .body
    takeParagraph(line, next: next)
  }

  private mutating func takeTag(_ line: PageLine, next: PageLine?) {
    let isMore = isListFresh || (!line.isAfterBlank && !tagLines.isEmpty && tagsGoOn)
    if isMore, line.scalarCount <= 400, !line.endsSentence {
      tagLines.append(line.bulletText ?? line.text)
      tagsGoOn = isListFresh || tagsGoOn
      isListFresh = line.text.last == ","
      return
    }
    place = .body
    takeParagraph(line, next: next)
  }

  private mutating func takeListed(_ line: PageLine, next: PageLine?) {
    // A box of links amid the story: prose takes over again.
    if isProse(line) {
      endOtherList()
      place = .body
      takeParagraph(line, next: next)
      return
    }
    let text = line.bulletText ?? line.text
    if let reading = DateParser.read(text), reading.isWholeText { return }
    switch place {
    case .related: relatedLines.append(text)
    case .moreFrom: moreFromLines.append(text)
    default: listCount += 1
    }
  }

  /// The last line of a story by PTI's Hindi service names its editors: "भाषा अमित रंजन".
  private func isSignOff(_ line: PageLine, next: PageLine?) -> Bool {
    let words = line.key.split(separator: " ")
    guard words.first == "भाषा", (2...4).contains(words.count), !body.isEmpty, !line.endsSentence else { return false }
    return next.map { Self.standsAlone($0) } ?? true
  }

  /// Titles may be long, but they end in no full stop.
  private func isProse(_ line: PageLine) -> Bool {
    guard line.endsSentence, line.bulletText == nil, line.text.last.map({ "।.\"'”’".contains($0) }) ?? false else {
      return false
    }
    return line.scalarCount > 120 || (place == .otherList && line.scalarCount > 60)
  }

  private mutating func takeParagraph(_ line: PageLine, next: PageLine?) {
    // Some pages give the headline twice.
    if body.isEmpty, line.key == SearchKey.fold(title), !line.key.isEmpty { return }
    if place == .head, !body.isEmpty || !highlights.isEmpty { place = .body }
    if let text = line.bulletText, !text.isEmpty {
      // A list under the headline names who wrote: "- नाम", "- बीबीसी हिंदी के लिए".
      if place == .head, body.isEmpty, text.split(separator: " ").count <= 5, !PageLine.endsSentence(text) {
        byNames.append(text)
        return
      }
      body.append(BodyLine(text: text, kind: .listItem, isAfterBlank: line.isAfterBlank))
      return
    }
    // "ऑनलाइन लोकमत": the publisher's name alone stands for the author.
    if place == .head, body.isEmpty, line.key.split(separator: " ").count <= 4, !line.endsSentence,
      PublisherNames.name(in: line.text) != nil
    {
      byNames.append(line.text)
      return
    }
    if isSignOff(line, next: next) {
      credits.append(line.text)
      return
    }
    var text = line.text
    if let (rest, credit) = CreditLines.cutting(text) {
      credits.append(credit)
      text = rest
    }
    let isHeading =
      place == .body && !body.isEmpty && line.scalarCount <= 70 && !line.endsSentence
      && line.text.split(separator: " ").count >= 2
      && !",;:\"”’)".contains(line.text.last ?? " ") && (next.map { $0.scalarCount > 120 } ?? false)
    body.append(BodyLine(text: text, kind: isHeading ? .subheading : .paragraph, isAfterBlank: line.isAfterBlank))
  }
}
