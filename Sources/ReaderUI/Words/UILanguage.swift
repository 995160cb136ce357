internal import CellText

/// The language of the reader's own labels and sentences; stories keep theirs.
public enum UILanguage: String, Hashable, Sendable, CaseIterable {
  case hindi = "hi"
  case marathi = "mr"
  case english = "en"

  /// The language's name in itself.
  public var ownName: String { choose("हिन्दी", "मराठी", "English") }

  /// The language that a locale's name asks for, as in `mr_IN.UTF-8`; nil for another one, and for no language at all (`C`).
  public init?(locale name: String) {
    self.init(rawValue: String(name.prefix { $0.isLetter }.lowercased()))
  }

  /// Reads what the screen says in this language, and what breaks its lines, so that the first frame finds both. Takes some milliseconds, on
  /// any thread; who asks meanwhile waits for it.
  public func prepare() {
    ScreenWords.prepare(self)
    _ = LineBreaker(language: rawValue).opportunities(in: ownName)
  }

  /// The one of three wordings that is in this language.
  public func choose<Wording>(_ hindi: Wording, _ marathi: Wording, _ english: Wording) -> Wording {
    switch self {
    case .hindi: hindi
    case .marathi: marathi
    case .english: english
    }
  }
}
