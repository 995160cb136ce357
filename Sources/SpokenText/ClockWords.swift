/// Times of day in words.
enum ClockWords {
  enum Half { case morning, evening }

  /// 8:21: आठ बजकर इक्कीस मिनट; 8:30: साढ़े आठ बजे.
  ///
  /// - Parameter hour: 0 to 23; `half` nil for a time that says neither AM nor PM.
  static func time(_ hour: Int64, _ minute: Int64, _ half: Half?, _ language: SpokenLanguage) -> String {
    let say = { (number: Int64) in NumberWords.cardinal(number, language) }
    if language == .english {
      let minutes = minute == 0 ? (half == nil ? " o'clock" : "") : (minute < 10 ? " oh " : " ") + say(minute)
      let mark = half.map { $0 == .morning ? " A M" : " P M" } ?? ""
      return say(hour) + (hour > 12 && minute == 0 ? " hundred hours" : minutes) + mark
    }
    let at = language.choose(" बजे", " वाजता", "")
    // The quarters are said so with the hours of a clock's face only.
    let isFace = (1...12).contains(hour)
    let words: String
    switch minute {
    case 0: words = say(hour) + at
    case 15 where isFace: words = language.choose("सवा ", "सव्वा ", "") + say(hour) + at
    case 30 where isFace: words = (NumberWords.half(String(hour), "5", language) ?? say(hour)) + at
    case 45 where isFace: words = language.choose("पौने ", "पावणे ", "") + say(hour % 12 + 1) + at
    default:
      words = say(hour) + language.choose(" बजकर ", " वाजून ", "") + say(minute) + language.choose(" मिनट", " मिनिटांनी", "")
    }
    return (half.map { partOfDay(hour, $0, language) + " " } ?? "") + words
  }

  private static func partOfDay(_ hour: Int64, _ half: Half, _ language: SpokenLanguage) -> String {
    switch (half, hour) {
    case (.morning, 12), (.morning, ..<4): language.choose("रात", "रात्री", "")
    case (.morning, _): language.choose("सुबह", "सकाळी", "")
    case (.evening, 12), (.evening, ..<4): language.choose("दोपहर", "दुपारी", "")
    case (.evening, ..<8): language.choose("शाम", "संध्याकाळी", "")
    default: language.choose("रात", "रात्री", "")
    }
  }
}

/// Dates in words.
enum CalendarWords {
  /// 3/11/2019: तीन नवंबर दो हज़ार उन्नीस. Nil when there is no such day.
  static func date(day: Int64, month: Int64, year: Int64, _ language: SpokenLanguage) -> String? {
    // American papers put the month first; that is seen only where the other order makes no date.
    if month > 12, day <= 12 { return date(day: month, month: day, year: year, language) }
    guard (1...31).contains(day), (1...12).contains(month) else { return nil }
    let name = language.choose(hindi, marathi, english)[Int(month) - 1]
    let day =
      language == .english
      ? OrdinalWords.ordinal(day, "th", isAttached: true, language) ?? "" : NumberWords.cardinal(day, language)
    let full = year < 100 ? 2000 + year - (year > 60 ? 100 : 0) : year
    return day + " " + name + " " + NumberWords.year(full, language)
  }

  private static let hindi = [
    "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
  ]
  private static let marathi = [
    "जानेवारी", "फेब्रुवारी", "मार्च", "एप्रिल", "मे", "जून", "जुलै", "ऑगस्ट", "सप्टेंबर", "ऑक्टोबर", "नोव्हेंबर", "डिसेंबर",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
