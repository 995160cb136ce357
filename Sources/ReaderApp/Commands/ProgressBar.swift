#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A bar on one line of standard error that goes away: only on a terminal, and only when the work takes longer than half a second.
nonisolated final class ProgressBar: Sendable {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1

  private static let columns = 30

  func show(_ doneCount: Int, of totalCount: Int, words: String) {
    guard isTerminal, ContinuousClock.now - start > .milliseconds(500) else { return }
    let filled = totalCount == 0 ? Self.columns : min(Self.columns, doneCount * Self.columns / totalCount)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.columns - filled)
    write("\r\(bar) \(doneCount)/\(totalCount) \(words)\u{1B}[K")
  }

  /// For work of which nobody knows how much there is.
  func show(_ words: String, seconds: Int) {
    guard isTerminal, ContinuousClock.now - start > .milliseconds(500) else { return }
    write("\r\(words) … \(seconds) s\u{1B}[K")
  }

  func clear() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? DescriptorBytes.write(text.utf8, to: STDERR_FILENO)
  }
}
