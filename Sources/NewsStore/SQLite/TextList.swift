/// Lists of texts in one column: parted by U+001F, and lists of lists by U+001E; texts for people have neither.
enum TextList {
  private static let separator = "\u{1F}"
  private static let outerSeparator = "\u{1E}"

  static func text(of list: [String]) -> String {
    list.map(clean).joined(separator: separator)
  }

  static func list(of text: String) -> [String] {
    text.isEmpty ? [] : parts(text, separator)
  }

  /// An empty list inside is kept; no list at all is "-".
  static func text(of lists: [[String]]) -> String {
    lists.isEmpty ? "-" : lists.map { text(of: $0) }.joined(separator: outerSeparator)
  }

  static func lists(of text: String) -> [[String]] {
    text == "-" ? [] : parts(text, outerSeparator).map { list(of: $0) }
  }

  static func text(of dictionary: [String: String]) -> String {
    text(of: dictionary.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
  }

  static func dictionary(of text: String) -> [String: String] {
    let parts = list(of: text)
    var dictionary: [String: String] = [:]
    for index in stride(from: 0, to: parts.count - 1, by: 2) { dictionary[parts[index]] = parts[index + 1] }
    return dictionary
  }

  private static func parts(_ text: String, _ separator: String) -> [String] {
    text.split(separator: Character(separator), omittingEmptySubsequences: false).map(String.init)
  }

  private static func clean(_ text: String) -> String {
    text.unicodeScalars.contains { $0 == "\u{1F}" || $0 == "\u{1E}" }
      ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{1F}" && $0 != "\u{1E}" })) : text
  }
}
