internal import NewsModel

/// Dates of a page, chosen among what it says in several places.
enum PageDates {
  struct Chosen {
    var timestamp: Timestamp
    var raw: String
    var hasTime: Bool
    var hasZone: Bool
  }

  /// The first date that can be read, with the time of day and the zone that another source knows for the same day.
  ///
  /// - Parameter sources: groups of equal trust, the most trusted first.
  static func choose(_ sources: [[String?]]) -> Chosen? {
    let dates = sources.joined().compactMap { $0 }.filter { !$0.isEmpty }.prefix(40).compactMap(read)
    guard let first = dates.first else { return nil }
    if !first.hasTime, let fuller = dates.first(where: { $0.hasTime && isSameDay($0, first) }) { return fuller }
    // 10:00Z beside 10:00+05:30: the first one forgot where the clock hangs.
    if first.timestamp.utcOffsetSeconds == 0 || !first.hasZone,
      let placed = dates.first(where: { other in
        other.hasZone && other.timestamp.utcOffsetSeconds != 0
          && other.timestamp.secondsSince1970 + Int64(other.timestamp.utcOffsetSeconds)
            - Int64(first.timestamp.utcOffsetSeconds)
            == first.timestamp.secondsSince1970
      })
    {
      return placed
    }
    return first
  }

  private static func isSameDay(_ left: Chosen, _ right: Chosen) -> Bool {
    let (a, b) = (left.timestamp.civil, right.timestamp.civil)
    return a.year == b.year && a.month == b.month && a.day == b.day
  }

  static func read(_ text: String) -> Chosen? {
    if let epoch = epoch(text) { return Chosen(timestamp: epoch, raw: text, hasTime: true, hasZone: true) }
    guard let reading = DateParser.read(text), isPlausible(reading.timestamp) else { return nil }
    return Chosen(timestamp: reading.timestamp, raw: text, hasTime: reading.hasTime, hasZone: reading.hasZone)
  }

  /// Seconds or milliseconds since 1970, as some systems write a date.
  private static func epoch(_ text: String) -> Timestamp? {
    guard text.utf8.count == 10 || text.utf8.count == 13, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(text)
    else { return nil }
    let date = Timestamp(secondsSince1970: text.utf8.count == 13 ? number / 1000 : number)
    return isPlausible(date) ? date : nil
  }

  /// Newspapers' pages are from after 1700; 1 January 1970 and year 1 are what a system writes that knows no date.
  private static func isPlausible(_ date: Timestamp) -> Bool {
    let year = date.civil.year
    return year >= 1700 && year <= 2100 && abs(date.secondsSince1970) > 86_400
  }
}
