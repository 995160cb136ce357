internal import IndicText
internal import NewsModel
internal import NewsParsing
internal import NewsStore

/// Stores one page as the story that it is.
enum StorySaving {
  /// Runs inside a transaction of the caller's, so that the decision and what follows from it are one.
  static func save(
    _ page: ExtractedArticle, in store: isolated ArticleStore, now: Timestamp
  ) throws(StoreError) -> ImportOutcome {
    let feed = Feed(of: page)
    let article: Article
    switch StoryIdentity(page).decision(among: try candidates(for: page, feed: feed, in: store)) {
    case .earlierVersion(let stored):
      return .imported(.unchanged, stored.id, title: stored.title, notes: page.notes)
    case .version(let stored):
      article = version(page, of: stored, feed: feed)
    case .new:
      article = Article(page, feed: feed, identity: try freeIdentity(for: page, feed: feed, in: store))
    }
    // A story that a feed brought first stays that feed's.
    let home = article.feed == feed.id ? feed : Feed(id: article.feed, title: "")
    let changes = try store.save([article], from: home, now: now)
    let change: ImportOutcome.Change =
      !changes.new.isEmpty ? .new : !changes.updated.isEmpty ? .updated : .unchanged
    let id = (changes.new + changes.updated + changes.unchanged).first ?? article.id
    return .imported(change, id, title: article.title, notes: page.notes)
  }

  /// An identity that no other story has: two columns of one day may have one headline.
  private static func freeIdentity(
    for page: ExtractedArticle, feed: Feed, in store: isolated ArticleStore
  ) throws(StoreError) -> String {
    var number = 1
    while true {
      let identity = StoryIdentity.new(for: page, feed: feed.id, number: number)
      if try store.article(identity: identity, feed: feed.id) == nil { return identity }
      number += 1
    }
  }

  /// Stored stories that the page may be a version of: by address wherever they came from, by headline those of the publisher.
  private static func candidates(
    for page: ExtractedArticle, feed: Feed, in store: isolated ArticleStore
  ) throws(StoreError) -> [Article] {
    let key = SearchKey.fold(page.title)
    var candidates: [Article] = []
    for candidate in try store.candidates(urlKey: page.url.flatMap(WebAddress.storyKey), titleKey: key)
    where candidate.feed != feed.id || page.url != nil && candidate.url == page.url {
      guard Publisher.publishes(page, candidate) else { continue }
      // A listed story's text may not have been looked into yet.
      if let raw = try store.rawStory(candidate.id) { try store.finish([StoryUnderstanding.understood(raw)]) }
      if let article = try store.story(candidate.id)?.article { candidates.append(article) }
    }
    if !key.isEmpty {
      candidates += try store.candidates(titleKey: key, feed: feed.id, near: page.modified ?? page.published)
    }
    return candidates
  }

  /// A new version of a stored story. Dates and an address that the page does not tell this time are kept.
  private static func version(_ page: ExtractedArticle, of stored: Article, feed: Feed) -> Article {
    var article = Article(page, feed: Feed(id: stored.feed, title: ""), identity: stored.identity)
    article.id = stored.id
    article.completeness = stored.feed == feed.id ? article.completeness : .page
    article.url = page.url ?? stored.url
    article.published = page.published ?? stored.published
    if page.published == nil, page.modified == nil { article.modified = stored.modified }
    return article
  }
}
