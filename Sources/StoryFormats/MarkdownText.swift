import CellText

/// Text as CommonMark 0.31 and GitHub's tables write it.
enum MarkdownText {
  /// `text` so that none of its signs is markup. All clusters, joiners included, stay as they are: only ASCII signs get a backslash.
  ///
  /// - Parameter startsLine: also signs that mean something only at the beginning of a line.
  static func escaped(_ text: String, startsLine: Bool = false) -> String {
    var result = ""
    var isStart = startsLine
    var hasDigits = false
    for scalar in DisplayText.safe(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": result += "\\"
      case "#", "+", "-", "=", ":": if isStart, !hasDigits { result += "\\" }
      // "1. " and "1) " would begin a list.
      case ".", ")": if isStart, hasDigits { result += "\\" }
      default: break
      }
      result.unicodeScalars.append(scalar)
      let isDigit = ("0"..."9").contains(scalar)
      if isStart, isDigit { hasDigits = true } else { isStart = isStart && scalar == " " && !hasDigits }
    }
    return result
  }

  /// What may be shown of a line whose blanks mean something.
  static func safe(_ text: String) -> String { DisplayText.safe(text) }

  /// `[name](address)`.
  static func link(_ name: String, _ address: String) -> String { "[\(name)](\(destination(address)))" }

  /// An address as the destination of a link: what would end it is escaped.
  static func destination(_ address: String) -> String {
    var result = ""
    for scalar in DisplayText.safe(address).unicodeScalars {
      switch scalar {
      case " ": result += "%20"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case "(", ")": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
