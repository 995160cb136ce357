import Dispatch
import Foundation
import Synchronization

/// A process that is started on a thread that stays, and that any thread may end.
nonisolated final class RunningChild: @unchecked Sendable {
  // Foundation's own locks guard what is used of it here.
  private let process: Process
  private let command: [String]
  private let endsWithStarter: Bool
  /// What is ended before it has begun does not begin.
  private let isUnwanted = Mutex(false)

  /// - Parameter command: the path of the program, and its arguments.
  init(_ process: Process, _ command: [String], endsWithStarter: Bool) {
    (self.process, self.command, self.endsWithStarter) = (process, command, endsWithStarter)
  }

  /// Where deadlines are kept. Not a global queue: those share their threads with everything that computes, and a deadline is not to wait
  /// for that.
  static let deadlines = DispatchQueue(label: "khabar.children", qos: .userInitiated)

  var isRunning: Bool { process.isRunning }

  /// The exit status of a process that has ended; for a signal 128 and its number.
  var status: Int { Int(process.terminationStatus) + (process.terminationReason == .uncaughtSignal ? 128 : 0) }

  /// Starts it; `done` is told when it has ended, or why it did not begin.
  func start(_ done: CheckedContinuation<Void, any Error>, failure: @escaping @Sendable (String) -> any Error) {
    StartingThread.shared.perform { [self] in
      let command = (endsWithStarter ? Self.leash : []) + command
      process.executableURL = URL(fileURLWithPath: command[0])
      process.arguments = Array(command.dropFirst())
      process.terminationHandler = { _ in done.resume() }
      do {
        try isUnwanted.withLock { isUnwanted in
          if isUnwanted { throw CancellationError() }
          try Self.withoutBlockedSignals { try process.run() }
        }
      } catch is CancellationError {
        done.resume(throwing: CancellationError())
      } catch { done.resume(throwing: failure(error.localizedDescription)) }
    }
  }

  /// Asks it and what it started to end, and after so many seconds makes them.
  func end(killingAfter seconds: Double) {
    isUnwanted.withLock { $0 = true }
    signal(SIGTERM)
    Self.deadlines.asyncAfter(deadline: .now() + seconds) { [self] in signal(SIGKILL) }
  }

  /// Foundation gives each child a process group of its own.
  private func signal(_ signal: Int32) {
    guard process.isRunning else { return }
    if kill(-process.processIdentifier, signal) != 0 { kill(process.processIdentifier, signal) }
  }

  /// Threads of Dispatch block all signals, and so would a thread that one of them begins, and what that starts: no SIGTERM would end it.
  private static func withoutBlockedSignals(_ work: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try work()
  }

  /// What stands before a command so that the kernel kills it when the thread that started it is no more (prctl(2), PR_SET_PDEATHSIG):
  /// setpriv of util-linux. Empty where there is none, or one that does not know of this.
  private static let leash: [String] = {
    guard let setpriv = ChildProgram.find("setpriv") else { return [] }
    let leash = [setpriv, "--pdeathsig", "KILL", "--"]
    let trial = Process()
    trial.executableURL = URL(fileURLWithPath: setpriv)
    trial.arguments = leash.dropFirst() + ["true"]
    trial.standardInput = FileHandle.nullDevice
    trial.standardOutput = FileHandle.nullDevice
    trial.standardError = FileHandle.nullDevice
    guard (try? trial.run()) != nil else { return [] }
    trial.waitUntilExit()
    return trial.terminationStatus == 0 ? leash : []
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
    Thread.detachNewThread { [self] in
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
