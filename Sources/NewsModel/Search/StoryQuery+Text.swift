internal import IndicText

extension StoryQuery: CustomStringConvertible {
  /// The query in its language, dates as moments of UTC: it parses to the same (``simplified``) in every zone and on every day.
  public var description: String { text(utcOffsetSeconds: nil) }

  /// The query in its language, in a form that parses to the same for a reader in this zone.
  ///
  /// - Parameter utcOffsetSeconds: the reader's zone, whose midnights are written as days; nil writes moments of UTC.
  public func text(utcOffsetSeconds: Int?) -> String {
    QueryText(utcOffsetSeconds: utcOffsetSeconds).text(simplified)
  }
}

/// Writes the query language.
private struct QueryText {
  var utcOffsetSeconds: Int?

  func text(_ query: StoryQuery) -> String {
    switch query {
    case .all: ""
    case .and(let parts): parts.map(operand).joined(separator: " ")
    case .or(let parts) where parts.count > 1: parts.map(operand).joined(separator: " OR ")
    default: operand(query)
    }
  }

  /// As a part of something else.
  private func operand(_ query: StoryQuery) -> String {
    switch query {
    case .all: "*"
    case .term(let term): text(term)
    case .filter(let filter): text(filter)
    case .not(.filter(.unread)): "is:read"
    case .not(let inner): "-" + operand(inner)
    case .or([]): "-*"
    case .and, .or: "(" + text(query) + ")"
    }
  }

  private func text(_ term: StoryQuery.Term) -> String {
    let field = term.place == .title ? "title:" : ""
    let star = term.isPrefix ? "*" : ""
    if term.isPhrase { return field + quoted(term.text) + star }
    let word = term.text + star
    // Alone they are words; between others they join.
    if field.isEmpty, ["या", "AND"].contains(word) { return "(" + word + ")" }
    return isPlain(word, of: term) ? field + word : field + quoted(term.text) + star
  }

  /// Whether the word by itself is read as this term.
  private func isPlain(_ word: String, of term: StoryQuery.Term) -> Bool {
    let field = term.place == .title ? "title:" : ""
    let today = Timestamp(secondsSince1970: 0)
    return (try? StoryQuery(parsing: field + word, today: today)) == .term(term)
  }

  private func text(_ filter: StoryQuery.Filter) -> String {
    switch filter {
    case .tag(let name): "tag:" + value(name)
    case .section(let name): "section:" + value(name)
    case .feed(let name): "feed:" + value(name)
    case .from(let seconds): "after:" + date(seconds)
    case .until(let seconds): "before:" + date(seconds)
    case .unread: "is:unread"
    case .starred: "is:starred"
    case .muted: "is:muted"
    case .grouped: "is:grouped"
    case .marked: "is:marked"
    case .noted: "is:noted"
    case .language(let code): "lang:" + code
    }
  }

  private func value(_ name: String) -> String {
    let scanner = QueryScanner(name)
    let isWhole = (0..<scanner.end).allSatisfy {
      !scanner.endsWord($0) && scanner.sign($0) != "|" && scanner.quotation(at: $0) == nil
    }
    return isWhole && scanner.end > 0 ? name : quoted(name)
  }

  private func quoted(_ text: String) -> String {
    let text = QueryParser.quotable(text)
    let hasDoubleMarks = text.unicodeScalars.contains(where: QueryScanner.doubleMarks.contains)
    return hasDoubleMarks ? "«" + text + "»" : "\"" + text + "\""
  }

  private func date(_ seconds: Int64) -> String {
    let moment = Timestamp(secondsSince1970: seconds, utcOffsetSeconds: utcOffsetSeconds ?? 0)
    let text = moment.rfc3339
    let civil = moment.civil
    let isMidnight = (civil.hour, civil.minute, civil.second) == (0, 0, 0)
    return utcOffsetSeconds != nil && isMidnight ? String(text.prefix(10)) : text
  }
}
