import NewsModel
import NewsStore

/// The stories that the options of `khabar list` mean; `khabar export` has the same.
struct StorySelection {
  var query = HeadlineQuery()
  /// Nil is all.
  var limit: Int?

  /// What could not be understood of a query, for people: a sentence, the query, and where in it.
  struct BadQuery: Error {
    var lines: [String]
  }

  /// Rows asked for at once: memory does not grow with the store.
  private static let pageRows = 500

  /// - Throws: ``BadQuery``; `CommandFailure.noSuchQuery` for a smart list that is not there.
  init(_ options: Arguments.ListOptions, _ runner: CommandRunner, _ store: ArticleStore) async throws {
    query.tags = options.tags
    query.section = options.section
    query.feed = options.feed
    query.isUnreadOnly = options.isUnreadOnly
    query.isStarredOnly = options.isStarredOnly
    query.isGrouped = options.isGrouped
    limit = options.limit
    if let text = options.query { query.filter = try Self.parsed(text, runner).alsoByTitleBeginnings }
    if let name = options.list {
      guard let list = try await store.savedQuery(named: name, .list) else {
        throw CommandFailure.noSuchQuery(name, .list)
      }
      let saved = try Self.parsed(list.text, runner)
      query.filter = query.filter.map { .and([saved, $0]) } ?? saved
    }
  }

  /// Gives the headlines, newest first.
  func forEach(in store: ArticleStore, _ take: (Headline) async throws -> Void) async throws {
    var start = 0
    while true {
      let wanted = min(Self.pageRows, (limit ?? .max) - start)
      let rows = wanted > 0 ? try await store.headlines(query, start: start, limit: wanted).rows : []
      if rows.isEmpty { return }
      for headline in rows { try await take(headline) }
      start += rows.count
    }
  }

  private static func parsed(_ text: String, _ runner: CommandRunner) throws -> StoryQuery {
    do throws(QueryTrouble) { return try StoryQuery(parsing: text, today: runner.now) } catch {
      throw BadQuery(lines: QueryPointer(text, error, try runner.settings()).lines)
    }
  }
}
