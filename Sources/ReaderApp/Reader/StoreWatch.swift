import NewsStore
import Dispatch
import ReaderUI

/// Notices when another process changes the reader's own store.
final class StoreWatch {
  private let timer: any DispatchSourceTimer
  private let editions: Editions
  private let changed: (Edition) -> Void
  private var counter: Int64?
  private var isAsking = false

  /// - Parameter changed: gets the edition that the reader stands on after the change; the first import ends the sample.
  init(editions: Editions, changed: @escaping (Edition) -> Void) {
    self.editions = editions
    counter = editions.counter
    self.changed = changed
    timer = DispatchSource.makeTimerSource(queue: .main)
    // SQLite tells other processes' commits from one counter in the file: asking once a second costs nothing.
    timer.schedule(deadline: .now(), repeating: .seconds(1), leeway: .milliseconds(200))
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.ask() }
    }
    timer.resume()
  }

  /// Whether there is a number to compare the next one with.
  var hasLooked: Bool { counter != nil }

  func stop() { timer.cancel() }

  private func ask() {
    guard !isAsking else { return }
    isAsking = true
    Task {
      defer { isAsking = false }
      // A store that is busy for a moment is asked again in a second.
      guard let now = try? await editions.own.foreignChangeCounter() else { return }
      guard let before = counter, before != now else {
        counter = now
        return
      }
      if editions.edition == .sample {
        guard let hasStories = try? await editions.own.hasStories() else { return }
        if hasStories { editions.dismissSample() }
      }
      counter = now
      changed(editions.edition)
    }
  }
}
