internal import IndicText
internal import NewsModel

extension DateParser {
  /// A feed's date in whatever form it is written; nil when it is none, or when its numbers name no day or time.
  ///
  /// Read are RFC 822 with all that publishers make of it (no weekday or a wrong one, two-digit years, no seconds, day and month
  /// changed), RFC 3339 and W3CDTF down to the year, ISO 8601 weeks and ordinal days, asctime, Unix seconds and milliseconds, dates with slashes or
  /// dots, Korean, Japanese, Greek, Hungarian and other European month names, and all that ``read(_:)`` reads. `IST` is +05:30.
  ///
  /// - Parameter isIndian: what a date without a zone is: Indian time, or UTC. Dates in an Indian script are Indian time always.
  /// - Complexity: linear; only the first 200 scalars are looked at.
  public static func readInFeed(_ text: String, isIndian: Bool = false) -> Reading? {
    let text = String(text.unicodeScalars.prefix(200))
    let isIndic = text.unicodeScalars.contains { (0x0900...0x0DFF).contains($0.value) }
    if isIndic, let reading = read(text) { return reading }
    var reader = FeedDateReader(text, offset: isIndian || isIndic ? Timestamp.indiaOffsetSeconds : 0)
    switch reader.read() {
    case .date(let reading): return reading
    case .impossible: return nil
    case .unknown: break
    }
    guard var reading = read(text) else { return nil }
    if !reading.hasZone, !isIndian {
      reading.timestamp.secondsSince1970 += Int64(Timestamp.indiaOffsetSeconds)
      reading.timestamp.utcOffsetSeconds = 0
    }
    return reading
  }
}

struct FeedDateReader {
  enum Outcome {
    case date(DateParser.Reading)
    /// It is a date by its form, and names a day or time that is none.
    case impossible
    case unknown
  }

  enum Token: Equatable {
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    case mark(UInt8)
  }

  private(set) var tokens: [Token] = []
  var index = 0
  /// What was read before the year: asctime has the time before it.
  var clockBeforeYear: Clock?
  var zoneBeforeYear: Int?
  private let defaultOffset: Int

  init(_ text: String, offset: Int) {
    defaultOffset = offset
    tokenise(FeedDateWords.withoutUnits(Digits.ascii(text)).lowercased())
  }

  private mutating func tokenise(_ text: String) {
    var word = String.UnicodeScalarView()
    var value = 0
    var digits = 0
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value) }
      return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
    func flush() {
      if digits > 0 { tokens.append(.number(value, digits: digits)) }
      if !word.isEmpty { tokens.append(.word(String(word))) }
      (value, digits) = (0, 0)
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        if !word.isEmpty { flush() }
        digits += 1
        // Nothing that is a date has more than 14 digits.
        value = digits > 15 ? value : value * 10 + Int(scalar.value - 0x30)
      } else if isLetter(scalar) {
        if digits > 0 { flush() }
        word.append(scalar)
      } else {
        flush()
        if scalar.value == 0x2212 { tokens.append(.mark(UInt8(ascii: "-"))) }
        if scalar.value > 0x20, scalar.value < 0x7F { tokens.append(.mark(UInt8(scalar.value))) }
      }
    }
    flush()
  }

  func token(_ offset: Int = 0) -> Token? {
    tokens.indices.contains(index + offset) ? tokens[index + offset] : nil
  }

  func number(_ offset: Int = 0, digits range: ClosedRange<Int> = 1...2) -> Int? {
    guard case .number(let value, let digits)? = token(offset), range.contains(digits) else { return nil }
    return value
  }

  func isMark(_ mark: Character, _ offset: Int = 0) -> Bool {
    guard case .mark(let byte)? = token(offset) else { return false }
    return byte == mark.asciiValue
  }

  func word(_ offset: Int = 0) -> String? {
    guard case .word(let word)? = token(offset) else { return nil }
    return word
  }

  mutating func read() -> Outcome {
    guard let date = readDate() else { return .unknown }
    guard let clock = readClock(), let zone = readZone() else { return .impossible }
    var day = date
    var hour = clock.hour
    // Midnight as the end of a day (ISO 8601).
    var shift: Int64 = 0
    if hour == 24, clock.minute == 0, clock.second == 0 { (hour, shift) = (0, 86_400) }
    shift += Int64(day.extraDays) * 86_400
    day.extraDays = 0
    guard
      var timestamp = Timestamp(
        year: day.year, month: day.month, day: day.day, hour: hour, minute: clock.minute, second: clock.second,
        utcOffsetSeconds: zone.offset ?? defaultOffset)
    else { return .impossible }
    timestamp.secondsSince1970 += shift
    return .date(
      DateParser.Reading(
        timestamp: timestamp, hasTime: clock.isThere, hasZone: zone.offset != nil, isWholeText: index >= tokens.count))
  }
}

extension FeedDateReader {
  struct Clock {
    var hour = 0
    var minute = 0
    var second = 0
    var isThere = false
  }

  /// The time of day at the cursor; midnight when there is none; nil when there is one that cannot be.
  mutating func readClock() -> Clock? {
    var clock = clockBeforeYear ?? Clock()
    if clockBeforeYear != nil { return check(clock) }
    if let word = word(), word == "t" || word == "at" || word == "um" { index += 1 }
    while isMark(",") || isMark("-") && number(1) != nil && isMark(":", 2) { index += 1 }
    var half = word().flatMap { FeedDateWords.halves[$0] }
    if half != nil { index += 1 }
    if let hour = number(), isMark(":", 1) || isMark(".", 1) && number(2) != nil, let minute = number(2) {
      clock = Clock(hour: hour, minute: minute, isThere: true)
      index += 3
      if isMark(":") || isMark("."), let second = number(1) {
        clock.second = second
        index += 2
      }
    } else if let compact = number(digits: 4...4) ?? number(digits: 6...6), tokens.indices.contains(index - 1),
      tokens[index - 1] == .word("t")
    {
      let hasSeconds = number(digits: 6...6) != nil
      let minutes = hasSeconds ? compact / 100 : compact
      clock = Clock(
        hour: minutes / 100, minute: minutes % 100, second: hasSeconds ? compact % 100 : 0, isThere: true)
      index += 1
    } else if let hour = number(), tokens.indices.contains(index - 1), tokens[index - 1] == .word("t") || half != nil {
      clock = Clock(hour: hour, isThere: true)
      index += 1
    } else if let hour = number(), word(1).map({ FeedDateWords.halves[$0] != nil }) == true {
      clock = Clock(hour: hour, isThere: true)
      index += 1
    }
    // A fraction of a second.
    if clock.isThere, isMark(".") || isMark(",") || isMark(":"), number(1, digits: 1...15) != nil { index += 2 }
    if clock.isThere, half == nil, let word = word() {
      if let known = FeedDateWords.halves[word] {
        half = known
        index += 1
      } else if word == "a" || word == "p", isMark(".", 1), self.word(2) == "m" {
        half = word == "a" ? .morning : .afternoon
        index += isMark(".", 3) ? 4 : 3
      }
    }
    if let half, clock.isThere {
      if clock.hour == 12, half == .morning { clock.hour = 0 }
      if clock.hour < 12, half == .afternoon { clock.hour += 12 }
    }
    return check(clock)
  }

  private func check(_ clock: Clock) -> Clock? {
    let isMidnight = clock.hour == 24 && clock.minute == 0 && clock.second == 0
    return (clock.hour < 24 || isMidnight) && clock.minute < 60 && clock.second <= 60 ? clock : nil
  }

  /// The zone at the cursor; without offset when there is none or nobody knows it; nil when it cannot be.
  mutating func readZone() -> (offset: Int?, Void)? {
    if let zoneBeforeYear { return (zoneBeforeYear, ()) }
    if isMark("(") || isMark("[") { index += 1 }
    if let word = word() {
      if FeedDateWords.fillers.contains(word) { index += 1 }
    }
    if let name = word(), let offset = FeedDateWords.zones[name] {
      index += 1
      // GMT+5:30, UTC+0530.
      if offset == 0, isMark("+") || isMark("-"), number(1, digits: 1...4) != nil { return readOffset() }
      return (offset, ())
    }
    if isMark("+") || isMark("-"), number(1, digits: 1...6) != nil { return readOffset() }
    return (nil, ())
  }

  private mutating func readOffset() -> (offset: Int?, Void)? {
    let sign = isMark("-") ? -1 : 1
    guard case .number(let value, let digits)? = token(1) else { return nil }
    index += 2
    var hours = value
    var minutes = 0
    switch digits {
    case 1, 2:
      if isMark(":"), let more = number(1) {
        minutes = more
        index += 2
      }
    case 3, 4: (hours, minutes) = (value / 100, value % 100)
    default: return nil
    }
    guard hours <= 15, minutes < 60 else { return nil }
    // "+0530 IST" and "-0800 (PST)" say it twice.
    return (sign * (hours * 3600 + minutes * 60), ())
  }
}
