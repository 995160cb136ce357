import NewsModel
import Screen

/// What is done with new stories that a query finds.
nonisolated struct Hook: Hashable, Sendable {
  /// In the query language.
  var query: String
  /// The program that gets them and its arguments; empty for none.
  var run: [String] = []
  /// Whether the desktop tells of them.
  var isNotifying = false

  /// Names the hook in the store: another query or program is another hook.
  var key: String { ([query] + run + [isNotifying ? "notify" : ""]).joined(separator: "\u{1F}") }
}

nonisolated extension Setting {
  static let hookForm = "[{query: QUERY, run: [PROGRAM, ARGUMENT, …], notify: true|false}, …]"

  /// Takes the list under `hooks`. A hook that cannot be understood is left out, with a problem of its own.
  static func takeHooks(_ node: YAMLNode, _ configuration: inout Configuration) -> Bool {
    guard let items = node.items else { return false }
    for item in items { takeHook(item, &configuration) }
    return true
  }

  static func shownHooks(_ configuration: Configuration) -> String? {
    if configuration.hooks.isEmpty { return nil }
    return configuration.hooks.map { hook in
      var parts = ["query: " + YAMLText.list([hook.query])]
      if !hook.run.isEmpty { parts.append("run: " + YAMLText.list(hook.run)) }
      if hook.isNotifying { parts.append("notify: true") }
      return "{" + parts.joined(separator: ", ") + "}"
    }.joined(separator: " ")
  }

  private static func takeHook(_ node: YAMLNode, _ configuration: inout Configuration) {
    func refuse(_ place: YAMLPlace) {
      configuration.problems.append(
        ConfigurationProblem(.error, place, .badValue(key: "hooks", expected: hookForm, suggestion: nil)))
    }
    guard let entries = node.entries, let query = node["query"]?.text else { return refuse(node.place) }
    var hook = Hook(query: query)
    for entry in entries {
      switch entry.key {
      case "query": break
      case "run":
        // A program without arguments may stand alone.
        guard let words = program(entry.value, &configuration) else { return refuse(entry.place) }
        hook.run = words
      case "notify":
        guard let text = entry.value.text, ["true", "false"].contains(text) else { return refuse(entry.place) }
        hook.isNotifying = text == "true"
      default: return refuse(entry.place)
      }
    }
    guard !hook.run.isEmpty || hook.isNotifying else { return refuse(node.place) }
    do throws(QueryTrouble) {
      // Only whether it is a query: its dates count from each refresh.
      _ = try StoryQuery(parsing: query, today: Timestamp(secondsSince1970: 0))
    } catch {
      configuration.problems.append(
        ConfigurationProblem(.error, node["query"]?.place ?? node.place, .badQuery(key: "hooks", error)))
      return
    }
    if !configuration.hooks.contains(hook) { configuration.hooks.append(hook) }
  }
}
