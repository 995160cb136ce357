/// A moment, with the distance from UTC that its source wrote beside it.
///
/// The offset is kept because a publisher's "8:21" is meant in the publisher's place: it is shown and exported as it was given.
/// Ordering and equality of moments use ``secondsSince1970`` first.
public struct Timestamp: Hashable, Sendable, Codable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX).
  public var secondsSince1970: Int64
  /// Seconds east of UTC. India is 19,800.
  public var utcOffsetSeconds: Int

  /// Indian Standard Time, +05:30, in seconds.
  public static let indiaOffsetSeconds = 19_800

  public init(secondsSince1970: Int64, utcOffsetSeconds: Int = 0) {
    self.secondsSince1970 = secondsSince1970
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// The moment when the clock at `utcOffsetSeconds` shows these numbers (proleptic Gregorian calendar).
  ///
  /// Nil when the numbers name no day or time, such as 30 February or 24:00.
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    utcOffsetSeconds: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.dayCount(year: year, month: month),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      abs(utcOffsetSeconds) <= 18 * 3600
    else { return nil }
    let clock = Int64(hour * 3600 + minute * 60 + min(second, 59))
    secondsSince1970 =
      Self.dayNumber(year: year, month: month, day: day) * 86_400 + clock - Int64(utcOffsetSeconds)
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// Numbers on the calendar and the clock at ``utcOffsetSeconds``.
  public var civil: CivilTime {
    let local = secondsSince1970 + Int64(utcOffsetSeconds)
    let day = local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
    let clock = Int(local - day * 86_400)
    // Day number to date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    return CivilTime(
      year: Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month: month,
      day: Int(dayOfYear - (153 * shiftedMonth + 2) / 5) + 1,
      hour: clock / 3600, minute: clock / 60 % 60, second: clock % 60,
      weekday: Int(((day + 4) % 7 + 7) % 7))
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01. Hinnant, days_from_civil.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }
}

/// The numbers of a date and a clock, for showing.
public struct CivilTime: Hashable, Sendable {
  public var year: Int
  /// 1 to 12.
  public var month: Int
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int
  /// 0 is Sunday.
  public var weekday: Int

  public init(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, weekday: Int
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.weekday = weekday
  }
}

extension Timestamp: Comparable {
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.secondsSince1970, left.utcOffsetSeconds)
      < (right.secondsSince1970, right.utcOffsetSeconds)
  }
}

extension Timestamp {
  /// RFC 3339 with the offset as given: `2019-11-03T08:21:00+05:30`.
  public var rfc3339: String {
    let civil = civil
    let date = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
    let clock = "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
    if utcOffsetSeconds == 0 { return "\(date)T\(clock)Z" }
    let minutes = abs(utcOffsetSeconds) / 60
    let sign = utcOffsetSeconds < 0 ? "-" : "+"
    return "\(date)T\(clock)\(sign)\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  private func padded(_ number: Int, _ digitCount: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, digitCount - digits.utf8.count)) + digits
  }
}
