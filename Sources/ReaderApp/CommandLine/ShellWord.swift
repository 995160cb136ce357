/// A word as it stands on bash's command line, whole or half typed: read, and written so that bash reads it back as it was.
///
/// Nothing is ever expanded or run here: `$(…)` is four signs like others.
nonisolated struct ShellWord: Hashable {
  /// Which quotation is open where the word ends.
  enum Quotation: Hashable {
    case none, single, double
  }

  /// The word without its quotation.
  private(set) var text = ""
  private(set) var quotation = Quotation.none
  /// Begins with a tilde that bash would take for the home folder.
  private(set) var hasHomeTilde = false

  init(typed: String) {
    hasHomeTilde = typed.hasPrefix("~/")
    var isEscaped = false
    for scalar in typed.unicodeScalars {
      if isEscaped {
        // In double quotes a backslash stands for itself before most signs (POSIX.1-2024, XCU 2.2.3).
        if quotation == .double, !"$`\"\\".unicodeScalars.contains(scalar) { text.unicodeScalars.append("\\") }
        text.unicodeScalars.append(scalar)
        isEscaped = false
        continue
      }
      switch (scalar, quotation) {
      case ("\\", .none), ("\\", .double): isEscaped = true
      case ("'", .none): quotation = .single
      case ("'", .single), ("\"", .double): quotation = .none
      case ("\"", .none): quotation = .double
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// `value` in the open quotation, its opening mark in front and no closing one: bash adds that when the word is whole. It
  /// takes a mark at the end of `value` for it, so then there is one.
  static func written(_ value: String, in quotation: Quotation) -> String {
    switch quotation {
    case .single:
      let parts = value.split(separator: "'", omittingEmptySubsequences: false)
      return "'" + parts.joined(separator: "'\\''") + (value.hasSuffix("'") ? "'" : "")
    case .double:
      return value.unicodeScalars.reduce(into: "\"") { word, scalar in
        switch scalar {
        // An exclamation mark cannot be escaped inside: it asks for an old command line.
        case "!": word += "\"\\!\""
        case "$", "`", "\"", "\\": word += "\\" + String(scalar)
        default: word.unicodeScalars.append(scalar)
        }
      } + (value.hasSuffix("\"") ? "\"" : "")
    case .none:
      return value.unicodeScalars.reduce(into: "") { word, scalar in
        // A colon and an equals sign part words for readline, but only where they are not escaped; what is typed of them is not.
        let isPlain =
          !scalar.isASCII || scalar.properties.isAlphabetic || "0123456789_-./:=@%+,".unicodeScalars.contains(scalar)
        if !isPlain { word += "\\" }
        word.unicodeScalars.append(scalar)
      }
    }
  }
}
