internal import IndicText

/// Titles and tags as pages list them, parted from what is glued to them.
struct ListedTitles {
  private static let linkLimit = 100
  private static let tagLimit = 60

  let names: SectionNames
  private(set) var notes: [ParseNote] = []

  /// - Parameter names: knows the sections that the page and the store have told.
  init(names: SectionNames) {
    self.names = names
  }

  /// The titles of a list, each once; a line that is a section's name belongs to the title after it.
  mutating func links(_ lines: [(text: String, address: String?)]) -> [LinkedTitle] {
    var links: [LinkedTitle] = []
    var seen = Set<String>()
    var sectionAbove: String?
    let partings = lines.map { names.part($0.text) }
    let gluedCount = partings.count { if case .parted(_, _, let isGlued) = $0 { isGlued } else { false } }
    // Where every other title of a list has its section glued to it, a compound is one too.
    let isAllGlued = gluedCount >= 2 && gluedCount == lines.count - 1
    for (line, parting) in zip(lines, partings) {
      if names.contains(line.text) {
        sectionAbove = line.text
        continue
      }
      var link = LinkedTitle(section: sectionAbove, title: line.text, url: line.address)
      if sectionAbove == nil {
        switch parting {
        case .parted(let section, let title, _): link = LinkedTitle(section: section, title: title, url: line.address)
        case .doubtful(let section, let title):
          notes.append(.sectionDoubtful(line.text))
          if isAllGlued { link = LinkedTitle(section: section, title: title, url: line.address) }
        case .whole: break
        }
      }
      sectionAbove = nil
      guard link.title.contains(where: { $0.isLetter || $0.isNumber }), links.count < Self.linkLimit,
        seen.insert(SearchKey.fold(link.title)).inserted
      else { continue }
      links.append(link)
    }
    if gluedCount > 0 { notes.append(.sectionsParted(gluedCount)) }
    return links
  }

  /// The tags in lines that may hold several, each once.
  ///
  /// - Parameter story: the story's own text, whose words show where a glued tag ends.
  mutating func tags(_ lines: [String], story: String, knowledge: PageKnowledge) -> [String] {
    if lines.isEmpty { return [] }
    let parting = TagParting(known: knowledge.tagNames, page: SearchKey.words(story))
    var tags: [String] = []
    var seen = Set<String>()
    for line in lines {
      for raw in line.split(whereSeparator: { ",|#·•;/،\t".contains($0) }) {
        let text = String(raw.trimmed)
        if text.isEmpty { continue }
        if text.count > TagParting.clusterLimit * 2 {
          notes.append(.tagDropped(text))
          continue
        }
        let (parts, isDoubtful) = parting.part(text)
        if parts.count > 1 { notes.append(.tagsParted(parts)) }
        if isDoubtful, parts.count == 1 { notes.append(.tagLeftWhole(text)) }
        for tag in parts where tags.count < Self.tagLimit {
          let key = SearchKey.fold(tag)
          if seen.insert(key.isEmpty ? tag : key).inserted { tags.append(tag) }
        }
      }
    }
    return tags
  }
}
