import ReaderUI
import Screen

nonisolated extension Setting {
  /// The panes by the names of the configuration.
  static let panes: [(name: String, pane: Pane?)] = [
    ("everywhere", nil), ("list", .headlines), ("highlights", .highlights), ("body", .body),
  ]

  static func takeKeys(_ node: YAMLNode, _ configuration: inout Configuration) -> Bool {
    guard let entries = node.entries else { return false }
    for entry in entries {
      guard let pane = panes.first(where: { $0.name == entry.key }) else {
        let near = Spelling.nearest(to: entry.key, among: panes.map(\.name))
        configuration.problems.append(
          ConfigurationProblem(.error, entry.place, .unknownPane(entry.key, suggestion: near)))
        continue
      }
      // "list:" with nothing under it says nothing.
      if entry.value.text == "" { continue }
      guard let bindings = entry.value.entries else {
        configuration.problems.append(ConfigurationProblem(.error, entry.value.place, .notActions))
        continue
      }
      for binding in bindings { takeBinding(binding, in: pane.pane, &configuration) }
    }
    return true
  }

  private static func takeBinding(_ entry: YAMLNode.Entry, in pane: Pane?, _ configuration: inout Configuration) {
    let keys: [Key]
    do { keys = try Key.sequence(entry.key) } catch {
      configuration.problems.append(ConfigurationProblem(.error, entry.place, .badKey(error)))
      return
    }
    guard let actions = actions(entry.value, &configuration) else { return }
    if configuration.keys.contains(where: { $0.pane == pane && $0.keys == keys }) {
      configuration.problems.append(ConfigurationProblem(.warning, entry.place, .boundTwice(entry.key)))
      configuration.keys.removeAll { $0.pane == pane && $0.keys == keys }
    }
    configuration.keys.append(OwnBinding(pane: pane, keys: keys, actions: actions))
    configuration.places[KeyConflicts.placeName(pane, keys)] = entry.place
  }

  /// An action, a list of actions, or `none`; nil after a problem.
  private static func actions(_ node: YAMLNode, _ configuration: inout Configuration) -> [ReaderAction]? {
    if node.text == "none" { return [] }
    let items = node.items ?? [node]
    var actions: [ReaderAction] = []
    for item in items {
      guard let name = item.text, !items.isEmpty else {
        configuration.problems.append(ConfigurationProblem(.error, item.place, .notActions))
        return nil
      }
      guard let action = ReaderAction.named(name) else {
        let near = Spelling.nearest(to: name, among: ReaderAction.all.map(\.name) + ["none"])
        configuration.problems.append(
          ConfigurationProblem(.error, item.place, .unknownAction(name, suggestion: near)))
        return nil
      }
      actions.append(action)
    }
    if actions.isEmpty { configuration.problems.append(ConfigurationProblem(.error, node.place, .notActions)) }
    return actions.isEmpty ? nil : actions
  }

  static func shownKeys(_ configuration: Configuration) -> String? {
    if configuration.keys.isEmpty { return nil }
    return panes.map { name, pane in
      let bindings = configuration.keys.filter { $0.pane == pane }
      if bindings.isEmpty { return "" }
      return "\n  \(name):"
        + bindings.map { binding in
          let names = binding.actions.map(\.name)
          let value = names.isEmpty ? "none" : names.count == 1 ? names[0] : YAMLText.list(names)
          return "\n    \(YAMLText.quoted(Key.name(of: binding.keys))): \(value)"
        }.joined()
    }.joined()
  }
}

/// What bindings do to one another and to the table of keys.
nonisolated struct KeyConflicts {
  private(set) var problems: [ConfigurationProblem] = []

  init(_ configuration: Configuration) {
    let map = configuration.keyMap
    for binding in configuration.keys {
      guard let place = configuration.places[Self.placeName(binding.pane, binding.keys)] else { continue }
      findWaiting(binding, place, map)
      findLost(binding, place, map)
    }
  }

  static func placeName(_ pane: Pane?, _ keys: [Key]) -> String {
    "keys." + (Setting.panes.first { $0.pane == pane }?.name ?? "") + "." + Key.name(of: keys)
  }

  /// Keys before the end of this sequence that mean something by themselves.
  private mutating func findWaiting(_ binding: OwnBinding, _ place: YAMLPlace, _ map: KeyMap) {
    guard !binding.actions.isEmpty else { return }
    for count in 1..<max(1, binding.keys.count) {
      let beginning = Array(binding.keys.prefix(count))
      guard map.match(beginning, in: binding.pane ?? .headlines).actions?.isEmpty == false else { continue }
      problems.append(
        ConfigurationProblem(
          .note, place, .waits(Key.name(of: beginning), longer: Key.name(of: binding.keys))))
    }
  }

  /// An action of the table that this binding takes the last key from.
  private mutating func findLost(_ binding: OwnBinding, _ place: YAMLPlace, _ map: KeyMap) {
    guard binding.pane == nil, binding.keys.count == 1,
      let action = KeyMap(bindings: map.bindings).action(for: binding.keys[0]), binding.actions != [action],
      map.names(for: action, in: nil).isEmpty,
      !map.own.contains(where: { $0.actions.contains(action) })
    else { return }
    problems.append(ConfigurationProblem(.note, place, .withoutKey(action: action.name)))
  }
}
