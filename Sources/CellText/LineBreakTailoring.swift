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
  mutating func add(_ offset: Int) {
    opportunities.append(.init(utf8Offset: offset, isReluctant: false))
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
    let last = scanner.scalarBefore(end)
    if neverEnds(last, at: end, hasBlank: hasBlank) { return }
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
}

extension LineBreakTailoring {
  /// Whether a line cut inside a word must not begin at `offset`.
  static func neverStarts(_ scanner: ClusterScanner, _ offset: Int) -> Bool {
    closers.contains(scanner.scalar(at: offset).value) || scanner.utf8[offset] == UInt8(ascii: "\"")
  }

  private static let closers: Set<UInt32> = Set(
    "।॥॰,;:!?.…)]}%‰°”’»›،؛؟۔、。".unicodeScalars.map(\.value))
  private static let openers: Set<UInt32> = Set("([{“‘«‹„‚₹$€£#@".unicodeScalars.map(\.value))
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

  private func neverEnds(_ last: UInt32, at end: Int, hasBlank: Bool) -> Bool {
    if Self.openers.contains(last) { return last != 0x23 && last != 0x40 || !hasBlank }
    if last == Self.doubleQuote || last == Self.singleQuote {
      let start = end - 1
      let isAfterBlank = start == 0 || scanner.utf8[start - 1] == 0x20
      guard isAfterBlank else { return false }
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
