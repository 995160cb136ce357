internal import IndicText
public import NewsModel
internal import NewsParsing
public import NewsStore
internal import StoryAnalysis

/// Turns the raw texts of listed stories into blocks: what is new first, in batches, so that a stop loses nothing.
public struct StoryUnderstanding: Sendable {
  private let store: ArticleStore

  /// Stories of one transaction: few enough not to keep lists waiting.
  private static let batchCount = 600
  /// Parsing is work for the processor; the store takes one batch while the next ones are read.
  private static let batchesAtOnce = 4

  public init(store: ArticleStore) {
    self.store = store
  }

  /// Understands all that is raw.
  ///
  /// - Parameter progress: told after each batch.
  /// - Returns: how many stories were understood.
  /// - Throws: `StoreError`; `CancellationError` between two batches.
  @discardableResult
  @concurrent public func understandAll(
    progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async throws -> Int {
    let rows = try await store.rawRows()
    guard !rows.isEmpty else { return 0 }
    do {
      try await understand(rows, progress: progress)
    } catch {
      // Nobody comes to the rest: what waits for it in memory is kept for the next time.
      try await store.keepWaitingTexts()
      throw error
    }
    return rows.count
  }

  /// A story as ``ArticleStore/story(_:)`` gives it, understood at once when nobody has come to it yet.
  ///
  /// - Throws: `StoreError`.
  public func story(_ id: ArticleID) async throws -> Story? {
    try await understand(id)
    return try await store.story(id)
  }

  /// The same as ``ArticleStore/storyWithoutComputed(_:)`` gives it.
  ///
  /// - Throws: `StoreError`.
  public func storyWithoutComputed(_ id: ArticleID) async throws -> Story? {
    try await understand(id)
    return try await store.storyWithoutComputed(id)
  }

  private func understand(_ id: ArticleID) async throws {
    if let raw = try await store.rawStory(id) { try await store.finish([Self.understood(raw)]) }
  }
}

extension StoryUnderstanding {
  private func understand(
    _ rows: [Int64], progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Int.self) { group in
      var next = 0
      var doneCount = 0
      func startNext() {
        guard next < rows.count else { return }
        let batch = rows[next..<min(next + Self.batchCount, rows.count)]
        next = batch.endIndex
        group.addTask {
          try Task.checkCancellation()
          try await understand(batch)
          return batch.count
        }
      }
      for _ in 0..<Self.batchesAtOnce { startNext() }
      while let count = try await group.next() {
        doneCount += count
        progress(RefreshProgress(stage: .understanding, doneCount: doneCount, totalCount: rows.count))
        startNext()
      }
    }
  }

  /// Understands those of `rows` that are raw.
  private func understand(_ rows: ArraySlice<Int64>) async throws {
    let raw = try await store.rawStories(rows)
    try await store.finish(raw.map(Self.understood))
  }

  /// Understands those of `rows` that are raw, and gives those that then wait to be analysed.
  func unanalysed(_ rows: ArraySlice<Int64>) async throws -> [UnanalysedStory] {
    let raw = try await store.rawStories(rows)
    return try await store.finish(raw.map(Self.understood), thenUnanalysed: rows)
  }

  /// What the text of a story says: its blocks, its dek, its language, whether it is all there is.
  static func understood(_ story: RawStory) -> UnderstoodStory {
    let raw = story.raw
    var body = RawText.blocks(raw.text, raw.form, baseURL: raw.baseURL)
    ItemText.dropTail(of: &body)
    var dek: String?
    if let summary = raw.summary {
      let text = RawText.blocks(summary, raw.summaryForm, baseURL: raw.baseURL).blocks.first { $0.kind == .paragraph }?
        .text
      dek = ItemText.dek(text, body: body, title: story.title)
    }
    if let url = raw.pictureURL, !body.blocks.contains(where: { $0.kind == .picture }) {
      body.blocks.insert(Block(kind: .picture, text: raw.pictureCaption ?? "", address: url), at: 0)
    }
    var completeness = story.completeness
    let isSummary = story.url != nil && ItemText.isSummary(body)
    if isSummary, completeness == .whole { completeness = .summary }
    if !isSummary, completeness.isPartial { completeness = .whole }
    return UnderstoodStory(
      raw: story, body: body, dek: dek,
      language: story.language == "und" ? ItemLanguage.of(body.plainText, declared: []) : story.language,
      completeness: completeness)
  }
}
