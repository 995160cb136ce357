import NewsModel

extension ReaderSettings {
  /// Why a computed link is there: "वही घटना · 3 अख़बार", "2 साझा टैग: खेती, जल संरक्षण"; nil for what the page names itself.
  func reason(of link: StoryLink) -> String? {
    guard let reason = link.reason else { return nil }
    let evidence = link.evidence.prefix(Self.mostEvidence).map { shown(String($0.prefix(60))) }
    let list = evidence.joined(separator: ", ")
    switch reason {
    case .publisher, .moreFromSection: return nil
    case .sameEvent:
      // The number of papers that tell it, or what both stories have in common.
      if let papers = link.evidence.first.flatMap(Int.init) {
        return phrases(.sameEvent) + " · " + phrases.papers(papers, dates)
      }
      return with(phrases(.sameEvent), list)
    case .sharedTags:
      if evidence.isEmpty { return phrases(.sameTags) }
      let count = link.evidence.count
      return with(phrases(.sharedTags, count: count, dates.number(count)), list)
    case .samePeople: return with(phrases(.samePeople), list)
    case .background: return with(phrases(.background), list)
    }
  }

  private static let mostEvidence = 3

  private func with(_ name: String, _ list: String) -> String { list.isEmpty ? name : name + ": " + list }
}

extension Phrases {
  /// "3 अख़बार".
  func papers(_ count: Int, _ dates: DateWords) -> String {
    self(.papers, count: count, dates.number(count))
  }
}
