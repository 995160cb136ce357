#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
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
    /// Of mail or a magnet link, which only the reader's own rule opens.
    case ruleMissing(String)
    case programNotFound(String)
    /// The program of a rule.
    case openerNotFound(String)
    case failed(program: String, status: Int)
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
    let isOfWeb = ["http", "https"].contains(scheme) && URL(string: address) != nil
    guard isOfWeb || OpenRule.Scheme(of: address) != nil else { throw Failure.schemeRefused(address) }
    let rule = rules.first { $0.matches(address, kind) }
    guard isOfWeb || rule != nil else { throw Failure.ruleMissing(scheme) }
    let command = rule?.run ?? command
    // The program is not chosen by an address.
    var arguments = command.dropFirst().map { Self.put(address, into: $0) }
    if !command.dropFirst().contains(where: { $0.contains("%u") || $0.contains("%s") }) { arguments.append(address) }
    // The screen is ours, and a browser stays: whatever it prints goes nowhere.
    let program = ChildProgram(command: command.prefix(1) + arguments, isHeard: false)
    do {
      let ending = try await program.run(Data())
      if ending.status != 0 { throw Failure.failed(program: program.name, status: ending.status) }
    } catch ChildProgram.Failure.notFound(let name) {
      throw rule == nil ? Failure.programNotFound(name) : .openerNotFound(name)
    }
  }

  /// One pass, so that an address which holds `%s` stays as it is.
  private static func put(_ address: String, into argument: String) -> String {
    argument.replacing(/%[us]/) { _ in address }
  }
}
