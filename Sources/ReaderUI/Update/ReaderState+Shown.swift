import NewsModel
import Screen

/// Where the page was scrolled before a change of letters, and where that change left it.
struct PlacesBefore: Hashable, Sendable {
  struct Places: Hashable, Sendable {
    var script: ScriptStyle
    var digits: DigitStyle?
    var size: Size
    var story: ArticleID?
    var bodyTopLine: Int
    var headlineTopIndex: Int
    var headlineSelectedIndex: Int
    var highlightTopLine: Int
  }

  var before: Places
  var after: Places
}

extension ReaderState {
  /// Latin letters for Devanagari, and back.
  mutating func toggleScript() -> [ReaderEffect] {
    show(settings.script == .roman ? .devanagari : .roman, settings.storyDigits)
    return [.saveScript(settings.script)] + say(settings.script == .roman ? .romanShown : .devanagariShown)
  }

  /// Digits as published, then all Devanagari, then all ASCII.
  mutating func changeDigits() -> [ReaderEffect] {
    // They would not be seen to change.
    if settings.script == .roman { return say(.digitsInRoman) }
    let (next, phrase): (DigitStyle?, Phrase) =
      switch settings.storyDigits {
      case nil: (.devanagari, .digitsDevanagari)
      case .devanagari: (.ascii, .digitsASCII)
      case .ascii: (nil, .digitsPublished)
      }
    show(settings.script, next)
    return [.saveDigits(next)] + say(phrase)
  }

  /// Lays everything out in other letters. Who changes them back without having moved stands on the same lines as before.
  private mutating func show(_ script: ScriptStyle, _ digits: DigitStyle?) {
    let left = places
    settings.script = script
    settings.storyDigits = digits
    layOutAgain()
    if let placesBefore, placesBefore.after == left, placesBefore.before.script == script,
      placesBefore.before.digits == digits
    {
      body.topLine = placesBefore.before.bodyTopLine
      headlines.topIndex = placesBefore.before.headlineTopIndex
      highlights.topLine = placesBefore.before.highlightTopLine
      scrollBody(.lines(0))
    }
    placesBefore = PlacesBefore(before: left, after: places)
  }

  private var places: PlacesBefore.Places {
    PlacesBefore.Places(
      script: settings.script, digits: settings.storyDigits, size: size, story: body.story?.id,
      bodyTopLine: body.topLine, headlineTopIndex: headlines.topIndex,
      headlineSelectedIndex: headlines.selectedIndex, highlightTopLine: highlights.topLine)
  }
}
