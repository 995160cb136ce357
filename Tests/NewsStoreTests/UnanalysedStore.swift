import NewsModel
import StoryAnalysis
import TestSupport

@testable import NewsStore

/// A store with four stories that share words and wait to be analysed.
struct UnanalysedStore {
  let store: ArticleStore

  private static let titles = ["नहर में पानी आया", "नहर की सफ़ाई शुरू", "पानी के लिए मेला", "नहर और पानी"]

  init(path: String) async throws {
    store = try ArticleStore(path: path)
    try await store.save(Self.titles.map { .fixture($0) }, from: .fixture, now: .fixture)
  }

  /// The stories at `rows`, with their words and nothing else found out.
  func analysed(_ rows: ArraySlice<Int64>) async throws -> [AnalysedStory] {
    try await store.unanalysedStories(rows).map { AnalysedStory(story: $0, words: StoryWords($0.input)) }
  }
}
