public import NewsModel

extension Phrases {
  /// What could not be understood of a query, as a sentence; where it stands is shown beside it.
  public func sentence(for trouble: QueryTrouble) -> String {
    switch trouble.kind {
    case .unclosed(let sign): self(.queryUnclosed, String(sign))
    case .unopened(let sign): self(.queryUnopened, String(sign))
    case .unknownField(let field): self(.queryField, Self.short(field))
    case .missingValue(let field): self(.queryNoValue, Self.short(field))
    case .unknownValue(let field, let value): self(.queryValue, Self.short(field), Self.short(value))
    case .notADate(let text): self(.queryDate, Self.short(text))
    case .missingOperand(let sign): self(.queryOperand, Self.short(sign))
    case .tooLong: self(.queryTooLong)
    case .asksNothing: self(.queryAsksNothing)
    case .stateInRule: self(.queryStateInRule)
    }
  }

  /// What was typed, as long as a sentence can bear.
  private static func short(_ text: String) -> String { String(text.prefix(24)) }
}
