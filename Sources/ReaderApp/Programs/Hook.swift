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

nonisolated extension Configuration {
  private static let hookForm = "[{query: …, run: [program, argument, …], notify: true}]"

  /// Takes the list under `hooks`. A hook that cannot be understood is left out, with a warning of its own.
  ///
  /// - Returns: what the key takes, when it is no list.
  mutating func takeHooks(_ node: YAMLNode) -> String? {
    guard let items = node.items else { return Self.hookForm }
    for item in items { takeHook(item) }
    return nil
  }

  private mutating func takeHook(_ node: YAMLNode) {
    func refuse(_ line: Int) {
      warnings.append(Warning(line: line, reason: .badValue(key: "hooks", expected: Self.hookForm)))
    }
    guard let entries = node.entries, let query = node["query"]?.text else { return refuse(node.line) }
    var hook = Hook(query: query)
    for entry in entries {
      switch entry.key {
      case "query": break
      case "run":
        // A program without arguments may stand alone.
        let words = entry.value.items.map { items in items.compactMap(\.text) } ?? entry.value.text.map { [$0] }
        guard let words, words.count == entry.value.items?.count ?? 1, words.first?.isEmpty == false else {
          return refuse(entry.line)
        }
        hook.run = words
      case "notify":
        guard let text = entry.value.text, ["true", "false"].contains(text) else { return refuse(entry.line) }
        hook.isNotifying = text == "true"
      default: return refuse(entry.line)
      }
    }
    guard !hook.run.isEmpty || hook.isNotifying else { return refuse(node.line) }
    do throws(QueryTrouble) {
      // Only whether it is a query: its dates count from each refresh.
      _ = try StoryQuery(parsing: query, today: Timestamp(secondsSince1970: 0))
    } catch {
      warnings.append(Warning(line: node["query"]?.line ?? node.line, reason: .badQuery(key: "hooks", error)))
      return
    }
    if !hooks.contains(hook) { hooks.append(hook) }
  }
}
