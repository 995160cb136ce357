#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import NewsModel
internal import StoryAnalysis

/// Ranked search: what a query's words find, best first.
struct StorySearch {
  let connection: Connection
  let now: Timestamp

  /// Of what very many stories have, so many of the newest are ranked, and those that have it in the headline besides. While a query is typed
  /// fewer are, and headlines are not asked by themselves: the next letter makes it another query.
  private static let candidateLimit = 1_500
  private static let titleCandidateLimit = 500
  private static let typingCandidateLimit = 250
  /// A story of today counts half as much again as an old one; the surplus is half as large after so many days.
  private static let recencyShare = 0.5
  private static let recencyDays = 30.0

  /// So many hits with their passages fit on most screens.
  private static let typingPassageLimit = 10

  private struct Candidate {
    var row: Int64
    var searchRow: Int64
    var score: Double
    var isSound: Bool
  }

  func page(_ request: SearchRequest) throws(SQLiteError) -> SearchPage {
    let query: StoryQuery
    do throws(QueryTrouble) {
      query = try StoryQuery(parsing: request.text, today: now, isUnfinished: request.isTyping)
    } catch {
      return SearchPage(request: request, trouble: error)
    }
    var page = SearchPage(request: request)
    if request.text.allSatisfy(\.isWhitespace) { return page }
    let ranking = try RankedQuery(query, connection: connection, completes: request.isTyping)
    guard let match = ranking.match else {
      // Nothing to rank: the newest first.
      var list = HeadlineQuery()
      list.filter = query
      let table = HeadlineTable(connection: connection)
      let found = try table.page(list, start: 0, limit: request.limit)
      page.hits = found.rows.map { SearchHit(headline: $0) }
      page.totalCount = found.totalCount
      if !request.isTyping, !query.contains({ $0 == .muted }) {
        list.filter = .and([query, .filter(.muted)])
        page.hiddenCount = try table.counts(HeadlineFilter(list, on: connection)).total
      }
      return page
    }
    let limit = max(request.isTyping ? Self.typingCandidateLimit : Self.candidateLimit, request.limit)
    var candidates = try self.candidates(ranking, match, limit: limit)
    page.totalCount = candidates.count
    if candidates.count == limit {
      // Counting takes as long as ranking: nobody reads the number while typing.
      page.isTotalExact = !request.isTyping
    }
    if candidates.count == limit, !request.isTyping {
      page.totalCount = try count(ranking, match)
      let known = Set(candidates.map(\.searchRow))
      candidates += try self.candidates(ranking, "title : (\(match))", limit: Self.titleCandidateLimit)
        .filter { !known.contains($0.searchRow) }
    }
    if !request.isTyping { page.hiddenCount = try hiddenCount(ranking, match) }
    let best = candidates.sorted { left, right in
      if left.isSound != right.isSound { return right.isSound }
      return (left.score, left.searchRow) > (right.score, right.searchRow)
    }.prefix(max(0, request.limit))
    let headlines = try HeadlineTable(connection: connection).headlines(rows: best.map(\.row))
    // While one types only what is on the screen is worth reading texts for.
    let passageLimit = request.isTyping ? Self.typingPassageLimit : Int.max
    for (index, (candidate, headline)) in zip(best, headlines).enumerated() {
      page.hits.append(
        SearchHit(
          headline: headline, passage: index < passageLimit ? try passage(candidate.row, ranking.finder) : nil,
          titleHits: ranking.finder.hits(in: headline.title), nearness: candidate.isSound ? .sound : .exact,
          score: candidate.score))
    }
    return page
  }
}

extension StorySearch {
  private func candidates(_ ranking: RankedQuery, _ match: String, limit: Int) throws(SQLiteError) -> [Candidate] {
    try connection.rows(
      """
      SELECT a.article_row, s.rowid, story_score(s.search, ?) FROM search AS s CROSS JOIN article AS a ON a.search_row = s.rowid
      WHERE s.search MATCH ? AND \(ranking.condition.sql) ORDER BY s.rowid DESC LIMIT ?
      """, [ranking.argument, .text(match)] + ranking.condition.arguments + [SQLValue(limit)]
    ) { row in
      let searchRow = row.integer(1)
      var score = row.optionalReal(2) ?? 0
      let isSound = score < -StoryScore.soundPenalty / 2
      if isSound { score += StoryScore.soundPenalty }
      return Candidate(row: row.integer(0), searchRow: searchRow, score: score * recency(searchRow), isSound: isSound)
    }
  }

  private func passage(_ articleRow: Int64, _ finder: PassageFinder) throws(SQLiteError) -> Passage? {
    let key: [SQLValue] = [.integer(articleRow)]
    var texts: [(text: String, blockIndex: Int?)] = []
    let dek = try connection.first("SELECT dek FROM article WHERE article_row = ?", key) { $0.optionalText(0) }
    if let dek = dek ?? nil { texts.append((dek, nil)) }
    let highlights = try connection.rows(
      "SELECT text FROM highlight WHERE article_row = ? AND origin = ? ORDER BY position",
      key + [.text(Highlight.Origin.publisher.rawValue)]
    ) { $0.text(0) }
    texts += highlights.map { ($0, nil) }
    for (index, block) in try BodyTable(connection: connection).blocks(of: articleRow).enumerated() {
      texts.append((block.text, index))
    }
    return finder.passage(in: texts)
  }

  private func count(_ ranking: RankedQuery, _ match: String) throws(SQLiteError) -> Int {
    try connection.first(
      """
      SELECT count(*) FROM search AS s CROSS JOIN article AS a ON a.search_row = s.rowid
      WHERE s.search MATCH ? AND \(ranking.condition.sql)
      """, [.text(match)] + ranking.condition.arguments
    ) { $0.int(0) } ?? 0
  }

  /// Stories that the query would find too were they not hidden by a mute rule.
  private func hiddenCount(_ ranking: RankedQuery, _ match: String) throws(SQLiteError) -> Int {
    guard let condition = ranking.hiddenCondition else { return 0 }
    return try connection.first(
      """
      SELECT count(*) FROM article AS a WHERE a.muted_by IS NOT NULL AND \(condition.sql)
        AND a.search_row IN (SELECT rowid FROM search WHERE search MATCH ?)
      """, condition.arguments + [.text(match)]
    ) { $0.int(0) } ?? 0
  }

  private func recency(_ searchRow: Int64) -> Double {
    let days = max(0, Double(now.secondsSince1970 - SearchTable.seconds(ofRow: searchRow)) / 86_400)
    return 1 + Self.recencyShare * exp2(-days / Self.recencyDays)
  }
}
