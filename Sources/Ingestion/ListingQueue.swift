internal import NewsModel
internal import NewsStore

/// Writes what feeds brought, several feeds in a transaction.
///
/// Each transaction writes every page of every index that it touches, and new stories touch most of them: ten feeds together cost hardly
/// more than one. Those that come while one transaction runs share the next; nobody waits for the sake of a larger one.
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

  /// So many feeds at most, that readers of the store do not wait long.
  private static let batchCount = 12

  init(store: ArticleStore) {
    self.store = store
  }

  /// - Returns: what became of the feed's items, once they are stored.
  func write(_ job: Job) async throws(StoreError) -> ItemListing.Counts {
    try await withCheckedContinuation { answer in
      waiting.append(Waiting(job: job, answer: answer))
      // Who finds nobody writing writes for all that come meanwhile.
      if !isWriting { startWriting() }
    }.get()
  }

  private func startWriting() {
    isWriting = true
    // Its owners are those who wait for its answers; it ends with the last of them.
    Task { await writeAll() }
  }

  private func writeAll() async {
    while !waiting.isEmpty {
      let batch = Array(waiting.prefix(Self.batchCount))
      waiting.removeFirst(batch.count)
      await write(batch)
    }
    isWriting = false
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
