extension StoryQuery {
  /// The last word or phrase that must be there: the one that may not be finished while the query is typed. Nil when the query ends otherwise.
  public var lastTerm: Term? {
    switch self {
    case .term(let term): term.isPhrase ? nil : term
    case .and(let parts), .or(let parts): parts.last?.lastTerm
    case .all, .filter, .not: nil
    }
  }
}
