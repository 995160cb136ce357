import Foundation

/// The desktop's clipboard, for terminals that do not take text for it themselves (see `TerminalDriver.copy`).
struct Clipboard {
  /// A program and its arguments that takes the text on standard input; nil where there is no desktop, or none of the known programs.
  let command: [String]?

  init(environment: [String: String]) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    var choices: [[String]] = []
    #if os(macOS)
      choices.append(["pbcopy"])
    #endif
    if isSet("WAYLAND_DISPLAY") { choices.append(["wl-copy", "--type", "text/plain;charset=utf-8"]) }
    if isSet("DISPLAY") {
      choices += [["xclip", "-selection", "clipboard", "-in"], ["xsel", "--clipboard", "--input"]]
    }
    if isSet("TERMUX_VERSION") { choices.append(["termux-clipboard-set"]) }
    command = choices.first { ChildProgram.find($0[0], environment) != nil }
  }

  /// Does nothing where there is no program for it.
  ///
  /// - Throws: ``Browser/Failure``.
  func copy(_ text: String) async throws {
    guard let command, let path = ChildProgram.find(command[0]) else { return }
    // A file and not a pipe: a program that does not read, or stays to hand out the text, keeps nobody waiting.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-copy-" + UUID().uuidString)
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw Browser.Failure.failed(program: command[0], status: 1) }
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    if status != 0 { throw Browser.Failure.failed(program: command[0], status: status) }
  }
}
