import Dispatch
import Fetching
import NcursesTerminal
import NewsModel
import ReaderUI
import Screen

/// Runs the reader on a terminal: events in, frames out, effects carried out. Has no rules of its own.
final class ReaderProgram {
  /// What the reader reaches for outside of its store and terminal.
  struct Surroundings {
    var themes: ThemeLoader
    var messages: Messages
    var browser: Browser
    var clipboard = Clipboard(environment: [:])
    var client: HTTPClient
    /// What old read stories go by.
    var retention = RetentionRule()
    var speaker = Speaker(configured: nil)
    var catalogue = CatalogueFile(paths: [])
    /// What gets new stories after a refresh.
    var hooks: [Hook] = []
    /// Where fetched pictures are kept; nil keeps none.
    var pictureFolder: String?
    /// The program that draws pictures.
    var pictureProgram = PictureDecoder.program
    /// What pictures are drawn for; asked when there is one.
    var colorDepth: () -> ColorDepth = { .none }
    /// How pictures come to the terminal, by the format that is set.
    var pictureMethod: (PictureFormat) -> PictureMethod = { _ in .symbols }
    var now: () -> Timestamp
    /// Nil does not look at the configuration's file.
    var live: LiveConfiguration?
    /// Where measurements of the terminal are kept; nil keeps none.
    var profiles: TerminalProfiles?
    /// Nothing is known about this terminal yet: the first frame waits for its answer, which comes within 200 ms.
    var awaitsMeasurement = false
    /// The first frame waits at most this long for the first list and story, so that it is a full one.
    var firstFrameMilliseconds = 150
    /// Called when the first frame is shown.
    var whenShown: () -> Void = {}
  }

  private(set) var state: ReaderState
  private let driver: any TerminalDriver
  private let editions: Editions
  private let now: () -> Timestamp
  private let firstFrameMilliseconds: Int
  private let whenShown: () -> Void
  private let view = ReaderView()
  private let runner: EffectRunner
  private let queue: EventQueue<ReaderEvent>
  private var watch: StoreWatch?
  private var live: LiveConfiguration?
  private var configurationWatch: ConfigurationWatch?
  private var clock: (any DispatchSourceTimer)?
  private var ending: CheckedContinuation<Void, any Error>?
  private var failure: (any Error)?
  private var isEnded = false
  private var hasShown = false
  private var hasIndexed = false
  private var isFirstFrameDue = false
  private var awaitsMeasurement: Bool
  private let profiles: TerminalProfiles?

  init(driver: any TerminalDriver, editions: Editions, state: ReaderState, surroundings: Surroundings) {
    self.driver = driver
    self.editions = editions
    self.state = state
    now = surroundings.now
    profiles = surroundings.profiles
    live = surroundings.live
    awaitsMeasurement = surroundings.awaitsMeasurement
    firstFrameMilliseconds = surroundings.firstFrameMilliseconds
    whenShown = surroundings.whenShown
    var take: ([ReaderEvent]) -> Void = { _ in }
    let queue = EventQueue<ReaderEvent> { take($0) }
    self.queue = queue
    runner = EffectRunner(editions: editions, surroundings: surroundings, post: { queue.post($0) })
    take = { [weak self] in self?.take($0) }
  }

  /// Runs until the reader quits or the terminal is gone; the terminal is given back in either case.
  func run() async throws {
    do {
      try begin()
      try await withCheckedThrowingContinuation { (ending: CheckedContinuation<Void, any Error>) in
        self.ending = ending
        if isEnded { resumeEnding() }
      }
    } catch {
      // The terminal failed; what the reader did is written all the same.
      driver.stop()
      try? await runner.finish()
      throw error
    }
    driver.stop()
    try await runner.finish()
  }

  /// Takes the terminal and asks for the first list. ``run()`` does this; tests do it themselves.
  func begin() throws {
    try driver.start { [queue, runner] event in
      // Events are taken when the process runs again.
      if event == .suspending { runner.silence() }
      queue.post(.terminal(event))
    }
    if driver.size != state.size { _ = state.apply(.terminal(.resized(driver.size))) }
    carryOut(state.start())
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(firstFrameMilliseconds)) { [weak self] in
      MainActor.assumeIsolated {
        guard let self, !self.hasShown, !self.isEnded else { return }
        self.isFirstFrameDue = true
        if !self.awaitsMeasurement { self.show() }
      }
    }
    watch = StoreWatch(editions: editions) { [queue] in queue.post(.storeChanged($0)) }
    watchConfiguration()
    startClock()
  }

  /// Says what is wrong with the configuration, and takes another one when its file is saved.
  private func watchConfiguration() {
    guard let live else { return }
    if let sentence = live.messages(live.current).problems(live.current.problems, path: live.path) {
      queue.post(.notice(sentence, isError: true))
    }
    configurationWatch = ConfigurationWatch(path: live.path, seen: live.stamp) { [weak self] in self?.take($0) }
  }

  private func take(_ configuration: Configuration) {
    guard !isEnded, let event = live?.take(configuration) else { return }
    if case .configured = event, let live { runner.take(live) }
    queue.post(event)
  }

  /// Whether nothing is pending and nobody works.
  var isIdle: Bool { queue.isEmpty && runner.busyCount == 0 }

  /// Whether the store has been looked at once, so that a change in it will be noticed.
  var isWatching: Bool { watch?.hasLooked ?? false }

  /// Lets something happen, as if it came from outside.
  func post(_ event: ReaderEvent) { queue.post(event) }

  private func startClock() {
    let clock = DispatchSource.makeTimerSource(queue: .main)
    // Ages are told in minutes at the finest.
    clock.schedule(deadline: .now() + .seconds(60), repeating: .seconds(60), leeway: .seconds(5))
    clock.setEventHandler { [queue, now] in MainActor.assumeIsolated { queue.post(.tick(now())) } }
    clock.resume()
    self.clock = clock
  }

  private func take(_ events: [ReaderEvent]) {
    guard !isEnded else { return }
    for case .terminal(.measured(let measurement)) in events {
      awaitsMeasurement = false
      if let profiles { runner.keep(measurement, in: profiles) }
    }
    let isSeen = !events.allSatisfy(state.isUnseen)
    let effects = events.flatMap { state.apply($0) }
    // One frame for the whole batch, before the work that it asks for; that is begun even when the terminal is gone.
    let isFull = state.hasLoadedHeadlines && !state.awaitsStory
    if hasShown ? isSeen : !awaitsMeasurement && (isFull || isFirstFrameDue) { show() }
    carryOut(effects)
    if !hasIndexed, hasShown, state.hasLoadedHeadlines {
      // What is on the screen comes first.
      hasIndexed = true
      runner.indexStories()
    }
  }

  private func show() {
    do { try driver.show(view.frame(state)) } catch { end(error) }
    if !hasShown { whenShown() }
    hasShown = true
  }

  private func carryOut(_ effects: [ReaderEffect]) {
    for effect in effects {
      switch effect {
      case .quit: end(nil)
      case .suspend: driver.suspend()
      case .copy(let text):
        driver.copy(text)
        runner.run(effect)
      case .redraw:
        driver.forgetScreen()
        show()
      default: runner.run(effect)
      }
    }
  }

  private func end(_ error: (any Error)?) {
    guard !isEnded else { return }
    isEnded = true
    failure = error
    watch?.stop()
    configurationWatch?.stop()
    clock?.cancel()
    resumeEnding()
  }

  private func resumeEnding() {
    if let failure { ending?.resume(throwing: failure) } else { ending?.resume() }
    ending = nil
  }
}
