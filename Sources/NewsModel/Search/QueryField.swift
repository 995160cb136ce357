internal import IndicText

/// The fields of the query language, and the words in front of a colon that mean them.
enum QueryField: String, CaseIterable {
  case title, tag, section, feed, after, before, on, `is`, lang

  /// Nil when `name` is no field's name in any language or spelling.
  init?(named name: String) {
    guard name.utf8.count <= 48, let field = Self.byKey[SearchKey.fold(name)] else { return nil }
    self = field
  }

  /// Whether a blank may stand between the colon and the value. Not where headlines have such words and colons: "पहले: …", "is: …".
  var mayStandApart: Bool { self == .title || self == .tag || self == .section || self == .feed }

  private static let byKey: [String: QueryField] = {
    let names: [(QueryField, String)] = [
      (.title, "title headline शीर्षक मथळा"), (.tag, "tag टैग टॅग"), (.section, "section अनुभाग विभाग"),
      (.feed, "feed source फ़ीड स्रोत"), (.after, "after बाद नंतर"), (.before, "before पहले आधी"),
      (.on, "on date तारीख़ दिनांक"), (.is, "is है आहे"), (.lang, "lang language भाषा"),
    ]
    var fields: [String: QueryField] = [:]
    for (field, words) in names {
      for word in SearchKey.words(words) { fields[word] = field }
    }
    return fields
  }()
}

/// The words that `is:` and `lang:` know.
enum QueryValue {
  /// What `is:` asks; nil when it does not know `word`.
  static func state(_ word: String) -> StoryQuery? { states[SearchKey.fold(word)] }

  /// BCP 47 of a primary language by its code or its name; nil when `word` is neither.
  static func language(_ word: String) -> String? {
    let key = SearchKey.fold(word)
    if let code = languages[key] { return code }
    // en-IN: the primary language alone counts.
    if let dash = word.firstIndex(of: "-") { return language(String(word[..<dash])) }
    // Two or three letters: ISO 639-1 and 639-3.
    let isCode = (2...3).contains(key.utf8.count) && key.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isCode ? key : nil
  }

  private static let states: [String: StoryQuery] = {
    let words: [(StoryQuery, String)] = [
      (.filter(.unread), "unread अपठित अनपढ़ी अनपढ़ा अनपढ़े नवाचलेली"),
      (.not(.filter(.unread)), "read पठित पढ़ी पढ़ा पढ़े वाचलेली"),
      (.filter(.starred), "starred तारांकित तारा तारे"), (.filter(.muted), "muted मौन म्यूट छिपी छिपा छिपे लपवलेली"),
      (.filter(.grouped), "grouped समूह समूहित गट"), (.filter(.marked), "marked चिह्नित चिह्न खूण खुणा"),
      (.filter(.noted), "noted टिप्पणी टीप"),
    ]
    var states: [String: StoryQuery] = [:]
    for (query, names) in words {
      for name in SearchKey.words(names) { states[name] = query }
    }
    return states
  }()

  private static let languages: [String: String] = {
    var codes: [String: String] = [:]
    for language in CatalogueLanguage.named {
      let name = language.name
      for word in [language.ownName, name.hindi, name.marathi, name.english] {
        codes[SearchKey.fold(word)] = language.code
      }
    }
    return codes
  }()
}
