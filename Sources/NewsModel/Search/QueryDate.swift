internal import IndicText

/// Dates as people write them in a query, each a stretch of time: a day, a month, a year, or "so long back until now".
///
/// The calendar's days are those of `today`'s zone. The article <doc:QueryLanguage> lists the forms.
struct QueryDate {
  var today: Timestamp

  /// Seconds since 1970, the end excluded; nil when `text` is no date.
  func span(_ text: String) -> Range<Int64>? {
    if let moment = moment(text) { return moment..<moment + 1 }
    let words = SearchKey.words(text)
    return calendar(words) ?? named(words) ?? relative(words)
  }

  /// Whether the words say a date only together, as "3 नवंबर 2019" and "7 दिन" do.
  static func mayBeOne(_ text: String) -> Bool {
    SearchKey.words(text).contains { Digits.number($0) == nil }
  }
}

// MARK: - Days

extension QueryDate {
  private func start(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
    Timestamp(year: year, month: month, day: day, utcOffsetSeconds: today.utcOffsetSeconds)?.secondsSince1970
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Range<Int64>? {
    start(year, month, day).map { $0..<$0 + Self.daySeconds }
  }

  private func month(_ year: Int, _ month: Int) -> Range<Int64>? {
    let next = month == 12 ? start(year + 1, 1, 1) : start(year, month + 1, 1)
    guard let first = start(year, month, 1), let next else { return nil }
    return first..<next
  }

  private func year(_ year: Int) -> Range<Int64>? {
    guard let first = start(year, 1, 1), let next = start(year + 1, 1, 1) else { return nil }
    return first..<next
  }

  private var startOfToday: Int64 {
    let civil = today.civil
    return today.secondsSince1970 - Int64(civil.hour * 3600 + civil.minute * 60 + civil.second)
  }

  private static let daySeconds: Int64 = 86_400
}

// MARK: - Forms

extension QueryDate {
  /// Numbers, and months by name. A day or month without a year is the last one that has begun.
  private func calendar(_ words: [String]) -> Range<Int64>? {
    if words.count > 3 { return nil }
    let numbers = words.map(Digits.number)
    let isYear = words.map { $0.utf8.count == 4 && Digits.number($0) != nil }
    switch (numbers.count, numbers.first ?? nil, numbers.dropFirst().first ?? nil, numbers.dropFirst(2).first ?? nil) {
    case (1, let year?, _, _) where isYear[0]: return self.year(year)
    case (2, let year?, let month?, _) where isYear[0]: return self.month(year, month)
    case (2, let month?, let year?, _) where isYear[1]: return self.month(year, month)
    case (3, let year?, let month?, let day?) where isYear[0]: return self.day(year, month, day)
    case (3, let day?, let month?, let year?) where isYear[2]: return self.day(year, month, day)
    default: break
    }
    guard let place = words.firstIndex(where: { MonthNames.number(ofKey: $0) != nil }),
      let month = MonthNames.number(ofKey: words[place])
    else { return nil }
    switch (place, words.count) {
    case (0, 1): return latest { self.month($0, month) }
    case (0, 2) where isYear[1]: return numbers[1].flatMap { self.month($0, month) }
    case (0, 2): return numbers[1].flatMap { day in latest { self.day($0, month, day) } }
    case (1, 2): return numbers[0].flatMap { day in latest { self.day($0, month, day) } }
    case (0, 3) where isYear[2]: return numbers[1].flatMap { day in numbers[2].flatMap { self.day($0, month, day) } }
    case (1, 3) where isYear[2]: return numbers[0].flatMap { day in numbers[2].flatMap { self.day($0, month, day) } }
    default: return nil
    }
  }

  private func latest(_ span: (_ year: Int) -> Range<Int64>?) -> Range<Int64>? {
    let year = today.civil.year
    // 29 February may be seven years back, and a century's turn makes it eight.
    for year in stride(from: year, to: year - 9, by: -1) {
      if let span = span(year), span.lowerBound <= today.secondsSince1970 { return span }
    }
    return nil
  }

  private func named(_ words: [String]) -> Range<Int64>? {
    guard words.count == 1, let word = words.first else { return nil }
    let daysBack: Int
    if let days = Self.days[word] {
      daysBack = days
    } else if let weekday = Self.weekdays[word] {
      daysBack = (today.civil.weekday - weekday + 7) % 7
    } else {
      return nil
    }
    let start = startOfToday - Int64(daysBack) * Self.daySeconds
    return start..<start + Self.daySeconds
  }

  /// "7d", "7 दिन", "week": from that long ago until the end of today.
  private func relative(_ words: [String]) -> Range<Int64>? {
    guard let first = words.first, words.count <= 2 else { return nil }
    let digits = first.prefix { Digits.value(of: $0.unicodeScalars.first ?? " ") != nil }
    let attached = String(first.dropFirst(digits.count))
    let unitWord = words.count == 2 ? words[1] : attached
    if words.count == 2, !attached.isEmpty || digits.isEmpty { return nil }
    guard let unit = Self.units[unitWord], let count = digits.isEmpty ? 1 : Digits.number(digits), count <= 99_999
    else {
      return nil
    }
    let start: Int64?
    switch unit {
    case .hour: start = today.secondsSince1970 - Int64(count) * 3600
    case .day: start = startOfToday - Int64(count) * Self.daySeconds
    case .week: start = startOfToday - Int64(count) * 7 * Self.daySeconds
    case .month: start = monthsBack(count)
    case .year: start = monthsBack(count * 12)
    }
    return start.map { $0..<startOfToday + Self.daySeconds }
  }

  /// The same day of an earlier month, or that month's last.
  private func monthsBack(_ count: Int) -> Int64? {
    let civil = today.civil
    let months = civil.year * 12 + civil.month - 1 - count
    if months < 12 { return nil }
    for day in stride(from: civil.day, to: 27, by: -1) {
      if let start = start(months / 12, months % 12 + 1, day) { return start }
    }
    return start(months / 12, months % 12 + 1, min(civil.day, 28))
  }

  /// RFC 3339, the zone left out when it is the reader's: 2019-11-03T08:21.
  private func moment(_ text: String) -> Int64? {
    let ascii = Array(Digits.ascii(text).utf8)
    guard ascii.count >= 16, ascii.count <= 25, ascii[10] == 0x54 || ascii[10] == 0x74 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      ascii.count >= range.upperBound ? Digits.number(String(decoding: ascii[range], as: UTF8.self)) : nil
    }
    guard ascii[4] == 0x2D, ascii[7] == 0x2D, ascii[13] == 0x3A, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let hour = number(11..<13), let minute = number(14..<16)
    else { return nil }
    var second = 0
    var rest = ascii[16...]
    if rest.first == 0x3A {
      guard let value = number(17..<19) else { return nil }
      second = value
      rest = ascii[19...]
    }
    guard let offset = Self.offset(String(decoding: rest, as: UTF8.self), reader: today.utcOffsetSeconds) else {
      return nil
    }
    return Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, utcOffsetSeconds: offset)?
      .secondsSince1970
  }

  private static func offset(_ text: String, reader: Int) -> Int? {
    if text.isEmpty { return reader }
    if text == "Z" || text == "z" { return 0 }
    let utf8 = Array(text.utf8)
    guard utf8.count == 6, utf8[0] == 0x2B || utf8[0] == 0x2D, utf8[3] == 0x3A,
      let hours = Digits.number(text.dropFirst().prefix(2)),
      let minutes = Digits.number(text.suffix(2))
    else { return nil }
    return (hours * 3600 + minutes * 60) * (utf8[0] == 0x2D ? -1 : 1)
  }
}

// MARK: - Words

extension QueryDate {
  private enum Unit {
    case hour, day, week, month, year
  }

  private static let units: [String: Unit] = table([
    (.hour, "h hour hours घंटा घंटे तास"), (.day, "d day days दिन दिवस"),
    (.week, "w week weeks सप्ताह हफ़्ता हफ़्ते आठवडा आठवडे"), (.month, "m month months माह महीना महीने महिना महिने"),
    (.year, "y year years साल वर्ष वर्षे"),
  ])

  /// News is of the past: कल is yesterday.
  private static let days: [String: Int] = table([
    (0, "today आज"), (1, "yesterday कल काल"), (2, "परसों परवा"),
  ])

  /// 0 is Sunday, as in ``CivilTime``.
  private static let weekdays: [String: Int] = table([
    (0, "sunday sun रविवार इतवार"), (1, "monday mon सोमवार"), (2, "tuesday tue मंगलवार मंगळवार"), (3, "wednesday wed बुधवार"),
    (4, "thursday thu गुरुवार गुरूवार बृहस्पतिवार वीरवार"), (5, "friday fri शुक्रवार"), (6, "saturday sat शनिवार"),
  ])

  private static func table<Value>(_ entries: [(Value, String)]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (value, words) in entries {
      for word in SearchKey.words(words) { table[word] = value }
    }
    return table
  }
}
