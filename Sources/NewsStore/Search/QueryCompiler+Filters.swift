internal import IndicText
internal import NewsModel

extension QueryCompiler {
  /// What a story is filed under.
  func condition(_ filter: StoryQuery.Filter) throws(SQLiteError) -> SQLCondition {
    switch filter {
    case .tag(let name):
      guard let tag = try TagTable(connection: connection).row(named: name) else { return .never }
      return having("article_tag", "tag_row = ?", [.integer(tag)])
    case .section(let name): return SQLCondition(sql: "a.section_key = ?", arguments: [.text(SearchKey.fold(name))])
    case .feed(let name): return try Self.feed(try FeedTable(connection: connection).rows(like: name), connection)
    case .from(let seconds): return SQLCondition(sql: "a.list_date >= ?", arguments: [.integer(seconds)])
    case .until(let seconds): return SQLCondition(sql: "a.list_date < ?", arguments: [.integer(seconds)])
    case .unread: return SQLCondition(sql: "a.is_read = 0")
    case .starred: return SQLCondition(sql: "a.is_starred = 1")
    case .muted: return SQLCondition(sql: "a.muted_by IS NOT NULL")
    case .grouped: return SQLCondition(sql: "a.group_row IS NOT NULL")
    case .marked: return SQLCondition(sql: SentenceMarkTable.isMarked)
    case .noted: return SQLCondition(sql: SentenceMarkTable.isNoted)
    case .language(let code):
      // hi and hi-IN, not hif.
      return SQLCondition(
        sql: "(a.language = ? OR (a.language >= ? AND a.language < ?))",
        arguments: [.text(code), .text(code + "-"), .text(code + ".")])
    }
  }

  /// A word or phrase of the headline, by the table of headlines' words: that one has every story from its first moment.
  func title(_ term: StoryQuery.Term) throws(SQLiteError) -> SQLCondition {
    var conditions: [SQLCondition] = []
    for words in try expand(term) {
      guard let first = words.first else { continue }
      if words.count == 1, term.isPrefix {
        conditions.append(
          having("title_word", "word >= ? AND word < ?", TitleWordTable.range(ofWordsBeginningWith: first)))
      } else {
        var condition = having("title_word", "word = ?", [.text(first)])
        if words.count > 1 {
          let phrase = " " + words.joined(separator: " ") + (term.isPrefix ? "" : " ")
          condition.sql = "(\(condition.sql) AND instr(' ' || a.title_key || ' ', ?) > 0)"
          condition.arguments.append(.text(phrase))
        }
        conditions.append(condition)
      }
    }
    return .joined(conditions, isAll: false)
  }

  /// Whether the story has a row in `table`. A list gathers the stories that have one first; within a scope each story is looked up.
  private func having(_ table: String, _ condition: String, _ arguments: [SQLValue]) -> SQLCondition {
    let sql =
      scope == nil
      ? "a.article_row IN (SELECT article_row FROM \(table) WHERE \(condition))"
      : "EXISTS (SELECT 1 FROM \(table) AS h WHERE h.article_row = a.article_row AND \(condition))"
    return SQLCondition(sql: sql, arguments: arguments)
  }

  /// Stories of these feeds, those included that are at home elsewhere.
  static func feed(_ rows: [Int64], _ connection: Connection) throws(SQLiteError) -> SQLCondition {
    if rows.isEmpty { return .never }
    // Numbers of our own, not text of the query.
    let list = rows.map(String.init).joined(separator: ", ")
    if try FeedTable(connection: connection).hasGuests(rows) {
      return SQLCondition(
        sql: """
          (a.feed_row IN (\(list)) OR a.article_row IN
            (SELECT article_row FROM feed_item WHERE is_guest = 1 AND feed_row IN (\(list))))
          """)
    }
    return rows.count == 1
      ? SQLCondition(sql: "a.feed_row = ?", arguments: [.integer(rows[0])])
      : SQLCondition(sql: "a.feed_row IN (\(list))")
  }
}
