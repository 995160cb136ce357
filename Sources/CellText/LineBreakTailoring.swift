/// Takes ICU's opportunities in ascending order and keeps those that a newspaper would use.
struct LineBreakTailoring {
  private(set) var opportunities: [LineBreaker.Opportunity] = []

  private let scanner: ClusterScanner
  /// Up to here straight quotes have been counted.
  private var quotesCountedTo = 0
  private var doubleQuoteCount = 0

  init(scanner: ClusterScanner) {
    self.scanner = scanner
  }

  /// Takes an opportunity that needs no judging.
  mutating func add(_ opportunity: LineBreaker.Opportunity) {
    opportunities.append(opportunity)
  }

  /// Looks at a place where UAX #14 lets a line end.
  mutating func consider(_ offset: Int) {
    let utf8 = scanner.utf8
    let previousEnd = opportunities.last?.utf8Offset ?? 0
    guard offset > previousEnd else { return }
    guard offset < utf8.count else {
      opportunities.append(.init(utf8Offset: offset, isReluctant: false))
      return
    }
    countQuotes(to: offset)
    var end = offset
    while end > previousEnd, utf8[end - 1] == 0x20 { end -= 1 }
    guard end > previousEnd else { return }
    let hasBlank = end < offset
    let next = scanner.scalar(at: offset).value
    // A blank with a mark on it, a joiner: no cluster ends here.
    if ScalarClass(next).isMarkOrJoiner { return }
    if neverStarts(next, at: offset, hasBlank: hasBlank) { return }
    let last = scanner.letterBefore(end, notBefore: previousEnd)
    if neverEnds(last.value, from: last.offset, to: end, hasBlank: hasBlank) { return }
    let isReluctant = hasBlank && NumberUnits.bind(utf8, wordEndingAt: end, wordStartingAt: offset)
    opportunities.append(.init(utf8Offset: offset, isReluctant: isReluctant))
  }
}

extension ClusterScanner {
  /// The scalar that ends at `offset`, which must not be 0.
  func scalarBefore(_ offset: Int) -> UInt32 {
    var start = offset - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).value
  }

  /// The last scalar before `end` that is no mark or joiner, and where it begins; a mark where there is nothing else from `limit` on.
  func letterBefore(_ end: Int, notBefore limit: Int) -> (value: UInt32, offset: Int) {
    var position = end
    while true {
      repeat { position -= 1 } while position > limit && utf8[position] & 0xC0 == 0x80
      let value = scalar(at: position).value
      if position <= limit || !ScalarClass(value).isMarkOrJoiner { return (value, position) }
    }
  }
}

extension LineBreakTailoring {
  /// Where a bracket opens after a quotation that a blank parts from it, ascending: “हाँ” (धीरे से).
  ///
  /// Rule LB15 forbade a break there until Unicode 15.1 dropped it, and ICU forbids it up to version 73.
  static func bracketsAfterQuotes(_ scanner: ClusterScanner) -> [Int] {
    let utf8 = scanner.utf8
    return utf8.indices.filter { offset in
      let byte = utf8[offset]
      guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") else { return false }
      var end = offset
      while end > 0, utf8[end - 1] == 0x20 { end -= 1 }
      return end > 0 && end < offset && quotes.contains(scanner.letterBefore(end, notBefore: 0).value)
    }
  }

  /// Whether a line cut inside a word must not begin at `offset`.
  static func neverStarts(_ scanner: ClusterScanner, _ offset: Int) -> Bool {
    let scalar = scanner.scalar(at: offset).value
    if scalar == 0x25, WebAddresses.isEscape(scanner.utf8, offset) { return false }
    return closers.contains(scalar) || scalar == doubleQuote
  }

  private static let closers: Set<UInt32> = Set(
    "।॥॰,;:!?.…)]}%‰°”’»›℃℉،؛؟۔、。".unicodeScalars.map(\.value))
  private static let openers: Set<UInt32> = Set("([{“‘«‹„‚₹$€£#@".unicodeScalars.map(\.value))
  private static let quotes: Set<UInt32> = Set("\"'”’»›".unicodeScalars.map(\.value))
  private static let dashes: Set<UInt32> = Set("-–—·|".unicodeScalars.map(\.value))
  private static let doubleQuote: UInt32 = 0x22
  private static let singleQuote: UInt32 = 0x27

  private func neverStarts(_ next: UInt32, at offset: Int, hasBlank: Bool) -> Bool {
    if Self.closers.contains(next) { return !isLeadingPoint(next, at: offset) }
    if next == Self.doubleQuote {
      return isClosing(offset, isAfterBlank: hasBlank, oddBefore: doubleQuoteCount % 2 == 1)
    }
    if next == Self.singleQuote { return isClosing(offset, isAfterBlank: hasBlank, oddBefore: false) }
    // A dash or dot that stands alone belongs to what is before it.
    return hasBlank && Self.dashes.contains(next) && isBlankOrEnd(offset + scanner.scalar(at: offset).utf8Count)
  }

  private func neverEnds(_ last: UInt32, from start: Int, to end: Int, hasBlank: Bool) -> Bool {
    if Self.openers.contains(last) { return last != 0x23 && last != 0x40 || !hasBlank }
    if last == Self.doubleQuote || last == Self.singleQuote {
      guard begins(start) else { return false }
      // Blanks on both sides: the first of a pair opens.
      return hasBlank ? last == Self.doubleQuote && doubleQuoteCount % 2 == 1 : true
    }
    return false
  }

  /// `.5` and `.com` begin words, and so may a line.
  private func isLeadingPoint(_ scalar: UInt32, at offset: Int) -> Bool {
    guard scalar == 0x2E, offset + 1 < scanner.utf8.count else { return false }
    let following = scanner.utf8[offset + 1]
    return following != 0x2E && !isBlankOrEnd(offset + 1) && following > 0x2F
  }

  private func isClosing(_ offset: Int, isAfterBlank: Bool, oddBefore: Bool) -> Bool {
    guard isAfterBlank else { return true }
    return oddBefore && isBlankOrEnd(offset + 1)
  }

  /// Whether a word begins at `offset`.
  private func begins(_ offset: Int) -> Bool {
    offset == 0 || scanner.utf8[offset - 1] == 0x20
  }

  private func isBlankOrEnd(_ offset: Int) -> Bool {
    offset >= scanner.utf8.count || scanner.utf8[offset] == 0x20
  }

  private mutating func countQuotes(to offset: Int) {
    for position in quotesCountedTo..<offset where scanner.utf8[position] == UInt8(ascii: "\"") {
      doubleQuoteCount += 1
    }
    quotesCountedTo = offset
  }
}
