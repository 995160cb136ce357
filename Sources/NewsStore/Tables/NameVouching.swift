internal import NewsModel
internal import StoryAnalysis

/// Makes tags of names that were found in texts: a name becomes one once several stories have it, and then all of them get it.
///
/// Remembers what it has asked the store, so it is good for one transaction.
struct NameVouching {
  private let connection: Connection
  private let tags: TagTable
  /// Whether the reader ever took a tag off a story.
  private let hasRefusals: Bool
  /// Keys of names that came so far, and by their numbers what is known of them.
  private var keys = WordTable(minimumCapacity: 1_024)
  private var known: ContiguousArray<Known> = []
  /// What stories were given and the store does not have yet.
  private var given: [Given] = []

  private struct Given {
    var tag: Int64
    var articleRow: Int64
    var spelling: Int64
    var position: Int
  }

  private struct Known {
    /// Needs no more stories to vouch for it.
    var isTag = false
    var tag: Int64?
    var hasKind = false
    var spellings: [(name: [UInt8], row: Int64)] = []
  }

  /// A tag from a single story says nothing that its text does not; two may be one text twice.
  private static let storiesForTag = 3
  /// Tags that analysis gives one story.
  private static let tagLimit = 6

  init(connection: Connection) throws(SQLiteError) {
    self.connection = connection
    tags = TagTable(connection: connection)
    hasRefusals = try connection.first("SELECT 1 FROM refused_tag LIMIT 1") { _ in true } ?? false
  }

  /// Gives a story that has none these candidates, and the tags that come of them, which ``write()`` puts into the store.
  mutating func add(_ candidates: [NameCandidate], of articleRow: Int64) throws(SQLiteError) {
    var count = 0
    for candidate in candidates {
      let number = number(of: candidate.key)
      var others: [Int64] = []
      if !known[number].isTag {
        others = try vouching(for: candidate.key)
        known[number].isTag = others.count >= Self.storiesForTag
      }
      if !known[number].isTag { try note(candidate, of: articleRow) }
      guard known[number].isTag || others.count == Self.storiesForTag - 1, count < Self.tagLimit else { continue }
      count += 1
      try put(candidate, number, on: articleRow, position: 1_000 + count)
      // The story with which the name became one: those before it get the tag as well.
      if known[number].isTag { continue }
      known[number].isTag = true
      for other in others { try put(candidate, number, on: other, position: 1_000) }
    }
  }

  /// Writes the tags that stories were given since the last time, tag by tag: a tag's stories stand together in one of the two indexes, and
  /// stories that are written together do in the other.
  mutating func write() throws(SQLiteError) {
    for one in given.sorted(by: { ($0.tag, $0.articleRow, $0.position) < ($1.tag, $1.articleRow, $1.position) }) {
      try tags.put(one.tag, spelling: one.spelling, on: one.articleRow, by: .analysis, position: one.position)
    }
    given.removeAll()
  }
}

extension NameVouching {
  private mutating func number(of key: String) -> Int {
    var key = key
    let number = key.withUTF8 { keys.add($0) }
    if number == known.count { known.append(Known()) }
    return number
  }

  private func vouching(for key: String) throws(SQLiteError) -> [Int64] {
    try connection.rows(
      "SELECT article_row FROM name_candidate WHERE name_key = ? LIMIT \(Self.storiesForTag)", [.text(key)]
    ) { $0.integer(0) }
  }

  private func note(_ candidate: NameCandidate, of articleRow: Int64) throws(SQLiteError) {
    try connection.run(
      "INSERT OR REPLACE INTO name_candidate (name_key, article_row, name, kind, score) VALUES (?, ?, ?, ?, ?)",
      [
        .text(candidate.key), .integer(articleRow), .text(candidate.name), SQLValue(candidate.kind?.rawValue),
        .real(candidate.score),
      ])
  }

  private mutating func put(
    _ candidate: NameCandidate, _ number: Int, on articleRow: Int64, position: Int
  ) throws(SQLiteError) {
    let tag: Int64
    if let known = known[number].tag {
      tag = known
    } else {
      tag = try tags.tagRow(candidate.key)
      known[number].tag = tag
    }
    if let kind = candidate.kind, !known[number].hasKind {
      try tags.setKind(kind, of: tag)
      known[number].hasKind = true
    }
    if hasRefusals, try tags.isRefused(tag, by: articleRow) { return }
    let spelling = try spelling(candidate.name, number, of: tag)
    given.append(Given(tag: tag, articleRow: articleRow, spelling: spelling, position: position))
  }

  private mutating func spelling(_ name: String, _ number: Int, of tag: Int64) throws(SQLiteError) -> Int64 {
    if let found = known[number].spellings.first(where: { $0.name.elementsEqual(name.utf8) }) { return found.row }
    let row = try tags.spellingRow(name, of: tag)
    known[number].spellings.append((Array(name.utf8), row))
    return row
  }
}
