import Testing

@testable import Ingestion

/// How many feeds are asked at once follows what they bring.
@Suite struct FeedWindowTests {
  private func window(after byteCounts: [Int]) -> FeedWindow {
    var window = FeedWindow()
    for count in byteCounts { window.note(byteCount: count) }
    return window
  }

  @Test("few while nothing is known, many where nothing is new or small, few where each is large")
  func follows() {
    #expect(window(after: []).feedCount == FeedWindow.feedCounts.lowerBound)
    #expect(window(after: Array(repeating: 0, count: 8)).feedCount == FeedWindow.feedCounts.upperBound)
    #expect(window(after: Array(repeating: 40_000, count: 20)).feedCount == FeedWindow.feedCounts.upperBound)
    #expect(window(after: Array(repeating: 1_000_000, count: 20)).feedCount == 16)
    #expect(window(after: Array(repeating: 100 << 20, count: 20)).feedCount == FeedWindow.feedCounts.lowerBound)
  }

  @Test("after large ones small ones open it again")
  func opens() {
    let sizes = Array(repeating: 4 << 20, count: 10) + Array(repeating: 0, count: 10)
    #expect(window(after: sizes).feedCount == FeedWindow.feedCounts.upperBound)
  }
}
