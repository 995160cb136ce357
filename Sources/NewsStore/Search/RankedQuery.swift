internal import NewsModel
internal import StoryAnalysis

/// A query made ready for ranking: an expression for the index with its words' forms and sounds, what these weigh, and the conditions
/// that remain.
struct RankedQuery {
  /// Nil when no words are asked for that must be there.
  private(set) var match: String?
  /// For `story_score`.
  private(set) var argument = SQLValue.null
  private(set) var condition = SQLCondition.always
  /// The conditions without that on mute rules; nil when nothing is hidden, or hidden stories are asked for.
  private(set) var hiddenCondition: SQLCondition?
  /// Finds what was looked for in texts.
  private(set) var finder = PassageFinder([])

  /// - Parameter completes: whether the last word may not be finished.
  init(_ query: StoryQuery, connection: Connection, completes: Bool) throws(SQLiteError) {
    let recorder = PhraseRecorder(connection: connection)
    // Conditions are looked at story by story: there are few candidates, and tags may have very many stories.
    let compiler = QueryCompiler(connection: connection, expand: recorder.expand, scope: Int64.min...Int64.max)
    if completes { recorder.unfinished = query.lastTerm }
    let (match, rest) = try compiler.parted(query)
    self.match = match
    guard match != nil else { return }
    let remaining = try compiler.condition(rest)
    condition = remaining
    if !query.contains({ $0 == .muted }) {
      condition = .joined([remaining, SQLCondition(sql: "a.muted_by IS NULL")], isAll: true)
      let hidesAny = try connection.first("SELECT 1 FROM article WHERE muted_by IS NOT NULL LIMIT 1") { _ in true }
      if hidesAny != nil { hiddenCondition = remaining }
    }
    argument = try recorder.argument(for: match ?? "")
    finder = PassageFinder(recorder.phrases(of: query.wantedTerms))
  }
}

/// Hands the compiler the alternatives of terms, and remembers them.
private final class PhraseRecorder {
  let connection: Connection
  /// The term whose last word may go on.
  var unfinished: StoryQuery.Term?
  private var order: [StoryQuery.Term] = []
  private var known: [StoryQuery.Term: [TermExpansion.Alternative]] = [:]

  init(connection: Connection) {
    self.connection = connection
  }

  func expand(_ term: StoryQuery.Term) throws(SQLiteError) -> [[String]] {
    try alternatives(of: term).map(\.words)
  }

  /// All ways in which these terms may be written.
  func phrases(of terms: [StoryQuery.Term]) -> [PassageFinder.Phrase] {
    terms.enumerated().flatMap { group, term in
      (known[term] ?? []).map { PassageFinder.Phrase(words: $0.words, group: group, isPrefix: term.isPrefix) }
    }
  }

  /// The argument of `story_score` for an expression that was made of the terms: its phrases are its quoted strings, in their order.
  func argument(for match: String) throws(SQLiteError) -> SQLValue {
    let storyCount = try AnalysisTable(connection: connection).storyCount()
    var weights: [Double] = []
    var phrases: [String: StoryScore.Phrase] = [:]
    for term in order {
      let alternatives = known[term] ?? []
      for alternative in alternatives where phrases[alternative.key] == nil {
        phrases[alternative.key] = .init(
          group: weights.count, factor: alternative.factor, isSound: alternative.isSound)
      }
      let heard = alternatives.filter(\.isSound).map(\.storyCount).max() ?? 0
      let written = alternatives.filter { !$0.isSound }.reduce(0) { $0 + $1.storyCount }
      weights.append(TermExpansion.weight(storyCount: written > 0 ? written : heard, of: storyCount))
    }
    let inOrder = match.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }
      .map { phrases[String($0.element)] ?? StoryScore.Phrase(group: Int.max / 2, factor: 0, isSound: false) }
    return StoryScore.argument(inOrder, groupWeights: weights)
  }

  private func alternatives(of term: StoryQuery.Term) throws(SQLiteError) -> [TermExpansion.Alternative] {
    if let alternatives = known[term] { return alternatives }
    let expansion = TermExpansion(connection: connection, completes: term == unfinished)
    let alternatives = try expansion.alternatives(of: term)
    known[term] = alternatives
    order.append(term)
    return alternatives
  }
}
