import Foundation
import Synchronization
public import Testing

/// Runs the tests of a suite on threads of their own.
///
/// Swift's shared pool has as many threads as the machine has cores, and tests that compute for minutes would hold them all: a test that waits
/// for a server or a key would get its next turn when those are done, and what it measures would be that. So long computations go to threads
/// of low priority (``Trait/inBackground``), and what is timed by a server has threads that nobody else uses (``Trait/onOwnThreads``).
/// Structured work follows its test; a `Task { … }`, and what is isolated to an actor with an executor of its own, does not.
/// The suite as a whole is moved there and its tests with it, so that a test's time limit begins when it has a thread.
public struct OwnThreads: SuiteTrait, TestScoping {
  fileprivate let executor: ThreadsExecutor

  @concurrent
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(executor) { try await function() }
  }
}

extension Trait where Self == OwnThreads {
  /// For tests whose answers come at a time of their own: servers.
  public static var onOwnThreads: OwnThreads { OwnThreads(executor: .prompt) }

  /// For tests that drive a program in a terminal: each holds its thread while it waits, and starts programs that need a core. Two at a time.
  public static var onTerminalThreads: OwnThreads { OwnThreads(executor: .terminals) }

  /// For tests that compute for seconds.
  public static var inBackground: OwnThreads { OwnThreads(executor: .background) }
}

private final class ThreadsExecutor: TaskExecutor {
  static let prompt = ThreadsExecutor(count: 8, niceness: 0)
  static let terminals = ThreadsExecutor(count: 2, niceness: 0)
  static let background = ThreadsExecutor(count: 2, niceness: 5, isNewestFirst: true)

  private let ready = NSCondition()
  private let waiting = Mutex<[UnownedJob]>([])

  /// A test with a time limit waits for two tasks of its own: newest first, they run before the tests that have not begun, and not after all.
  private let isNewestFirst: Bool

  private init(count: Int, niceness: Int32, isNewestFirst: Bool = false) {
    self.isNewestFirst = isNewestFirst
    for _ in 0..<count {
      let thread = Thread { [unowned self] in
        // On Linux this is the priority of the calling thread alone; elsewhere nice values are of processes.
        #if os(Linux)
          setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
        #endif
        runJobs()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    ready.lock()
    waiting.withLock { $0.append(job) }
    ready.signal()
    ready.unlock()
  }

  private func runJobs() {
    while true {
      ready.lock()
      while waiting.withLock(\.isEmpty) { ready.wait() }
      let job = waiting.withLock { isNewestFirst ? $0.removeLast() : $0.removeFirst() }
      ready.unlock()
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
