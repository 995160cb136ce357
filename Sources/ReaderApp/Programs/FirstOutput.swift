import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The beginning of what a program writes; the rest is read and dropped.
///
/// A thread waits for it. A source of Dispatch would need none, but on Linux one that is cancelled while its pipe comes to an end crashes the
/// program now and then (`_dispatch_event_loop_drain`, Swift 6.3).
nonisolated final class FirstOutput: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var hasEnded = false
    /// Negative once it is closed.
    var writingEnd: Int32
    /// Closed to tell the thread that nobody wants more.
    var wish: Int32
  }

  private let state: Mutex<State>
  private static let limit = 4_096

  init() {
    let (reading, writing) = Self.pipeEnds()
    let (waking, wish) = Self.pipeEnds()
    state = Mutex(State(writingEnd: writing, wish: wish))
    DispatchQueue(label: "khabar.child.output", qos: .userInitiated).async { [weak self] in
      while Self.waits(for: reading, until: waking) {
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        let count = read(reading, &piece, piece.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        self?.take(piece.prefix(count))
      }
      self?.state.withLock { $0.hasEnded = true }
      for end in [reading, waking] { closeDescriptor(end) }
    }
  }

  deinit { closeEnds() }

  /// Where the program writes.
  var writingEnd: Int32 { state.withLock { $0.writingEnd } }

  /// The lines, when the program has ended; what it started may still hold the pipe, and is not waited for.
  func finish() async -> [String] {
    // While we hold it there is no end.
    close(\.writingEnd)
    // What it wrote last may still be on its way.
    for _ in 0..<20 where !state.withLock({ $0.bytes.contains(0x0A) || $0.hasEnded }) {
      try? await Task.sleep(for: .milliseconds(5))
    }
    closeEnds()
    let bytes = state.withLock { $0.bytes }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(300)) }
  }

  private func take(_ piece: ArraySlice<UInt8>) {
    state.withLock { state in
      if state.bytes.count < Self.limit { state.bytes += piece.prefix(Self.limit - state.bytes.count) }
    }
  }

  private func closeEnds() {
    close(\.writingEnd)
    close(\.wish)
  }

  private func close(_ end: WritableKeyPath<State, Int32>) {
    state.withLock { state in
      if state[keyPath: end] >= 0 { closeDescriptor(state[keyPath: end]) }
      state[keyPath: end] = -1
    }
  }

  /// False when `waking` is closed at its other end, and when there was no pipe to be had.
  private static func waits(for reading: Int32, until waking: Int32) -> Bool {
    if reading < 0 || waking < 0 { return false }
    var ends = [reading, waking].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&ends, 2, -1) < 0 { if errno != EINTR { return false } }
    return ends[1].revents == 0
  }

  /// Ends that no program inherits; negative when there are no descriptors left, and then nothing is heard.
  private static func pipeEnds() -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

// Within the type its own name hides the system's.
private nonisolated func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
