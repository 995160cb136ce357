internal import IndicText
internal import UIWords

/// What the screen says in one language: ``Phrase`` and ``WordList`` with their texts, from the language's data file.
struct ScreenWords: Sendable {
  private let file: WordFile
  /// By a phrase's place among all: a frame says a hundred of them.
  private let texts: [Phrase: String]
  private let lists: [WordList: [String]]

  private init(_ language: UILanguage) {
    file = WordFile(language, KHABAR_WORDS_SCREEN)
    var texts: [Phrase: String] = [:]
    for phrase in Phrase.allCases {
      if case .text(let text) = file.entries[phrase.rawValue] { texts[phrase] = text }
    }
    var lists: [WordList: [String]] = [:]
    for list in WordList.allCases {
      if case .list(let words) = file.entries[list.rawValue] { lists[list] = words }
    }
    (self.texts, self.lists) = (texts, lists)
  }

  private static let hindi = ScreenWords(.hindi)
  private static let marathi = ScreenWords(.marathi)
  private static let english = ScreenWords(.english)

  static func of(_ language: UILanguage) -> ScreenWords {
    switch language {
    case .hindi: hindi
    case .marathi: marathi
    case .english: english
    }
  }

  /// Reads the words of a language ahead of the first frame.
  static func prepare(_ language: UILanguage) { _ = of(language) }

  func text(_ phrase: Phrase, count: Int?, _ arguments: [String]) -> String {
    if let text = texts[phrase] { return WordFile.fill(text, arguments) }
    return file.text(phrase.rawValue, count: count, arguments) ?? phrase.rawValue
  }

  /// The words of a list, in its order.
  func words(_ list: WordList) -> [String] { lists[list] ?? [] }
}

/// Words that go together.
enum WordList: String, CaseIterable {
  /// From January.
  case gregorianMonths
  /// From Chaitra.
  case sakaMonths
  /// From Sunday, short.
  case weekdays
  /// Before four, before noon, before four, before eight, and the night.
  case partsOfDay
}
