internal import NewsModel
internal import StoryAnalysis

/// Finds the groups of stories that were just analysed. How a story finds its group: <doc:Groups>.
struct GroupPlacing {
  private let connection: Connection
  private let table: GroupTable
  /// Stories of this transaction by row: to compare another story with them nothing has to be read.
  private var remembered: [Int64: Other] = [:]
  /// SQL that looks up keys, by their numbers.
  private var lookups: [Shape: String] = [:]

  /// Stories farther apart are of two events, however alike.
  private static let eventSeconds: Int64 = 72 * 3_600
  /// From here on two stories tell of one event.
  private static let eventSimilarity = 0.3
  private static let memberLimit = 64
  /// Members that a story is compared with before it joins.
  private static let witnessLimit = 3
  private static let termCount = 8
  private static let hashCount = 6
  /// Of a key that many stories of those days have, only so many are looked at.
  private static let holderLimit = 24
  private static let candidateLimit = 8

  /// How many keys of each kind are looked up, and in how many spans of days.
  private struct Shape: Hashable {
    var hashCount: Int
    var termCount: Int
    var spanCount: Int
  }

  init(connection: Connection) {
    self.connection = connection
    table = GroupTable(connection: connection)
  }

  /// - Parameter batch: all marked as analysed by now.
  mutating func remember(_ batch: [AnalysedStory]) {
    for story in batch {
      let input = story.story.input
      remembered[story.story.row] = Other(
        vector: story.vector, sketch: story.sketch, date: input.date.secondsSince1970, isDated: input.isDated)
    }
  }

  /// Puts a story into the group of what it is a copy of or tells the event of, founds one, or leaves it alone. Without a profile it is left alone.
  ///
  /// - Parameter isNew: it is in no group yet.
  mutating func place(_ analysed: AnalysedStory, isNew: Bool) throws(SQLiteError) {
    guard let profile = analysed.profile else { return }
    let input = analysed.story.input
    let story = Newcomer(
      row: analysed.story.row, date: input.date.secondsSince1970, isDated: input.isDated, profile: profile,
      sketch: analysed.sketch)
    if !isNew { try table.leave(story.row) }
    // Hashes of shingles and of stems are two kinds of numbers.
    let hashes = story.sketch.hashes.prefix(Self.hashCount).map { Int64($0) | 1 << 32 }
    let terms = story.profile.leading(Self.termCount).map { Int64($0.key) }
    let near = try candidates(hashes, terms, story)
    try note(hashes + terms, of: story)
    for candidate in near {
      guard let group = try table.groupRow(of: candidate) else {
        let group = try connection.first("SELECT max(group_row) FROM article WHERE group_row IS NOT NULL") {
          $0.integer(0)
        }
        try table.join(candidate, (group ?? 0) + 1)
        try table.join(story.row, (group ?? 0) + 1)
        return
      }
      if try accepts(story, group) { return try table.join(story.row, group) }
    }
  }
}

extension GroupPlacing {
  /// The number of the six days that a date, in seconds since 1970, is in.
  static func span(ofDate date: Int64) -> Int64 { floorDivided(date, by: 2 * eventSeconds) }

  /// A story that looks for its group.
  private struct Newcomer {
    var row: Int64
    var date: Int64
    var isDated: Bool
    var profile: StoryProfile
    var sketch: ShingleSketch
  }

  /// What of another story it is compared with.
  private struct Other {
    var vector: StoryVector
    var sketch: ShingleSketch
    var date: Int64
    var isDated: Bool
  }

  /// Stories are looked for in their own six days and in those next to them that are nearer; undated ones among themselves.
  private static func span(of story: Newcomer) -> Int64 {
    story.isDated ? span(ofDate: story.date) : .max
  }

  private static func spans(of story: Newcomer) -> [Int64] {
    guard story.isDated else { return [.max] }
    let own = span(of: story)
    let isLate = floorDivided(story.date, by: eventSeconds) != own * 2
    return [own, isLate ? own + 1 : own - 1]
  }

  private static func floorDivided(_ value: Int64, by divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : (value + 1) / divisor - 1
  }

  private func note(_ keys: [Int64], of story: Newcomer) throws(SQLiteError) {
    if keys.isEmpty { return }
    try connection.run(
      """
      INSERT OR IGNORE INTO story_key (span, key, article_row)
      VALUES \(keys.indices.map { "(?1, ?\($0 + 3), ?2)" }.joined(separator: ", "))
      """, [.integer(Self.span(of: story)), .integer(story.row)] + keys.map(SQLValue.integer))
  }

  /// The stories that are near enough, the nearest first.
  private mutating func candidates(
    _ hashes: [Int64], _ terms: [Int64], _ story: Newcomer
  ) throws(SQLiteError) -> [Int64] {
    let spans = Self.spans(of: story)
    let shape = Shape(hashCount: hashes.count, termCount: terms.count, spanCount: spans.count)
    if hashes.isEmpty, terms.isEmpty { return [] }
    let sql = lookups[shape] ?? Self.lookup(shape)
    lookups[shape] = sql
    var hits: [Int64: Int] = [:]
    try connection.forEachRow(sql, (spans + hashes + terms).map(SQLValue.integer)) { row in
      hits[row.integer(0), default: 0] += row.int(1)
      return true
    }
    hits[story.row] = nil
    var near: [(row: Int64, nearness: Double)] = []
    for (row, _) in hits.filter({ $0.value > 1 }).sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
      .prefix(Self.candidateLimit)
    {
      let nearness = try nearness(of: row, to: story)
      if nearness > 0 { near.append((row, nearness)) }
    }
    return near.sorted { ($1.nearness, $0.row) < ($0.nearness, $1.row) }.map(\.row)
  }

  /// All keys in one statement: to begin and end one takes as long as to find a key.
  private static func lookup(_ shape: Shape) -> String {
    var parts: [String] = []
    for span in 1...shape.spanCount {
      for key in 0..<shape.hashCount + shape.termCount {
        // One shingle tells more than one word.
        let weight = key < shape.hashCount ? 2 : 1
        parts.append(
          """
          SELECT * FROM (SELECT article_row, \(weight) FROM story_key
            WHERE span = ?\(span) AND key = ?\(shape.spanCount + 1 + key) ORDER BY article_row DESC LIMIT \(holderLimit))
          """)
      }
    }
    return parts.joined(separator: " UNION ALL ")
  }

  /// 0 for a story that is neither a copy nor of the same event; copies come before retellings.
  private func nearness(of row: Int64, to story: Newcomer) throws(SQLiteError) -> Double {
    guard let found = try other(row) else { return 0 }
    if found.isDated, story.isDated {
      let (distance, overflow) = found.date.subtractingReportingOverflow(story.date)
      if overflow || distance.magnitude > UInt64(Self.eventSeconds) { return 0 }
    }
    let containment = story.sketch.containment(in: found.sketch)
    if containment >= GroupTable.copyContainment { return 1 + containment }
    let similarity = story.profile.similarity(to: found.vector)
    return similarity >= Self.eventSimilarity ? similarity : 0
  }

  /// Nil for a story that is not analysed.
  private func other(_ row: Int64) throws(SQLiteError) -> Other? {
    if let other = remembered[row] { return other }
    return try connection.first(
      """
      SELECT v.vector, v.sketch, a.list_date, a.is_dated FROM story_vector AS v
        JOIN article AS a ON a.article_row = v.article_row
      WHERE v.article_row = ? AND a.analysis > 0
      """, [.integer(row)]
    ) {
      Other(
        vector: StoryVector(bytes: $0.blob(0)), sketch: ShingleSketch(bytes: $0.blob(1)), date: $0.integer(2),
        isDated: $0.flag(3))
    }
  }

  /// Whether most of the group's first members are near the story too: near one of them only, groups would run into one another.
  private func accepts(_ story: Newcomer, _ group: Int64) throws(SQLiteError) -> Bool {
    let members = try connection.rows(
      "SELECT article_row FROM article WHERE group_row = ? ORDER BY list_date, id LIMIT \(Self.memberLimit)",
      [.integer(group)]
    ) { $0.integer(0) }
    guard members.count < Self.memberLimit else { return false }
    let witnesses = members.prefix(Self.witnessLimit)
    var nearCount = 0
    for member in witnesses where try nearness(of: member, to: story) > 0 { nearCount += 1 }
    return nearCount * 2 >= witnesses.count
  }
}
