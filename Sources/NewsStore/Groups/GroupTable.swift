internal import StoryAnalysis

/// Groups of stories that are one text or tell of one event. How a story finds its group: <doc:Groups>.
struct GroupTable {
  let connection: Connection

  /// Stories farther apart are of two events, however alike.
  private static let eventSeconds: Int64 = 72 * 3_600
  /// From here on one story's text is a copy of the other's.
  static let copyContainment = 0.5
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

  /// A story that looks for its group.
  struct Newcomer {
    var row: Int64
    var date: Int64
    var isDated: Bool
    var profile: StoryProfile
    var sketch: ShingleSketch
  }

  /// Puts a story that is in no group into that of what it is a copy of or tells the event of, founds one, or leaves it alone.
  func place(_ story: Newcomer) throws(SQLiteError) {
    let keys = Self.keys(of: story)
    let near = try candidates(keys, story)
    for key in keys {
      try connection.run(
        "INSERT OR IGNORE INTO story_key (span, key, article_row) VALUES (?, ?, ?)",
        [.integer(Self.span(of: story)), .integer(key), .integer(story.row)])
    }
    for candidate in near {
      guard let group = try groupRow(of: candidate) else {
        let group = try connection.first("SELECT max(group_row) FROM article WHERE group_row IS NOT NULL") {
          $0.integer(0)
        }
        try join(candidate, (group ?? 0) + 1)
        try join(story.row, (group ?? 0) + 1)
        return
      }
      if try accepts(story, group) { return try join(story.row, group) }
    }
  }

  /// Takes a story out of its group.
  func leave(_ row: Int64) throws(SQLiteError) {
    if try groupRow(of: row) == nil { return }
    try connection.run(
      "UPDATE article SET group_row = NULL, is_group_lead = 1 WHERE article_row = ? AND group_row IS NOT NULL",
      [.integer(row)])
  }

  func removeAll() throws(SQLiteError) {
    try connection.run("DELETE FROM story_key")
    try connection.run(
      "UPDATE article SET group_row = NULL, is_group_lead = 1 WHERE group_row IS NOT NULL OR is_group_lead = 0")
  }

  func groupRow(of row: Int64) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT group_row FROM article WHERE article_row = ?", [.integer(row)]) {
      $0.optionalInteger(0)
    } ?? nil
  }
}

extension GroupTable {
  private static func keys(of story: Newcomer) -> [Int64] {
    // Hashes of shingles and of stems are two kinds of numbers.
    story.sketch.hashes.prefix(hashCount).map { Int64($0) | 1 << 32 }
      + story.profile.leading(termCount).map { Int64($0.key) }
  }

  /// Stories are looked for in their own six days and in those next to them that are nearer; undated ones among themselves.
  private static func span(of story: Newcomer) -> Int64 {
    story.isDated ? floorDivided(story.date, by: 2 * eventSeconds) : .max
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

  /// The stories that are near enough, the nearest first.
  private func candidates(_ keys: [Int64], _ story: Newcomer) throws(SQLiteError) -> [Int64] {
    var hits: [Int64: Int] = [:]
    for span in Self.spans(of: story) {
      for key in keys {
        try connection.forEachRow(
          """
          SELECT article_row FROM story_key WHERE span = ? AND key = ? ORDER BY article_row DESC LIMIT \(Self.holderLimit)
          """, [.integer(span), .integer(key)]
        ) { row in
          // One shingle tells more than one word.
          hits[row.integer(0), default: 0] += key >> 32 == 0 ? 1 : 2
          return true
        }
      }
    }
    hits[story.row] = nil
    var near: [(row: Int64, nearness: Double)] = []
    for (row, count) in hits.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(Self.candidateLimit)
    where count > 1 {
      let nearness = try nearness(of: row, to: story)
      if nearness > 0 { near.append((row, nearness)) }
    }
    return near.sorted { ($1.nearness, $0.row) < ($0.nearness, $1.row) }.map(\.row)
  }

  /// 0 for a story that is neither a copy nor of the same event; copies come before retellings.
  private func nearness(of row: Int64, to story: Newcomer) throws(SQLiteError) -> Double {
    let found = try connection.first(
      """
      SELECT v.vector, v.sketch, a.list_date, a.is_dated FROM story_vector AS v
        JOIN article AS a ON a.article_row = v.article_row
      WHERE v.article_row = ? AND a.analysis > 0
      """, [.integer(row)]
    ) {
      (
        vector: StoryVector(bytes: $0.blob(0)), sketch: ShingleSketch(bytes: $0.blob(1)), date: $0.integer(2),
        isDated: $0.flag(3)
      )
    }
    guard let found else { return 0 }
    if found.isDated, story.isDated {
      let (distance, overflow) = found.date.subtractingReportingOverflow(story.date)
      if overflow || distance.magnitude > UInt64(Self.eventSeconds) { return 0 }
    }
    let containment = story.sketch.containment(in: found.sketch)
    if containment >= Self.copyContainment { return 1 + containment }
    let similarity = story.profile.similarity(to: found.vector)
    return similarity >= Self.eventSimilarity ? similarity : 0
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

  private func join(_ row: Int64, _ group: Int64) throws(SQLiteError) {
    try connection.run("UPDATE article SET group_row = ? WHERE article_row = ?", [.integer(group), .integer(row)])
  }
}
