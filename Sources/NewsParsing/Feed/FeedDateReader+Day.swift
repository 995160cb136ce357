internal import NewsModel

extension FeedDateReader {
  struct Day {
    var year: Int
    var month: Int
    var day: Int
    /// Days to go on from there: for weeks and ordinal days.
    var extraDays = 0

    /// A date by its form whose numbers name no day.
    static let impossible = Day(year: 1, month: 13, day: 1)
  }

  /// The day at the cursor; the cursor is then at the time of day.
  mutating func readDate() -> Day? {
    if tokens.count == 1, case .number(let value, let digits) = tokens[0] { return readDigits(value, digits) }
    while index < tokens.count {
      let start = index
      if let day = readYearFirst() { return day }
      index = start
      if let day = readNamed() { return day }
      index = start
      if let day = readNumeric() { return day }
      index = start
      // Only days of the week and signs may stand before the date.
      switch tokens[index] {
      case .mark: index += 1
      case .word where number(1, digits: 1...8) != nil || isMark(",", 1) || isMark(".", 1) || word(1) != nil: index += 1
      default: return nil
      }
    }
    return nil
  }

  private static func year(_ value: Int, _ digits: Int) -> Int {
    // RFC 5322, section 4.3.
    if digits == 2 { return value < 50 ? 2000 + value : 1900 + value }
    return digits == 3 ? 1900 + value : value
  }

  /// A date of nothing but digits: 20191103, 20191103082100, seconds or milliseconds since 1970.
  private mutating func readDigits(_ value: Int, _ digits: Int) -> Day? {
    switch digits {
    case 4 where (1900...2100).contains(value):
      index += 1
      return Day(year: value, month: 1, day: 1)
    case 7 where (1900...2100).contains(value / 1000):
      index += 1
      return ordinal(value / 1000, value % 1000)
    case 8 where (1900...2100).contains(value / 10_000):
      index += 1
      return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 12, 14:
      let minutes = digits == 14 ? value / 100 : value
      clockBeforeYear = Clock(
        hour: minutes / 100 % 100, minute: minutes % 100, second: digits == 14 ? value % 100 : 0, isThere: true)
      index += 1
      let date = minutes / 10_000
      return Day(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    case 9, 10, 13:
      let seconds = digits == 13 ? value / 1000 : value
      // 1990 to 2100: other numbers are something else.
      guard (631_152_000..<4_102_444_800).contains(seconds) else { return nil }
      let civil = Timestamp(secondsSince1970: Int64(seconds)).civil
      clockBeforeYear = Clock(hour: civil.hour, minute: civil.minute, second: civil.second, isThere: true)
      zoneBeforeYear = 0
      index += 1
      return Day(year: civil.year, month: civil.month, day: civil.day)
    default: return nil
    }
  }

  /// 2019-11-03, 2019-11, 2019, 2019/11/03, 20191103, 2019-W44-7, 2019-307.
  private mutating func readYearFirst() -> Day? {
    if let compact = number(digits: 7...7), word(1) == "t", (1900...2100).contains(compact / 1000) {
      index += 1
      return ordinal(compact / 1000, compact % 1000)
    }
    if let compact = number(digits: 8...8), word(1) == "t" || number(1) != nil, (1900...2100).contains(compact / 10_000)
    {
      index += 1
      return Day(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
    }
    guard let year = number(digits: 4...4), (1000...9999).contains(year) else { return nil }
    let isParted = isMark("-", 1) || isMark("/", 1) || isMark(".", 1)
    let weekAt = isParted ? 2 : 1
    if word(weekAt) == "w", let week = number(weekAt + 1, digits: 2...3) { return readWeek(year, week, at: weekAt + 1) }
    guard isParted else {
      // A year alone; "2019 Nov 3" is read by name.
      guard index == 0, tokens.count == 1 || word(1) == "t" else { return nil }
      index += 1
      return Day(year: year, month: 1, day: 1)
    }
    if let day = number(2, digits: 3...3) {
      index += 3
      return ordinal(year, day)
    }
    let month: Int
    if let value = number(2) {
      month = value
    } else if let name = word(2), let value = FeedDateWords.month(name) {
      month = value
    } else {
      return nil
    }
    index += 3
    guard isMark("-") || isMark("/") || isMark("."), let day = number(1) else {
      return Day(year: year, month: month, day: 1)
    }
    index += 2
    // "2004- 05- 28": a mark that stood for the word after the day.
    return Day(year: year, month: month, day: day)
  }

  private mutating func readWeek(_ year: Int, _ week: Int, at place: Int) -> Day? {
    let digits = if case .number(_, let digits)? = token(place) { digits } else { 2 }
    var (number, weekday) = digits == 3 ? (week / 10, week % 10) : (week, 1)
    index += place + 1
    if digits == 2, isMark("-"), let day = self.number(1, digits: 1...1) {
      weekday = day
      index += 2
    }
    // ISO 8601: week 1 holds 4 January.
    guard (1...53).contains(number), (1...7).contains(weekday), let fourth = Timestamp(year: year, month: 1, day: 4)
    else { return .impossible }
    let weekdayOfFourth = (fourth.civil.weekday + 6) % 7
    number -= 1
    return Day(year: year, month: 1, day: 4, extraDays: number * 7 + weekday - 1 - weekdayOfFourth)
  }

  private func ordinal(_ year: Int, _ day: Int) -> Day {
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return (1...(isLeap ? 366 : 365)).contains(day)
      ? Day(year: year, month: 1, day: 1, extraDays: day - 1) : .impossible
  }

  /// "03 Nov 2019", "Nov 3, 2019", "2019 Nov 3", "Nov 3 08:21:00 2019", "3-Nov-19".
  private mutating func readNamed() -> Day? {
    var day: Int?
    var year: (Int, digits: Int)?
    if case .number(let value, let digits)? = token() {
      index += 1
      if let word = word(), FeedDateWords.ordinalEndings.contains(word) { index += 1 }
      if digits == 4 { year = (value, 4) } else if digits <= 2 { day = value } else { return nil }
      skipMarks()
      if let word = word(), word == "de" || word == "of" { index += 1 }
    }
    guard let name = word(), let month = FeedDateWords.month(name) else { return nil }
    index += 1
    skipMarks()
    if let word = word(), word == "de" || word == "of" { index += 1 }
    if day == nil, let value = number(), !isMark(":", 1) {
      day = value
      index += 1
      if let word = word(), FeedDateWords.ordinalEndings.contains(word) { index += 1 }
      skipMarks()
    }
    guard let day else { return nil }
    if year == nil {
      if case .number(let value, let digits)? = token(), digits == 4 || digits <= 3 && digits >= 2 && !isMark(":", 1) {
        year = (value, digits)
        index += 1
      } else {
        // asctime: the time and its zone before the year.
        guard let clock = readClock(), clock.isThere, let zone = readZone() else { return nil }
        guard case .number(let value, let digits)? = token(), digits == 4 else { return nil }
        (clockBeforeYear, zoneBeforeYear) = (clock, zone.offset)
        year = (value, digits)
        index += 1
      }
    }
    guard var year else { return nil }
    var dayOfMonth = day
    // "99 Jan 03" is of 1999.
    if year.digits == 2, day > 31 { (dayOfMonth, year) = (year.0, (day, 2)) }
    return Day(year: Self.year(year.0, year.digits), month: month, day: dayOfMonth)
  }

  private mutating func skipMarks() {
    while isMark("-") || isMark("/") || isMark(".") || isMark(",") { index += 1 }
  }

  /// 3/11/2019 as India writes it; 11/23/2019, which can only be meant the American way; 03.11.2019.
  private mutating func readNumeric() -> Day? {
    guard let first = number(), let second = number(2), token(1) == token(3),
      isMark("/", 1) || isMark(".", 1) || isMark("-", 1), case .number(let year, let digits)? = token(4),
      digits == 4 || digits == 2 && !isMark(".", 1)
    else { return nil }
    index += 5
    let isAmerican = second > 12 && first <= 12
    return Day(
      year: Self.year(year, digits), month: isAmerican ? first : second, day: isAmerican ? second : first)
  }
}
