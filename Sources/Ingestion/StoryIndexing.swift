public import NewsModel
public import NewsStore
internal import StoryAnalysis

/// Finds out what there is to know about stories whose text is understood: fills the index, picks highlights, tags, finds what is near.
///
/// What was done is kept batch by batch, what is new first; stopped in between, the next run goes on with the rest. The same stories in the
/// same order give the same, however fast the machine is: what a batch is weighed by is the store after the batch but one before it.
///
/// Runs on no caller's actor (`@concurrent`): it is work for all processors.
public struct StoryIndexing: Sendable {
  public var store: ArticleStore

  private let isAlone: Bool
  /// Stories that are read, weighed and handed to the store together: how much memory that takes follows from it.
  private let batchCount: Int
  /// Batches that are read ahead. Alone, the store is away for a third of a second when it writes what it has gathered; to read more of them ahead,
  /// which take some 3 MB each, saves no time that could be measured.
  private let batchesAhead: Int

  /// Stories that are kept in one transaction when nobody else needs the store.
  private static let gatheredStoryCount = 1_000

  /// All tags are looked through for those to look for in texts, which is worth it once in so many stories.
  private static let storiesBetweenTagKeys = 900

  /// - Parameter isAlone: whether nobody reads meanwhile. Then many batches are one transaction, which is faster: what many stories share, as words,
  ///   is written once for all of them. Otherwise each takes a tenth of a second, so that the reader's questions come in between.
  public init(store: ArticleStore, isAlone: Bool = false) {
    self.store = store
    self.isAlone = isAlone
    batchCount = isAlone ? 50 : 300
    batchesAhead = isAlone ? 3 : 2
  }

  /// Analyses all that waits.
  ///
  /// - Parameter progress: told after each batch.
  /// - Returns: how many stories were analysed.
  /// - Throws: `StoreError`; `CancellationError` between two batches.
  @discardableResult
  @concurrent public func indexAll(
    progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async throws -> Int {
    try await index(store.unanalysedRows(), progress: progress)
  }

  /// Understands all that is raw and analyses all that waits, side by side: while the store keeps what is known of one batch, the texts of the
  /// next are parsed. The result is that of ``StoryUnderstanding/understandAll(progress:)`` and then ``indexAll(progress:)``, sooner; but the
  /// last text is understood late, so this is for when nobody reads meanwhile.
  ///
  /// - Parameter understood: called when the last text is understood.
  /// - Returns: how many stories were analysed.
  /// - Throws: `StoreError`; `CancellationError` between two batches.
  @discardableResult
  @concurrent public func understandAndIndexAll(
    progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }, understood: @Sendable () -> Void = {}
  ) async throws -> Int {
    do {
      return try await index(
        store.unfinishedRows(), StoryUnderstanding(store: store), progress: progress, understood: understood)
    } catch {
      // Nobody comes to the rest: what waits for it in memory is kept for the next time.
      try await store.keepWaitingTexts()
      throw error
    }
  }

  private func index(
    _ rows: [Int64], _ understanding: StoryUnderstanding? = nil,
    progress: @escaping @Sendable (RefreshProgress) -> Void, understood: () -> Void = {}
  ) async throws -> Int {
    guard !rows.isEmpty else { return 0 }
    var batches: [ArraySlice<Int64>] = []
    for start in stride(from: 0, to: rows.count, by: batchCount) {
      batches.append(rows[start..<min(start + batchCount, rows.count)])
    }
    progress(RefreshProgress(stage: .indexing, doneCount: 0, totalCount: rows.count))
    let isMergedLater = rows.count >= Self.mergedStoryCount
    if isAlone { await store.beginGathering() }
    do {
      try await run(batches, understanding, isMergedLater: isMergedLater, understood) { doneCount in
        progress(RefreshProgress(stage: .indexing, doneCount: doneCount, totalCount: rows.count))
      }
      try await store.endGathering()
    } catch {
      try? await store.endGathering()
      // What stopped the run is what to tell; words that are not counted weigh the others a little.
      try? await store.keepWordCounts()
      throw error
    }
    if isMergedLater {
      try await store.keepWordCounts()
      try await mergeIndex()
    }
    return rows.count
  }

  /// From so many on their entries are merged with the others at once; the index does it by and by for fewer.
  private static let mergedStoryCount = 2_000

  private func mergeIndex() async throws {
    var isFirst = true
    while try await store.mergeIndex(isFirst: isFirst) {
      isFirst = false
      try Task.checkCancellation()
    }
  }
}

extension StoryIndexing {
  private typealias Prepared = [(story: UnanalysedStory, words: StoryWords)]

  private enum Step: Sendable {
    case prepared(Int, Prepared)
    case analysed(Int, [AnalysedStory])
  }

  /// Batch by batch: while the store keeps one, the next is weighed and those after it are read.
  private func run(
    _ batches: [ArraySlice<Int64>], _ understanding: StoryUnderstanding?, isMergedLater: Bool, _ understood: () -> Void,
    progress: (Int) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Step.self) { group in
      var prepared: [Int: Prepared] = [:]
      var analysed: [Int: [AnalysedStory]] = [:]
      var preparedCount = 0
      func take() async throws {
        switch try await group.next() {
        case .prepared(let index, let batch):
          prepared[index] = batch
          preparedCount += 1
          if preparedCount == batches.count { understood() }
        case .analysed(let index, let batch): analysed[index] = batch
        case nil: preconditionFailure("What is waited for was begun.")
        }
      }
      func prepare(_ index: Int) {
        guard index < batches.count else { return }
        group.addTask {
          let stories: [UnanalysedStory]
          if let understanding {
            stories = try await understanding.unanalysed(batches[index])
          } else {
            stories = try await store.unanalysedStories(batches[index])
          }
          return .prepared(index, Self.words(of: stories))
        }
      }
      var finder = NameFinder(known: WordTable())
      var doneCount = 0
      var gatheredCount = 0
      func keep(_ index: Int) async throws {
        while analysed[index] == nil { try await take() }
        let batch = analysed.removeValue(forKey: index) ?? []
        try await store.keep(batch, isMergedLater: isMergedLater)
        // A batch is some hundred thousand values to let go, which need not be done by the thread that has most to do.
        withExtendedLifetime(batch) {}
        doneCount += batches[index].count
        gatheredCount += batches[index].count
        if gatheredCount >= Self.gatheredStoryCount {
          try await store.writeGathered()
          gatheredCount = 0
        }
        progress(doneCount)
      }
      for index in 0..<batchesAhead { prepare(index) }
      for index in batches.indices {
        try Task.checkCancellation()
        while prepared[index] == nil { try await take() }
        let batch = prepared.removeValue(forKey: index) ?? []
        prepare(index + batchesAhead)
        if index.isMultiple(of: Self.storiesBetweenTagKeys / batchCount) {
          finder = NameFinder(known: try await store.knownTagKeys())
        }
        let counts = try await store.wordCounts(of: batch.map(\.words))
        group.addTask { [finder] in
          return .analysed(
            index,
            batch.indices.map { place in
              var story = Self.analysed(
                batch[place].story, batch[place].words, counts.frequencies[place], counts.storyCount, finder)
              story.vocabularyNumbers = counts.vocabularyNumbers[place]
              return story
            })
        }
        if index > 0 { try await keep(index - 1) }
      }
      try await keep(batches.count - 1)
    }
  }

  private static func words(of stories: [UnanalysedStory]) -> Prepared {
    stories.map { ($0, StoryWords($0.input)) }
  }

  private static func analysed(
    _ story: UnanalysedStory, _ words: StoryWords, _ frequencies: [Int], _ storyCount: Int, _ names: NameFinder
  ) -> AnalysedStory {
    let vector = StoryVector(words)
    // The store has the text already, and takes of the words what it enters.
    var kept = story
    kept.input.body = ArticleBody()
    return AnalysedStory(
      story: kept, words: words.withoutAnalysis(),
      highlights: HighlightPicker.highlights(
        of: story.input, words: words, documentFrequencies: frequencies, storyCount: storyCount),
      names: names.candidates(in: story.input, words: words),
      vector: vector,
      profile: StoryProfile(
        vector, of: words, documentFrequencies: frequencies, storyCount: storyCount, hasWords: false),
      sketch: ShingleSketch(words))
  }
}
