import Foundation
import ReaderUI

/// Opens addresses outside of khabar: always a program with an argument vector, never a shell.
struct Browser {
  /// The program and its arguments; `%s` stands for the address, which is appended when it is missing.
  var command: [String]
  /// Stand before ``command``; the first that fits opens the address.
  var rules: [OpenRule] = []

  nonisolated enum Failure: Error, Hashable {
    /// Only http and https are opened: other schemes start programs that the story's publisher would choose.
    case schemeRefused(String)
    case programNotFound(String)
    /// The program of a rule.
    case openerNotFound(String)
    case failed(program: String, status: Int32)
  }

  init(command: [String]) {
    self.command = command
  }

  init(_ configuration: Configuration, environment: [String: String]) {
    self.init(configured: configuration.browser, environment: environment)
    rules = configuration.openRules
  }

  /// The system's own opener.
  static var standardCommand: [String] {
    #if os(macOS)
      ["/usr/bin/open"]
    #else
      ["xdg-open"]
    #endif
  }

  /// What the configuration says, else the first of `$BROWSER` that is there, else the system's opener.
  init(configured: [String]?, environment: [String: String]) {
    if let configured, !configured.isEmpty {
      command = configured
      return
    }
    let choices = (environment["BROWSER"] ?? "").split(separator: ":").map { $0.split(separator: " ").map(String.init) }
    command = choices.first { !$0.isEmpty && ChildProgram.find($0[0], environment) != nil } ?? Self.standardCommand
  }

  func open(_ address: String, kind: LinkKind = .link) async throws {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https"].contains(scheme), URL(string: address) != nil else { throw Failure.schemeRefused(address) }
    let rule = rules.first { $0.matches(address, kind) }
    let command = rule?.run ?? command
    guard let name = command.first, let path = ChildProgram.find(name, ProcessInfo.processInfo.environment) else {
      throw rule == nil ? Failure.programNotFound(command.first ?? "") : .openerNotFound(command.first ?? "")
    }
    // The program is not chosen by an address.
    var arguments = command.dropFirst().map { Self.put(address, into: $0) }
    if !command.dropFirst().contains(where: { $0.contains("%u") || $0.contains("%s") }) { arguments.append(address) }
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

  /// One pass, so that an address which holds `%s` stays as it is.
  private static func put(_ address: String, into argument: String) -> String {
    argument.replacing(/%[us]/) { _ in address }
  }
}
