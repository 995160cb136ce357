import CChildProcess
import Foundation
import Synchronization

/// A program that says one sentence. Lives until it has said it, is stopped, or khabar ends.
nonisolated final class SpeakingChild: Sendable {
  private let command: SpeakerCommand
  private let errors: Int32
  /// Nil once its ID may belong to another process.
  private let process: Mutex<pid_t?>

  /// Must run on the main thread: on Linux the child ends with the thread that started it.
  @MainActor init(_ command: SpeakerCommand) throws(Speaker.Failure) {
    self.command = command
    var errors: Int32 = -1
    let child = Self.start(command, &errors)
    guard child > 0 else {
      throw .notStarted(program: command.name, reason: String(cString: strerror(errno)))
    }
    self.errors = errors
    process = Mutex(child)
  }

  private static func start(_ command: SpeakerCommand, _ errors: inout Int32) -> pid_t {
    var vector: [UnsafeMutablePointer<CChar>?] = ([command.name] + command.arguments).map { strdup($0) }
    vector.append(nil)
    defer { for pointer in vector { free(pointer) } }
    var input = command.input
    return input.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        khabar_child_start(command.path, vector, $0.baseAddress, $0.count, &errors)
      }
    }
  }

  /// Waits for its end.
  ///
  /// - Returns: the exit status, and the last line that it wrote to its standard error.
  func end() async -> (status: Int32, reason: String) {
    await withCheckedContinuation { done in
      DispatchQueue.global(qos: .userInitiated).async { [self] in
        if let child = process.withLock({ $0 }) { khabar_child_await(child) }
        let status = process.withLock { child -> Int32 in
          defer { child = nil }
          return child.map { khabar_child_reap($0) } ?? 0
        }
        done.resume(returning: (status, lastErrorLine()))
      }
    }
  }

  /// Asks it to end, and half a second later makes it.
  func stop() {
    signal(SIGTERM)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(500)) { [self] in signal(SIGKILL) }
    guard let silencer = command.silencer else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command.path)
    process.arguments = silencer
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    DispatchQueue.global().async { try? process.run() }
  }

  private func signal(_ signal: Int32) {
    process.withLock { child in
      if let child { khabar_child_signal(child, signal) }
    }
  }

  /// The pipe never makes anybody wait: what does not fit into it is lost.
  private func lastErrorLine() -> String {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    var text: [UInt8] = []
    while true {
      let count = read(errors, &bytes, bytes.count)
      if count <= 0 { break }
      text += bytes[..<count]
    }
    close(errors)
    let line = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).last ?? ""
    return String(line.prefix(120))
  }
}
