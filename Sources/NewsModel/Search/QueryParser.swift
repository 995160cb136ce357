internal import IndicText

/// Reads the query language. What the signs mean, and when they are only punctuation, tells the article <doc:QueryLanguage>.
struct QueryParser {
  let scanner: QueryScanner
  let dates: QueryDate
  /// Whether the text is still being typed: what its end leaves open is no error.
  let isUnfinished: Bool
  var position = 0
  private var operandCount = 0

  /// Bytes, operands and open parentheses beyond these are no query that anyone types. The depth keeps SQLite's parsers, which
  /// have a stack of a hundred symbols, within theirs.
  static let utf8Limit = 8_192
  static let operandLimit = 200
  static let depthLimit = 12

  init(_ text: String, today: Timestamp, isUnfinished: Bool) throws(QueryTrouble) {
    if text.utf8.count > Self.utf8Limit { throw QueryTrouble(.tooLong, at: Self.excess(of: text)) }
    scanner = QueryScanner(text)
    dates = QueryDate(today: today)
    self.isUnfinished = isUnfinished
  }

  mutating func query() throws(QueryTrouble) -> StoryQuery {
    try sequence(depth: 0).simplified
  }

  func trouble(_ kind: QueryTrouble.Kind, _ range: Range<Int>) -> QueryTrouble {
    QueryTrouble(kind, at: scanner.place(range))
  }

  /// From the last cluster that begins within the limit to the end.
  private static func excess(of text: String) -> Range<Int> {
    var start = 0
    for character in text {
      let end = start + character.utf8.count
      if end > utf8Limit { break }
      start = end
    }
    return start..<text.utf8.count
  }
}

// MARK: - Structure

extension QueryParser {
  /// What stands between two operands.
  private enum Joint {
    /// `OR`, where it stands: an error without operands. `|` and या have no place: headlines have them too.
    case or(Range<Int>?)
    /// It says nothing.
    case blank
  }

  /// Up to the end or the parenthesis that closes this one. OR binds what is beside it, closer than a blank does.
  private mutating func sequence(depth: Int) throws(QueryTrouble) -> StoryQuery {
    var parts: [StoryQuery] = []
    var pending: Joint?
    while let start = nextStart() {
      if scanner.sign(start) == ")" {
        if depth > 0 { break }
        // "1) …": part of a list's number, not of a query.
        guard scanner.isBlank(start - 1) || (scanner.sign(start - 1) == ")" && scanner.isBlank(start + 1)) else {
          position += 1
          continue
        }
        throw trouble(.unopened(")"), start..<start + 1)
      }
      if let joint = try joint(isFirst: parts.isEmpty || pending != nil) {
        if case .or = joint { pending = joint }
        continue
      }
      guard let part = try operand(depth: depth) else { continue }
      if pending != nil, let before = parts.popLast() {
        parts.append(.or([before, part]))
      } else {
        parts.append(part)
      }
      pending = nil
    }
    if case .or(let range?) = pending, !isUnfinished { throw trouble(.missingOperand(scanner.text(range)), range) }
    return .and(parts)
  }

  private mutating func nextStart() -> Int? {
    while position < scanner.end, scanner.isBlank(position) { position += 1 }
    return position < scanner.end ? position : nil
  }

  /// Takes an OR, or an AND, which is the same as a blank; nil when none stands here.
  private mutating func joint(isFirst: Bool) throws(QueryTrouble) -> Joint? {
    let start = position
    if scanner.isBar(start) {
      while scanner.isBar(position) { position += 1 }
      return isFirst ? .blank : .or(nil)
    }
    var end = start
    while end - start < 4, !scanner.endsWord(end) { end += 1 }
    guard scanner.endsWord(end) else { return nil }
    switch scanner.text(start..<end) {
    case "OR":
      if isFirst, isUnfinished, end == scanner.end { return nil }
      if isFirst { throw trouble(.missingOperand("OR"), start..<end) }
      position = end
      return .or(start..<end)
    // A word of its own at either end: in Marathi it is "these".
    case "या" where !isFirst && hasMore(from: end):
      position = end
      return .or(nil)
    case "AND" where !isFirst && hasMore(from: end):
      position = end
      return .blank
    default: return nil
    }
  }

  /// Whether anything but blanks follows before the end or a `)`.
  func hasMore(from index: Int) -> Bool {
    var index = index
    while index < scanner.end, scanner.isBlank(index) { index += 1 }
    return index < scanner.end && scanner.sign(index) != ")"
  }

  /// Nil for what is only punctuation.
  private mutating func operand(depth: Int) throws(QueryTrouble) -> StoryQuery? {
    var isExcluded = false
    if scanner.sign(position) == "-" {
      let start = position
      while scanner.sign(position) == "-" { position += 1 }
      // A dash between words; several are one too.
      if scanner.isBlank(position) || scanner.sign(position) == ")" || scanner.isBar(position) { return nil }
      isExcluded = position == start + 1
    }
    operandCount += 1
    if operandCount > Self.operandLimit { throw trouble(.tooLong, position..<scanner.end) }
    let found = scanner.sign(position) == "(" ? try group(depth: depth + 1) : try leaf()
    guard let found else { return nil }
    return isExcluded ? .not(found) : found
  }

  private mutating func group(depth: Int) throws(QueryTrouble) -> StoryQuery? {
    let start = position
    if depth > Self.depthLimit { throw trouble(.tooLong, start..<start + 1) }
    position += 1
    let inside = try sequence(depth: depth)
    if position < scanner.end {
      position += 1
    } else if !isUnfinished {
      throw trouble(.unclosed("("), start..<start + 1)
    }
    // "()" asks nothing.
    return inside == .and([]) ? nil : inside
  }
}
