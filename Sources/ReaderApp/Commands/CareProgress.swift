import NewsStore
import Synchronization

/// Shows how far the care of a store is, on one line of standard error: a bar where it is known how much there is, seconds where it is not.
nonisolated final class CareProgress: Sendable {
  private let latest = Mutex(StoreProgress(.checkingPages))
  private let isOver = Mutex(false)
  private let bar = ProgressBar()
  private let start = ContinuousClock.now
  private let messages: Messages

  private init(messages: Messages) { self.messages = messages }

  /// Does the work away from the main thread, and shows its progress while it goes on.
  static func show<Success: Sendable>(
    _ messages: Messages,
    _ work: @escaping @Sendable (@escaping @Sendable (StoreProgress) -> Void) async throws -> Success
  ) async throws -> Success {
    let progress = CareProgress(messages: messages)
    let drawing = Task.detached {
      while !Task.isCancelled {
        progress.draw()
        try? await Task.sleep(for: .milliseconds(250))
      }
    }
    let working = Task.detached { try await work { new in progress.latest.withLock { $0 = new } } }
    let result = await working.result
    drawing.cancel()
    progress.isOver.withLock {
      $0 = true
      progress.bar.clear()
    }
    return try result.get()
  }

  private func draw() {
    let latest = latest.withLock { $0 }
    isOver.withLock { isOver in
      if isOver { return }
      let words = messages.words(for: latest.stage)
      if latest.totalCount > 0 {
        bar.show(latest.doneCount, of: latest.totalCount, words: words)
      } else {
        bar.show(words, seconds: Int((ContinuousClock.now - start) / .seconds(1)))
      }
    }
  }
}
