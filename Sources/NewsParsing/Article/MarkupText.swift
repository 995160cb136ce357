internal import IndicText

/// Text from attributes and scripts, where pages leave entities and tags that were decoded once already or never.
enum MarkupText {
  /// One line in normal form without markup; nil when nothing is left.
  static func line(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    var plain = hasMarkup(text) ? HTMLDocument(text, scope: .fragment).root.plainText : text
    // "&amp;quot;": encoded twice.
    if hasMarkup(plain) { plain = HTMLDocument(plain, scope: .fragment).root.plainText }
    let line = NormalForm.line(plain)
    return line.isEmpty ? nil : line
  }

  /// The text with its entities decoded; tags in it are lost.
  static func decoded(_ text: String) -> String {
    HTMLDocument(text, scope: .fragment).root.text
  }

  /// Whether an entity or a tag stands in it: "&amp;", "<br>"; not "A & B", "3 < 4".
  static func hasMarkup(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if previous == UInt8(ascii: "&"), isLetter || byte == UInt8(ascii: "#") { return true }
      if previous == UInt8(ascii: "<"), isLetter || byte == UInt8(ascii: "/") { return true }
      previous = byte
    }
    return false
  }
}
