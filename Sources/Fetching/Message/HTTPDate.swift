import NewsModel

/// Dates of HTTP headers: RFC 9110, section 5.6.7.
enum HTTPDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Seconds since 1970 of a date in any of the three forms: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and
  /// `Sun Nov  6 08:49:37 1994`. The name of the day is not looked at, and the zone is always GMT, as the standard says.
  ///
  /// - Parameter now: seconds since 1970; tells which century two digits of a year mean.
  /// - Returns: nil when it is no such date.
  static func seconds(_ text: String, now: Int64) -> Int64? {
    guard text.utf8.count <= 64 else { return nil }
    let words = text.split { " ,-".contains($0) }.map(String.init)
    guard words.count >= 5 else { return nil }
    let isAsctime = Int(words[1]) == nil
    let (day, month, year, clock) =
      isAsctime ? (words[2], words[1], words[4], words[3]) : (words[1], words[2], words[3], words[4])
    let numbers = clock.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), 2...2) }
    guard let day = number(day, 1...2), let month = months.firstIndex(of: month.prefix(3).lowercased()),
      let year = fullYear(year, now: now), numbers.count == 3, let hour = numbers[0], let minute = numbers[1],
      let second = numbers[2]
    else { return nil }
    return Timestamp(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)?
      .secondsSince1970
  }

  /// Two digits that would be more than 50 years in the future mean the century before (RFC 9110).
  private static func fullYear(_ text: String, now: Int64) -> Int? {
    if let year = number(text, 4...4) { return year }
    guard let short = number(text, 2...2) else { return nil }
    let current = Timestamp(secondsSince1970: now).civil.year
    let year = current - current % 100 + short
    return year > current + 50 ? year - 100 : year
  }

  private static func number(_ text: String, _ digitCount: ClosedRange<Int>) -> Int? {
    guard digitCount.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}
