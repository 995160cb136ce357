import ReaderUI
import NewsModel
import NewsStore

/// `khabar list`: headlines, newest first.
struct ListCommand {
  var runner: CommandRunner

  /// Rows asked for at once: memory does not grow with the store.
  private static let pageRows = 500

  /// - Returns: 2 for a query that cannot be understood.
  func run(_ options: Arguments.ListOptions) async throws -> Int32 {
    let store = try runner.openStore()
    var query = HeadlineQuery()
    query.tags = options.tags
    query.section = options.section
    query.feed = options.feed
    query.isUnreadOnly = options.isUnreadOnly
    query.isStarredOnly = options.isStarredOnly
    query.isGrouped = options.isGrouped
    if let text = options.query {
      do throws(QueryTrouble) {
        query.filter = try StoryQuery(parsing: text, today: runner.now).alsoByTitleBeginnings
      } catch {
        Output.message(QueryPointer(text, error, try runner.settings()).lines.joined(separator: "\n"))
        return 2
      }
    }
    if let name = options.list {
      guard let list = try await store.savedQuery(named: name, .list) else {
        throw CommandFailure.noSuchQuery(name, .list)
      }
      do throws(QueryTrouble) {
        let saved = try StoryQuery(parsing: list.text, today: runner.now)
        query.filter = query.filter.map { .and([saved, $0]) } ?? saved
      } catch {
        Output.message(QueryPointer(list.text, error, try runner.settings()).lines.joined(separator: "\n"))
        return 2
      }
    }
    if runner.arguments.isJSON {
      var items: [JSONFeedDocument.Item] = []
      try await forEach(query, limit: options.limit, in: store) { headline in
        guard let story = try await store.story(headline.id) else { return }
        items.append(.init(story: story).withoutBody)
      }
      Output.data(try JSONFeedDocument(title: runner.phrases(.allStories), items: items).encoded())
      return 0
    }
    let settings = ReaderSettings(script: runner.script)
    var count = 0
    try await forEach(query, limit: options.limit, in: store) { headline in
      Output.line(Self.line(headline, settings))
      count += 1
    }
    if count == 0 {
      let isEmpty = try await store.articleCount() == 0
      Output.message(
        isEmpty
          ? runner.phrases(.emptyStore) + " "
            + runner.messages.say(
              "khabar import फ़ाइल से लाएँ।", "khabar import फाइल ने आणा.", "Bring some with khabar import FILE.")
          : runner.phrases(.noMatch))
    }
    return 0
  }

  /// "ID  2019-11-03 08:21  ●★  भारत  शीर्षक", the parts two blanks apart.
  private static func line(_ headline: Headline, _ settings: ReaderSettings) -> String {
    let date = headline.date.rfc3339
    let marks = (headline.isRead ? " " : "●") + (headline.isStarred ? "★" : " ")
    return [
      headline.id.rawValue, String(date.prefix(10)) + " " + date.dropFirst(11).prefix(5), marks,
      settings.shown(headline.section ?? "–"), settings.shown(headline.title, language: headline.language),
    ].joined(separator: "  ")
  }

  private func forEach(
    _ query: HeadlineQuery, limit: Int?, in store: ArticleStore, _ take: (Headline) async throws -> Void
  ) async throws {
    var start = 0
    while true {
      let wanted = min(Self.pageRows, (limit ?? .max) - start)
      let rows = wanted > 0 ? try await store.headlines(query, start: start, limit: wanted).rows : []
      if rows.isEmpty { return }
      for headline in rows { try await take(headline) }
      start += rows.count
    }
  }
}
