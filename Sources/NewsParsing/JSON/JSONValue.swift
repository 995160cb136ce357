/// A value of JSON (RFC 8259), as it stood in a text.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As written: a number may have more digits than any type of ours.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the text's order; a name may come twice.
  case object([JSONMember])
}

/// A name and its value in an object.
struct JSONMember: Hashable, Sendable {
  var name: String
  var value: JSONValue
}

extension JSONValue {
  /// The member's value; of several with one name the last, as most readers of JSON take it. Nil for other kinds of values.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string; nil for other kinds.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The text of a string or a number, which publishers write for each other; nil for other kinds.
  var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// True, "true" and "True"; nil when it says neither true nor false.
  var truth: Bool? {
    switch self {
    case .bool(let truth): truth
    case .string(let text):
      switch text.lowercased() {
      case "true", "yes", "1", "http://schema.org/true", "https://schema.org/true": true
      case "false", "no", "0", "http://schema.org/false", "https://schema.org/false": false
      default: nil
      }
    case .number("1"): true
    case .number("0"): false
    default: nil
    }
  }

  /// The whole number; nil for other kinds, and when it is none or too large.
  var integer: Int? {
    guard let text = scalarText else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  /// The elements of an array; nothing for null; the value itself for any other kind.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}
