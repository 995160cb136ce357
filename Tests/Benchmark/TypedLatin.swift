import IndicText

/// Hindi as people type it on a Latin keyboard.
enum TypedLatin {
  /// Without the signs above and below letters that a romanisation has.
  static func text(_ text: String) -> String {
    let plain: [Character: Character] = [
      "ā": "a", "ī": "i", "ū": "u", "ē": "e", "ō": "o", "ñ": "n", "ṅ": "n", "ṇ": "n", "ś": "s", "ṣ": "s",
    ]
    return String(Romanisation.text(text, language: "hi").map { plain[$0] ?? $0 })
  }
}
