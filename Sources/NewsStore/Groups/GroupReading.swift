internal import NewsModel
internal import StoryAnalysis

/// Gathers what the stories of a group are to one another.
struct GroupReading {
  let connection: Connection

  private struct Member {
    var row: Int64
    var feed: Int64
    var sketch: ShingleSketch
  }

  /// Nil for a story that is alone or not stored.
  func group(of id: ArticleID) throws(SQLiteError) -> StoryGroup? {
    let articles = ArticleTable(connection: connection)
    guard let row = try articles.row(of: id), let group = try GroupTable(connection: connection).groupRow(of: row)
    else { return nil }
    let rows = try connection.rows(
      """
      SELECT a.article_row, a.feed_row, v.sketch FROM article AS a
        LEFT JOIN story_vector AS v ON v.article_row = a.article_row
      WHERE a.group_row = ? ORDER BY a.list_date, a.id
      """, [.integer(group)]
    ) { Member(row: $0.integer(0), feed: $0.integer(1), sketch: ShingleSketch(bytes: $0.blob(2))) }
    let headlines = try HeadlineTable(connection: connection).headlines(rows: rows.map(\.row))
    guard rows.count > 1, headlines.count == rows.count else { return nil }
    var added = AddedSentences()
    var members: [StoryGroup.Member] = []
    for (member, headline) in zip(rows, headlines) {
      let body = ArticleBody(blocks: try BodyTable(connection: connection).blocks(of: member.row))
      let words = StoryWords(
        AnalysisInput(
          id: headline.id, title: headline.title, body: body, language: headline.language, date: headline.date))
      let credit = try connection.first("SELECT credit FROM article WHERE article_row = ?", [.integer(member.row)]) {
        $0.optionalText(0)
      }
      let relation = relation(member, to: rows[0])
      let new = added.next(words)
      members.append(
        StoryGroup.Member(
          headline: headline, relation: relation, agency: NewsAgency(words, credit: credit ?? nil)?.rawValue,
          added: relation == .first ? [] : new.map { Self.text(words.sentences[$0], body) }))
    }
    return StoryGroup(members: members, paperCount: Set(rows.map(\.feed)).count)
  }

  private func relation(_ member: Member, to first: Member) -> StoryGroup.Member.Relation {
    if member.row == first.row { return .first }
    return member.sketch.containment(in: first.sketch) >= GroupTable.copyContainment ? .copy : .retold
  }

  private static func text(_ sentence: StoryWords.Sentence, _ body: ArticleBody) -> String {
    let utf8 = body.blocks[sentence.blockIndex].text.utf8
    return String(
      decoding: utf8.dropFirst(sentence.utf8Range.lowerBound).prefix(sentence.utf8Range.count), as: UTF8.self)
  }
}
