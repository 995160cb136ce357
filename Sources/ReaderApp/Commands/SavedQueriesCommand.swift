import NewsModel
import NewsStore
import ReaderUI

/// `khabar lists` and `khabar mute`: queries that are kept, as lists of their own or as rules that hide what they find.
struct SavedQueriesCommand {
  var runner: CommandRunner
  var use: SavedQuery.Use

  private struct Entry: Encodable {
    var name: String
    var query: String
    var count: Int?
    var unread: Int?
  }

  /// - Returns: 2 for a text that is no query.
  func run(_ action: Arguments.SavedQueryAction) async throws -> Int32 {
    let store = try runner.openStore()
    switch action {
    case .list: try await list(store)
    case .add(let name, let text):
      do throws(StoreError) {
        let saved = try await store.save(SavedQuery(name: name, text: text, use: use), now: runner.now)
        let count = saved.storyCount ?? 0
        switch use {
        case .list: tell("“\(name)”: \(count) stories")
        case .mute:
          tell("“\(name)”: \(count) stories are hidden; `khabar mute remove` brings them back.")
        }
      } catch {
        guard case .badQuery(let trouble) = error.kind else { throw error }
        Output.message(QueryPointer(text, trouble, try runner.settings()).lines.joined(separator: "\n"))
        return 2
      }
    case .remove(let name):
      let query = try await self.query(name, in: store)
      try await store.removeSavedQuery(query.id)
      tell("“\(query.name)” is gone. It was: \(query.text)")
    case .rename(let name, let newName):
      var query = try await self.query(name, in: store)
      query.name = newName
      try await store.save(query, now: runner.now)
      tell("“\(name)” is “\(newName)” now.")
    case .why(let id):
      let story = try await runner.story(withPrefix: id, in: store)
      guard let rule = try await store.mutingRule(of: story.id) else {
        tell("This story is not hidden.")
        return 0
      }
      tell("The rule “\(rule.name)” hides it: \(rule.text)")
    }
    return 0
  }

  private func list(_ store: ArticleStore) async throws {
    let queries = try await store.savedQueries(now: runner.now).filter { $0.use == use }
    if runner.arguments.isJSON {
      let entries = queries.map {
        Entry(name: $0.name, query: $0.text, count: $0.storyCount, unread: $0.unreadCount)
      }
      Output.data(try JSONText.encoded([use == .list ? "lists" : "rules": entries]))
      return
    }
    for query in queries { Output.line("\(query.storyCount ?? 0)  \(query.name)  \(query.text)") }
    guard queries.isEmpty else { return }
    Output.message(
      use == .list
        ? runner.messages.say("There is no list yet; make one with `khabar lists add NAME QUERY`.")
        : runner.messages.say("Nothing is hidden yet; hide with `khabar mute add NAME QUERY`."))
  }

  private func query(_ name: String, in store: ArticleStore) async throws -> SavedQuery {
    guard let query = try await store.savedQuery(named: name, use) else { throw CommandFailure.noSuchQuery(name, use) }
    return query
  }

  private func tell(_ sentence: Sentence) {
    Output.line(runner.messages.say(sentence))
  }
}
