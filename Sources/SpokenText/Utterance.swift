internal import IndicText

/// One sentence as a speaker is to say it: numbers, signs and abbreviations in words.
public struct Utterance: Hashable, Sendable {
  /// Words, blanks and the signs at which a voice pauses; no brackets, in which some speakers look for commands.
  public var text: String
  /// BCP 47 language of the voice: two or three letters and nothing else, whatever the publisher said of the story.
  public var language: String

  public init(text: String, language: String) {
    self.text = text
    self.language = language
  }

  /// What `sentence` says aloud. Nil when nothing in it can be said: a line of asterisks, a picture sign.
  ///
  /// - Parameter storyLanguage: BCP 47 language of the text around it.
  public init?(sentence: String, storyLanguage: String) {
    language = Self.language(of: sentence, in: storyLanguage)
    let words = SpokenLanguage(rawValue: language)
    text = words.map { SentenceReading(sentence, $0).text } ?? SpokenSigns.plain(sentence)
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || Digits.value(of: $0) != nil }) else {
      return nil
    }
  }

  /// The language whose voice says `sentence`: by its script, and where that has several languages by the story.
  ///
  /// One voice for a whole sentence: a Latin name in a Hindi sentence is said by the Hindi voice, which knows English words.
  static func language(of sentence: String, in storyLanguage: String) -> String {
    let devanagari: Set = ["hi", "mr", "ne"]
    let story = storyLanguage.prefix { $0 != "-" && $0 != "_" }.lowercased()
    // The letters of an address are of no language.
    let words = SpokenSigns.replacingAddresses(in: sentence) { _ in "" }
    guard let guess = LanguageGuess.language(of: words) else {
      return (2...3).contains(story.utf8.count) && story.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? story : "hi"
    }
    // The guess has one sentence to go by, the story's language the whole story.
    return devanagari.contains(guess) && devanagari.contains(story) ? story : guess
  }
}

/// The languages whose numbers khabar puts into words itself; in others the voice does.
enum SpokenLanguage: String {
  case hindi = "hi"
  case marathi = "mr"
  case english = "en"

  func choose<Wording>(_ hindi: Wording, _ marathi: Wording, _ english: Wording) -> Wording {
    switch self {
    case .hindi: hindi
    case .marathi: marathi
    case .english: english
    }
  }
}
