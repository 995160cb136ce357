extension SentenceReading {
  /// A number as it is written: whole part and what follows the point.
  struct Quantity {
    var integer: String
    var fraction: String?
    var isGrouped = false

    var isOne: Bool { integer == "1" && fraction == nil }
    var value: Int64? { integer.utf8.count <= 15 ? Int64(integer) : nil }
  }

  mutating func number() {
    if date() || clock() || phone(index) || amount(index, nil) { return }
    say(NumberWords.each(tokens[index].text, language), to: index + 1)
  }

  func quantity(_ start: Int) -> (Quantity, Int)? {
    guard let integer = digits(start) else { return nil }
    var quantity = Quantity(integer: integer, fraction: nil, isGrouped: tokens[start].isGrouped)
    guard sign(start + 1) == ".", let fraction = digits(start + 2) else { return (quantity, start + 1) }
    quantity.fraction = fraction
    return (quantity, start + 3)
  }

  /// An amount with its magnitude, unit or currency, a range or a score.
  ///
  /// - Parameter currency: one that stood before the number.
  mutating func amount(_ start: Int, _ currency: SpokenNames.Currency?) -> Bool {
    guard let (first, end) = quantity(start) else { return false }
    if let (second, secondEnd) = second(after: end) {
      return range(first, second, start, secondEnd, currency)
    }
    if currency == nil, let number = first.value, first.fraction == nil {
      let ending = afterBlank(end)
      if let suffix = word(ending),
        let words = OrdinalWords.ordinal(number, suffix, isAttached: ending == end, language)
      {
        say(words, to: ending + 1)
        return true
      }
      if isYear(first, start, end) {
        sayBeforeEnding(NumberWords.year(number, language), to: end)
        return true
      }
      if isSpelled(first, start) {
        say(NumberWords.each(first.integer, language), to: end)
        return true
      }
      if sign(end) == "/", let below = digits(end + 1), sign(end + 2) != "/" {
        fraction(first.integer, below, to: end + 2)
        return true
      }
    }
    finish(inWords(first, at: end), first.isOne, end, currency)
    return true
  }

  /// A half is said as one before लाख and करोड़.
  func inWords(_ quantity: Quantity, at end: Int) -> String {
    if let magnitude = word(afterBlank(end)), SpokenNames.magnitude(magnitude, ofMoney: false, language) != nil,
      let half = NumberWords.half(quantity.integer, quantity.fraction, language)
    {
      return half
    }
    return NumberWords.decimal(quantity.integer, quantity.fraction, language)
  }

  /// Says `words` and what belongs to them: लाख करोड़, रुपये, %, किमी.
  private mutating func finish(_ words: String, _ isOne: Bool, _ start: Int, _ currency: SpokenNames.Currency?) {
    var words = words
    var end = start
    var isOne = isOne
    while let next = word(afterBlank(end)),
      let magnitude = SpokenNames.magnitude(next, ofMoney: currency != nil, language)
    {
      words += " " + magnitude
      end = afterBlank(end) + 1
      if sign(end) == ".", next.lowercased() == "cr" { end += 1 }
      isOne = false
    }
    let next = afterBlank(end)
    // "500/-"
    if sign(end) == "/", sign(end + 1) == "-" { end += 2 }
    if let currency {
      if let name = word(next), Self.rupees.contains(name.lowercased()) { end = next + 1 }
      words += " " + (isOne ? currency.one : currency.many)
    } else if sign(next) == "%" {
      words += language.choose(" प्रतिशत", " टक्के", " percent")
      end = next + 1
    } else if let name = sign(next), let after = SpokenNames.currency(name, language),
      digits(afterBlank(next + 1)) == nil
    {
      words += " " + (isOne ? after.one : after.many)
      end = next + 1
    } else if let (name, _, unitEnd, hasDot) = dotted(next) {
      // Without their dot these are words of their own.
      let isTaken = ["मिली", "ली", "से"].contains(name) ? hasDot : true
      if isTaken, let after = SpokenNames.currency(name, language), digits(afterBlank(unitEnd)) == nil {
        words += " " + (isOne ? after.one : after.many)
        end = unitEnd
      } else if isTaken, let unit = SpokenNames.unit(name, language) {
        words += " " + unit
        // The stop that ends an English sentence stays.
        end = hasDot && unitEnd == tokens.count && language == .english ? unitEnd - 1 : unitEnd
      } else if next == end {
        if tokens[next].isLatin, let number = Int64(words.isEmpty ? "" : latinDigits(before: end)) {
          return say(NumberWords.cardinal(number, .english), to: end)
        }
      }
    }
    sayBeforeEnding(words, to: end)
  }

  /// 2019च्या is one word in Marathi; Hindi writes postpositions apart.
  private mutating func sayBeforeEnding(_ words: String, to end: Int) {
    let isJoined = language == .marathi && kind(end) == .word && !tokens[end].isLatin
    if isJoined { take(" " + words, to: end) } else { say(words, to: end) }
  }

  /// The digits right before `end`, for what is one word with Latin letters: 4G.
  private func latinDigits(before end: Int) -> String { digits(end - 1) ?? "" }

  private static let rupees: Set = ["रुपये", "रुपए", "रुपया", "रु", "रू", "rupees", "rupee", "डॉलर", "dollars"]

  private mutating func fraction(_ above: String, _ below: String, to end: Int) {
    let top = NumberWords.cardinal(above, language)
    let bottom = NumberWords.cardinal(below, language)
    guard let a = Int64(above), let b = Int64(below), a < b, b <= 10 else {
      // 26/11, 24/7: only the numbers are said.
      return say(top + " " + bottom, to: end)
    }
    say(top + language.choose(" बटा ", " छेद ", " over ") + bottom, to: end)
  }

  // MARK: Ranges and scores

  /// The number after a dash, with blanks on both sides of it or on none.
  private func second(after end: Int) -> (Quantity, Int)? {
    let dash = afterBlank(end)
    guard let sign = sign(dash), ["-", "–", "—", "~"].contains(sign) else { return nil }
    let start = afterBlank(dash + 1)
    guard (dash > end) == (start > dash + 1), let (second, secondEnd) = quantity(start) else { return nil }
    // 21-15-3 is no range.
    return self.sign(secondEnd) == "-" && digits(secondEnd + 1) != nil ? nil : (second, secondEnd)
  }

  private mutating func range(
    _ first: Quantity, _ second: Quantity, _ start: Int, _ end: Int, _ currency: SpokenNames.Currency?
  ) -> Bool {
    let isWhole = first.fraction == nil && second.fraction == nil
    let years = [first, second].map { isWhole && !$0.isGrouped && $0.integer.utf8.count == 4 ? $0.value : nil }
    if currency == nil, let from = years[0], (1000..<2200).contains(from) {
      let year = NumberWords.year(from, language)
      // 2019-20 is one year of a government or a season.
      if second.integer.utf8.count == 2, isWhole, second.value == (from + 1) % 100 {
        say(year + " " + NumberWords.cardinal(second.integer, language), to: end)
        return true
      }
      if let until = years[1], until > from, until < 2200 {
        say(year + " " + to + " " + NumberWords.year(until, language), to: end)
        return true
      }
    }
    let from = NumberWords.decimal(first.integer, first.fraction, language)
    let until = inWords(second, at: end)
    let joiner =
      isScore(first, second, end) ? " " : isBetween(end) ? language.choose(" और ", " आणि ", " and ") : " " + to + " "
    let halves = inWords(first, at: end)
    finish((joiner == " " + to + " " ? halves : from) + joiner + until, false, end, currency)
    return true
  }

  /// 2-1 से हराया; what does not rise is no range.
  private func isScore(_ first: Quantity, _ second: Quantity, _ end: Int) -> Bool {
    guard let a = first.value, let b = second.value, first.fraction == nil, second.fraction == nil else { return false }
    if a >= b { return true }
    if let next = word(afterBlank(end)), ["से", "ने"].contains(next) { return true }
    return tokens.contains { Self.sport.contains($0.text.lowercased()) }
  }

  private static let sport: Set = [
    "हराया", "हराकर", "हारा", "हारी", "हार", "जीता", "जीती", "जीत", "मात", "स्कोर", "सेट", "गोल", "पराभव", "विजय", "beat", "defeated",
    "score", "won", "lost", "draw",
  ]

  private func isBetween(_ end: Int) -> Bool {
    guard let next = word(afterBlank(end)) else { return false }
    return next == "दरम्यान" || (next == "के" && word(afterBlank(afterBlank(end) + 1)) == "बीच")
  }
}
