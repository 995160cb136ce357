#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Asks the terminal to put text on the clipboard: OSC 52 (xterm's control sequences, "Manipulate Selection Data").
///
/// It is the only way that works through ssh. Terminals that do not know it, or do not allow it, pass over it in silence; none answers.
nonisolated enum ClipboardSequence {
  /// What terminals take at most differs from 74,994 bytes of Base64 on; a longer text would be dropped or, worse, cut.
  static let utf8CountLimit = 56_000

  /// Nil for a text that is too long.
  ///
  /// The text is Base64 (RFC 4648): whatever it holds, no byte of it is a control character.
  static func bytes(copying text: String) -> [UInt8]? {
    guard text.utf8.count <= utf8CountLimit else { return nil }
    return Array("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{1B}\\".utf8)
  }
}
