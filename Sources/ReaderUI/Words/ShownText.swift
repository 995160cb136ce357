import IndicText
public import NewsModel

/// In which letters the page is shown; what is stored stays as it was published.
public enum ScriptStyle: String, Hashable, Sendable, CaseIterable {
  /// Each text in its own script.
  case devanagari
  /// The same, with Latin letters under each line of a story's text, word under word, for learners.
  case interlinear
  /// Indic words in Latin letters, for terminals that cannot shape Devanagari.
  case roman
}

extension ReaderSettings {
  /// `text` of a story in the letters and digits that are shown now. Every text of a story or the store goes through here before it
  /// is laid out.
  ///
  /// Of digits only those are made Devanagari that stand in a text of that script, apart from Latin letters: WhatsApp 2 and G20 keep theirs.
  ///
  /// - Parameter language: BCP 47 language of `text`; nil is guessed.
  public func shown(_ text: String, language: String? = nil) -> String {
    if script == .roman { return Romanisation.text(text, language: language) }
    switch storyDigits {
    case nil: return text
    case .ascii: return Digits.ascii(text)
    case .devanagari: return ScriptShare(text).share(of: .devanagari) > 0 ? Digits.devanagari(text) : text
    }
  }

  /// The reader's own words, in the letters that are shown now.
  public var phrases: Phrases { Phrases(language, script: script) }

  public var dates: DateWords {
    DateWords(language: language, digits: storyDigits ?? digits, calendar: calendar, script: script)
  }

  /// When a story of a list was published: how long ago, or the date.
  public func age(of moment: Timestamp, now: Timestamp) -> String {
    dateStyle == .relative ? dates.age(of: moment, now: now) : dates.short(moment, now: now)
  }
}
