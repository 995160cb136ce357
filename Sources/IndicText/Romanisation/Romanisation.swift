/// Writes Indic text in Latin letters, as Hindi speakers read it: for terminals that cannot shape Devanagari.
///
/// A view of a text and never the text: it is shown, not stored, and there is no way back from it. Letters, silent vowels and what
/// was decided about them: see the article <doc:Romanisation>.
public enum Romanisation {
  /// `text` with every Indic word in Latin letters and Indic digits as ASCII; danda becomes a full stop, all else stays as it is.
  ///
  /// Devanagari becomes letters of one scalar each, plain or with a macron, so that they take one column under any width model. Other
  /// Indic scripts follow ISO 15919 (ICU), every vowel written. Sinhala and Urdu stay. A text without Indic letters is given back.
  ///
  /// - Parameter language: BCP 47 language of `text`: its primary subtag decides which vowels are silent. Nil is guessed from the text.
  /// - Complexity: linear in the number of scalars.
  public static func text(_ text: String, language: String? = nil) -> String {
    guard text.unicodeScalars.contains(where: { isIndic($0.value) }) else { return text }
    let reading = Reading(language: language ?? LanguageGuess.language(of: text))
    var roman = String()
    roman.reserveCapacity(text.utf8.count)
    var word: [UInt32] = []
    var otherScripts: Set<IndicLatin.Script> = []
    func close() {
      if word.isEmpty { return }
      DevanagariWord(word).write(reading, to: &roman)
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if isOfDevanagariWord(value) {
        word.append(value)
        continue
      }
      // Joiners change what letters look like, not what they say.
      if !word.isEmpty, value == 0x200C || value == 0x200D { continue }
      close()
      switch value {
      case 0x0964, 0x0965, 0x0970: roman.unicodeScalars.append(".")
      case 0x0900...0x0D7F:
        if let digit = IndicBlock.digit(value), let ascii = Unicode.Scalar(0x30 + digit) {
          roman.unicodeScalars.append(ascii)
        } else {
          if let script = IndicLatin.Script(of: value) { otherScripts.insert(script) }
          let letters = IndicLatin.consonantWithVirama(value)?.compactMap(Unicode.Scalar.init) ?? [scalar]
          roman.unicodeScalars.append(contentsOf: letters)
        }
      default: roman.unicodeScalars.append(scalar)
      }
    }
    close()
    for script in otherScripts.sorted(by: { $0.rawValue < $1.rawValue }) { roman = IndicLatin.latin(roman, script) }
    return roman
  }

  /// Devanagari to Malayalam, and the two blocks that add to Devanagari.
  private static func isIndic(_ value: UInt32) -> Bool {
    (0x0900...0x0D7F).contains(value) || isOfDevanagariWord(value)
  }

  /// Letters and marks; digits and punctuation are no part of a word.
  private static func isOfDevanagariWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x0900...0x0963, 0x0971...0x097F: true
    case 0x1CD0...0x1CFA, 0xA8E0...0xA8FF: true
    default: false
    }
  }
}

/// Which vowels a language leaves silent, and which letters it reads in its own way.
enum Reading: Hashable {
  /// Also for languages that nobody told apart, and for its kin (Bhojpuri, Maithili).
  case hindi
  /// Also for Konkani.
  case marathi
  case nepali
  /// Every vowel is spoken.
  case sanskrit

  init(language: String?) {
    let subtag = language?.split(separator: "-").first.map { $0.lowercased() }
    self =
      switch subtag {
      case "mr", "kok", "gom": .marathi
      case "ne": .nepali
      case "sa", "pi": .sanskrit
      default: .hindi
      }
  }
}
