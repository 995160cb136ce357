#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import ReaderUI
import Screen

nonisolated extension Messages {
  /// "config.yaml:3:10: …", for the status line and standard error.
  func problem(_ problem: ConfigurationProblem, path: String) -> String {
    "\(path):\(problem.place.line):\(problem.place.column): \(sentence(for: problem.reason))"
  }

  /// All that is wrong in one sentence: the first, and how many more.
  func problems(_ problems: [ConfigurationProblem], path: String) -> String? {
    let faults = problems.filter { $0.severity != .note }
    guard let first = faults.first(where: { $0.severity == .error }) ?? faults.first else { return nil }
    let file = URL(fileURLWithPath: path).lastPathComponent
    let rest = faults.count - 1
    return problem(first, path: file)
      + (rest == 0
        ? ""
        : say(" And \(rest) more: khabar config check"))
  }

  /// The problem with its line and a caret under what it is about, for `config check`.
  func excerpt(_ problem: ConfigurationProblem, path: String, lines: [Substring], model: WidthModel) -> String {
    let kind =
      switch problem.severity {
      case .error: say("error")
      case .warning: say("warning")
      case .note: say("note")
      }
    let place = problem.place
    let head = "\(path):\(place.line):\(place.column): \(kind): \(sentence(for: problem.reason))"
    guard lines.indices.contains(place.line - 1) else { return head }
    let line = String(String.UnicodeScalarView(lines[place.line - 1].unicodeScalars.map { $0 == "\t" ? " " : $0 }))
    let scalars = line.unicodeScalars
    let before = String(String.UnicodeScalarView(scalars.prefix(place.column - 1)))
    let text = String(String.UnicodeScalarView(scalars.dropFirst(place.column - 1).prefix(place.length)))
    let columns = max(1, model.columns(of: DisplayText.safe(text)))
    let caret = String(repeating: " ", count: model.columns(of: DisplayText.safe(before)))
    return "\(head)\n    \(DisplayText.safe(line))\n    \(caret)^" + String(repeating: "~", count: columns - 1)
  }

  private func meant(_ suggestion: String?) -> String {
    guard let suggestion else { return "" }
    return say(" Did you mean “\(suggestion)”?")
  }

  func sentence(for reason: ConfigurationProblem.Reason) -> String {
    switch reason {
    case .syntax(let words):
      say("this is not YAML: \(words). Write “name: value”, and signs such as # - ? [ { in quotation marks.")
    case .tooLarge: say("the file is too large.")
    case .tooDeep: say("lists and maps are nested too deeply.")
    case .alias:
      say("anchors and aliases (& and *) are not taken here.")
    case .keyNotText: say("a name must be text.")
    case .unreadable: say("the file cannot be read.")
    case .notAMap:
      say("a line “name: value” is needed here (YAML).")
    case .unknownKey(let key, let near):
      say("there is no setting “\(key)”; it was passed over.") + meant(near)
    case .repeated(let key, let line):
      say("“\(key)” stands in line \(line) too; the last one holds.")
    case .noValue(let key, let expected):
      say("“\(key)” needs a value: \(expected).")
    case .badValue(let key, let expected, let near):
      say("“\(key)” takes \(expected); this was passed over.") + meant(near)
    case .badQuery(let key, let trouble): "“\(key)”: " + Phrases(language).sentence(for: trouble)
    case .badKey(let error): sentence(for: error)
    case .unknownAction(let name, let near):
      say("there is no action “\(name)”; khabar config actions lists them.") + meant(near)
    case .unknownPane(let name, let near):
      say("“\(name)” is no pane; there are everywhere, list, highlights, body.") + meant(near)
    case .notActions:
      say("an action, [action, action] or none is needed here.")
    case .boundTwice(let keys):
      say("“\(keys)” is bound in this pane before; this one holds.")
    case .waits(let keys, let longer):
      say("“\(keys)” does something by itself, so it waits a second for “\(longer)”; “\(keys): none” ends that.")
    case .withoutKey(let action):
      say("no key asks for “\(action)” any more; help still does it.")
    case .badRule:
      say("a rule needs both: {when: HOST or kind, run: [PROGRAM, \"%u\"]}.")
    case .badPattern(let text):
      say("“\(text)” is no host, no /path, and none of link, picture, video.")
    case .programNotFound(let name):
      say("the program “\(name)” was not found here.")
    case .badTheme(let words): words
    }
  }

  private func sentence(for error: KeyNotationError) -> String {
    switch error {
    case .empty: say("the name of a key is needed here.")
    case .unknown(let word, let near):
      say("“\(word)” is no key.") + meant(near)
    case .hasAlt(let word):
      say("“\(word)”: terminals do not tell Alt from Esc; take another key.")
    case .cannotArrive(let name):
      say("in a terminal this key is \(name); write \(name) or take another one.")
    }
  }
}
