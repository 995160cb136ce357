import CTerminalRescue
import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A signal that concerns the terminal.
enum TerminalSignal {
  case resized
  case endRequested
  case stopRequested
  case continued
}

/// Brings signals to the main thread.
///
/// The handlers are C (``CTerminalRescue``) and write one byte each into a pipe that a dispatch source reads. Dispatch's own signal
/// sources want the signals ignored, and an ignored signal stays ignored in every program that we start: a browser opened from here
/// could not be stopped any more.
final class SignalPipe {
  private var readEnd: Int32 = -1
  private var writeEnd: Int32 = -1
  private var source: (any DispatchSourceRead)?

  init() {}

  /// - Parameter graceSeconds: how long the program may take to end after it was asked to.
  func open(graceSeconds: Int, receive: @escaping @MainActor (TerminalSignal) -> Void) throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    guard khabar_signals_install(writeEnd, UInt32(clamping: graceSeconds)) else {
      throw .system(call: "sigaction", code: errno)
    }
    let end = readEnd
    let source = DispatchSource.makeReadSource(fileDescriptor: end, queue: .main)
    source.setEventHandler {
      MainActor.assumeIsolated {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(end, &bytes, bytes.count)
        guard count > 0 else { return }
        for byte in bytes.prefix(count) {
          if let signal = Self.meaning(of: Int32(byte)) { receive(signal) }
        }
      }
    }
    source.activate()
    self.source = source
  }

  func close() {
    khabar_signals_remove()
    let ends = [readEnd, writeEnd]
    (readEnd, writeEnd) = (-1, -1)
    guard let source else { return closeAll(ends) }
    // The source may still be looking at its descriptor.
    source.setCancelHandler { closeAll(ends) }
    source.cancel()
    self.source = nil
  }
}

extension SignalPipe {
  private static func meaning(of signal: Int32) -> TerminalSignal? {
    switch signal {
    case SIGWINCH: .resized
    case SIGINT, SIGTERM, SIGHUP: .endRequested
    case SIGTSTP: .stopRequested
    case SIGCONT: .continued
    default: nil
    }
  }
}

private nonisolated func closeAll(_ descriptors: [Int32]) {
  for descriptor in descriptors where descriptor >= 0 { _ = close(descriptor) }
}
