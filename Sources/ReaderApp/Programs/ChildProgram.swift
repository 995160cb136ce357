#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch
import Synchronization

/// Another program that gets bytes on its standard input: always an argument vector, never a shell.
nonisolated struct ChildProgram: Sendable {
  /// The program and its arguments; not empty.
  var command: [String]
  /// How long it may take; nil is for ever. Then it is asked to end, and two seconds later made to.
  var timeout: Duration?
  /// Whether it ends, with what it started, when the task that runs it is cancelled; and, on Linux, when khabar ends, however that
  /// happens. Otherwise it goes on.
  var endsWithCaller = false
  /// Whether what it writes is read. Otherwise it goes nowhere: what stays when khabar ends is not to find a pipe that nobody reads.
  var isHeard = true

  enum Failure: Error, Hashable {
    case notFound(String)
    case notStarted(String, reason: String)
    /// By its exit status; 128 and more are signals.
    case failed(String, status: Int, firstLine: String)
    case timedOut(String, seconds: Int)
  }

  struct Ending: Hashable, Sendable {
    /// The exit status; for a signal 128 and its number, as shells say it.
    var status: Int
    /// What it wrote to standard output or error in its first kilobytes: the lines that are not empty, each at most 300 clusters.
    var lines: [String]
    var hasTimedOut: Bool

    /// Empty when it wrote nothing.
    var firstLine: String { lines.first ?? "" }
  }

  var name: String { command.first ?? "" }

  /// Where `program` is: itself when it is a path, else in the first folder of `PATH` that has it; nil when it is nowhere.
  static func find(
    _ program: String, _ environment: [String: String] = ProcessEnvironment.variables
  ) -> String? {
    let files = FileManager.default
    if program.contains("/") { return files.isExecutableFile(atPath: program) ? program : nil }
    return (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { $0 + "/" + program }
      .first { files.isExecutableFile(atPath: $0) }
  }

  /// Runs it to its end, however that is. Blocks no thread.
  ///
  /// What it writes beyond the first kilobytes is read and dropped. The input comes from a file without a name: whether the program reads
  /// it all, and when, is its own affair.
  ///
  /// - Throws: ``Failure`` `notFound` or `notStarted`, and `CancellationError` when it was not to be started any more; then nothing was
  ///   given to anybody.
  @concurrent func run(_ input: Data) async throws -> Ending {
    guard let path = Self.find(name) else { throw Failure.notFound(name) }
    guard let file = tmpfile() else { throw Failure.notStarted(name, reason: SystemError.last.description) }
    defer { fclose(file) }
    do { try DescriptorBytes.write(input, to: fileno(file)) } catch {
      throw Failure.notStarted(name, reason: error.description)
    }
    lseek(fileno(file), 0, SEEK_SET)
    let output = isHeard ? FirstOutput() : nil
    let silence = output == nil ? open("/dev/null", O_WRONLY | O_CLOEXEC) : -1
    defer { if silence >= 0 { close(silence) } }
    let child = RunningChild([path] + command.dropFirst(), endsWithStarter: endsWithCaller)
    let hasTimedOut = Mutex(false)
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        child.start(
          input: fileno(file), output: output?.writingEnd ?? silence, done,
          failure: { Failure.notStarted(name, reason: $0) })
        guard let timeout else { return }
        RunningChild.deadlines.asyncAfter(deadline: .now() + timeout / .seconds(1)) {
          guard child.isRunning else { return }
          hasTimedOut.withLock { $0 = true }
          child.end(killingAfter: 2)
        }
      }
    } onCancel: {
      if endsWithCaller { child.end(killingAfter: 0.5) }
    }
    return Ending(
      status: child.status, lines: await output?.finish() ?? [], hasTimedOut: hasTimedOut.withLock { $0 })
  }

  /// As ``run(_:)``; what did not end well is thrown.
  func runWell(_ input: Data) async throws {
    let ending = try await run(input)
    if ending.hasTimedOut { throw Failure.timedOut(name, seconds: Int((timeout ?? .zero) / .seconds(1))) }
    if ending.status != 0 { throw Failure.failed(name, status: ending.status, firstLine: ending.firstLine) }
  }
}
