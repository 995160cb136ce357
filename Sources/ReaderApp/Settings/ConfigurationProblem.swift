import ReaderUI
import NewsModel
import Screen

/// Something wrong with a configuration, as facts; ``Messages`` words them.
nonisolated struct ConfigurationProblem: Hashable, Sendable {
  enum Severity: Hashable, Sendable {
    /// A value that was passed over.
    case error
    /// Something that has no effect, and probably a slip.
    case warning
    /// It holds, and has a side that may not have been thought of.
    case note
  }

  /// Whether the file is no YAML from here on.
  var isSyntax: Bool { if case .syntax = reason { true } else { false } }

  enum Reason: Hashable, Sendable {
    /// libyaml's words.
    case syntax(String)
    case tooLarge, tooDeep, alias, keyNotText
    case unreadable
    case notAMap
    case unknownKey(String, suggestion: String?)
    case repeated(String, firstLine: Int)
    case noValue(String, expected: String)
    /// With what the key takes.
    case badValue(key: String, expected: String, suggestion: String?)
    case badKey(KeyNotationError)
    case unknownAction(String, suggestion: String?)
    case unknownPane(String, suggestion: String?)
    /// The actions of a binding are neither a name nor a list of names.
    case notActions
    /// Bound again; the last one holds.
    case boundTwice(String)
    /// Keys that are bound and begin a longer sequence: a second passes before they count.
    case waits(String, longer: String)
    /// No key asks for this action any more; help still does it.
    case withoutKey(action: String)
    /// A rule without `when` or `run`, or with something that is neither.
    case badRule
    case badPattern(String)
    /// A query of this key that cannot be understood.
    case badQuery(key: String, QueryTrouble)
    case programNotFound(String)
    /// In the words of who could not read it.
    case badTheme(String)
  }

  var severity: Severity
  var place: YAMLPlace
  var reason: Reason

  init(_ severity: Severity, _ place: YAMLPlace, _ reason: Reason) {
    self.severity = severity
    self.place = place
    self.reason = reason
  }

  init(_ error: YAMLError) {
    let reason: Reason =
      switch error.reason {
      case .syntax(let words): .syntax(words)
      case .tooLarge: .tooLarge
      case .tooDeep: .tooDeep
      case .alias: .alias
      case .keyNotText, .empty: .keyNotText
      }
    self.init(.error, error.place, reason)
  }

  static let unreadable = ConfigurationProblem(.error, YAMLPlace(line: 1, column: 1), .unreadable)
}
