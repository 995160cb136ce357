public import NewsModel
public import ReaderUI

/// Words and dates that stand around the stories of a file, in the reader's language.
public struct StoryWords: Sendable {
  let phrases: Phrases
  let dates: DateWords

  /// In Devanagari, Hindi's and Marathi's own script, whatever a terminal can show: files are read elsewhere.
  public init(_ settings: ReaderSettings) {
    phrases = Phrases(settings.language)
    dates = DateWords(language: settings.language, digits: settings.digits, calendar: settings.calendar)
  }

  /// BCP 47 of these words.
  var language: String { phrases.language.rawValue }

  func say(_ sentence: Sentence) -> String { phrases.language.say(sentence) }

  /// "गाँव दर्पण · अनीता राव · 3 नवंबर 2026, 8:21 सुबह", of what is known.
  func byline(_ story: Story) -> String {
    let article = story.article
    var names = story.source.isEmpty ? [] : [story.source]
    names += article.authors.filter { !names.contains($0) }
    return (names + (article.date.map { [dates.full($0)] } ?? [])).joined(separator: " · ")
  }

  /// "रवि 29 नवंबर 2026": the day that a file is made on.
  public func day(_ moment: Timestamp) -> String {
    let midnight = moment.secondsSince1970 + Int64(moment.utcOffsetSeconds)
    let day = Timestamp(
      secondsSince1970: moment.secondsSince1970 - (midnight % 86_400 + 86_400) % 86_400,
      utcOffsetSeconds: moment.utcOffsetSeconds)
    return dates.full(day)
  }

  public func storyCount(_ count: Int) -> String {
    say("\(dates.count(count), count: count) stories")
  }
}
