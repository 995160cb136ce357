extension StoryQuery {
  /// The words and phrases that are looked for, those that must not be there left out.
  public var wantedTerms: [Term] {
    switch self {
    case .term(let term): [term]
    case .and(let parts), .or(let parts): parts.flatMap(\.wantedTerms)
    case .all, .filter, .not: []
    }
  }

  /// The same, but a word is also found at the beginning of a headline's word, as `khabar list --query` always did.
  public var alsoByTitleBeginnings: StoryQuery {
    switch self {
    case .term(let term):
      if term.isPhrase || term.isPrefix || term.place == .title { return self }
      return .or([self, .term(Term(term.text, place: .title, isPrefix: true))])
    case .and(let parts): return .and(parts.map(\.alsoByTitleBeginnings))
    case .or(let parts): return .or(parts.map(\.alsoByTitleBeginnings))
    // Who leaves राम out means no रामपुर.
    case .all, .filter, .not: return self
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
