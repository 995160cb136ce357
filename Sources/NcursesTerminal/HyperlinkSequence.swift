import Screen

/// The control sequences between which text leads somewhere: OSC 8, ended by ST.
nonisolated enum HyperlinkSequence {
  /// Ends whatever link is open; does nothing when none is.
  static let end = Array("\u{1B}]8;;\u{1B}\\".utf8)

  /// Both parts of a ``Hyperlink`` are ASCII without control characters, `;` and `:` in the identifier.
  static func begin(_ link: Hyperlink) -> [UInt8] { Array("\u{1B}]8;id=\(link.id);\(link.target)\u{1B}\\".utf8) }
}
