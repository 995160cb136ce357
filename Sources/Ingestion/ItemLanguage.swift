internal import IndicText

/// Which language an item is in. Feeds say it wrong more often than not, but a script cannot lie.
enum ItemLanguage {
  /// The first of `declared` that is written in the script of `text`, else what the text itself looks like; `und` when nothing tells.
  ///
  /// - Parameter declared: BCP 47, the most trusted first.
  static func of(_ text: String, declared: [String?]) -> String {
    let guess = LanguageGuess.language(of: text)
    let known = declared.compactMap { $0.map(primary) }.filter { !$0.isEmpty && $0 != "und" }
    guard let guess else { return known.first ?? "und" }
    let script = script(of: guess)
    // Hindi is what a Devanagari text without telling words is taken for; a guess of another language has seen its words.
    if script == "Deva", guess != "hi" { return guess }
    return known.first { Self.script(of: $0) == script } ?? guess
  }

  /// `hi` of `hi-IN`.
  private static func primary(_ tag: String) -> String {
    String(tag.prefix { $0.isLetter }).lowercased()
  }

  /// The script that a language of the news is written in (ISO 15924).
  private static func script(of language: String) -> String {
    for (script, languages) in scripts where languages.contains(language) { return script }
    return "Latn"
  }

  private static let scripts: [(String, Set<String>)] = [
    ("Deva", ["hi", "mr", "ne", "sa", "kok", "mai", "bho", "doi", "brx", "awa", "raj"]), ("Beng", ["bn", "as", "mni"]),
    ("Guru", ["pa"]), ("Gujr", ["gu"]), ("Orya", ["or"]), ("Taml", ["ta"]), ("Telu", ["te"]), ("Knda", ["kn"]),
    ("Mlym", ["ml"]), ("Sinh", ["si"]), ("Arab", ["ur", "ar", "fa", "ks", "sd", "ps"]),
    ("Cyrl", ["ru", "uk", "bg", "sr", "be"]), ("Hans", ["zh"]), ("Jpan", ["ja"]), ("Kore", ["ko"]), ("Hebr", ["he"]),
    ("Grek", ["el"]), ("Thai", ["th"]),
  ]
}
