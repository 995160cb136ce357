internal import IndicText
internal import NewsParsing

/// Which language an item is in. Feeds say it wrong more often than not, but a script cannot lie.
enum ItemLanguage {
  /// The first of `declared` that is written in the script of `text`, else what the text itself looks like; `und` when nothing tells.
  ///
  /// - Parameter declared: BCP 47, the most trusted first.
  static func of(_ text: String, declared: [String?]) -> String {
    let known = declared.compactMap { $0.map(primary) }.filter { !$0.isEmpty && $0 != "und" }
    guard let script = ScriptShare(text).dominant else { return known.first ?? "und" }
    if let language = known.first(where: { Self.script(of: $0) == script }) { return language }
    return LanguageGuess.language(of: text) ?? known.first ?? "und"
  }

  /// What most of a feed is written in, by its own words; nil when they do not tell. One guess for all its items: a headline alone
  /// has too few telling words, and looking at every text for them would be most of what listing costs.
  static func guess(of feed: ParsedFeed) -> String? {
    var sample = ""
    for item in feed.items {
      guard sample.utf8.count < sampleUTF8Count else { break }
      sample += " " + (item.title ?? "")
      if let text = (item.summary ?? item.content)?.text { sample += " " + text.prefixOfWholeScalars(utf8Count: 200) }
    }
    return LanguageGuess.language(of: sample)
  }

  private static let sampleUTF8Count = 3_000

  /// `hi` of `hi-IN`.
  private static func primary(_ tag: String) -> String {
    String(tag.prefix { $0.isLetter }).lowercased()
  }

  /// The script that a language of the news is written in; Latin for all others.
  private static func script(of language: String) -> ScriptShare.Script {
    for (script, languages) in scripts where languages.contains(language) { return script }
    return .latin
  }

  private static let scripts: [(ScriptShare.Script, Set<String>)] = [
    (.devanagari, ["hi", "mr", "ne", "sa", "kok", "mai", "bho", "doi", "brx", "awa", "raj"]),
    (.bengali, ["bn", "as", "mni"]), (.gurmukhi, ["pa"]), (.gujarati, ["gu"]), (.odia, ["or"]), (.tamil, ["ta"]),
    (.telugu, ["te"]), (.kannada, ["kn"]), (.malayalam, ["ml"]), (.sinhala, ["si"]),
    (.arabic, ["ur", "ar", "fa", "ks", "sd", "ps"]), (.cyrillic, ["ru", "uk", "bg", "sr", "be"]),
  ]
}

extension String {
  /// The beginning of at most so many bytes that ends between scalars.
  func prefixOfWholeScalars(utf8Count: Int) -> Substring {
    guard utf8.count > utf8Count else { return self[...] }
    let end = utf8.index(startIndex, offsetBy: utf8Count)
    return self[..<unicodeScalars.index(before: unicodeScalars.index(after: end))]
  }
}
