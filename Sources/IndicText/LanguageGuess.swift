/// Tells the language of a text from its script and, for Devanagari, from words that only one language has.
public enum LanguageGuess {
  /// BCP 47 language of `text`: `hi mr ne en bn pa gu or ta te kn ml si ur ru`; nil when there are no letters or too strange ones.
  ///
  /// A text of two scripts counts as the Indic one when that has a quarter of the letters: Hindi pages are full of English names.
  public static func language(of text: String) -> String? {
    let share = ScriptShare(text)
    guard let dominant = share.dominant else { return nil }
    var script = dominant
    if dominant == .latin,
      let indic = share.letterCounts.filter({ languages[$0.key] != nil && $0.key != .latin }).max(by: {
        $0.value < $1.value
      }), share.share(of: indic.key) >= 0.25
    {
      script = indic.key
    }
    return script == .devanagari ? devanagariLanguage(of: text) : languages[script]
  }

  private static let languages: [ScriptShare.Script: String] = [
    .bengali: "bn", .gurmukhi: "pa", .gujarati: "gu", .odia: "or", .tamil: "ta", .telugu: "te", .kannada: "kn",
    .malayalam: "ml", .sinhala: "si", .arabic: "ur", .latin: "en", .cyrillic: "ru", .devanagari: "hi",
  ]

  /// Hindi, Marathi or Nepali; Hindi when nothing tells, it being the most read.
  private static func devanagariLanguage(of text: String) -> String {
    var hindi = 0
    var marathi = 0
    var nepali = 0
    for word in SearchKey.words(text) {
      if hindiWords.contains(word) { hindi += 2 }
      if marathiWords.contains(word) { marathi += 2 }
      if nepaliWords.contains(word) { nepali += 2 }
      // ळ is a letter of Marathi that Hindi and Nepali do not write.
      if word.unicodeScalars.contains("\u{0933}") { marathi += 1 }
      if marathiEndings.contains(where: { ends(word, with: $0) }) { marathi += 1 }
      if nepaliEndings.contains(where: { ends(word, with: $0) }) { nepali += 1 }
    }
    if marathi > hindi, marathi >= nepali { return "mr" }
    return nepali > hindi ? "ne" : "hi"
  }

  private static let marathiEndings = ["च्या", "ांनी", "ण्यात", "मध्ये", "साठी", "ातील"]
  private static let nepaliEndings = ["हरू", "ेको", "लाई"]

  /// Compared as scalars: a vowel sign is no Character of its own.
  private static func ends(_ word: String, with ending: String) -> Bool {
    word.unicodeScalars.reversed().starts(with: ending.unicodeScalars.reversed())
  }

  private static func keys(_ words: String) -> Set<String> { Set(SearchKey.words(words)) }

  private static let hindiWords = keys(
    "है हैं था थे थी नहीं और का के की में से को ने पर यह वह इस उस लिए गया गई गए किया हुआ हुई होगा होगी साथ बाद भी तो कि रहा रही रहे क्या जाएगा")
  private static let marathiWords = keys(
    "आहे आहेत नाही आणि होते होता होती हा ही हे या त्या मध्ये केले केली केला झाले झाली झाला असे असून तर व च्या येथे यांनी यांच्या म्हणून करण्यात आले आली आला काय कसे")
  private static let nepaliWords = keys(
    "छ छन् थियो गरेको भएको हुने गर्ने र पनि लाई बाट हो छैन भने गरेका रहेको गरिएको यो त्यो भन्ने नेपाल")
}
