internal import IndicText

extension QueryParser {
  /// A word, phrase or field; nil for what has no letter and no digit.
  mutating func leaf() throws(QueryTrouble) -> StoryQuery? {
    if let phrase = try quoted() { return term(phrase, isPhrase: true, place: .anywhere) }
    let start = position
    while !scanner.endsWord(position), scanner.sign(position) != ":" { position += 1 }
    if scanner.sign(position) == ":", position > start {
      switch try field(nameAt: start..<position) {
      case .query(let query): return query
      case .unfinished: return nil
      case .text: break
      }
    }
    while !scanner.endsWord(position) { position += 1 }
    // A bracket that belongs to nothing must not stop the walk.
    if position == start { position += 1 }
    return word(start..<position, place: .anywhere)
  }

  /// The text between quotation marks that open here, and takes them.
  private mutating func quoted() throws(QueryTrouble) -> Range<Int>? {
    guard let quotation = scanner.quotation(at: position) else { return nil }
    if !quotation.isClosed, !isUnfinished {
      throw trouble(.unclosed(scanner.characters[position]), position..<position + 1)
    }
    position = quotation.end
    return quotation.inside
  }

  private mutating func term(_ range: Range<Int>, isPhrase: Bool, place: StoryQuery.Term.Place) -> StoryQuery? {
    // The last word of a phrase that is being typed may go on.
    var isPrefix = isUnfinished && range.upperBound == scanner.end && !scanner.isBlank(scanner.end - 1)
    if scanner.sign(position) == "*" {
      isPrefix = true
      position += 1
    }
    let text = Self.quotable(trimmed(range))
    if text.isEmpty { return nil }
    return .term(StoryQuery.Term(text, place: place, isPhrase: isPhrase, isPrefix: isPrefix))
  }

  private func word(_ range: Range<Int>, place: StoryQuery.Term.Place) -> StoryQuery? {
    let text = trimmed(range)
    if text.isEmpty {
      let isStar = range.count == 1 && scanner.sign(range.lowerBound) == "*"
      return isStar ? .all : nil
    }
    // What the punctuation around a word kept from being read as a sign is to stay a word when the query is printed.
    let isPrefix = scanner.sign(range.upperBound - 1) == "*"
    // So is one with a quotation mark that would be a field's value by itself and was none here, where the mark closes later.
    let mayBeField =
      text.unicodeScalars.contains(":")
      && (!scanner.text(range).hasPrefix(text) || text.unicodeScalars.contains(where: QueryScanner.isQuotationMark))
    let isShielded = mayBeField || text == "OR" && !isPrefix
    return .term(
      StoryQuery.Term(isShielded ? Self.quotable(text) : text, place: place, isPhrase: isShielded, isPrefix: isPrefix))
  }

  /// A text that holds both kinds of quotation marks cannot be quoted: it loses those of one kind. Keys have neither.
  static func quotable(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: QueryScanner.doubleMarks.contains),
      scalars.contains(where: QueryScanner.angleMarks.contains)
    else { return text }
    return String(String.UnicodeScalarView(scalars.map { QueryScanner.doubleMarks.contains($0) ? "-" : $0 }))
  }

  /// Without the clusters at either end that leave nothing in a key: commas, quotation marks, dandas.
  private func trimmed(_ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scanner.isLoneMark(start) || SearchKey.fold(scanner.text(start..<start + 1)).isEmpty {
      start += 1
    }
    while start < end, SearchKey.fold(scanner.text(end - 1..<end)).isEmpty { end -= 1 }
    return scanner.text(start..<end)
  }
}

// MARK: - Fields

extension QueryParser {
  private enum FieldReading {
    case query(StoryQuery)
    /// The colon is one of the text.
    case text
    /// The end of what is being typed, of no use yet.
    case unfinished
  }

  /// The field that the name before the colon here may begin; takes it, or nothing when it is text.
  private mutating func field(nameAt range: Range<Int>) throws(QueryTrouble) -> FieldReading {
    let colon = position
    let name = scanner.text(range)
    // Only what is typed as an option of a program can be wrong; "LIVE:…" and "सवाल यह है:…" are headlines.
    let isStrict = name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    guard let field = QueryField(named: name) else {
      let isAddress = scanner.sign(colon + 1) == "/" && scanner.sign(colon + 2) == "/"
      if isStrict, name.utf8.count > 1, !scanner.endsWord(colon + 1), !isAddress {
        throw trouble(.unknownField(name), range)
      }
      return .text
    }
    position = colon + 1
    if scanner.isBlank(position), hasMore(from: position) {
      guard isStrict, field.mayStandApart else {
        position = colon
        return .text
      }
      while scanner.isBlank(position) { position += 1 }
    }
    do throws(QueryTrouble) {
      return .query(try read(field, name: range))
    } catch {
      if isUnfinished, !hasMore(from: position) { return .unfinished }
      if isStrict || error.isCertain { throw error }
      position = colon
      return .text
    }
  }

  private mutating func read(_ field: QueryField, name: Range<Int>) throws(QueryTrouble) -> StoryQuery {
    let start = position
    let inside = try quoted()
    if inside == nil {
      while !scanner.endsWord(position) { position += 1 }
    }
    var range = inside ?? start..<position
    if field == .title {
      let found = inside == nil ? word(range, place: .title) : term(range, isPhrase: true, place: .title)
      if let found, found != .all { return found }
    }
    let value = Self.quotable(trimmedBlanks(range))
    if field == .title || SearchKey.fold(value).isEmpty {
      throw trouble(.missingValue(field: scanner.text(name)), name.lowerBound..<max(position, name.upperBound + 1))
    }
    switch field {
    case .title: preconditionFailure("A title without a word was refused above.")
    case .tag: return .filter(.tag(value))
    case .section: return .filter(.section(value))
    case .feed: return .filter(.feed(value))
    case .is:
      guard let state = QueryValue.state(value) else { throw unknown(value, name, range) }
      return state
    case .lang:
      guard let code = QueryValue.language(value) else { throw unknown(value, name, range) }
      return .filter(.language(code))
    case .after, .before, .on:
      if inside == nil { range = longestDate(from: range) }
      guard let span = dates.span(scanner.text(range)) else { throw trouble(.notADate(value), range) }
      return switch field {
      case .after: .filter(.from(span.lowerBound))
      case .before: .filter(.until(span.lowerBound))
      default: .and([.filter(.from(span.lowerBound)), .filter(.until(span.upperBound))])
      }
    }
  }

  private func unknown(_ value: String, _ name: Range<Int>, _ range: Range<Int>) -> QueryTrouble {
    trouble(.unknownValue(field: scanner.text(name), value: value), range)
  }

  /// The most words, three at most, that are a date together: after:3 नवंबर 2019. Takes them.
  private mutating func longestDate(from first: Range<Int>) -> Range<Int> {
    var best = first
    var end = first.upperBound
    for _ in 0..<2 {
      var next = end
      while next < scanner.end, scanner.isBlank(next) { next += 1 }
      end = next
      while !scanner.endsWord(end) { end += 1 }
      if end == next { break }
      let range = first.lowerBound..<end
      let text = scanner.text(range)
      if QueryDate.mayBeOne(text), dates.span(text) != nil { best = range }
    }
    position = best.upperBound
    return best
  }

  private func trimmedBlanks(_ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scanner.isBlank(start) || scanner.isLoneMark(start) { start += 1 }
    while start < end, scanner.isBlank(end - 1) { end -= 1 }
    return scanner.text(start..<end)
  }
}

extension QueryTrouble {
  /// Whether the text cannot have been meant as a headline's.
  fileprivate var isCertain: Bool {
    switch kind {
    case .unclosed, .missingValue: true
    default: false
    }
  }
}
