import NewsModel

/// The steps from a language to the publishers that are subscribed to, and what was chosen on the way.
struct CatalogueChooser: Hashable, Sendable {
  /// In the order in which they are asked.
  enum Step: Int, Hashable, Sendable, CaseIterable {
    case languages, states, sections, publishers
  }

  let catalogue: Catalogue
  private(set) var step = Step.languages
  /// What was taken at each step; see ``Offer/value``.
  private(set) var taken: [Step: [String?]] = [:]

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// A line of a step.
  struct Offer: Hashable, Sendable {
    /// A language, the code of a state, a section or the ID of a publisher; nil is the whole country.
    var value: String?
    /// The entries behind it; of a publisher without feeds only the one that says so.
    var entries: [CatalogueEntry]

    var publisherCount: Int { Set(entries.map(\.publisher.id)).count }
    var feeds: [CatalogueEntry] { entries.filter { !$0.isPageImport } }
  }

  /// What the step that is asked now offers, in the catalogue's order.
  var offers: [Offer] { offers(at: step) }

  mutating func startAgain() { step = .languages }

  /// Takes `values` and goes on to the next step that offers a choice; one that does not takes what it offers.
  mutating func take(_ values: [String?]) {
    taken[step] = values
    while let next = Step(rawValue: step.rawValue + 1) {
      step = next
      if step == .publishers { return }
      let offers = offers
      if offers.count > 1 { return }
      taken[step] = offers.map(\.value)
    }
  }

  /// Back to the last step that offered a choice; false at the first.
  mutating func goBack() -> Bool {
    for previous in Step.allCases.prefix(step.rawValue).reversed()
    where previous == .languages || offers(at: previous).count > 1 {
      step = previous
      return true
    }
    return false
  }

  /// What is taken when nothing is said otherwise: what was taken before, else for publishers the catalogue's own selection.
  var suggested: Set<String?> {
    if let before = taken[step] { return Set(before) }
    guard step == .publishers else { return [] }
    let sections = Set(self.sections)
    var publishers: Set<String?> = []
    for language in languages {
      for state in chosenStates.isEmpty ? [nil] : chosenStates.map(Optional.some) {
        let selection = catalogue.defaultSelection(language: language, state: state, sections: sections)
        publishers.formUnion(selection.map(\.publisher.id))
      }
    }
    return publishers
  }
}

extension CatalogueChooser {
  private var languages: [String] { (taken[.languages] ?? []).compactMap { $0 } }
  private var takesCountry: Bool { (taken[.states] ?? [nil]).contains(nil) }
  private var chosenStates: [CatalogueState] {
    (taken[.states] ?? []).compactMap { $0.flatMap(CatalogueState.init(code:)) }
  }
  private var sections: [CatalogueSection] {
    (taken[.sections] ?? []).compactMap { $0.flatMap(CatalogueSection.init(rawValue:)) }
  }

  private func offers(at step: Step) -> [Offer] {
    switch step {
    case .languages:
      return grouped(catalogue.entries.filter(\.isOffered)) { $0.language }
    case .states:
      let entries = offered.filter { !$0.isPageImport }
      let states = grouped(entries.filter { $0.state != nil }) { $0.state?.code }
      let order = CatalogueState.all.map(\.code)
      let country = entries.filter { $0.state == nil }
      return (country.isEmpty ? [] : [Offer(value: nil, entries: country)])
        + order.compactMap { code in states.first { $0.value == code } }
    case .sections:
      // A state's feeds come whatever the section: who names a state wants its news.
      guard takesCountry else { return [] }
      let found = grouped(offered.filter { $0.state == nil && !$0.isPageImport }) { $0.section.rawValue }
      return CatalogueSection.allCases.compactMap { section in found.first { $0.value == section.rawValue } }
    case .publishers:
      let states = Set(chosenStates)
      let sections = Set(self.sections)
      let entries = offered.filter { entry in
        if entry.isPageImport { return true }
        if let state = entry.state { return states.contains(state) }
        return takesCountry && sections.contains(entry.section)
      }
      let publishers = grouped(entries) { $0.publisher.id }
      return publishers.filter { !$0.feeds.isEmpty } + publishers.filter(\.feeds.isEmpty)
    }
  }

  /// What speaks for a party is not offered.
  private var offered: [CatalogueEntry] {
    let languages = Set(languages)
    return catalogue.entries.filter { $0.isOffered && languages.contains($0.language) }
  }

  private func grouped(_ entries: [CatalogueEntry], by value: (CatalogueEntry) -> String?) -> [Offer] {
    var places: [String?: Int] = [:]
    var offers: [Offer] = []
    for entry in entries {
      let value = value(entry)
      if let place = places[value] {
        offers[place].entries.append(entry)
      } else {
        places[value] = offers.count
        offers.append(Offer(value: value, entries: [entry]))
      }
    }
    return offers
  }
}

extension FeedCandidate {
  /// Feeds of a state or a department stand in a folder of that name. Nil for a publisher without a feed.
  ///
  /// - Parameter language: of the reader's labels.
  init?(_ entry: CatalogueEntry, language: String) {
    guard let address = entry.address else { return nil }
    let place = entry.state?.name ?? (entry.section.isGeneral ? nil : entry.section.name)
    self.init(
      address: address, title: entry.name(in: language), detail: entry.section.name.text(in: language),
      language: entry.language, siteURL: entry.publisher.siteURL,
      folder: place.map { [$0.text(in: language)] } ?? [])
  }
}
