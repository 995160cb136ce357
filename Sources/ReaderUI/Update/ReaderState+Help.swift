import Screen

extension ReaderSettings {
  /// What keys do, in the words of help: "तारा लगाएँ या हटाएँ + नीचे".
  func label(_ actions: [ReaderAction]) -> String {
    actions.map { action in
      if case .openRelated(let number) = action { return phrases(.helpOpenRelated) + " " + dates.number(number) }
      return keys.bindings.first { $0.action == action }.map { phrases($0.help) } ?? action.name
    }.joined(separator: " + ")
  }
}

extension ReaderState {
  /// The lines of help, made from the keys that hold: every action, also one without a key, the digits, then macros.
  var helpItems: [PickerItem] {
    let keys = settings.keys
    var items = keys.bindings.map { binding in
      PickerItem(
        choice: .action(binding.action), label: settings.phrases(binding.help),
        detail: (keys.names(for: binding.action, in: nil) + namesInPanes([binding.action])).joined(separator: " "))
    }
    let digits = (1...9).filter { keys.names(for: .openRelated($0), in: nil).contains(String($0)) }
    if let first = digits.first, let last = digits.last {
      let isWhole = digits.count == last - first + 1
      items.insert(
        PickerItem(
          choice: .action(.showRelated), label: settings.phrases(.helpOpenRelated),
          detail: isWhole ? "\(first)–\(last)" : digits.map(String.init).joined(separator: " ")),
        at: min(13, items.count))
    }
    var seen: Set<[ReaderAction]> = []
    let others = keys.own.map(\.actions).filter { $0.count > 1 || $0.first?.isNumbered == true }
    for actions in others where seen.insert(actions).inserted {
      let names = keys.own.filter { $0.pane == nil && $0.actions == actions }.map { Key.name(of: $0.keys) }
      items.append(
        PickerItem(
          choice: .actions(actions), label: settings.label(actions),
          detail: (names + namesInPanes(actions)).joined(separator: " ")))
    }
    return items
  }

  /// Keys that mean this in one pane only.
  private func namesInPanes(_ actions: [ReaderAction]) -> [String] {
    settings.keys.own.compactMap { binding in
      guard let pane = binding.pane, binding.actions == actions else { return nil }
      return settings.phrases(pane.phrase, Key.name(of: binding.keys))
    }
  }
}

extension Pane {
  fileprivate var phrase: Phrase {
    switch self {
    case .headlines: .inList
    case .highlights: .inHighlights
    case .body: .inStory
    }
  }
}

extension ReaderAction {
  fileprivate var isNumbered: Bool {
    if case .openRelated = self { true } else { false }
  }
}
