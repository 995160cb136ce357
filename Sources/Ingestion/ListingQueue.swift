internal import NewsModel
internal import NewsStore

/// Writes what feeds brought, several feeds in a transaction.
///
/// Each transaction writes every page of every index that it touches, and new stories touch most of them: ten feeds together cost hardly
/// more than one. So a feed waits for others that are on their way, but never longer than a tenth of a second, and those that come while one
/// transaction runs share the next.
actor ListingQueue {
  /// One feed's news, to be stored as a whole.
  struct Job: Sendable {
    let work: @Sendable (isolated ArticleStore) throws(StoreError) -> ItemListing.Counts
  }

  private struct Waiting {
    let job: Job
    let answer: CheckedContinuation<Result<ItemListing.Counts, StoreError>, Never>
  }

  private let store: ArticleStore
  private var waiting: [Waiting] = []
  private var isWriting = false
  /// Feeds that are being fetched, read or written.
  private var feedsOnTheWay = 0

  /// So many feeds are worth a transaction though others are on their way.
  private static let worthwhileCount = 4
  private static let longestWait = Duration.milliseconds(100)

  /// So many feeds at most: readers of the store do not wait long, and while these are written others are still read.
  private static let batchCount = 6

  init(store: ArticleStore) {
    self.store = store
  }

  /// Runs `work`, which may call ``write(_:)`` once, as one of the feeds on their way.
  nonisolated func onTheWay<Success: Sendable>(_ work: () async throws -> Success) async rethrows -> Success {
    await countFeeds(1)
    do {
      let success = try await work()
      await countFeeds(-1)
      return success
    } catch {
      await countFeeds(-1)
      throw error
    }
  }

  private func countFeeds(_ difference: Int) {
    feedsOnTheWay += difference
    writeWhenWorthwhile()
  }

  /// - Returns: what became of the feed's items, once they are stored.
  func write(_ job: Job) async throws(StoreError) -> ItemListing.Counts {
    try await withCheckedContinuation { answer in
      waiting.append(Waiting(job: job, answer: answer))
      writeWhenWorthwhile()
      if waiting.count == 1 { writeLater() }
    }.get()
  }

  private var isWorthwhile: Bool {
    !waiting.isEmpty && waiting.count >= min(Self.worthwhileCount, feedsOnTheWay)
  }

  private func writeWhenWorthwhile() {
    if isWorthwhile { startWriting() }
  }

  /// Writes what waits now at the latest when its time is up.
  private func writeLater() {
    Task {
      try await Task.sleep(for: Self.longestWait)
      if !waiting.isEmpty { startWriting() }
    }
  }

  private func startWriting() {
    // Who writes takes those who come meanwhile too.
    if isWriting { return }
    isWriting = true
    // Its owners are those who wait for its answers; it ends with the last of them.
    Task { await writeAll() }
  }

  private func writeAll() async {
    repeat {
      let batch = Array(waiting.prefix(Self.batchCount))
      waiting.removeFirst(batch.count)
      await write(batch)
    } while isWorthwhile
    isWriting = false
    if !waiting.isEmpty { writeLater() }
  }

  private func write(_ batch: [Waiting]) async {
    let jobs = batch.map(\.job)
    do throws(StoreError) {
      let counts = try await store.transaction { store throws(StoreError) in
        var counts: [ItemListing.Counts] = []
        for job in jobs { counts.append(try job.work(store)) }
        return counts
      }
      for (waiting, counts) in zip(batch, counts) { waiting.answer.resume(returning: .success(counts)) }
    } catch {
      // One of them may be the cause, and the others must not suffer for it.
      for waiting in batch { waiting.answer.resume(returning: await alone(waiting.job)) }
    }
  }

  private func alone(_ job: Job) async -> Result<ItemListing.Counts, StoreError> {
    do throws(StoreError) {
      return .success(try await store.transaction(job.work))
    } catch {
      return .failure(error)
    }
  }
}
