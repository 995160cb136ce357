import CellText
import Screen
import TestSupport
import Testing

/// The built khabar in a terminal of its own, with all that it keeps under `home`.
///
/// - Parameter variables: more of the environment than every run gets, or other values.
/// - Parameter model: what the terminal believes about widths.
/// - Parameter answers: whether the terminal answers questions.
func startedReader(
  _ home: String, _ arguments: [String] = [], _ variables: [String: String] = [:],
  size: Size = Size(rows: 24, columns: 80), model: WidthModel = .spacingMarks, answers: Bool = true
) throws -> PseudoTerminal {
  try PseudoTerminal(
    try #require(BuiltProduct.path("khabar")), arguments,
    environment: [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home,
      "SWIFT_BACKTRACE": "enable=no",
    ].merging(variables) { $1 }, size: size, model: model, answers: answers)
}
