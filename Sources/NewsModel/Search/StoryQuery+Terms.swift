extension StoryQuery {
  /// The words and phrases that are looked for, those that must not be there left out.
  public var wantedTerms: [Term] {
    switch self {
    case .term(let term): [term]
    case .and(let parts), .or(let parts): parts.flatMap(\.wantedTerms)
    case .all, .filter, .not: []
    }
  }

  /// The last word or phrase that must be there: the one that may not be finished while the query is typed. Nil when the query ends otherwise.
  public var lastTerm: Term? {
    switch self {
    case .term(let term): term.isPhrase ? nil : term
    case .and(let parts), .or(let parts): parts.last?.lastTerm
    case .all, .filter, .not: nil
    }
  }
}
