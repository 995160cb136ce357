import NewsModel
import Screen

extension ReaderState {
  /// `C`, and once by itself: the catalogue, from the language to the publishers.
  mutating func showCatalogue() -> [ReaderEffect] {
    message = nil
    if chooser != nil {
      chooser?.startAgain()
      showChooserStep()
      return []
    }
    prompt = .picker(
      PickerState(
        kind: .catalogue, title: settings.phrases(.catalogue), script: settings.script,
        emptyText: settings.phrases(.loading)))
    return [.loadCatalogue]
  }

  mutating func show(_ catalogue: Catalogue) -> [ReaderEffect] {
    guard case .picker(var picker) = prompt, picker.kind == .catalogue, chooser == nil else { return [] }
    if catalogue.entries.isEmpty {
      picker.emptyText = settings.phrases(.noCatalogue)
      prompt = .picker(picker)
      return []
    }
    chooser = CatalogueChooser(catalogue)
    showChooserStep()
    return []
  }

  /// Enter: what is marked, else what is selected, and on to the next step; after the last one the feeds are subscribed to.
  mutating func takeCatalogue(_ picker: PickerState) -> [ReaderEffect] {
    let values = picker.taken.compactMap { choice -> String?? in
      if case .offer(let value) = choice { .some(value) } else { nil }
    }
    guard let open = chooser, !values.isEmpty else { return [] }
    if open.step == .publishers {
      var seen: Set<String> = []
      let feeds = open.offers.filter { values.contains($0.value) }.flatMap(\.feeds)
        .compactMap { FeedCandidate($0, language: settings.language.rawValue) }
        .filter { seen.insert($0.address).inserted }
      if feeds.isEmpty { return say(.publisherWithoutFeed) }
      prompt = nil
      return [.subscribe(feeds)] + say(.subscribing, settings.dates.number(feeds.count))
    }
    chooser?.take(values)
    showChooserStep()
    return []
  }

  /// Backspace with nothing typed: the step before; false at the first one.
  mutating func goBackInCatalogue() -> Bool {
    guard chooser?.goBack() == true else { return false }
    showChooserStep()
    return true
  }

  private mutating func showChooserStep() {
    guard let chooser else { return }
    let offers = chooser.offers
    var picker = PickerState(
      kind: .catalogue, title: settings.phrases(chooser.step.title), items: offers.map { item($0, at: chooser.step) },
      script: settings.script, emptyText: settings.phrases(.noCatalogue))
    let suggested = chooser.suggested
    picker.marked = Set(offers.filter { suggested.contains($0.value) && !$0.feeds.isEmpty }.map { .offer($0.value) })
    if chooser.step == .languages { picker.select(.offer(settings.language.rawValue)) }
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }

  private func item(_ offer: CatalogueChooser.Offer, at step: CatalogueChooser.Step) -> PickerItem {
    let feeds = offer.feeds
    let count = step == .publishers ? feeds.count : offer.publisherCount
    var item = PickerItem(
      choice: .offer(offer.value), label: label(of: offer, at: step), detail: settings.dates.number(count))
    guard step == .publishers else { return item }
    item.isGhost = feeds.isEmpty
    if feeds.isEmpty {
      item.detail = ""
      item.note = settings.phrases(.publisherWithoutFeed)
    } else {
      item.note = feeds.map { settings.shown($0.name(in: settings.language.rawValue)) }.joined(separator: ", ")
    }
    return item
  }

  private func label(of offer: CatalogueChooser.Offer, at step: CatalogueChooser.Step) -> String {
    let first = offer.entries.first
    let language = settings.language.rawValue
    let name: String? =
      switch step {
      case .languages: offer.value.map { CatalogueLanguage(code: $0).ownName }
      case .states: offer.value == nil ? nil : first?.state?.name.text(in: language)
      case .sections: first?.section.name.text(in: language)
      case .publishers: settings.language == .english ? first?.publisher.latinName : first?.publisher.name
      }
    return name.map { settings.shown($0) } ?? settings.phrases(.wholeCountry)
  }
}

extension CatalogueChooser.Step {
  fileprivate var title: Phrase {
    switch self {
    case .languages: .chooseLanguages
    case .states: .chooseStates
    case .sections: .chooseSections
    case .publishers: .choosePublishers
    }
  }
}
