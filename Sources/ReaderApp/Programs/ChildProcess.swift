#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CConfinement
import Dispatch
import Synchronization

/// A process of another program, in a group of its own, that any thread may signal and that is waited for without holding one of Swift's.
///
/// The parent is the thread that starts it, as the kernel sees it; see ``RunningChild``.
nonisolated final class ChildProcess: Sendable {
  private struct State {
    /// Nil before it has begun and when it is no more: its number may be another one's then.
    var number: pid_t?
    /// Of waitpid(2).
    var status: Int32 = 0
  }

  private let state = Mutex(State())

  var isRunning: Bool { state.withLock { $0.number != nil } }

  /// The exit status of a process that has ended; for a signal 128 and its number, as shells say it.
  var status: Int {
    Self.exitStatus(ofWait: state.withLock { $0.status })
  }

  /// - Parameter status: of waitpid(2).
  static func exitStatus(ofWait status: Int32) -> Int {
    status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
  }

  /// Starts `command`, whose first word is the path of the program.
  ///
  /// It gets the three descriptors as its standard ones and no other, no signal ignored or blocked, and the environment of khabar.
  /// - Parameter ended: called once, when it has ended, on a thread that is nobody's.
  func start(
    _ command: [String], input: Int32, output: Int32, ended: @escaping @Sendable () -> Void
  ) throws(SystemError) {
    let number = try Self.spawn(command, input: input, output: output)
    state.withLock { $0.number = number }
    // A queue of its own has a thread of its own, and this one waits for the process.
    DispatchQueue(label: "khabar.child").async { [self] in
      // It stays in the table of processes, so that its number is nobody else's until it is known here that it has ended.
      var facts = siginfo_t()
      while waitid(P_PID, id_t(number), &facts, WEXITED | WNOWAIT) != 0, errno == EINTR {}
      state.withLock { state in
        waitpid(number, &state.status, 0)
        state.number = nil
      }
      ended()
    }
  }

  /// Sends a signal to it and what it started; nothing when it has ended.
  func signal(_ signal: Int32) {
    state.withLock { state in
      guard let number = state.number else { return }
      if kill(-number, signal) != 0 { kill(number, signal) }
    }
  }

  private static func spawn(_ command: [String], input: Int32, output: Int32) throws(SystemError) -> pid_t {
    var words = command.map { strdup($0) } + [nil]
    var environment = ProcessEnvironment.variables.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for word in words + environment { free(word) } }
    let number = khabar_child_start(command[0], &words, &environment, input, output)
    guard number > 0 else { throw .last }
    return number
  }
}
