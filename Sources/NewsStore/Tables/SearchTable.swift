internal import NewsModel
internal import StoryAnalysis

/// The full-text index. A story's entry has the number `article.search_row`, which rises with the story's date: entries in the order of
/// their numbers are stories in the order of lists, and days are ranges of numbers.
struct SearchTable {
  let connection: Connection

  /// Entries that one second has room for; numbers of a second with more go on in the next one's.
  private static let slotBits: Int64 = 10

  /// The lowest number of an entry of this second.
  static func firstRow(at secondsSince1970: Int64) -> Int64 {
    // Beyond the year 280,000,000 either way.
    let bound = Int64.max >> (slotBits + 1)
    return min(max(secondsSince1970, -bound), bound) << slotBits
  }

  /// The second that an entry's number tells.
  static func seconds(ofRow row: Int64) -> Int64 { row >> slotBits }

  /// Gives a story the number that its entry is to have, another than it had, and marks it as analysed by `version`. The entry that it had
  /// before stays behind without a story; every search leaves those out.
  func number(_ articleRow: Int64, date: Timestamp, version: Int64) throws(SQLiteError) -> Int64 {
    let row = try freeRow(at: date.secondsSince1970)
    try connection.run(
      "UPDATE article SET search_row = ?, analysis = ? WHERE article_row = ?",
      [.integer(row), .integer(version), .integer(articleRow)])
    return row
  }

  /// Writes a story's entry.
  ///
  /// FTS5 writes what it has gathered whenever an entry has a lower number than the one before it, and whenever another statement may
  /// have to be taken back by itself, as those with triggers: callers enter one after the other, from old to new.
  func enter(_ entry: GatheredAnalysis.Entry) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO search (rowid, title, lead, body, about) VALUES (?, ?, ?, ?, ?)",
      [
        .integer(entry.number), .utf8(entry.title[...]), .utf8(entry.lead[...]), .utf8(entry.body[...]),
        .utf8(entry.about[...]),
      ])
  }

  /// Writes what `enter` gives to the index as one more piece, and leaves its merging with others to ``merge(isFirst:)``.
  func withoutMerging(_ enter: () throws(SQLiteError) -> Void) throws(SQLiteError) {
    try setPiecesToMerge(0)
    try enter()
    // FTS5 writes what it has gathered when a savepoint begins; here, while it still holds that nothing is merged.
    try connection.run("SAVEPOINT entries")
    try connection.run("RELEASE entries")
    // Its default (sqlite.org/fts5.html, 6.7).
    try setPiecesToMerge(4)
  }

  /// So many pieces of one size are merged into one by and by; 0: not before there are sixteen.
  private func setPiecesToMerge(_ count: Int64) throws(SQLiteError) {
    try connection.run("INSERT INTO search (search, rank) VALUES ('automerge', ?)", [.integer(count)])
  }

  /// Empties the index.
  func removeAll() throws(SQLiteError) {
    try connection.run("INSERT INTO search (search) VALUES ('delete-all')")
  }

  /// Merges a part of the index: after many entries it is in a dozen pieces, each of which every search looks into.
  ///
  /// - Parameter isFirst: begins with all pieces; otherwise goes on with what was begun.
  /// - Returns: whether there is more to merge (sqlite.org/fts5.html, 6.8).
  func merge(isFirst: Bool) throws(SQLiteError) -> Bool {
    let before = connection.totalChanges
    try connection.run(
      "INSERT INTO search (search, rank) VALUES ('merge', ?)",
      [SQLValue(isFirst ? -Self.mergedPageCount : Self.mergedPageCount)])
    return connection.totalChanges - before > 1
  }

  /// A twentieth of a second's worth.
  private static let mergedPageCount = 1_000

  /// Entries, those without a story included.
  func entryCount() throws(SQLiteError) -> Int {
    try connection.first("SELECT count(*) FROM search_docsize") { $0.int(0) } ?? 0
  }

  /// A number that neither an entry nor a story has.
  private func freeRow(at secondsSince1970: Int64) throws(SQLiteError) -> Int64 {
    var first = Self.firstRow(at: secondsSince1970)
    while true {
      let end = first + 1 << Self.slotBits
      let range: [SQLValue] = [.integer(first), .integer(end), .integer(first), .integer(end)]
      // The numbers of a contentless table's entries are only to be had from FTS5's own table (sqlite.org/fts5.html, 9).
      let last = try connection.first(
        """
        SELECT max(
          coalesce((SELECT max(id) FROM search_docsize WHERE id >= ? AND id < ?), -9223372036854775807),
          coalesce((SELECT max(search_row) FROM article WHERE search_row >= ? AND search_row < ?), -9223372036854775807))
        """, range
      ) { $0.integer(0) }
      guard let last, last >= first else { return first }
      if last + 1 < end { return last + 1 }
      first = end
    }
  }
}
