/// The forms of one word: लड़का, लड़के and लड़कों are looked for together.
///
/// What counts as a form, for which languages, and how well that was measured to work: see the article <doc:WordForms>.
public enum WordForms {
  /// The stem that all forms of `word` share.
  ///
  /// It never has to be a word itself; it is for comparing only. A word of which nothing is known is its own stem: names, digits, other
  /// scripts. Forms are inflection (number, case, gender, tense); derived words (सरकार, सरकारी) stay apart.
  ///
  /// - Parameter word: one word of a ``SearchKey``.
  /// - Complexity: linear in the word; about a microsecond.
  public static func stem(of word: String) -> String {
    guard let first = word.utf8.first else { return word }
    if first < 0x80 { return EnglishForms.stem(of: word) }
    guard let letters = DevanagariLetters(word) else { return word }
    guard let change = DevanagariForms.stem(of: letters) else { return word }
    var stem = String(decoding: word.utf8.dropLast(change.dropped * 3), as: UTF8.self)
    stem += change.ending
    return stem
  }
}
