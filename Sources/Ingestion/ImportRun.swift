internal import NewsModel
internal import NewsStore

/// The state of one import: which pages are done, and which are worth reading again.
struct ImportRun {
  let pages: [SourcePage]
  /// The date that a page without one is listed under.
  let now: Timestamp
  /// What became of each page; nil while it is not decided.
  private(set) var outcomes: [ImportOutcome?]
  /// Pages whose tags only other pages can tell apart; not stored before all others are.
  private(set) var deferred: [Int] = []
  /// Stored pages with links that a section may be glued to, and the folded titles of those.
  private var keysWithoutSection: [Int: [String]] = [:]

  init(pages: [SourcePage], now: Timestamp) {
    self.pages = pages
    self.now = now
    outcomes = Array(repeating: nil, count: pages.count)
  }

  /// Notes a page's first reading; nil when there is nothing to store yet.
  mutating func take(_ result: Result<PageReading, ImportRefusal>, of index: Int) -> PageReading? {
    switch result {
    case .failure(let refusal):
      outcomes[index] = .refused(refusal)
      return nil
    case .success(let reading):
      let keys = reading.keysWithoutSection
      if !keys.isEmpty { keysWithoutSection[index] = keys }
      if reading.hasDoubtfulTags {
        deferred.append(index)
        return nil
      }
      return reading
    }
  }

  /// Notes what the store did with a page. A page stored twice in one import is as new as it was the first time.
  mutating func note(_ outcome: ImportOutcome, of index: Int) {
    guard case .imported(let change, _, _, _)? = outcomes[index], change != .unchanged,
      case .imported(_, let id, let title, let notes) = outcome
    else {
      outcomes[index] = outcome
      return
    }
    outcomes[index] = .imported(change, id, title: title, notes: notes)
  }

  /// Ends the import: what is not decided is refused.
  mutating func refuseRest(_ refusal: ImportRefusal) {
    for index in outcomes.indices where outcomes[index] == nil { outcomes[index] = .refused(refusal) }
  }

  /// The stored pages that name a story whose title begins with one of these folded names of sections.
  func indices(withTitlesBeginning sectionKeys: Set<String>) -> [Int] {
    if sectionKeys.isEmpty { return [] }
    return keysWithoutSection.filter { _, titles in
      titles.contains { title in sectionKeys.contains { title.hasPrefix($0) } }
    }.keys.sorted()
  }
}
