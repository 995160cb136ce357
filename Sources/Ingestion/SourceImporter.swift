public import NewsModel
public import NewsParsing
public import NewsStore

/// Brings files and fetched documents into the store, whatever they are: pages saved as text or as HTML, feeds. What one is, its
/// content tells, not its name.
public struct SourceImporter: Sendable {
  private let store: ArticleStore
  private let knowledge: PageKnowledge

  public init(store: ArticleStore, knowledge: PageKnowledge = PageKnowledge()) {
    self.store = store
    self.knowledge = knowledge
  }

  /// Imports `sources`; a refused one does not hold up the others. Cancelling and failures of the store: see
  /// ``PageImporter/importPages(_:now:progress:)``.
  ///
  /// - Parameter progress: told how many are done.
  /// - Parameter analysis: told how many stories are analysed.
  /// - Returns: what became of each, in their order.
  public func importAll(
    _ sources: [SourcePage], now: Timestamp, progress: @escaping @Sendable (_ doneCount: Int) -> Void = { _ in },
    analysis: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async -> [ImportOutcome] {
    let feedIndices = sources.indices.filter { isFeed(sources[$0]) }
    let feeds = Set(feedIndices)
    let pageIndices = sources.indices.filter { !feeds.contains($0) }
    var outcomes: [Int: ImportOutcome] = [:]
    for (count, index) in feedIndices.enumerated() {
      outcomes[index] =
        Task.isCancelled
        ? .refused(.cancelled) : await FeedFileImport(store: store).importFeed(sources[index], now: now)
      progress(count + 1)
    }
    let pages = await PageImporter(store: store, knowledge: knowledge)
      .importPages(
        pageIndices.map { sources[$0] }, now: now, progress: { progress(feedIndices.count + $0) }, analysis: analysis)
    for (index, outcome) in zip(pageIndices, pages) { outcomes[index] = outcome }
    return sources.indices.map { index in
      guard let outcome = outcomes[index] else { preconditionFailure("Every source is decided when an import ends.") }
      return outcome
    }
  }

  /// A file that cannot be read counts as a page, which is refused with the system's words when its turn comes.
  private func isFeed(_ source: SourcePage) -> Bool {
    guard let bytes = try? source.read() else { return false }
    if case .feed = FeedSniffer.sniff(bytes) { return true }
    return false
  }
}

/// Imports one feed from a file or an address, without subscribing to it.
struct FeedFileImport: Sendable {
  let store: ArticleStore

  func importFeed(_ source: SourcePage, now: Timestamp) async -> ImportOutcome {
    let bytes: [UInt8]
    do { bytes = try source.read() } catch { return .refused(.unreadable(String(describing: error))) }
    let parsed: ParsedFeed
    do throws(FeedParseError) {
      parsed = try FeedParser.parse(bytes, contentType: source.contentType, baseURL: source.url)
    } catch {
      return .refused(.notAFeed(error))
    }
    do {
      let feed = try await feed(of: parsed, source)
      let items = ListedItem.items(
        of: parsed, as: feed.id, declaredLanguages: [feed.language, ItemLanguage.guess(of: parsed), parsed.language])
      let counts = try await store.transaction { store throws(StoreError) in
        try store.save(feed)
        return try ItemListing(feed: feed.id, now: now).list(items, in: store)
      }
      try await StoryUnderstanding(store: store).understandAll()
      return .importedFeed(
        new: counts.new, updated: counts.updated, unchanged: items.count - counts.new - counts.updated,
        title: feed.title,
        notes: parsed.notes)
    } catch let error as StoreError {
      return .refused(.notStored(error))
    } catch {
      return .refused(.cancelled)
    }
  }

  /// The feed by its address where it is known, so that subscribing to it later finds its stories.
  private func feed(of parsed: ParsedFeed, _ source: SourcePage) async throws(StoreError) -> Feed {
    let address = (source.url ?? parsed.selfURL ?? parsed.siteURL).flatMap(WebAddress.normalised)
    let title = parsed.title ?? source.name
    let id = FeedID(rawValue: address ?? "feed:" + title)
    // What the reader subscribes to keeps its name and language.
    if let known = try await store.subscription(id) { return known.feed }
    return Feed(id: id, title: title, language: nil)
  }
}

/// The stories that a feed would be in an empty store: for showing what was understood without storing it.
public func provisionalArticles(from feed: ParsedFeed, at address: String?) -> [Article] {
  let id = FeedID(rawValue: (address ?? feed.selfURL ?? feed.siteURL).flatMap(WebAddress.normalised) ?? "feed:")
  let languages = [ItemLanguage.guess(of: feed), feed.language]
  return ListedItem.items(of: feed, as: id, declaredLanguages: languages).map { listed in
    var article = listed.article
    let understood = StoryUnderstanding.understood(
      RawStory(
        row: 0, fingerprint: listed.fingerprint, id: article.id, title: article.title, url: article.url,
        language: article.language, completeness: article.completeness, raw: listed.raw))
    article.body = understood.body
    article.dek = understood.dek
    article.language = understood.language
    article.completeness = understood.completeness
    return article
  }
}
