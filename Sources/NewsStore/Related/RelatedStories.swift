internal import NewsModel
internal import StoryAnalysis

/// Finds the stored stories that are nearest to one, and says why.
///
/// Candidates come from the full-text index by the story's most telling words, and from its tags; the few best of them are compared whole.
/// How, and what was measured: `RelatedStories` in the documentation of StoryAnalysis.
struct RelatedStories {
  private let connection: Connection
  private let articleRow: Int64
  private let article: Article
  private let tags: SharedTags
  /// Nil when the story is not analysed: its tags are all there is.
  private var profile: StoryProfile?
  private var words: StoryWords?

  /// - Parameter vocabulary: what is known of the store's words; more is, afterwards.
  init(
    _ article: Article, row: Int64, connection: Connection, vocabulary: inout Vocabulary
  ) throws(SQLiteError) {
    self.connection = connection
    self.article = article
    articleRow = row
    tags = try SharedTags(of: row, connection: connection)
    guard let vector = try VectorTable(connection: connection).vector(of: row), !vector.terms.isEmpty else { return }
    var input = AnalysisInput(
      id: article.id, title: article.title, dek: article.dek, body: article.body, language: article.language,
      date: article.date ?? Timestamp(secondsSince1970: 0))
    input.highlights = article.highlights.filter { $0.origin == .publisher }.map(\.text)
    let words = StoryWords(input)
    let analysis = AnalysisTable(connection: connection)
    profile = StoryProfile(
      vector, of: words, documentFrequencies: try analysis.frequencies(of: words, &vocabulary),
      storyCount: try analysis.storyCount())
    self.words = words
  }

  /// At most `limit` stories, the nearest first.
  ///
  /// - Parameter excluded: stories that are linked already.
  func links(excluding excluded: Set<ArticleID>, limit: Int) throws(SQLiteError) -> [RelatedLink] {
    var rows = try tags.candidates(besides: articleRow)
    if let profile, let words {
      let found = try NeighbourSearch(connection: connection).candidates(of: articleRow, profile, words)
      rows += found.filter { !rows.contains($0) }
    }
    var likenesses: [Likeness] = []
    for row in rows {
      if let likeness = try likeness(row) { likenesses.append(likeness) }
    }
    likenesses.sort { ($1.score, $0.row) < ($0.score, $1.row) }
    var nearest: [Neighbour] = []
    for likeness in likenesses {
      // The distance in time only takes from a score: what comes now cannot be among the nearest any more, nor need it be read.
      if nearest.count == limit, let last = nearest.last, likeness.score < last.score { break }
      guard let neighbour = try neighbour(likeness), !excluded.contains(neighbour.id) else { continue }
      nearest.append(neighbour)
      nearest.sort {
        ($1.score, $1.date.secondsSince1970, $0.id.rawValue) < ($0.score, $0.date.secondsSince1970, $1.id.rawValue)
      }
      if nearest.count > limit { nearest.removeLast() }
    }
    let spellings = Spellings(of: Set(nearest.flatMap(\.words)), in: article)
    return nearest.map { neighbour in
      var link = RelatedLink(
        title: neighbour.title, section: neighbour.section, url: neighbour.url, reason: neighbour.reason,
        target: neighbour.id, score: neighbour.score, targetDate: neighbour.date)
      link.evidence = neighbour.tags + neighbour.words.map { spellings[$0] }
      return link
    }
  }
}

extension RelatedStories {
  private struct Neighbour {
    var id: ArticleID
    var title: String
    var section: String?
    var url: String?
    var date: Timestamp
    var isDated: Bool
    var score = 0.0
    var reason = RelatedLink.Reason.background
    var tags: [String] = []
    /// Folded words that both stories have.
    var words: [String] = []
  }

  /// Below this two stories have in common what any two have.
  private static let leastSimilarity = 0.03
  /// From here on two stories that are not far apart in time tell of one event.
  private static let eventSimilarity = 0.2
  private static let eventSeconds: Int64 = 72 * 3_600
  /// All tags in common are worth this much.
  private static let tagWorth = 0.75
  /// What names must be of all that two stories have in common to be the reason.
  private static let leastNameShare = 0.35
  private static let wordLimit = 6
  private static let leastWordShare = 0.04
  /// What a story loses that is a long time from this one, and the days after which it has lost half of that.
  private static let ageLoss = 0.25
  private static let halfAgeDays = 30.0

  /// What can be said of two stories without reading the other one.
  private struct Likeness {
    var row: Int64
    var vector: StoryVector
    var similarity: Double
    var tags: [String]
    /// 0 to 1; what the two are worth to each other if they are of one day.
    var score: Double
  }

  /// Nil for stories that have nothing to do with each other.
  private func likeness(_ row: Int64) throws(SQLiteError) -> Likeness? {
    let vector = try VectorTable(connection: connection).vector(of: row) ?? StoryVector(bytes: [])
    let similarity = profile?.similarity(to: vector) ?? 0
    let shared = try tags.shared(with: row)
    guard similarity >= Self.leastSimilarity || !shared.isEmpty else { return nil }
    let tagShare = tags.tags.isEmpty ? 0 : Double(shared.count) / Double(tags.tags.count)
    return Likeness(
      row: row, vector: vector, similarity: similarity, tags: shared,
      score: 1 - (1 - similarity) * (1 - tagShare * Self.tagWorth))
  }

  /// Nil for a story that is muted or gone.
  private func neighbour(_ likeness: Likeness) throws(SQLiteError) -> Neighbour? {
    let found = try connection.first(
      """
      SELECT id, title, section, url, list_date, list_offset, is_dated FROM article
      WHERE article_row = ? AND muted_by IS NULL
      """, [.integer(likeness.row)]
    ) { row in
      Neighbour(
        id: ArticleID(rawValue: row.text(0)), title: row.text(1), section: row.optionalText(2),
        url: row.optionalText(3),
        date: Timestamp(secondsSince1970: row.integer(4), utcOffsetSeconds: row.int(5)), isDated: row.flag(6))
    }
    guard var neighbour = found else { return nil }
    neighbour.tags = likeness.tags
    neighbour.score = likeness.score
    if let profile { judge(&neighbour, profile, likeness.vector, likeness.similarity) }
    if neighbour.reason == .background || neighbour.reason == .samePeople, !neighbour.tags.isEmpty {
      neighbour.reason = .sharedTags
    }
    if let days = days(to: neighbour) {
      neighbour.score *= 1 - Self.ageLoss * days / (days + Self.halfAgeDays)
    }
    return neighbour
  }

  private func judge(
    _ neighbour: inout Neighbour, _ profile: StoryProfile, _ vector: StoryVector, _ similarity: Double
  ) {
    guard let words else { return }
    let shared = profile.shared(with: vector)
    let names = shared.filter(\.isName)
    let isNear = days(to: neighbour).map { $0 * 86_400 <= Double(Self.eventSeconds) } ?? true
    var told = shared
    if similarity >= Self.eventSimilarity, isNear {
      neighbour.reason = .sameEvent
    } else if names.count > 1, names.reduce(0, { $0 + $1.share }) >= Self.leastNameShare {
      neighbour.reason = .samePeople
      told = names
    }
    neighbour.words = told.filter { $0.share >= Self.leastWordShare }.prefix(Self.wordLimit)
      .compactMap { $0.term.words.first }.map { words.table[Int($0)] }
  }

  /// How far apart in time; nil when one of the stories has no date of its own.
  private func days(to neighbour: Neighbour) -> Double? {
    guard neighbour.isDated, let date = article.date else { return nil }
    return abs(Double(date.secondsSince1970) - Double(neighbour.date.secondsSince1970)) / 86_400
  }
}
