internal import IndicText

extension SentenceReading {
  /// 3/11/2019, 03-11-2019, 3.11.2019, 2019-11-03.
  mutating func date() -> Bool {
    guard let separator = sign(index + 1), ["/", "-", "."].contains(separator), sign(index + 3) == separator,
      let first = digits(index), let second = digits(index + 2), let third = digits(index + 4),
      sign(index + 5) != separator || digits(index + 6) == nil, second.utf8.count <= 2
    else { return false }
    guard let a = Int64(first), let b = Int64(second), let c = Int64(third) else { return false }
    let words: String?
    if first.utf8.count == 4, third.utf8.count <= 2 {
      words = CalendarWords.date(day: c, month: b, year: a, language)
    } else if first.utf8.count <= 2, third.utf8.count == 4 || (third.utf8.count == 2 && separator != ".") {
      words = CalendarWords.date(day: a, month: b, year: c, language)
    } else {
      words = nil
    }
    guard let words else { return false }
    say(words, to: index + 5)
    return true
  }

  /// 8:21, 8.30 बजे, 10:45 PM. What is no time of day is a ratio: 3:2.
  mutating func clock() -> Bool {
    guard let separator = sign(index + 1), separator == ":" || separator == ".", let first = digits(index),
      let second = digits(index + 2), let hour = Int64(first), let minute = Int64(second)
    else { return false }
    var end = index + 3
    let half = half(&end)
    let isSaid = word(afterBlank(end)).map { ["बजे", "वाजता", "वा"].contains($0) } ?? false
    let isTime = second.utf8.count == 2 && hour < 24 && minute < 60 && first.utf8.count <= 2
    if separator == "." && !(isTime && (isSaid || half != nil)) { return false }
    if sign(index + 3) == ":" || sign(index + 3) == "." && digits(index + 4) != nil { return false }
    guard isTime else {
      say(
        NumberWords.cardinal(first, language) + language.choose(" अनुपात ", " गुणोत्तर ", " to ")
          + NumberWords.cardinal(second, language), to: index + 3)
      return true
    }
    if isSaid {
      end = afterBlank(end) + 1
      if word(end - 1) == "वा", sign(end) == "." { end += 1 }
    }
    say(ClockWords.time(hour, minute, half, language), to: end)
    return true
  }

  /// AM or PM in any of its spellings at `end`, which is moved past it.
  private func half(_ end: inout Int) -> ClockWords.Half? {
    guard let (name, _, after, hasDot) = dotted(afterBlank(end)) else { return nil }
    let half: ClockWords.Half
    switch name.lowercased() {
    case "am", "एएम": half = .morning
    case "pm", "पीएम": half = .evening
    default: return nil
    }
    // The stop after "PM" may end the sentence.
    end = hasDot && name.count == 2 && word(afterBlank(end))?.count == 2 ? after - 1 : after
    return half
  }

  /// Telephone numbers digit by digit: +91 98765 43210, 9876543210, 011-23456789.
  mutating func phone(_ start: Int) -> Bool {
    guard let first = digits(start), !tokens[start].isGrouped else { return false }
    var parts = [first]
    var end = start + 1
    let hasPlus = start > index
    let isTrunk = first.hasPrefix("0") && (2...5).contains(first.utf8.count) || first == "1800"
    let isSplit = first.utf8.count == 5 && "6789".contains(first.prefix(1))
    if hasPlus || isTrunk || isSplit {
      while let sign = sign(end) ?? (kind(end) == .blank ? " " : nil), sign == "-" || sign == " ",
        let next = digits(end + 1), next.utf8.count >= 2 || !isSplit
      {
        parts.append(next)
        end += 2
      }
    }
    let count = parts.reduce(0) { $0 + $1.utf8.count }
    let isMobile = count == 10 && "6789".contains(first.prefix(1)) && (parts.count == 1 || isSplit && parts.count == 2)
    guard isMobile || (hasPlus && count >= 8) || (isTrunk && parts.count > 1 && (8...13).contains(count)) else {
      return false
    }
    // An amount or a measure has ten digits too.
    if isMobile, parts.count == 1, let next = word(afterBlank(end)),
      SpokenNames.magnitude(next, ofMoney: false, language) != nil || next.hasPrefix("रु")
    {
      return false
    }
    let words = parts.map { NumberWords.each($0, language) }.joined(separator: ", ")
    say((hasPlus ? language.choose("प्लस ", "प्लस ", "plus ") : "") + words, to: end)
    return true
  }

  /// Digits that name something and count nothing: after हेल्पलाइन, पिन, or with a zero before them.
  func isSpelled(_ quantity: Quantity, _ start: Int) -> Bool {
    let count = quantity.integer.utf8.count
    if quantity.isGrouped || count < 2 { return false }
    if quantity.integer.hasPrefix("0") {
      return wordBefore(start).map { MonthNames.number(ofKey: $0) == nil } ?? true && count > 2
    }
    guard count >= 3 else { return false }
    var seen = 0
    var before = start - 1
    while before >= 0, seen < 4 {
      if let word = word(before) {
        if Self.spelledAfter.contains(word.lowercased()) { return true }
        if count >= 4, ["नंबर", "नम्बर", "क्रमांक", "number"].contains(word.lowercased()) { return true }
        seen += 1
      } else if kind(before) == .digits {
        return false
      }
      before -= 1
    }
    return false
  }

  private static let spelledAfter: Set = [
    "हेल्पलाइन", "हेल्पलाईन", "फ़ोन", "फोन", "मोबाइल", "मोबाईल", "डायल", "टोल", "पिन", "पिनकोड", "helpline", "dial", "pin", "phone",
  ]

  /// Whether a number of four digits is a year, by the words beside it.
  func isYear(_ quantity: Quantity, _ start: Int, _ end: Int) -> Bool {
    guard !quantity.isGrouped, quantity.integer.utf8.count == 4, let year = quantity.value, (1100..<2200).contains(year)
    else { return false }
    let before = wordBefore(start)
    if let before, Self.yearBefore.contains(before.lowercased()) || isMonth(before) { return true }
    // "November 3, 2019"
    if sign(start - 1) == "," || (kind(start - 1) == .blank && sign(start - 2) == ","),
      let day = tokens[..<start].lastIndex(where: { $0.kind == .digits }), let month = wordBefore(day), isMonth(month)
    {
      return true
    }
    if sign(start - 1) == "(", sign(end) == ")" { return true }
    let next = afterBlank(end)
    guard let after = word(next) else {
      return language == .english && before.map { Self.englishBefore.contains($0.lowercased()) } ?? false
    }
    if language == .english {
      return before.map { Self.englishBefore.contains($0.lowercased()) } ?? false
        && Self.englishAfter.contains(after.lowercased())
    }
    // 1500 से अधिक counts; 1984 से is a year.
    if let second = word(afterBlank(next + 1)), Self.counting.contains(second) { return false }
    return Self.yearAfter.contains(after)
  }

  private func isMonth(_ word: String) -> Bool {
    SearchKey.words(word).first.map { MonthNames.number(ofKey: $0) != nil } ?? false && word.count > 1
  }

  private static let yearBefore: Set = ["सन", "सन्", "वर्ष", "साल", "संवत", "इस", "year"]
  private static let yearAfter: Set = [
    "में", "से", "तक", "की", "के", "का", "को", "वाली", "वाला", "ई", "ईस्वी", "मध्ये", "साली", "पासून", "पर्यंत", "च्या", "चा", "ची", "चे",
    "सालच्या", "सालापासून",
  ]
  private static let counting: Set = [
    "अधिक", "ज़्यादा", "ज्यादा", "कम", "ऊपर", "से", "क़रीब", "करीब", "आसपास", "पार", "लगभग", "बीच",
  ]
  private static let englishBefore: Set = [
    "in", "since", "of", "by", "until", "till", "from", "to", "during", "before", "after", "early", "late", "between",
    "and",
  ]
  private static let englishAfter: Set = [
    "and", "to", "the", "when", "was", "is", "by", "in", "with", "as", "after", "he", "she", "they", "it", "a", "an",
    "but", "for", "because", "while",
  ]
}

extension SentenceReading {
  /// G20, COVID-19: numbers that are one word with Latin letters are said in English, as their letters are.
  mutating func latinNumber() -> Bool {
    let start = digits(index + 1) != nil ? index + 1 : index + 2
    guard let digits = digits(start), !tokens[start].isGrouped, digits.utf8.count <= 4 else { return false }
    say(tokens[index].text + " " + NumberWords.cardinal(digits, .english).replacing("-", with: " "), to: start + 1)
    return true
  }

  /// जी-20, टी20: names that are said in English though they are written in Devanagari.
  mutating func seriesNumber() -> Bool {
    guard let letter = word(index), ["जी", "टी"].contains(letter) else { return false }
    let start = digits(index + 1) != nil ? index + 1 : sign(index + 1) == "-" ? index + 2 : index
    guard let name = digits(start).flatMap({ ["20": "ट्वेंटी", "7": "सेवन", "8": "एट", "10": "टेन"][$0] }) else {
      return false
    }
    say(letter + " " + name, to: start + 1)
    return true
  }
}
