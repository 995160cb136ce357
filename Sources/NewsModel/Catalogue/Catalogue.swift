/// The feeds of Indic news that khabar knows, by language, state and section.
public struct Catalogue: Hashable, Sendable {
  /// In the catalogue's order: better known publishers come first within a language.
  public var entries: [CatalogueEntry]

  public init(entries: [CatalogueEntry] = []) {
    self.entries = entries
  }

  /// All languages, in the order of the entries.
  public var languages: [CatalogueLanguage] {
    var known: Set<String> = []
    return entries.filter { known.insert($0.language).inserted }.map { CatalogueLanguage(code: $0.language) }
  }

  /// The states that have feeds in `language`, in the order of ``CatalogueState/all``.
  public func states(language: String) -> [CatalogueState] {
    let states = Set(offered(language).compactMap(\.state))
    return CatalogueState.all.filter(states.contains)
  }

  /// The sections that have feeds in `language`, in the order of the sections.
  public func sections(language: String) -> [CatalogueSection] {
    let sections = Set(offered(language).map(\.section))
    return CatalogueSection.allCases.filter(sections.contains)
  }

  /// Feeds in `language`: those of `sections`, and those of `state`.
  ///
  /// - Parameters:
  ///   - state: nil gives national feeds only. The feeds of a state are given whatever the sections: whoever names it wants its news.
  ///   - sections: empty gives all.
  ///   - includesSwitchedOff: also feeds that are shipped switched off.
  public func entries(
    language: String, state: CatalogueState? = nil, sections: Set<CatalogueSection> = [],
    includesSwitchedOff: Bool = false
  ) -> [CatalogueEntry] {
    entries.filter { entry in
      guard entry.language == language, !entry.isPageImport, entry.isOffered || includesSwitchedOff else {
        return false
      }
      if let place = entry.state { return place == state }
      return sections.isEmpty || sections.contains(entry.section)
    }
  }

  /// Publishers in `language` whose pages can be imported, for they have no feed.
  public func pageImports(language: String) -> [CatalogueEntry] {
    entries.filter { $0.language == language && $0.isPageImport && $0.isOffered }
  }

  /// The entry of the feed with this normalised address; nil when it is not in the catalogue.
  public func entry(address: String) -> CatalogueEntry? {
    entries.first { $0.address == address }
  }

  private func offered(_ language: String) -> [CatalogueEntry] {
    entries.filter { $0.language == language && $0.isOffered && !$0.isPageImport }
  }
}

extension Catalogue {
  private static let generalLimit = 8
  private static let sectionLimit = 3
  private static let stateLimit = 4

  /// What a reader gets who chooses no feeds: one general feed each of a few publishers, three feeds of every section that was named, four of
  /// the state. Nothing that speaks for a party is among them.
  ///
  /// - Parameter sections: empty stands for general news.
  public func defaultSelection(
    language: String, state: CatalogueState? = nil, sections: Set<CatalogueSection> = []
  ) -> [CatalogueEntry] {
    let offered = offered(language)
    let national = offered.filter { $0.state == nil }
    var selection: [CatalogueEntry] = []
    if sections.isEmpty || sections.contains(where: \.isGeneral) {
      let general = national.filter(\.section.isGeneral)
      let defaults = general.filter(\.isDefault)
      selection += Self.onePerPublisher(defaults.isEmpty ? general : defaults, limit: Self.generalLimit)
      // A language of one state has few feeds of the whole country.
      if selection.count < 3, state == nil {
        selection += Self.onePerPublisher(offered.filter { $0.state != nil && $0.isDefault }, limit: Self.stateLimit)
      }
    }
    for section in CatalogueSection.allCases where sections.contains(section) && !section.isGeneral {
      selection += Self.preferred(national.filter { $0.section == section }, limit: Self.sectionLimit)
    }
    if let state {
      selection += Self.preferred(offered.filter { $0.state == state }, limit: Self.stateLimit)
    }
    return selection
  }

  private static func preferred(_ entries: [CatalogueEntry], limit: Int) -> [CatalogueEntry] {
    onePerPublisher(entries.filter(\.isDefault) + entries.filter { !$0.isDefault }, limit: limit)
  }

  private static func onePerPublisher(_ entries: [CatalogueEntry], limit: Int) -> [CatalogueEntry] {
    var known: Set<String> = []
    return Array(entries.filter { known.insert($0.publisher.id).inserted }.prefix(limit))
  }
}
