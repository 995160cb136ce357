#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch
import Synchronization

/// A process that is started on a thread that stays, and that any thread may end.
nonisolated final class RunningChild: Sendable {
  private let process = ChildProcess()
  private let command: [String]
  private let endsWithStarter: Bool
  /// What is ended before it has begun does not begin.
  private let isUnwanted = Mutex(false)

  /// - Parameter command: the path of the program, and its arguments.
  init(_ command: [String], endsWithStarter: Bool) {
    (self.command, self.endsWithStarter) = (command, endsWithStarter)
  }

  /// Where deadlines are kept. Not a global queue: those share their threads with everything that computes, and a deadline is not to wait
  /// for that.
  static let deadlines = DispatchQueue(label: "khabar.children", qos: .userInitiated)

  var isRunning: Bool { process.isRunning }

  /// The exit status of a process that has ended; for a signal 128 and its number.
  var status: Int { process.status }

  /// Starts it; `done` is told when it has ended, or why it did not begin.
  ///
  /// - Parameter input: its standard input; it is to stay open until `done` is told, and so is `output`: where what it says goes.
  func start(
    input: Int32, output: Int32, _ done: CheckedContinuation<Void, any Error>,
    failure: @escaping @Sendable (String) -> any Error
  ) {
    StartingThread.shared.perform { [self] in
      do {
        try isUnwanted.withLock { isUnwanted in
          if isUnwanted { throw CancellationError() }
          try process.start((endsWithStarter ? Self.leash : []) + command, input: input, output: output) {
            done.resume()
          }
        }
      } catch let error as SystemError {
        done.resume(throwing: failure(error.description))
      } catch { done.resume(throwing: error) }
    }
  }

  /// Asks it and what it started to end, and after so many seconds makes them.
  func end(killingAfter seconds: Double) {
    isUnwanted.withLock { $0 = true }
    process.signal(SIGTERM)
    Self.deadlines.asyncAfter(deadline: .now() + seconds) { [self] in process.signal(SIGKILL) }
  }

  /// What stands before a command so that the kernel kills it when the thread that started it is no more (prctl(2), PR_SET_PDEATHSIG):
  /// setpriv of util-linux. Empty where there is none, or one that does not know of this.
  private static let leash: [String] = {
    guard let setpriv = ChildProgram.find("setpriv") else { return [] }
    let leash = [setpriv, "--pdeathsig", "KILL", "--"]
    let silence = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard silence >= 0 else { return [] }
    defer { close(silence) }
    let trial = ChildProcess()
    let end = DispatchSemaphore(value: 0)
    do { try trial.start(leash + ["true"], input: silence, output: silence) { end.signal() } } catch { return [] }
    end.wait()
    return trial.status == 0 ? leash : []
  }()
}

/// Starts processes, and stays for as long as khabar runs.
///
/// For Linux a child's parent is the thread that started it, and the threads of Dispatch come and go.
private nonisolated final class StartingThread: Sendable {
  static let shared = StartingThread()

  private let waiting = Mutex<[@Sendable () -> Void]>([])
  private let arrived = DispatchSemaphore(value: 0)

  init() {
    // A queue that is never done with its first work keeps that work's thread.
    DispatchQueue(label: "khabar.starting").async { [self] in
      while true {
        arrived.wait()
        let work = waiting.withLock { $0.removeFirst() }
        work()
      }
    }
  }

  func perform(_ work: @escaping @Sendable () -> Void) {
    waiting.withLock { $0.append(work) }
    arrived.signal()
  }
}
