internal import IndicText

/// The words of headlines, folded, and the stories that have them.
struct TitleWordTable {
  let connection: Connection

  /// Words of one headline beyond this many are not indexed; real headlines have about a dozen.
  private static let wordLimit = 64

  /// Gives a story the words of this headline and no others.
  func replace(_ title: String, of articleRow: Int64) throws(SQLiteError) {
    var words = TitleWords()
    try replace(title, of: articleRow, &words)
    try write(words)
  }

  /// Takes from a story the words that it has, and notes those of this headline, which ``write(_:)`` gives it.
  func replace(_ title: String, of articleRow: Int64, _ words: inout TitleWords) throws(SQLiteError) {
    try connection.run("DELETE FROM title_word WHERE article_row = ?", [.integer(articleRow)])
    words.add(title, of: articleRow, wordLimit: Self.wordLimit)
  }

  /// Writes the words of many headlines, which are all over the table: the more there are, the fewer of its pages have to be written for each.
  func write(_ words: TitleWords) throws(SQLiteError) {
    try words.forEachSorted { word, row throws(SQLiteError) in
      try connection.run(
        "INSERT OR IGNORE INTO title_word (word, article_row) VALUES (?, ?)", [.utf8(word), .integer(row)])
    }
  }

  /// The stories whose headlines share the most words with `title`, at least half of them; best first, then newest.
  func rowsSharingWords(with title: String, limit: Int) throws(SQLiteError) -> [Int64] {
    let words = Array(Self.words(title))
    guard !words.isEmpty else { return [] }
    return try connection.rows(
      """
      SELECT s.article_row
      FROM (SELECT article_row, count(*) AS shared FROM title_word
        WHERE word IN (\(words.map { _ in "?" }.joined(separator: ", "))) GROUP BY article_row HAVING shared >= ?) AS s
      CROSS JOIN article AS a ON a.article_row = s.article_row
      ORDER BY s.shared DESC, a.list_date DESC, a.id LIMIT ?
      """, words.map(SQLValue.text) + [SQLValue((words.count + 1) / 2), SQLValue(max(0, limit))]
    ) { $0.integer(0) }
  }

  /// The bounds, the upper one excluded, of the words that begin with `prefix`; in the order of UTF-8 bytes, as SQLite compares.
  static func range(ofWordsBeginningWith prefix: String) -> [SQLValue] {
    // No word has a scalar above U+10FFFF, and none is that noncharacter itself.
    [.text(prefix), .text(prefix + "\u{10FFFF}")]
  }

  private static func words(_ title: String) -> Set<String> {
    Set(SearchKey.words(title).prefix(wordLimit))
  }
}

/// Words of headlines as bytes, to be put in the order of the table: strings would be compared by canonical equivalence.
struct TitleWords {
  private var bytes: [UInt8] = []
  private var entries: [(word: Range<Int>, articleRow: Int64)] = []
  private var writer = KeyWriter()

  mutating func add(_ title: String, of articleRow: Int64, wordLimit: Int) {
    let first = bytes.count
    var title = title
    title.withUTF8 { writer.write($0, to: &bytes) }
    var start = first
    var count = 0
    for end in first...bytes.count where end == bytes.count || bytes[end] == 0x20 {
      if end > start, count < wordLimit { entries.append((start..<end, articleRow)) }
      count += 1
      start = end + 1
    }
  }

  /// In the table's own order, so that each of its pages is written once.
  func forEachSorted(_ visit: (ArraySlice<UInt8>, Int64) throws(SQLiteError) -> Void) throws(SQLiteError) {
    let sorted = bytes.withUnsafeBufferPointer { bytes in
      entries.sorted { left, right in
        let (first, second) = (bytes[left.word], bytes[right.word])
        if first.elementsEqual(second) { return left.articleRow < right.articleRow }
        return first.lexicographicallyPrecedes(second)
      }
    }
    for entry in sorted { try visit(bytes[entry.word], entry.articleRow) }
  }
}
