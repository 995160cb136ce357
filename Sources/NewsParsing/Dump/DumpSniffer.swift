/// Tells texts that are no pages of news by their shape.
enum DumpSniffer {
  /// - Throws: what `text` is when it is surely something else.
  static func check(_ text: String) throws(PageDumpError) {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.isEmpty { throw .empty }
    try checkMarkup(start)
    try checkJSON(start)
    // The beginning of a file shows its kind; a line without end is not looked at to its end.
    let beginning = String(start.unicodeScalars.prefix(60_000))
    let lines = beginning.split(whereSeparator: \.isNewline).prefix(400).map(\.trimmed).filter { !$0.isEmpty }
    if isCSV(lines) { throw .looksLikeData(.csv) }
    if share(of: lines, where: isLogLine) > 0.6 { throw .looksLikeData(.log) }
    if lines.count >= 4, share(of: lines, where: isCodeLine) > 0.35 { throw .looksLikeData(.sourceCode) }
  }

  private static func checkMarkup(_ text: Substring) throws(PageDumpError) {
    let head = text.prefix(2_000).lowercased()
    if head.hasPrefix("<") {
      if head.hasPrefix("<!doctype html") || head.contains("<html") || head.hasPrefix("<head")
        || head.hasPrefix("<body")
      {
        throw .looksLikeHTML
      }
      if head.contains("<rss") { throw .looksLikeFeed(.rss) }
      if head.contains("<rdf:rdf") { throw .looksLikeFeed(.rdf) }
      if head.contains("<feed") { throw .looksLikeFeed(.atom) }
      if head.contains("<opml") { throw .looksLikeFeed(.opml) }
      if head.hasPrefix("<?xml") { throw .looksLikeData(.xml) }
    }
    // A fragment of HTML: more than a closing tag to every 300 bytes of text.
    let bytes = Array(text.utf8.prefix(100_000))
    var closingCount = 0
    for index in bytes.indices.dropLast(2) where bytes[index] == 0x3C && bytes[index + 1] == 0x2F {
      if (0x61...0x7A).contains(bytes[index + 2] | 0x20) { closingCount += 1 }
    }
    if closingCount >= 8, closingCount * 300 > bytes.count { throw .looksLikeHTML }
  }

  private static func checkJSON(_ text: Substring) throws(PageDumpError) {
    guard text.first == "{" || text.first == "[", let last = text.last(where: { !$0.isWhitespace }),
      last == "}" || last == "]", text.prefix(4_000).contains("\"")
    else { return }
    if text.prefix(4_000).contains("jsonfeed.org/version") { throw .looksLikeFeed(.jsonFeed) }
    throw .looksLikeData(.json)
  }

  /// At least three lines, nine of ten with the same number of commas, semicolons or tabs, none ending as a sentence does.
  private static func isCSV(_ lines: [Substring]) -> Bool {
    guard lines.count >= 3 else { return false }
    let sentenceCount = lines.filter { $0.last.map { "।.?!".contains($0) } ?? false }.count
    if sentenceCount * 5 > lines.count { return false }
    for separator: Character in [",", ";", "\t"] {
      let counts = lines.map { line in line.reduce(0) { $1 == separator ? $0 + 1 : $0 } }
      let expected = counts[0]
      if expected >= 2, counts.filter({ $0 == expected }).count * 10 >= lines.count * 9 { return true }
    }
    return false
  }

  private static func share(of lines: [Substring], where isSo: (Substring) -> Bool) -> Double {
    lines.isEmpty ? 0 : Double(lines.filter(isSo).count) / Double(lines.count)
  }

  /// A date, a time in brackets or a level at the beginning: "2024-05-01 10:22:33", "[12:00]", "May  1 10:22:33 host".
  private static func isLogLine(_ line: Substring) -> Bool {
    let head = line.prefix(32)
    let digitCount = head.filter { $0.isASCII && $0.isNumber }.count
    let hasClock = head.contains(":") && digitCount >= 6
    let levels = ["ERROR", "WARN", "INFO", "DEBUG", "TRACE", "FATAL"]
    return hasClock && (head.first?.isNumber == true || head.first == "[" || digitCount >= 8)
      || levels.contains { head.hasPrefix($0) || head.hasPrefix("[\($0)") }
      || (hasClock && line.first?.isUppercase == true && line.contains("]: "))
  }

  private static func isCodeLine(_ line: Substring) -> Bool {
    guard let last = line.last else { return false }
    if "{};".contains(last) { return true }
    if line == ")" || line == "]," || line == "})" || line.hasSuffix("):") || line.hasSuffix(") {") { return true }
    return codeStarts.contains { line.hasPrefix($0) }
  }

  private static let codeStarts = [
    "import ", "#include", "#define", "func ", "def ", "class ", "return ", "let ", "var ", "const ", "//", "/*",
    "public ",
    "private ", "static ", "if (", "for (", "while (", "@", "<?php", "package ", "using ", "fn ", "struct ", "enum ",
    "#!/", "self.",
    "} else", "SELECT ", "INSERT ", "CREATE TABLE",
  ]
}

extension Substring {
  /// Without blanks at both ends.
  var trimmed: Substring {
    var rest = self.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String { String(self[...].trimmed) }
}
