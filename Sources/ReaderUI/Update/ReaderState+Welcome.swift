import NewsModel

/// What a new reader is asked, one after the other, over the sample edition. Each step can be left with Esc; the page behind can be read in
/// any case. Asked once, and again when it is wanted (``ReaderAction/welcome``).
enum WelcomeStep: Int, Hashable, Sendable, CaseIterable {
  case language, feeds, theme, letters
}

extension ReaderState {
  /// Once by itself, before anything was subscribed to.
  mutating func offerWelcome() -> [ReaderEffect] {
    guard settings.offersCatalogue, edition == .sample, subscriptions?.isEmpty == true, prompt == nil else { return [] }
    settings.offersCatalogue = false
    return [.saveCatalogueOffered] + startWelcome()
  }

  mutating func startWelcome() -> [ReaderEffect] {
    welcome = .language
    return showWelcome()
  }

  /// A step was taken or left: the next one, or the page.
  mutating func goOnWelcoming() -> [ReaderEffect] {
    welcome = welcome.flatMap { WelcomeStep(rawValue: $0.rawValue + 1) }
    return showWelcome()
  }

  private mutating func showWelcome() -> [ReaderEffect] {
    switch welcome {
    case .language:
      // In all three languages: nobody can be asked for theirs in another one.
      showSteps(
        .languages, facts: [.welcomeGreeting, .welcomeKeys],
        items: UILanguage.allCases.map { PickerItem(choice: .language($0), label: $0.ownName) })
      select(.language(settings.language))
      return []
    case .feeds: return showCatalogue()
    case .theme: return showThemePicker()
    case .letters:
      showSteps(
        .letters, facts: [.lettersInPlace, .lettersEdge],
        items: [
          PickerItem(choice: .letters(.devanagari), label: settings.phrases(.lettersGood)),
          PickerItem(
            choice: .letters(.roman), label: settings.phrases(.lettersBroken), note: settings.phrases(.lettersDoctor)),
        ])
      select(.letters(settings.script == .roman ? .roman : .devanagari))
      return []
    case nil: return []
    }
  }

  mutating func take(_ language: UILanguage) -> [ReaderEffect] {
    prompt = nil
    settings.language = language
    layOutAgain()
    return [.saveLanguage(language)]
  }

  mutating func take(letters: ScriptStyle) -> [ReaderEffect] {
    prompt = nil
    // Latin letters under the lines are Devanagari too, and stay.
    return (settings.script == .roman) == (letters == .roman) ? [] : show(letters)
  }

  private mutating func showSteps(_ kind: PickerState.Kind, facts: [Phrase], items: [PickerItem]) {
    let number = settings.dates.number((welcome?.rawValue ?? 0) + 1)
    let count = settings.dates.number(WelcomeStep.allCases.count)
    let title = settings.phrases(kind == .languages ? .welcome : .letters) + " · \(number)/\(count)"
    var lines = facts.map { PickerItem(choice: .fact("\($0)"), label: settings.phrases($0)) }
    if kind == .letters {
      // Conjuncts, signs on all four sides, and both kinds of digits: the edge of the panel is straight where the terminal and khabar
      // agree about their columns.
      lines += ["क्षत्रिय स्त्री श्रृंगार", "ड्योढ़ी में बुद्धि र्‍य र्क", "हिंदी मराठी १२३ 123"].map {
        PickerItem(choice: .fact($0), label: "  " + settings.shown($0))
      }
    }
    var picker = PickerState(kind: kind, title: title, items: lines + items, script: settings.script)
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }

  private mutating func select(_ choice: PickerItem.Choice) {
    guard case .picker(var picker) = prompt else { return }
    picker.select(choice)
    picker.keepSelectionVisible(rowCount: PickerLayout(size: size, picker: picker).rowCount)
    prompt = .picker(picker)
  }
}
