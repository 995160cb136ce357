import NewsModel
import NewsStore
import ReaderUI

/// Effects that concern search and what is filed: tags, groups, kept queries.
extension EffectRunner {
  /// While somebody types, a search begins when no other letter comes at once; one that has not begun is dropped for the next.
  func search(_ request: SearchRequest) {
    let store = editions.current
    let now = now()
    start(.search) {
      if request.isTyping { try await Task.sleep(for: Self.typingPause) }
      return .found(try await store.search(request, now: now))
    }
  }

  /// Waits for the key after the one that chose the word, as a typed search does.
  func count(_ request: WordCountRequest) {
    let store = editions.current
    let now = now()
    start(.wordCount) {
      try await Task.sleep(for: Self.typingPause)
      let page = try await store.search(SearchRequest(text: request.query, limit: Self.countedHits), now: now)
      return .wordCounted(request, request.count(in: page))
    }
  }

  /// So many that a rare word's own story is among them.
  private static let countedHits = 50

  func loadTagPage(_ name: String) {
    let store = editions.current
    let now = now()
    start(.tags) { .tagPageLoaded(name, try await store.tagPage(name, now: now)) }
  }

  func change(_ change: TagChange) {
    let store = editions.current
    start(nil) { [editions] in
      switch change {
      case .rename(let name, let other): try await store.renameTag(name, to: other)
      case .merge(let name, let other): try await store.mergeTags([name], into: other)
      // Of the old name: where the new one was another tag's too, the two part.
      case .split(let name, _), .takeBackRename(let name, _): try await store.splitTag(name)
      }
      return .storeChanged(editions.edition)
    }
  }

  func loadSavedQueries(hiding id: ArticleID?) {
    let store = editions.current
    let now = now()
    start(.queries) {
      var rule: SavedQuery?
      if let id { rule = try await store.mutingRule(of: id) }
      return .savedQueriesLoaded(try await store.savedQueries(now: now), hiding: rule)
    }
  }

  func save(_ query: SavedQuery) {
    let store = editions.current
    let now = now()
    start(nil) { .querySaved(try await store.save(query, now: now)) }
  }

  func remove(_ query: SavedQuery) {
    let store = editions.current
    start(nil) {
      try await store.removeSavedQuery(query.id)
      return .queryRemoved(query)
    }
  }

  func awaitPause(_ number: Int) {
    // Nobody waits for it.
    unawaited { [post] in
      try? await Task.sleep(for: .milliseconds(SearchState.pauseMilliseconds))
      post(.typingPaused(number))
    }
  }

  /// Two letters of a quick typist are some 60 ms apart; an answer within 100 ms of the last one feels immediate.
  private static let typingPause = Duration.milliseconds(25)
}
