#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import IndicText
public import NewsModel

/// Which digits numbers of the reader's own are written in.
public enum DigitStyle: String, Hashable, Sendable, CaseIterable {
  case ascii
  case devanagari
}

/// Which calendar dates are shown in.
public enum CalendarStyle: String, Hashable, Sendable, CaseIterable {
  case gregorian
  /// The Indian national calendar (Saka era), official beside the Gregorian one since 1957.
  case saka
}

/// How lists tell when a story was published.
public enum DateStyle: String, Hashable, Sendable, CaseIterable {
  /// "2 घंटे".
  case relative
  /// "8:21 सुबह", "3 नवंबर", "3 नवंबर 2019".
  case absolute
}

/// Words for dates, ages and numbers in the reader's language, calendar and digits.
public struct DateWords: Hashable, Sendable {
  public var language: UILanguage
  public var digits: DigitStyle
  public var calendar: CalendarStyle
  /// In Latin letters digits are ASCII, whatever ``digits`` says.
  public var script: ScriptStyle

  public init(
    language: UILanguage, digits: DigitStyle = .ascii, calendar: CalendarStyle = .gregorian,
    script: ScriptStyle = .devanagari
  ) {
    self.language = language
    self.digits = digits
    self.calendar = calendar
    self.script = script
  }

  public func number(_ number: Int) -> String { shown(String(number)) }

  /// A count of many, grouped as in India: "12,34,567".
  public func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    guard digits.count > 3 else { return self.number(number) }
    var text = String(digits.suffix(3))
    var rest = digits.dropLast(3)
    while !rest.isEmpty {
      text = String(rest.suffix(2)) + "," + text
      rest = rest.dropLast(2)
    }
    return shown((number < 0 ? "-" : "") + text)
  }

  /// "3 नवंबर 2019, 8:21 सुबह", by the clock of the place that the source wrote from; the date alone at midnight.
  public func full(_ moment: Timestamp) -> String {
    let civil = moment.civil
    let day = calendarDay(moment)
    let date = "\(day.day) \(monthName(day.month)) \(day.year)"
    // Midnight to the second is a date whose source told no time.
    if (civil.hour, civil.minute, civil.second) == (0, 0, 0) { return shown(date) }
    return shown("\(date), \(clock(civil))")
  }

  /// "सोम 23 नवंबर".
  public func dayOfWeek(_ moment: Timestamp) -> String {
    let day = calendarDay(moment)
    return shown("\(words(.weekdays, moment.civil.weekday)) \(day.day) \(monthName(day.month))")
  }

  /// The date as short as it can be told: the time of today, else the day, with the year when that is another one.
  public func short(_ moment: Timestamp, now: Timestamp) -> String {
    let (day, today) = (calendarDay(moment), calendarDay(now))
    let civil = moment.civil
    let hasTime = (civil.hour, civil.minute, civil.second) != (0, 0, 0)
    if day == today, hasTime { return shown(clock(civil)) }
    return shown("\(day.day) \(monthName(day.month))" + (day.year == today.year ? "" : " \(day.year)"))
  }

  /// How long ago, in its largest unit: "2 घंटे". A moment ahead of `now` is "अभी".
  public func age(of moment: Timestamp, now: Timestamp) -> String {
    let seconds = now.secondsSince1970 - moment.secondsSince1970
    let words = ScreenWords.of(language)
    for unit in Self.ageUnits where seconds >= unit.seconds {
      let count = Int(seconds / unit.seconds)
      return shown(words.text(unit.phrase, count: count, [String(count)]))
    }
    return shown(words.text(.now, count: nil, []))
  }

  /// Minutes that reading `wordCount` words takes, at least 1.
  ///
  /// 184 words a minute: the mean over 17 languages in Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading
  /// Performance: The New International Reading Speed Texts IReST", IOVS 53 (2012).
  public static func minutesToRead(wordCount: Int) -> Int { max(1, (wordCount + 92) / 184) }
}

extension DateWords {
  /// `text` in the letters and digits that are shown.
  private func shown(_ text: String) -> String {
    if script == .roman { return Romanisation.text(text, language: language.rawValue) }
    return digits == .devanagari ? Digits.devanagari(text) : text
  }

  private func calendarDay(_ moment: Timestamp) -> (year: Int, month: Int, day: Int) {
    let civil = moment.civil
    guard calendar == .saka, let zone = TimeZone(secondsFromGMT: moment.utcOffsetSeconds) else {
      return (civil.year, civil.month, civil.day)
    }
    var saka = Calendar(identifier: .indian)
    saka.timeZone = zone
    let parts = saka.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment.secondsSince1970)))
    return (parts.year ?? civil.year, parts.month ?? civil.month, parts.day ?? civil.day)
  }

  private func clock(_ civil: CivilTime) -> String {
    let hour = civil.hour % 12 == 0 ? 12 : civil.hour % 12
    let minute = (civil.minute < 10 ? "0" : "") + String(civil.minute)
    // A no-break space: a line that begins with "सुबह" alone would say nothing.
    return "\(hour):\(minute)\u{A0}\(partOfDay(civil.hour))"
  }

  private func partOfDay(_ hour: Int) -> String {
    let index = hour < 4 ? 0 : hour < 12 ? 1 : hour < 16 ? 2 : hour < 20 ? 3 : 4
    return words(.partsOfDay, index)
  }

  private func monthName(_ month: Int) -> String {
    words(calendar == .saka ? .sakaMonths : .gregorianMonths, month - 1)
  }

  private func words(_ list: WordList, _ index: Int) -> String {
    let words = ScreenWords.of(language).words(list)
    return words.indices.contains(index) ? words[index] : ""
  }

  /// Largest first. A month is 30 days and a year 365 here: an age is a feeling, not a date.
  private static let ageUnits: [(seconds: Int64, phrase: Phrase)] = {
    let day: Int64 = 86_400
    return [(365 * day, .years), (30 * day, .months), (7 * day, .weeks), (day, .days), (3600, .hours), (60, .minutes)]
  }()
}
