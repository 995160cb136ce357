import ReaderUI
import Screen

nonisolated extension Setting {
  /// The value of `browser` and `speaker`, and of a rule's `run`: a program and its arguments.
  static func program(_ node: YAMLNode, _ configuration: inout Configuration) -> [String]? {
    let items = node.items ?? [node]
    let words = items.compactMap(\.text)
    guard words.count == items.count, let name = words.first, !name.isEmpty else { return nil }
    configuration.programs.append(.init(name: name, place: items[0].place))
    return words
  }

  static func takeRules(_ node: YAMLNode, _ configuration: inout Configuration) -> Bool {
    guard let items = node.items else { return false }
    for item in items {
      guard var rule = rule(item, &configuration) else { continue }
      guard let node = item["run"], let run = program(node, &configuration) else {
        configuration.problems.append(ConfigurationProblem(.error, item.place, .badRule))
        continue
      }
      rule.run = run
      configuration.openRules.append(rule)
    }
    return true
  }

  /// The rule that `when` says, without its program; nil after a problem.
  private static func rule(_ item: YAMLNode, _ configuration: inout Configuration) -> OpenRule? {
    for entry in item.entries ?? [] where !["when", "run"].contains(entry.key) {
      let near = Spelling.nearest(to: entry.key, among: ["when", "run"])
      configuration.problems.append(
        ConfigurationProblem(.warning, entry.place, .unknownKey(entry.key, suggestion: near)))
    }
    guard let when = item["when"] else {
      configuration.problems.append(ConfigurationProblem(.error, item.place, .badRule))
      return nil
    }
    if let text = when.text {
      if let rule = OpenRule(when: text) { return rule }
      configuration.problems.append(ConfigurationProblem(.error, when.place, .badPattern(text)))
      return nil
    }
    guard let entries = when.entries, !entries.isEmpty else {
      configuration.problems.append(ConfigurationProblem(.error, when.place, .badRule))
      return nil
    }
    var rule = OpenRule()
    for entry in entries {
      let text = entry.value.text ?? ""
      switch entry.key {
      case "host": rule.host = OpenRule(when: text)?.host
      case "path": rule.path = OpenRule(when: text)?.path
      case "kind": rule.kind = LinkKind(rawValue: text)
      default:
        let near = Spelling.nearest(to: entry.key, among: ["host", "path", "kind"])
        configuration.problems.append(
          ConfigurationProblem(.error, entry.place, .unknownKey(entry.key, suggestion: near)))
        return nil
      }
      let isTaken = entry.key == "host" ? rule.host != nil : entry.key == "path" ? rule.path != nil : rule.kind != nil
      // A condition that is not understood must not make the rule hold for more.
      if !isTaken {
        configuration.problems.append(ConfigurationProblem(.error, entry.value.place, .badPattern(text)))
        return nil
      }
    }
    return rule
  }

  static func shownRules(_ configuration: Configuration) -> String? {
    if configuration.openRules.isEmpty { return nil }
    return configuration.openRules.map { rule in
      let when = [
        rule.kind.map { "kind: \($0.rawValue)" }, rule.host.map { "host: \(YAMLText.quoted($0))" },
        rule.path.map { "path: \(YAMLText.quoted($0))" },
      ].compactMap { $0 }
      let said = rule.scheme.map { "\"\($0.rawValue):\"" } ?? "{\(when.joined(separator: ", "))}"
      return "\n  - when: \(said)\n    run: \(YAMLText.list(rule.run))"
    }.joined()
  }
}

/// Text as it is written in YAML.
nonisolated enum YAMLText {
  /// Plain where YAML takes it for text, else between double quotation marks.
  static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-_./%".unicodeScalars.contains($0) }
      && !"-%.".contains(text.first ?? "-")
    if isPlain { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ", ") + "]" }
}
