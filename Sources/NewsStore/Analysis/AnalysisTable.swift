internal import NewsModel
internal import StoryAnalysis

/// What analysis reads of stories and what it leaves in the store.
struct AnalysisTable {
  let connection: Connection

  /// Raised when analysis finds other things than before in the same story.
  static let version: Int64 = 1

  /// Stories that wait, in the order of work.
  func rows() throws(SQLiteError) -> [Int64] {
    WorkOrder.rows(
      try connection.rows("SELECT article_row, list_date FROM article WHERE analysis < 0 ORDER BY list_date DESC, id") {
        ($0.integer(0), $0.integer(1))
      })
  }

  /// - Parameter bodies: texts that are known already, by row.
  func stories(_ rows: ArraySlice<Int64>, bodies: [Int64: ArticleBody] = [:]) throws(SQLiteError) -> [UnanalysedStory] {
    var stories: [UnanalysedStory] = []
    stories.reserveCapacity(rows.count)
    for row in rows {
      if let story = try story(row, body: bodies[row]) { stories.append(story) }
    }
    return stories
  }

  /// - Parameter vocabulary: brought up to date, and kept by the caller for the next time.
  func wordCounts(of stories: [StoryWords], _ vocabulary: inout Vocabulary) throws(SQLiteError) -> WordCounts {
    try refresh(&vocabulary)
    let terms = TermTable(connection: connection)
    var counts = WordCounts(storyCount: try storyCount())
    for words in stories {
      let numbers = try vocabulary.numbers(of: words.table, terms: terms)
      counts.frequencies.append(numbers.numbers.map { vocabulary.count(Int($0)) })
      counts.vocabularyNumbers.append(numbers)
    }
    return counts
  }

  /// In how many stories each of a story's words is, in the order of their numbers.
  func frequencies(of words: StoryWords, _ vocabulary: inout Vocabulary) throws(SQLiteError) -> [Int] {
    try refresh(&vocabulary)
    let numbers = try vocabulary.numbers(of: words.table, terms: TermTable(connection: connection))
    return numbers.numbers.map { vocabulary.count(Int($0)) }
  }

  /// Forgets what others may have changed.
  private func refresh(_ vocabulary: inout Vocabulary) throws(SQLiteError) {
    let version = try connection.first("PRAGMA data_version") { $0.integer(0) }
    if vocabulary.dataVersion != version { vocabulary.removeAll() }
    vocabulary.trim()
    vocabulary.dataVersion = version
  }

  /// Keeps what was found out about stories, but for their entries in the index, which ``write(_:_:isMergedLater:)`` writes.
  func gather(
    _ stories: [AnalysedStory], _ vocabulary: inout Vocabulary, _ gathered: inout GatheredAnalysis
  ) throws(SQLiteError) {
    try refresh(&vocabulary)
    var fresh: [AnalysedStory] = []
    var isNew: [Bool] = []
    for story in stories {
      guard let isNewStory = try isNewToIndex(story.story) else { continue }
      fresh.append(story)
      isNew.append(isNewStory)
    }
    try countTerms(of: fresh, isNew, &vocabulary)
    let order = fresh.indices.sorted {
      (fresh[$0].story.input.date.secondsSince1970, $0) < (fresh[$1].story.input.date.secondsSince1970, $1)
    }
    for index in order { try keep(fresh[index], isNew: isNew[index], &gathered.names) }
    let search = SearchTable(connection: connection)
    for index in order {
      let story = fresh[index].story
      let number = try search.number(story.row, date: story.input.date, version: Self.version)
      gathered.entries.append(.init(number, of: story.row, fresh[index].words))
    }
    gathered.groups.remember(fresh)
    for index in order where fresh[index].profile != nil {
      try gathered.groups.place(fresh[index], isNew: isNew[index])
    }
  }

  /// Writes what was gathered of the index, and what depends on it.
  ///
  /// - Parameter isMergedLater: the index's pieces are merged when all batches are kept, and not before.
  func write(
    _ gathered: inout GatheredAnalysis, _ vocabulary: inout Vocabulary, isMergedLater: Bool
  ) throws(SQLiteError) {
    try gathered.names.write()
    if !isMergedLater || vocabulary.uncounted.storyCount >= Self.uncountedStoryLimit {
      try vocabulary.writeCounts(terms: TermTable(connection: connection))
    }
    let search = SearchTable(connection: connection)
    // From old to new, as the index wants them.
    let entries = gathered.entries.sorted { $0.number < $1.number }
    func enterAll() throws(SQLiteError) {
      for entry in entries { try search.enter(entry) }
    }
    if isMergedLater { try search.withoutMerging(enterAll) } else { try enterAll() }
    try MuteRuleTable(connection: connection).apply(to: entries.map(\.articleRow))
  }

  /// The words' counts stay: the same stories will have the same words.
  func beginAnew() throws(SQLiteError) {
    try SearchTable(connection: connection).removeAll()
    try NameCandidateTable(connection: connection).removeAll()
    try VectorTable(connection: connection).removeAll()
    try GroupTable(connection: connection).removeAll()
    try connection.run("UPDATE article SET analysis = -1 WHERE analysis > 0")
    try SettingTable(connection: connection).set(Self.anewSetting, to: "1")
  }

  func isReanalysing() throws(SQLiteError) -> Bool {
    guard try SettingTable(connection: connection).value(Self.anewSetting) != nil else { return false }
    return try connection.first("SELECT 1 FROM article WHERE analysis < 0 LIMIT 1") { _ in true } ?? false
  }
}

extension AnalysisTable {
  private func story(_ articleRow: Int64, body: ArticleBody?) throws(SQLiteError) -> UnanalysedStory? {
    let key: [SQLValue] = [.integer(articleRow)]
    let found = try connection.first(
      """
      SELECT a.analysis, a.id, a.title, a.dek, a.credit, a.section, a.language, a.list_date, a.list_offset, a.is_dated,
        coalesce((SELECT nullif(s.name, '') FROM subscription AS s WHERE s.feed_row = f.feed_row), f.title)
      FROM article AS a JOIN feed AS f ON f.feed_row = a.feed_row WHERE a.article_row = ? AND a.analysis < 0
      """, key
    ) { row in
      UnanalysedStory(
        row: articleRow, revision: row.integer(0),
        input: AnalysisInput(
          id: ArticleID(rawValue: row.text(1)), title: row.text(2), dek: row.optionalText(3), body: ArticleBody(),
          credit: row.optionalText(4), section: row.optionalText(5), source: row.text(10), language: row.text(6),
          date: Timestamp(secondsSince1970: row.integer(7), utcOffsetSeconds: row.int(8)), isDated: row.flag(9)))
    }
    guard var story = found else { return nil }
    if let body {
      story.input.body = body
    } else {
      story.input.body.blocks = try BodyTable(connection: connection).blocks(of: articleRow)
    }
    story.input.highlights = try connection.rows(
      "SELECT text FROM highlight WHERE article_row = ? AND origin = ? ORDER BY position",
      key + [.text(Highlight.Origin.publisher.rawValue)]
    ) { $0.text(0) }
    story.input.tags = try TagTable(connection: connection)
      .names(of: articleRow, by: [.publisher, .reader])
    story.input.authors = try connection.rows("SELECT name FROM author WHERE article_row = ? ORDER BY position", key) {
      $0.text(0)
    }
    return story
  }

  /// Whether a story is new to the index; nil when it is another by now than the one that was analysed.
  private func isNewToIndex(_ story: UnanalysedStory) throws(SQLiteError) -> Bool? {
    try connection.first(
      "SELECT search_row IS NULL FROM article WHERE article_row = ? AND analysis = ?",
      [.integer(story.row), .integer(story.revision)]
    ) { $0.flag(0) }
  }

  /// Stories whose words were counted.
  func storyCount() throws(SQLiteError) -> Int {
    try connection.first("SELECT value FROM setting WHERE name = ?", [.text(Self.countSetting)]) { Int($0.text(0)) }
      .flatMap { $0 } ?? 0
  }

  /// Of so many stories at most the words are missing in the counts when the process is ended by force. They weigh words, and weigh them no
  /// other way for that.
  private static let uncountedStoryLimit = 5_000

  /// There since all stories were made to wait.
  private static let anewSetting = "analysis.anew"
  /// Stories whose words were counted; `term.stories` is a share of it.
  static let countSetting = "analysis.countedStories"

  /// Counts the words of stories that are new to the index. A story that comes again may have other words now; so few do that the counts,
  /// which only weigh words, are left as they are.
  private func countTerms(
    of stories: [AnalysedStory], _ isNew: [Bool], _ vocabulary: inout Vocabulary
  ) throws(SQLiteError) {
    let terms = TermTable(connection: connection)
    // By the vocabulary's numbers: new words in the order in which they were seen.
    var counts = ContiguousArray<Int32>(repeating: 0, count: vocabulary.table.count)
    var asked: [Int] = []
    var newCount = 0
    for (story, isNew) in zip(stories, isNew) {
      if isNew { newCount += 1 }
      var numbers = story.vocabularyNumbers
      if numbers?.generation != vocabulary.generation {
        numbers = try vocabulary.numbers(of: story.words.table, terms: terms)
        counts += repeatElement(0, count: max(0, vocabulary.table.count - counts.count))
      }
      for number in numbers?.numbers ?? [] {
        // Words that the story did not have before must be known all the same: searches begin with the vocabulary.
        if isNew { counts[Int(number)] += 1 } else { asked.append(Int(number)) }
      }
    }
    for number in asked where counts[number] == 0 { try vocabulary.count(number, storyCount: 0, terms: terms) }
    for number in counts.indices where counts[number] > 0 {
      try vocabulary.count(number, storyCount: Int(counts[number]), terms: terms)
    }
    vocabulary.uncounted.storyCount += newCount
    if newCount > 0 {
      try SettingTable(connection: connection).set(Self.countSetting, to: String(try storyCount() + newCount))
    }
  }

  /// - Parameter isNew: nothing is there of an earlier analysis.
  private func keep(_ analysed: AnalysedStory, isNew: Bool, _ names: inout NameVouching) throws(SQLiteError) {
    let row = analysed.story.row
    let key = SQLValue.integer(row)
    try VectorTable(connection: connection).set(analysed.vector, analysed.sketch, of: row)
    let extracted = SQLValue.text(Highlight.Origin.extracted.rawValue)
    if !isNew {
      try connection.run("DELETE FROM highlight WHERE article_row = ? AND origin = ?", [key, extracted])
      // What other stories gave it goes with the rest.
      try names.write()
      try NameCandidateTable(connection: connection).remove(of: row)
      // Fewer stories may vouch for a name now than it remembers.
      names = try NameVouching(connection: connection)
    }
    let first = analysed.story.input.highlights.count
    for (position, highlight) in analysed.highlights.enumerated() {
      try connection.run(
        "INSERT INTO highlight (article_row, position, origin, text) VALUES (?, ?, ?, ?)",
        [key, SQLValue(first + position), .text(highlight.origin.rawValue), .text(highlight.text)])
    }
    try names.add(analysed.names, of: row)
  }
}
