import Foundation

/// Opens addresses outside of khabar: always a program with an argument vector, never a shell.
struct Browser {
  /// The program and its arguments; `%s` stands for the address, which is appended when it is missing.
  var command: [String]

  nonisolated enum Failure: Error, Hashable {
    /// Only http and https are opened: other schemes start programs that the story's publisher would choose.
    case schemeRefused(String)
    case programNotFound(String)
    case failed(program: String, status: Int32)
  }

  init(command: [String]) {
    self.command = command
  }

  /// What the configuration says, else the first of `$BROWSER` that is there, else the system's opener.
  init(configured: [String]?, environment: [String: String]) {
    if let configured, !configured.isEmpty {
      command = configured
      return
    }
    let choices = (environment["BROWSER"] ?? "").split(separator: ":").map { $0.split(separator: " ").map(String.init) }
    #if os(macOS)
      let opener = ["/usr/bin/open"]
    #else
      let opener = ["xdg-open"]
    #endif
    command = choices.first { !$0.isEmpty && Self.find($0[0], environment) != nil } ?? opener
  }

  func open(_ address: String) async throws {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https"].contains(scheme), URL(string: address) != nil else { throw Failure.schemeRefused(address) }
    guard let name = command.first, let path = Self.find(name, ProcessInfo.processInfo.environment) else {
      throw Failure.programNotFound(command.first ?? "")
    }
    var arguments = command.dropFirst().map { $0.replacing("%s", with: address) }
    if !command.contains(where: { $0.contains("%s") }) { arguments.append(address) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // The screen is ours: whatever the program prints must not reach it.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    if status != 0 { throw Failure.failed(program: name, status: status) }
  }

  nonisolated static func find(_ program: String, _ environment: [String: String]) -> String? {
    let files = FileManager.default
    if program.contains("/") { return files.isExecutableFile(atPath: program) ? program : nil }
    return (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { $0 + "/" + program }
      .first { files.isExecutableFile(atPath: $0) }
  }
}
