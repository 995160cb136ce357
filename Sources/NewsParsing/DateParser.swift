internal import IndicText
public import NewsModel

/// Reads dates as news pages write them: English, Hindi and Marathi month names in their spellings, digits of any script, ISO 8601.
public enum DateParser {
  /// A date as read.
  public struct Reading: Hashable, Sendable {
    public var timestamp: Timestamp
    /// False when no time of day stood there; the timestamp is then midnight.
    public var hasTime: Bool
    /// False when no zone stood there; the timestamp is then Indian Standard Time.
    public var hasZone: Bool
    /// True when nothing but the date stood there.
    public var isWholeText: Bool
  }

  /// The first date in `text`; nil when there is none, or when its numbers name no day (31 February).
  ///
  /// `IST` is Indian Standard Time, +05:30. Numbers parted by slashes are day, month, year, as India writes them.
  ///
  /// - Complexity: linear; only the first 200 scalars are looked at.
  public static func read(_ text: String) -> Reading? {
    var reader = DateReader(String(text.unicodeScalars.prefix(200)))
    return reader.read()
  }
}

private struct DateReader {
  private enum Token: Equatable {
    /// A run of digits; the count tells 19 from 2019 and 05 from 5.
    case number(Int, digitCount: Int)
    /// Folded as a search key.
    case word(String)
    case mark(Character)
  }

  private var tokens: [Token] = []
  private var isUsed: [Bool] = []

  init(_ text: String) {
    var word = ""
    var digits = ""
    for character in Digits.ascii(text) {
      let isDigit = character.isASCII && character.isNumber
      let isLetter = character.isLetter || (character == "." && !word.isEmpty && word.count == 1)
      if !isDigit { endNumber(&digits) }
      if !isLetter { endWord(&word) }
      if isDigit {
        digits.append(character)
      } else if isLetter {
        word.append(character)
      } else if !character.isWhitespace {
        tokens.append(.mark(character))
      }
    }
    endNumber(&digits)
    endWord(&word)
    isUsed = Array(repeating: false, count: tokens.count)
  }

  private mutating func endNumber(_ digits: inout String) {
    if !digits.isEmpty { tokens.append(.number(Int(digits) ?? -1, digitCount: digits.utf8.count)) }
    digits = ""
  }

  private mutating func endWord(_ word: inout String) {
    // 2019-11-03T08:21Z: the letters between the numbers are words of their own here.
    let key = SearchKey.fold(word)
    if !key.isEmpty { tokens.append(.word(key)) }
    word = ""
  }

  mutating func read() -> DateParser.Reading? {
    guard let (year, month, day) = readNumericDate() ?? readNamedDate() else { return nil }
    let time = readTime()
    let zone = readZone()
    guard
      let timestamp = Timestamp(
        year: year, month: month, day: day, hour: time?.hour ?? 0, minute: time?.minute ?? 0, second: time?.second ?? 0,
        utcOffsetSeconds: zone ?? Timestamp.indiaOffsetSeconds)
    else { return nil }
    return DateParser.Reading(
      timestamp: timestamp, hasTime: time != nil, hasZone: zone != nil, isWholeText: isAllUsed())
  }

  private func number(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), case .number(let number, _) = tokens[index], !isUsed[index] else {
      return nil
    }
    return number
  }

  private func digitCount(_ index: Int) -> Int {
    guard tokens.indices.contains(index), case .number(_, let count) = tokens[index] else { return 0 }
    return count
  }

  private func isMark(_ index: Int, _ marks: String) -> Bool {
    guard tokens.indices.contains(index), case .mark(let mark) = tokens[index] else { return false }
    return marks.contains(mark)
  }

  private func word(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return nil }
    return word
  }

  private mutating func use(_ range: ClosedRange<Int>) {
    for index in range where isUsed.indices.contains(index) { isUsed[index] = true }
  }

  /// 2019-11-03 and 3/11/2019, with the same mark twice.
  private mutating func readNumericDate() -> (Int, Int, Int)? {
    for index in tokens.indices {
      guard let first = number(index), isMark(index + 1, "-/."), let second = number(index + 2),
        isMark(index + 3, "-/."),
        let third = number(index + 4), tokens[index + 1] == tokens[index + 3]
      else { continue }
      if digitCount(index) == 4 {
        use(index...index + 4)
        return (first, second, third)
      }
      if digitCount(index + 4) == 4 {
        use(index...index + 4)
        return (third, second, first)
      }
    }
    return nil
  }

  /// "November 3, 2019" and "3 नवंबर 2019", with or without commas and the day of the week.
  private mutating func readNamedDate() -> (Int, Int, Int)? {
    for index in tokens.indices {
      guard let name = word(index), let month = MonthNames.number(ofKey: name) else { continue }
      let isPartedBefore = isMark(index - 1, ",-/.")
      var before = isPartedBefore ? index - 2 : index - 1
      if word(before).map({ DateWords.ordinalEndings.contains($0) }) == true { before -= 1 }
      var after = index + 1
      if isMark(after, ",-/.") { after += 1 }
      if let day = number(before), digitCount(before) <= 2, let year = number(after), digitCount(after) == 4 {
        use(before...after)
        return (year, month, day)
      }
      guard let day = number(after), digitCount(after) <= 2 else { continue }
      var yearIndex = after + 1
      if word(yearIndex).map({ DateWords.ordinalEndings.contains($0) }) == true { yearIndex += 1 }
      if isMark(yearIndex, ",") { yearIndex += 1 }
      if let year = number(yearIndex), digitCount(yearIndex) == 4 {
        use(index...yearIndex)
        return (year, month, day)
      }
    }
    return nil
  }

  private mutating func readTime() -> (hour: Int, minute: Int, second: Int)? {
    for index in tokens.indices {
      guard let hour = number(index), digitCount(index) <= 2 else { continue }
      if index > 0, isMark(index - 1, "+"), !isUsed[index - 1] { continue }
      if isMark(index + 1, ":."), let minute = number(index + 2), digitCount(index + 2) == 2 {
        var end = index + 2
        var second = 0
        if isMark(index + 3, ":"), let value = number(index + 4), digitCount(index + 4) == 2 {
          second = value
          end = index + 4
          // A fraction of a second.
          if isMark(end + 1, "."), number(end + 2) != nil { end += 2 }
        }
        let half = readHalf(before: index - 1, after: end + 1)
        if isMark(index + 1, "."), half == nil { continue }
        use(index...end)
        return (Self.hour(hour, half), minute, second)
      }
      if let half = readHalf(before: index - 1, after: index + 1) {
        use(index...index)
        return (Self.hour(hour, half), 0, 0)
      }
    }
    return nil
  }

  /// AM, PM and the Hindi and Marathi words for parts of the day, beside a time.
  private mutating func readHalf(before: Int, after: Int) -> DateWords.DayPart? {
    // "सायं. ६:३०": a dot ends the abbreviation.
    let dotted = tokens.indices.contains(before) && tokens[before] == .mark(".") ? before - 1 : before
    for index in [after, dotted] {
      guard let name = word(index), !isUsed[index], let part = DateWords.dayParts[name] else { continue }
      use(index...index)
      return part
    }
    guard word(after) == "बजे" || word(after) == "वाजता" else { return nil }
    use(after...after)
    return .clock
  }

  private static func hour(_ hour: Int, _ part: DateWords.DayPart?) -> Int {
    switch part {
    case .morning: hour == 12 ? 0 : hour
    case .afternoon: hour < 12 ? hour + 12 : hour
    case .night: hour == 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour
    case .clock, nil: hour
    }
  }

  private mutating func readZone() -> Int? {
    for index in tokens.indices {
      if let name = word(index), !isUsed[index] {
        if name == "ist" || name == "भारतीय" || name == "आईएसटी" {
          use(index...index)
          if let next = word(index + 1), next.hasPrefix("समय") { use(index + 1...index + 1) }
          return Timestamp.indiaOffsetSeconds
        }
        if name == "z" || name == "utc" || name == "gmt" {
          use(index...index)
          return isMark(index + 1, "+-\u{2212}") ? readOffset(index + 1) ?? 0 : 0
        }
      }
    }
    // A sign after a time is an offset; a hyphen between words is not.
    for index in tokens.indices where index > 0 && !isUsed[index] && isUsed[index - 1] && isMark(index, "+-\u{2212}") {
      if let offset = readOffset(index) { return offset }
    }
    return nil
  }

  private mutating func readOffset(_ sign: Int) -> Int? {
    guard let first = number(sign + 1) else { return nil }
    let direction = isMark(sign, "+") ? 1 : -1
    if digitCount(sign + 1) == 4 {
      use(sign...sign + 1)
      return direction * (first / 100 * 3600 + first % 100 * 60)
    }
    guard digitCount(sign + 1) <= 2 else { return nil }
    if isMark(sign + 2, ":"), let minutes = number(sign + 3), digitCount(sign + 3) == 2 {
      use(sign...sign + 3)
      return direction * (first * 3600 + minutes * 60)
    }
    use(sign...sign + 1)
    return direction * first * 3600
  }

  private func isAllUsed() -> Bool {
    for (index, token) in tokens.enumerated() where !isUsed[index] {
      switch token {
      case .number: return false
      case .word(let word): if !DateWords.fillers.contains(word) { return false }
      case .mark: continue
      }
    }
    return true
  }
}
