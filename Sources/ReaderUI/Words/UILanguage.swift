/// The language of the reader's own labels and sentences; stories keep theirs.
public enum UILanguage: String, Hashable, Sendable, CaseIterable {
  case hindi = "hi"
  case marathi = "mr"
  case english = "en"

  /// The one of three wordings that is in this language.
  public func choose<Wording>(_ hindi: Wording, _ marathi: Wording, _ english: Wording) -> Wording {
    switch self {
    case .hindi: hindi
    case .marathi: marathi
    case .english: english
    }
  }
}
