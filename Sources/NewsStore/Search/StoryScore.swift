internal import CSQLite

/// How well a story's text answers a query: BM25F (Robertson, Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields")
/// over the four columns of the index, and more where words that were asked for stand close together.
///
/// FTS5's own bm25() counts each spelling of a word as a word of its own, and counts a query's words over the whole index each time; here
/// the spellings and forms of one word are one group, whose weight is known from the vocabulary.
enum StoryScore {
  /// A phrase of the match expression.
  struct Phrase {
    /// The word of the query that it stands for.
    var group: Int
    /// What an occurrence counts beside one of the word itself, up to 1.
    var factor: Double
    /// Whether it is only heard in the word.
    var isSound: Bool
  }

  /// What is taken off the score of a story that has one of the words only by its sound.
  static let soundPenalty = 1_000.0

  /// Words of a body that are usual: longer ones count less for each word found.
  private static let usualWordCount = 350.0
  /// Occurrences beyond these tell nothing more, and nobody pays for them.
  private static let occurrenceLimit: Int32 = 2_000
  /// Weights of title, lead, body, about.
  private static let columnWeights = [5.0, 2.0, 1.0, 2.0]

  /// The argument that `story_score` takes: what the phrases of the expression are, in its order, and the weight of each group.
  static func argument(_ phrases: [Phrase], groupWeights: [Double]) -> SQLValue {
    var numbers = [Double(groupWeights.count)] + groupWeights
    for phrase in phrases { numbers += [Double(phrase.group), phrase.isSound ? -phrase.factor : phrase.factor] }
    return .blob(numbers.withUnsafeBytes { [UInt8]($0) })
  }

  /// Makes `story_score(search, argument)` known to a connection.
  static func register(on database: OpaquePointer) throws(SQLiteError) {
    guard let api = fts5(database) else {
      throw SQLiteError(code: SQLITE_ERROR, message: "This SQLite has no FTS5.", sql: nil)
    }
    let code = api.pointee.xCreateFunction(api, "story_score", nil, score, nil)
    guard code == SQLITE_OK else {
      throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(database)), sql: nil)
    }
  }

  /// As sqlite.org/fts5.html, 7, has it.
  private static func fts5(_ database: OpaquePointer) -> UnsafeMutablePointer<fts5_api>? {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else { return nil }
    var api: UnsafeMutablePointer<fts5_api>?
    // SQLite keeps the name's address until the statement is done: a `String` would be gone by then.
    let name: StaticString = "fts5_api_ptr"
    withUnsafeMutablePointer(to: &api) { place in
      name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
        _ = sqlite3_bind_pointer(statement, 1, place, $0, nil)
      }
      sqlite3_step(statement)
    }
    return api
  }

  private static let score: fts5_extension_function = { api, fts, context, valueCount, values in
    guard let api, valueCount == 1, let value = values?[0], let bytes = sqlite3_value_blob(value) else {
      return sqlite3_result_null(context)
    }
    let numbers = UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))
    var tally = Tally(numbers)
    var count: Int32 = 0
    guard api.pointee.xInstCount(fts, &count) == SQLITE_OK else { return sqlite3_result_null(context) }
    for index in 0..<min(count, occurrenceLimit) {
      var phrase: Int32 = 0
      var column: Int32 = 0
      var offset: Int32 = 0
      guard api.pointee.xInst(fts, index, &phrase, &column, &offset) == SQLITE_OK else { break }
      tally.count(phrase: Int(phrase), column: Int(column), offset: Int(offset))
    }
    var wordCount: Int32 = 0
    _ = api.pointee.xColumnSize(fts, 2, &wordCount)
    sqlite3_result_double(context, tally.score(wordCount: Double(wordCount)))
  }

  /// What one story has of the words.
  private struct Tally {
    private let numbers: UnsafeRawBufferPointer
    private let groupCount: Int
    private let phraseCount: Int
    private var frequencies: [Double]
    private var isHeardOnly: [Bool]
    /// How well the best of its words matches, by group.
    private var bestFactors: [Double]
    private var nearness = 0.0
    private var last: (group: Int, column: Int, offset: Int)?

    init(_ numbers: UnsafeRawBufferPointer) {
      self.numbers = numbers
      let count = numbers.count / 8
      groupCount = count == 0 ? 0 : min(Int(numbers.loadUnaligned(as: Double.self)), count - 1)
      phraseCount = max(0, (count - 1 - groupCount) / 2)
      frequencies = Array(repeating: 0, count: groupCount)
      isHeardOnly = Array(repeating: true, count: groupCount)
      bestFactors = Array(repeating: 0, count: groupCount)
    }

    private func number(_ index: Int) -> Double {
      numbers.loadUnaligned(fromByteOffset: index * 8, as: Double.self)
    }

    private func weight(_ group: Int) -> Double { number(1 + group) }

    mutating func count(phrase: Int, column: Int, offset: Int) {
      guard phrase < phraseCount else { return }
      let group = Int(min(number(1 + groupCount + phrase * 2), Double(groupCount)))
      let factor = number(2 + groupCount + phrase * 2)
      guard group < groupCount else { return }
      frequencies[group] += abs(factor) * columnWeights[min(column, columnWeights.count - 1)]
      if factor > 0 { isHeardOnly[group] = false }
      bestFactors[group] = max(bestFactors[group], abs(factor))
      if let last, last.group != group, last.column == column, offset - last.offset <= 8 {
        let distance = Double(max(1, offset - last.offset))
        nearness = max(nearness, min(weight(last.group), weight(group)) / (distance * distance))
      }
      last = (group, column, offset)
    }

    func score(wordCount: Double) -> Double {
      let saturation = 1.2 * (0.6 + 0.4 * wordCount / usualWordCount)
      var score = nearness
      var penalty = 0.0
      for group in 0..<groupCount where frequencies[group] > 0 {
        var part = weight(group) * frequencies[group] / (frequencies[group] + saturation)
        if isHeardOnly[group] {
          // It may be another word: a word that sounds half as near, however often it stands there, tells half as much.
          part *= bestFactors[group]
          penalty = soundPenalty
        }
        score += part
      }
      return score - penalty
    }
  }
}
