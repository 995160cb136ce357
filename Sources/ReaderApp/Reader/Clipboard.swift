#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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
  /// - Throws: ``Browser/Failure``; ``ChildProgram/Failure``.
  func copy(_ text: String) async throws {
    guard let command else { return }
    // It may stay to hand out the text.
    let ending = try await ChildProgram(command: command, isHeard: false).run(Data(text.utf8))
    if ending.status != 0 { throw Browser.Failure.failed(program: command[0], status: ending.status) }
  }
}
