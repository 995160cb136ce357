internal import IndicText

/// The language of a page.
enum PageLanguage {
  /// A language tag (BCP 47) from what pages write: `hi_IN` and "Hindi" are `hi-IN` and `hi`; nil when it names no language.
  static func tag(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { "-_".contains($0) })
    guard let first = parts.first else { return nil }
    let name = first.lowercased()
    if let code = names[name] { return code }
    guard (2...3).contains(name.utf8.count), name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    let rest = parts.dropFirst().prefix(2).filter {
      (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 < 0x80 }
    }
    return ([name] + rest.map { $0.utf8.count == 2 ? $0.uppercased() : String($0) }).joined(separator: "-")
  }

  private static let names = [
    "hindi": "hi", "marathi": "mr", "english": "en", "bengali": "bn", "bangla": "bn", "gujarati": "gu", "punjabi": "pa",
    "tamil": "ta", "telugu": "te", "kannada": "kn", "malayalam": "ml", "odia": "or", "urdu": "ur", "nepali": "ne",
    "assamese": "as", "हिन्दी": "hi", "हिंदी": "hi", "मराठी": "mr",
  ]

  /// The language of a story: what its text shows where the script shows it, else what the page says.
  ///
  /// - Parameter said: as ``tag(_:)`` gives it.
  static func decide(text: String, said: String?) -> String {
    let saidLanguage = said.flatMap { $0.split(separator: "-").first.map(String.init) }
    guard let guess = LanguageGuess.language(of: text) else { return saidLanguage ?? "hi" }
    guard let saidLanguage else { return guess }
    // Latin, Cyrillic, Arabic letters and those of a few words say little: there the page knows better, if it names such a language.
    switch guess {
    case "en": return indic.contains(saidLanguage) ? "en" : saidLanguage
    case "ru", "ur": return indic.contains(saidLanguage) || saidLanguage == "en" ? guess : saidLanguage
    case "hi", "mr", "ne":
      let isLong = text.unicodeScalars.count > 400
      return ["hi", "mr", "ne", "sa", "kok", "mai", "bho"].contains(saidLanguage)
        && (!isLong || !["hi", "mr", "ne"].contains(saidLanguage))
        ? saidLanguage : guess
    case "bn": return saidLanguage == "as" ? "as" : "bn"
    default: return guess
    }
  }

  private static let indic: Set<String> = [
    "hi", "mr", "ne", "bn", "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "as",
  ]
}
