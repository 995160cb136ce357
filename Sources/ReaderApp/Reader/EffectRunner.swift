import Fetching
import Ingestion
import NcursesTerminal
import NewsModel
import NewsStore
import ReaderUI
import Screen
import SpokenText

/// Carries out what the reader's state asks for, and posts the answers.
final class EffectRunner {
  /// What newer effects of the same kind replace: nobody waits for the answer to the older one any more.
  enum Key: Hashable {
    case headlines, story, computed, search, pause, tags, queries, group, titles, unread, refresh, indexing, hooks,
      subscriptions,
      lookUp, wordCount,
      catalogue
    case completion(ArticleID)
    case picture(String)
    case other(Int)

    /// What a key asked for has threads that stories being read in do not hold.
    fileprivate var priority: TaskPriority {
      switch self {
      case .refresh, .indexing, .hooks: .medium
      default: .userInitiated
      }
    }
  }

  let editions: Editions
  /// The way to the network; nothing is loaded before the first request.
  let client: HTTPClient
  private(set) var retention: RetentionRule
  let catalogue: CatalogueFile
  private(set) var messages: Messages
  let hooks: [Hook]
  let pictures: PictureLoader
  let colorDepth: () -> ColorDepth
  let pictureMethod: (PictureFormat) -> PictureMethod
  let now: () -> Timestamp
  let post: (ReaderEvent) -> Void
  private let themes: ThemeLoader
  private let clipboard: Clipboard
  private var browser: Browser
  private(set) var configuration: Configuration
  private let speaker: Speaker
  private(set) var running: [Key: (number: Int, task: Task<Void, Never>)] = [:]
  private var previews = PreviewPace()
  private var startedCount = 0
  private var isFinishing = false
  private var failure: (any Error)?
  /// The story that was asked for last: the one that somebody may be reading.
  private(set) var openStory: ArticleID?
  /// Tasks that somebody waits for; timers are not among them.
  private(set) var busyCount = 0

  init(
    editions: Editions, surroundings: ReaderProgram.Surroundings, post: @escaping (ReaderEvent) -> Void
  ) {
    self.editions = editions
    themes = surroundings.themes
    messages = surroundings.messages
    browser = surroundings.browser
    clipboard = surroundings.clipboard
    configuration = surroundings.live?.current ?? Configuration()
    speaker = surroundings.speaker
    client = surroundings.client
    retention = surroundings.retention
    catalogue = surroundings.catalogue
    hooks = surroundings.hooks
    pictures = PictureLoader(
      client: surroundings.client, cache: PictureCache(folder: surroundings.pictureFolder),
      program: surroundings.pictureProgram)
    colorDepth = surroundings.colorDepth
    pictureMethod = surroundings.pictureMethod
    now = surroundings.now
    self.post = post
  }

  /// Effects that the program itself must carry out (`redraw`, `suspend`, `quit`) are not for here.
  func run(_ effect: ReaderEffect) {
    let store = editions.current
    switch effect {
    case .loadHeadlines(let request):
      start(.headlines) { .headlinesLoaded(request, try await Self.page(for: request, in: store)) }
    case .loadStory(let id):
      openStory = id
      start(.story) { .storyLoaded(id, try await StoryUnderstanding(store: store).storyWithoutComputed(id)) }
    case .previewStory(let id):
      openStory = id
      let delay = previews.delay(at: .now)
      start(.story) {
        if delay > .zero { try await Task.sleep(for: delay) }
        return .storyLoaded(id, try await StoryUnderstanding(store: store).storyWithoutComputed(id))
      }
    case .loadComputed(let story):
      start(.computed) { .computedLoaded(story.id, try await store.computed(for: story)) }
    case .search(let request): search(request)
    case .countWord(let request): count(request)
    case .awaitPause(let number): awaitPause(number)
    case .saveRecentSearches(let texts):
      keep(Launch.recentSearchesSetting, texts.isEmpty ? nil : texts.joined(separator: "\n"))
    case .loadTags(let query):
      start(.tags) { .tagsLoaded(query, try await store.tags(matching: query)) }
    case .loadTagPage(let name): loadTagPage(name)
    case .loadGroup(let id): start(.group) { .groupLoaded(id, try await store.group(of: id)) }
    case .loadWanted: start(.group) { .wantedLoaded(try await store.wanted(limit: 100)) }
    case .loadMarks: loadMarks()
    case .saveMark(let mark): save(mark)
    case .removeMark(let mark): remove(mark)
    case .loadHistory(let id): loadHistory(of: id)
    case .saveGrouped(let isGrouped): keep(Launch.groupedSetting, isGrouped ? "yes" : nil)
    case .addTag(let name, let id):
      start(nil) { [editions] in
        try await store.addTag(name, to: id)
        return .storeChanged(editions.edition)
      }
    case .removeTag(let name, let id):
      start(nil) { [editions] in
        try await store.removeTag(name, from: id)
        return .storeChanged(editions.edition)
      }
    case .loadAllTags: start(.tags) { .allTagsLoaded(try await store.tags()) }
    case .changeTag(let change): self.change(change)
    case .loadSavedQueries(let id): loadSavedQueries(hiding: id)
    case .saveQuery(let query): save(query)
    case .removeQuery(let query): remove(query)
    case .findTitles(let title):
      start(.titles) { .titlesFound(title, try await store.headlines(titleLike: title, limit: 20)) }
    case .findUnread(let request):
      start(.unread) {
        let found = try await store.nextUnread(after: request.from, in: request.query, backwards: request.isBackwards)
        return .unreadFound(request, found?.id)
      }
    case .change(let id, let change):
      let now = now()
      start(nil) {
        try await store.change(change, of: id, now: now)
        return nil
      }
    case .changeAll(let ids, let change):
      start(nil) { [editions] in
        try await Self.change(ids, change, in: store, now: self.now())
        return .storeChanged(editions.edition)
      }
    case .markAllRead(let query):
      start(nil) {
        let ids = try await store.unreadIDs(query)
        try await Self.change(ids, ReadingChange(isRead: true), in: store, now: self.now())
        return .markedRead(ids)
      }
    case .saveSession(let session): keep(Launch.sessionSetting, Launch.text(of: session))
    case .loadThemes:
      let themes = themes
      start(nil) { .themesLoaded(await themes.all()) }
    case .saveLanguage(let language):
      messages = Messages(language: language)
      keep(.language, language.rawValue)
    case .saveTheme(let name): keep(.theme, name)
    case .saveScript(let script): keep(.view, script.rawValue)
    case .saveDigits(let digits): keep(.digits, digits?.rawValue)
    case .saveMouse(let isOn): keep(.mouse, isOn ? "on" : "off")
    case .saveSplit(let split): keep(.split, split.text)
    case .dismissSample:
      start(nil) { [editions] in
        try await editions.own.setSetting(Editions.dismissedSetting, to: "yes")
        editions.dismissSample()
        return .storeChanged(editions.edition)
      }
    case .openLink(let address, let kind):
      // A browser may stay for as long as the reader does; nobody waits for its end.
      unawaited { [browser, post, messages] in
        do { try await browser.open(address, kind: kind) } catch { post(.failed(messages.sentence(for: error))) }
      }
    case .copy(let text):
      // A program that hands out the text may stay for long.
      unawaited { [clipboard, post, messages] in
        do { try await clipboard.copy(text) } catch { post(.failed(messages.sentence(for: error))) }
      }
    case .speak(let utterance, let number): speak(utterance, number)
    case .stopSpeaking: silence()
    // In the queue it stands behind the keys that came meanwhile.
    case .layOutMore: post(.layOutMore)
    case .expireMessage(let number, let seconds):
      unawaited { [post] in
        try? await Task.sleep(for: .seconds(seconds))
        post(.messageExpired(number))
      }
    case .awaitKey(let number):
      unawaited { [post] in
        try? await Task.sleep(for: .seconds(1))
        post(.keyPaused(number))
      }
    case .refresh(let scope): refresh(scope)
    case .cancelRefresh: cancelRefresh()
    case .loadSubscriptions: loadSubscriptions()
    case .lookForFeeds(let address): lookForFeeds(at: address)
    case .subscribe(let feeds): subscribe(to: feeds)
    case .unsubscribe(let feed): unsubscribe(from: feed)
    case .resubscribe(let subscription): resubscribe(to: subscription)
    case .completeStory(let id): completeStory(id)
    case .loadPicture(let request): loadPicture(request)
    case .pipe(let id, let form, let command): pipe(id, form, to: command)
    case .saveLastCommand(let line): keep(Launch.lastCommandSetting, line)
    case .loadCatalogue: loadCatalogue()
    case .saveCatalogueOffered: keep(Launch.catalogueOfferedSetting, "yes")
    case .redraw, .suspend, .quit: break
    }
  }

  /// Keeps what the terminal answered, for the next start.
  func keep(_ measurement: TerminalMeasurement, in profiles: TerminalProfiles) {
    start(nil) {
      // Nothing is lost when it cannot be kept: the next start asks again.
      try? await profiles.keep(measurement)
      return nil
    }
  }

  /// Waits until everything that was begun is done; writes are never cut off.
  ///
  /// - Throws: the first failure meanwhile, which no screen can show any more.
  func finish() async throws {
    isFinishing = true
    await speaker.end()
    // Nobody will see these any more; they may be resting, or wait for the network.
    for (key, work) in running {
      switch key {
      case .story, .computed, .search, .wordCount, .pause, .refresh, .indexing, .lookUp, .completion, .hooks, .picture:
        work.task.cancel()
      default: break
      }
    }
    for (_, task) in running.values { await task.value }
    if let failure { throw failure }
  }

  /// Does what nobody waits for, on the threads of what keys ask for.
  func unawaited(_ work: @escaping () async -> Void) {
    Task(priority: .userInitiated) { await work() }
  }

  /// - Parameter key: nil for what must not be replaced by the next of its kind.
  func start(_ key: Key?, _ work: @escaping () async throws -> ReaderEvent?) {
    startedCount += 1
    let number = startedCount
    let key = key ?? .other(number)
    running[key]?.task.cancel()
    busyCount += 1
    let task = Task(priority: key.priority) {
      defer {
        busyCount -= 1
        if running[key]?.number == number { running[key] = nil }
      }
      if Task.isCancelled { return }
      do {
        if let event = try await work(), !Task.isCancelled { post(event) }
      } catch is CancellationError {
        // Replaced by a newer one, which answers.
      } catch {
        if isFinishing { failure = failure ?? error }
        post(.failed(messages.sentence(for: error)))
      }
    }
    running[key] = (number, task)
  }

  /// Goes by another configuration from now on. What it says otherwise than before takes the place of what was chosen on the page.
  func take(_ live: LiveConfiguration) {
    let before = configuration
    configuration = live.current
    browser = live.browser(configuration)
    speaker.configured = configuration.speaker
    // A language chosen on the page stays.
    if configuration.language != before.language { messages = live.messages(configuration) }
    retention = configuration.retention
    for choice in KeptChoice.allCases where choice.configured(before) != choice.configured(configuration) {
      keep(choice, nil)
    }
  }

  private func keep(_ choice: KeptChoice, _ value: String?) {
    start(nil) { [own = editions.own, configuration] in
      try await choice.keep(value, in: own, configuration: configuration)
      return nil
    }
  }

  func silence() { speaker.stop() }

  /// Says one sentence; the next one is asked for when this one has ended.
  private func speak(_ utterance: Utterance, _ number: Int) {
    // Nobody waits for the end of a sentence but its listener.
    unawaited { [speaker, post, messages] in
      do {
        try await speaker.say(utterance)
        post(.spoken(number))
      } catch is CancellationError {
        // Stopped, or another sentence is said now.
      } catch {
        post(.notSpoken(number, messages.sentence(for: error)))
      }
    }
  }

  /// Keeps a choice for the next time; nil forgets it.
  private func keep(_ setting: String, _ value: String?) {
    let own = editions.own
    start(nil) {
      try await own.setSetting(setting, to: value)
      return nil
    }
  }

  /// A few hundred stories at a time, so that the reader's questions come in between.
  private static func change(
    _ ids: [ArticleID], _ change: ReadingChange, in store: ArticleStore, now: Timestamp
  ) async throws {
    for start in stride(from: 0, to: ids.count, by: 500) {
      try await store.change(change, of: ids[start..<min(start + 500, ids.count)], now: now)
    }
  }

  private static func page(for request: HeadlineRequest, in store: ArticleStore) async throws -> HeadlinePage {
    switch request.anchor {
    case .start(let index): try await store.headlines(request.query, start: index, limit: request.limit)
    case .around(let id): try await store.headlines(request.query, around: id, limit: request.limit)
    }
  }
}
