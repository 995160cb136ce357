public import NewsModel
public import NewsParsing
public import NewsStore

/// Brings saved pages into the store: each is taken or refused by itself.
///
/// What pages teach each other (names of sections, tags) does not depend on their order: pages that are in doubt are read
/// again when all are in. So importing the same pages twice leaves the store as importing them once does.
public struct PageImporter: Sendable {
  private let store: ArticleStore
  private let knowledge: PageKnowledge

  /// Pages of one transaction: few enough not to keep other writers waiting, many enough for the disk.
  private static let batchSize = 200
  /// Reading again ends by itself, as each round only parts what the one before left whole; this is for pages made to keep it going.
  private static let roundLimit = 3
  /// The most used tags; also the limit of what reading one glued page may cost.
  private static let knownTagLimit = 3_000

  /// - Parameter knowledge: names that are known besides those in the store.
  public init(store: ArticleStore, knowledge: PageKnowledge = PageKnowledge()) {
    self.store = store
    self.knowledge = knowledge
  }

  /// Imports one page.
  ///
  /// - Parameter now: the date that a page without one is listed under.
  public func importPage(_ bytes: [UInt8], named name: String, now: Timestamp) async -> ImportOutcome {
    await importPages([SourcePage(name: name, bytes: bytes)], now: now)[0]
  }

  /// Imports `pages`, some hundred in a transaction; a refused page does not hold up the others.
  ///
  /// When the store fails, the batch at hand and all pages after it are refused. So are those whose turn did not come when the
  /// task was cancelled; what was stored before stays.
  ///
  /// In the end the new stories are analysed, so that they are found at once; stopped there, the next who analyses goes on.
  ///
  /// - Parameter progress: told how many pages are done, after each batch.
  /// - Parameter analysis: told how many stories are analysed, after each batch.
  /// - Returns: what became of each page, in their order.
  public func importPages(
    _ pages: [SourcePage], now: Timestamp, progress: @Sendable (_ doneCount: Int) -> Void = { _ in },
    analysis: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async -> [ImportOutcome] {
    var run = ImportRun(pages: pages, now: now)
    do throws(ImportRefusal) {
      let reader = try await reader()
      try await storeAll(&run, reader, progress)
      try await storeDoubtful(&run, knownSections: reader.sectionKeys)
    } catch {
      run.refuseRest(error)
    }
    progress(pages.count)
    // The stories are stored, whatever becomes of this.
    _ = try? await StoryIndexing(store: store, isAlone: true).indexAll(progress: analysis)
    return run.outcomes.map { outcome in
      guard let outcome else { preconditionFailure("Every page is decided when an import ends.") }
      return outcome
    }
  }
}

extension PageImporter {
  /// A reader that knows what the store has learnt up to now.
  private func reader() async throws(ImportRefusal) -> PageReader {
    do throws(StoreError) {
      var knowledge = knowledge
      knowledge.sectionNames.formUnion(try await store.sections())
      // A tag of one story only may itself be two glued ones.
      let tags = try await store.tags(limit: Self.knownTagLimit).filter { $0.count > 1 }
      knowledge.tagNames.formUnion(tags.map(\.name))
      return PageReader(knowledge: knowledge)
    } catch {
      throw .notStored(error)
    }
  }

  private func storeAll(
    _ run: inout ImportRun, _ reader: PageReader, _ progress: (Int) -> Void
  ) async throws(ImportRefusal) {
    for indices in Self.batches(Array(run.pages.indices)) {
      if Task.isCancelled { throw .cancelled }
      let results = await reader.read(indices.map { run.pages[$0] })
      var batch: [(index: Int, reading: PageReading)] = []
      for (index, result) in zip(indices, results) {
        if let reading = run.take(result, of: index) { batch.append((index, reading)) }
      }
      try await save(batch, &run)
      progress(indices.endIndex)
    }
  }

  /// Reads again what the other pages may have taught to read better, until nothing changes any more.
  private func storeDoubtful(_ run: inout ImportRun, knownSections: Set<String>) async throws(ImportRefusal) {
    var knownSections = knownSections
    for _ in 0..<Self.roundLimit {
      let reader = try await reader()
      let learnt = reader.sectionKeys.subtracting(knownSections)
      knownSections = reader.sectionKeys
      let indices = Set(run.deferred).union(run.indices(withTitlesBeginning: learnt)).sorted()
      var isSettled = true
      for indices in Self.batches(indices) {
        if Task.isCancelled { throw .cancelled }
        let results = await reader.read(indices.map { run.pages[$0] })
        var batch: [(index: Int, reading: PageReading)] = []
        for (index, result) in zip(indices, results) {
          switch result {
          case .success(let reading): batch.append((index, reading))
          case .failure(let refusal):
            // A file that went away meanwhile: what was stored of it stays.
            if run.outcomes[index] == nil { run.note(.refused(refusal), of: index) }
          }
        }
        if try await save(batch, &run) { isSettled = false }
      }
      if isSettled { return }
    }
  }

  /// Stores a batch in one transaction.
  ///
  /// - Returns: whether anything in the store is other than before.
  @discardableResult
  private func save(
    _ batch: [(index: Int, reading: PageReading)], _ run: inout ImportRun
  ) async throws(ImportRefusal) -> Bool {
    if batch.isEmpty { return false }
    let now = run.now
    let pages = batch.map(\.reading.article)
    let work: @Sendable (isolated ArticleStore) throws(StoreError) -> [ImportOutcome] = { store throws(StoreError) in
      var outcomes: [ImportOutcome] = []
      for page in pages { outcomes.append(try StorySaving.save(page, in: store, now: now)) }
      return outcomes
    }
    let outcomes: [ImportOutcome]
    do throws(StoreError) {
      outcomes = try await store.transaction(work)
    } catch {
      throw .notStored(error)
    }
    var hasChanged = false
    for (page, outcome) in zip(batch, outcomes) {
      run.note(outcome, of: page.index)
      if case .imported(let change, _, _, _) = outcome, change != .unchanged { hasChanged = true }
    }
    return hasChanged
  }

  private static func batches(_ indices: [Int]) -> [ArraySlice<Int>] {
    stride(from: 0, to: indices.count, by: batchSize).map { indices[$0..<min($0 + batchSize, indices.count)] }
  }
}
