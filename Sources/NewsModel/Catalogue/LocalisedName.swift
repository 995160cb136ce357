/// What something is called in the languages of the reader's own labels.
public struct LocalisedName: Hashable, Sendable {
  public var hindi: String
  public var marathi: String
  public var english: String

  public init(_ hindi: String, _ marathi: String, _ english: String) {
    self.hindi = hindi
    self.marathi = marathi
    self.english = english
  }

  /// The name in the language with this code (BCP 47): `hi`, `mr`; English for every other one.
  public func text(in language: String) -> String {
    switch language.prefix(2) {
    case "hi": hindi
    case "mr": marathi
    default: english
    }
  }
}
