/// Text as XML and HTML write it.
enum XMLText {
  /// The signs of markup as references, all else as it is.
  static func markup(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As ``markup(_:)``, without the characters that XML 1.0 (section 2.2) cannot carry, not even as references.
  static func escaped(_ text: String) -> String {
    let isWhole = text.unicodeScalars.allSatisfy(isCharacter)
    return markup(isWhole ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(isCharacter))))
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

extension XMLText {
  /// An address as the value of an attribute of XML: what no URI has (RFC 3986, section 2) is percent-encoded, letters beyond ASCII stay.
  static func address(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var hasFragment = false
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "%":
        let isCoded = index + 2 < scalars.count && scalars[index + 1...index + 2].allSatisfy(isHexadecimal)
        result += isCoded ? "%" : "%25"
      case "#":
        result += hasFragment ? "%23" : "#"
        hasFragment = true
      case "\u{0}"..."\u{20}", "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "[", "]", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return escaped(result)
  }

  private static func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isASCIIHexDigit
  }
}
