import Ingestion
import NewsModel
import NewsParsing
import NewsStore
import ReaderUI

/// `khabar feeds`: the list of feeds. Changes nothing but the list; `khabar refresh` fetches.
struct FeedsCommand {
  var runner: CommandRunner

  /// - Returns: 1 when something could not be done.
  func run(_ action: Arguments.FeedsAction) async throws -> Int32 {
    switch action {
    case .list: try await list()
    case .add(let addresses, let options): return try await add(addresses, options)
    case .remove(let names): try await remove(names)
    case .discover(let address): try await discover(address)
    case .importList(let file): return try await importList(file)
    case .export: try await export()
    case .catalogue(let options):
      try await CatalogueCommand(runner: runner).run(
        CatalogueCommand.Options(language: options.language, state: options.state, section: options.section))
    }
    return 0
  }
}

// MARK: - The list

extension FeedsCommand {
  private func list() async throws {
    let store = try runner.openStore()
    let subscriptions = try await store.subscriptions()
    let counts = try await store.feedCounts()
    if runner.arguments.isJSON {
      let feeds = subscriptions.map {
        FeedsDocument.Entry($0, counts: counts[$0.feed.id] ?? FeedCounts(), messages: runner.messages)
      }
      Output.data(try JSONText.encoded(["feeds": feeds]))
      return
    }
    for subscription in subscriptions {
      let count = counts[subscription.feed.id] ?? FeedCounts()
      let folders = subscription.folders.filter { !$0.isEmpty }.map { $0.joined(separator: "/") }
      let tags = subscription.tags.map { "#" + $0 }
      Output.line(
        ([
          "\(count.unread)/\(count.total)", subscription.displayName, subscription.address,
          (folders + tags).joined(separator: " "),
        ]).filter { !$0.isEmpty }.joined(separator: "  "))
      if let trouble = subscription.health.trouble { Output.line("    ! " + runner.messages.trouble(trouble)) }
    }
    if subscriptions.isEmpty { Output.message(runner.messages.sentence(for: CommandFailure.noFeeds)) }
  }

  private func remove(_ names: [String]) async throws {
    let store = try runner.openStore()
    let all = try await store.subscriptions()
    let found = try names.flatMap { try FeedNames.feeds(named: $0, in: all) }
    for subscription in found where try await store.unsubscribe(from: subscription.feed.id) != nil {
      Output.line(
        runner.messages.say(
          "\(subscription.displayName): removed; its stories stay. To bring it back: khabar feeds add \(subscription.address)"
        ))
    }
  }
}

// MARK: - Adding

extension FeedsCommand {
  /// Subscribes to feeds, or to the first feed of sites. What cannot be reached just now is subscribed to as it was given.
  private func add(_ addresses: [String], _ options: Arguments.FeedsOptions) async throws -> Int32 {
    let store = try runner.openStore()
    let discovery = FeedLookup(client: runner.client)
    var failureCount = 0
    for text in addresses {
      guard let address = WebAddress.normalised(text) else {
        failureCount += 1
        Output.message(runner.messages.sentence(for: CommandFailure.badAddress(text)))
        continue
      }
      do {
        let found = try await discovery.feeds(at: address)
        try await subscribe(found[0], options, in: store)
        for other in found.dropFirst() {
          Output.message(
            runner.messages.say("There is also: ") + other.address
              + (other.title.isEmpty ? "" : "  " + other.title))
        }
      } catch let trouble as FeedTrouble where trouble.isPassing {
        // Offline or a fault of the site's: the reader knows the address, khabar asks again later.
        try await subscribe(FeedCandidate(address: address), options, in: store)
        Output.message(text + ": " + runner.messages.trouble(trouble))
      } catch let trouble as FeedTrouble {
        failureCount += 1
        Output.message(text + ": " + runner.messages.trouble(trouble))
      }
    }
    return failureCount > 0 ? 1 : 0
  }

  private func subscribe(
    _ candidate: FeedCandidate, _ options: Arguments.FeedsOptions, in store: ArticleStore
  ) async throws {
    var subscription = Subscription(candidate)
    subscription.name = options.name
    subscription.tags = options.tags
    subscription.wantsFullText = options.wantsFullText ?? false
    if let folder = options.folder {
      subscription.folders = [folder.split(separator: "/").map(String.init)]
    }
    let isNew = try await !store.subscribe(to: [subscription]).isEmpty
    let name = subscription.displayName
    Output.line(
      isNew
        ? runner.messages.say("added: ") + name + "  " + subscription.address
        : runner.messages.say("already there: ") + name + "  " + subscription.address)
  }

  private func discover(_ address: String) async throws {
    let found: [FeedCandidate]
    do { found = try await FeedLookup(client: runner.client).feeds(at: address) } catch let trouble as FeedTrouble {
      throw CommandFailure.notFetched(address: address, trouble)
    }
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(["feeds": found.map(FeedsDocument.Found.init)]))
      return
    }
    for feed in found {
      Output.line([feed.address, feed.title, feed.detail].filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }
}

// MARK: - Lists from and for other programs

extension FeedsCommand {
  /// Subscribes to what a list names; fetches nothing and runs nothing.
  private func importList(_ file: String) async throws -> Int32 {
    guard let page = try SavedPages.pages(at: file).first else { return 1 }
    let parsed: ParsedFeedList
    do { parsed = try FeedListParser().parse(try page.read()) } catch let error as FeedListError {
      throw CommandFailure.listRefused(name: page.name, error)
    } catch let error as SystemError {
      throw CommandFailure.cannotRead(path: page.name, reason: error.description)
    }
    let store = try runner.openStore()
    let subscriptions = parsed.list.subscriptions
    let new = try await store.subscribe(to: subscriptions)
    try await FeedOutline(store: store).keep(parsed.list)
    for note in parsed.notes { Output.message(runner.messages.note(note, file: page.name)) }
    let messages = runner.messages
    let counts = [
      messages.say("\(new.count) feeds added"), messages.say("\(subscriptions.count - new.count) were there"),
    ]
    Output.line(counts.joined(separator: ", ") + ". " + messages.say("To fetch them: khabar refresh"))
    let hasRefusals = parsed.notes.contains { if case .refused = $0.fact { true } else { false } }
    return hasRefusals && subscriptions.isEmpty ? 1 : 0
  }

  private func export() async throws {
    let store = try runner.openStore()
    let list = try await FeedOutline(store: store).list()
    Output.text(OPMLWriter().text(of: list))
  }
}

/// The list of feeds as other programs know it: what it says besides the subscriptions is kept between import and export.
nonisolated struct FeedOutline {
  let store: ArticleStore

  private static let setting = "feeds.outline"

  /// Keeps order, empty folders, head and unknown attributes of a list that came in. The first list's head stays.
  func keep(_ list: FeedList) async throws {
    var kept = try await outline()
    if kept == FeedList() { kept.head = list.head }
    kept.merge(list)
    try await store.setSetting(Self.setting, to: OPMLWriter().text(of: kept))
  }

  /// The list as it stands now.
  func list() async throws -> FeedList {
    try await outline().updated(with: try await store.subscriptions())
  }

  private func outline() async throws -> FeedList {
    guard let text = try await store.setting(Self.setting),
      let parsed = try? OPMLParser().parse([UInt8](text.utf8))
    else { return FeedList() }
    return parsed.list
  }
}

/// Finds feeds by what a person calls them.
nonisolated enum FeedNames {
  /// The feeds that go by this name, address or tag.
  ///
  /// - Throws: ``CommandFailure/noSuchFeed(_:)``.
  static func feeds(named name: String, in all: [Subscription]) throws -> [Subscription] {
    let address = WebAddress.normalised(name)
    let exact = all.filter {
      $0.feed.id.rawValue == name || $0.address == name || $0.feed.id.rawValue == address || $0.address == address
    }
    if !exact.isEmpty { return exact }
    let named = all.filter {
      FoldedName($0.displayName) == FoldedName(name) || FoldedName($0.feed.title) == FoldedName(name)
    }
    if !named.isEmpty { return named }
    let tagged = all.filter { $0.tags.contains { FoldedName($0) == FoldedName(name) } }
    if tagged.isEmpty { throw CommandFailure.noSuchFeed(name) }
    return tagged
  }
}
