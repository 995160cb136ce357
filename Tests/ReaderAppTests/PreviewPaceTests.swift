import Testing

@testable import ReaderApp

@Suite("The pace of previews")
struct PreviewPaceTests {
  @Test("a single move shows its story at once; moves in a row wait until the key rests")
  func pace() {
    var pace = PreviewPace()
    let start = ContinuousClock.now
    #expect(pace.delay(at: start) == .zero)
    #expect(pace.delay(at: start + .milliseconds(33)) > .zero)
    // Counted from the last move, not from the first.
    #expect(pace.delay(at: start + .milliseconds(140)) > .zero)
    #expect(pace.delay(at: start + .milliseconds(500)) == .zero)
  }
}
