import Dispatch
import Foundation
import Synchronization

/// Another program that gets bytes on its standard input: always an argument vector, never a shell.
nonisolated struct ChildProgram: Sendable {
  /// The program and its arguments; not empty.
  var command: [String]
  /// How long it may take; nil is for ever. Then it is asked to end, and two seconds later made to.
  var timeout: Duration?

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
    /// The first line that it wrote to standard output or error.
    var firstLine: String
    var hasTimedOut: Bool
  }

  var name: String { command.first ?? "" }

  /// Runs it to its end, however that is. Blocks no thread.
  ///
  /// What it writes beyond the first kilobytes is read and dropped. The input comes from a file without a name: whether the program reads
  /// it all, and when, is its own affair.
  ///
  /// - Throws: ``Failure`` `notFound` or `notStarted`; then nothing was given to anybody.
  func run(_ input: Data) async throws -> Ending {
    guard let path = await Browser.find(name, ProcessInfo.processInfo.environment) else {
      throw Failure.notFound(name)
    }
    guard let file = tmpfile() else {
      throw Failure.notStarted(name, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    let stream = FileHandle(fileDescriptor: fileno(file), closeOnDealloc: false)
    do {
      try stream.write(contentsOf: input)
      try stream.seek(toOffset: 0)
    } catch { throw Failure.notStarted(name, reason: error.localizedDescription) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Array(command.dropFirst())
    process.standardInput = stream
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    let output = FirstOutput()
    pipe.fileHandleForReading.readabilityHandler = { handle in
      let bytes = handle.availableData
      if bytes.isEmpty { handle.readabilityHandler = nil } else { output.take(bytes) }
    }
    defer { pipe.fileHandleForReading.readabilityHandler = nil }
    let hasTimedOut = Mutex(false)
    let name = name
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch {
        done.resume(throwing: Failure.notStarted(name, reason: error.localizedDescription))
        return
      }
      guard let timeout else { return }
      let child = Child(process)
      DispatchQueue.global().asyncAfter(deadline: .now() + timeout / .seconds(1)) {
        guard child.isRunning else { return }
        hasTimedOut.withLock { $0 = true }
        child.end(SIGTERM)
        DispatchQueue.global().asyncAfter(deadline: .now() + 2) { child.end(SIGKILL) }
      }
    }
    // What it wrote last may still be on its way.
    for _ in 0..<20 where !output.isComplete && pipe.fileHandleForReading.readabilityHandler != nil {
      try? await Task.sleep(for: .milliseconds(5))
    }
    let status = Int(process.terminationStatus) + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return Ending(status: status, firstLine: output.firstLine, hasTimedOut: hasTimedOut.withLock { $0 })
  }

  /// As ``run(_:)``; what did not end well is thrown.
  func runWell(_ input: Data) async throws {
    let ending = try await run(input)
    if ending.hasTimedOut { throw Failure.timedOut(name, seconds: Int((timeout ?? .zero) / .seconds(1))) }
    if ending.status != 0 { throw Failure.failed(name, status: ending.status, firstLine: ending.firstLine) }
  }
}

/// A process that another thread may end.
private nonisolated final class Child: @unchecked Sendable {
  // Foundation's own locks guard what is used of it here.
  private let process: Process

  init(_ process: Process) { self.process = process }

  var isRunning: Bool { process.isRunning }

  func end(_ signal: Int32) {
    if process.isRunning { kill(process.processIdentifier, signal) }
  }
}

/// The beginning of what a program writes.
private nonisolated final class FirstOutput: Sendable {
  private let kept = Mutex(Data())
  private static let limit = 4_096

  func take(_ bytes: Data) {
    kept.withLock { kept in
      if kept.count < Self.limit { kept += bytes.prefix(Self.limit - kept.count) }
    }
  }

  var isComplete: Bool { kept.withLock { $0.contains(0x0A) } }

  /// The first line that is not empty.
  var firstLine: String {
    let bytes = kept.withLock { $0 }
    let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .first { !$0.allSatisfy(\.isWhitespace) }
    return line.map { String($0.prefix(300)) } ?? ""
  }
}
