import CellText
import NewsStore
import Screen
import TestSupport
import Testing

/// The built khabar in a terminal of its own, with all that it keeps under `home`.
///
/// - Parameter variables: more of the environment than every run gets, or other values.
/// - Parameter model: what the terminal believes about widths.
/// - Parameter answers: whether the terminal answers questions.
/// - Parameter isFirstRun: whether the catalogue of feeds is offered, which takes the keys.
/// - Parameter isUnderShell: whether a shell with job control starts it; that says `stopped`, reads a line, and lets it go on.
func startedReader(
  _ home: String, _ arguments: [String] = [], _ variables: [String: String] = [:],
  size: Size = Size(rows: 24, columns: 80), model: WidthModel = .spacingMarks, answers: Bool = true,
  isFirstRun: Bool = false, isUnderShell: Bool = false, graphics: ScreenModel.Graphics = .none
) async throws -> PseudoTerminal {
  if !isFirstRun, !arguments.contains("--store"), variables["XDG_DATA_HOME"] == nil {
    try await ArticleStore(path: home + "/.local/share/khabar/khabar.db").setSetting("catalogue.offered", to: "yes")
  }
  var command = [try #require(BuiltProduct.path("khabar"))] + arguments
  if isUnderShell {
    command = ["/bin/sh", "-m", "-c", "\"$0\" \"$@\"; echo stopped; read answer; fg >/dev/null"] + command
  }
  return try PseudoTerminal(
    command[0], Array(command.dropFirst()),
    environment: [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home,
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(variables) { $1 }, size: size, model: model, answers: answers, graphics: graphics)
}
