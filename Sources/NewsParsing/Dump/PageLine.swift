internal import IndicText

/// A line of a page with something on it: single spaces, none at the ends.
struct PageLine: Hashable {
  var text: String
  /// An empty line, or the page's beginning, stands before it.
  var isAfterBlank: Bool
  /// Folded for matching.
  var key: String

  init(text: String, isAfterBlank: Bool) {
    self.text = text
    self.isAfterBlank = isAfterBlank
    // No label is longer than this; a paragraph's key would be work for nothing.
    key = text.utf8.count <= 600 ? SearchKey.fold(text) : ""
  }

  var scalarCount: Int { text.unicodeScalars.count }

  /// Ends as a sentence does.
  var endsSentence: Bool { Self.endsSentence(text) }

  static func endsSentence(_ text: String) -> Bool {
    var rest = text[...]
    while let last = rest.last, "”’\"')]»".contains(last) { rest.removeLast() }
    return rest.last.map { "।॥.?!…|".contains($0) } ?? false
  }

  /// The text without a bullet or number at its beginning; nil when there is none.
  var bulletText: String? {
    guard let first = text.first else { return nil }
    if "•●▪■◦‣∙·*►▶➤✓".contains(first)
      || ((first == "-" || first == "–" || first == "—") && text.dropFirst().first == " ")
    {
      let rest = text.dropFirst().trimmed
      return rest.isEmpty ? nil : String(rest)
    }
    let digits = text.prefix(while: { $0.isNumber })
    if (1...2).contains(digits.count), let mark = text.dropFirst(digits.count).first, mark == "." || mark == ")",
      text.dropFirst(digits.count + 1).first == " "
    {
      return String(text.dropFirst(digits.count + 2).trimmed)
    }
    return nil
  }
}

extension PageLine {
  /// The lines of `text`, which is in normal form.
  static func lines(of text: String) -> [PageLine] {
    var lines: [PageLine] = []
    var isAfterBlank = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      if words.isEmpty {
        isAfterBlank = true
      } else {
        lines.append(PageLine(text: words.joined(separator: " "), isAfterBlank: isAfterBlank))
        isAfterBlank = false
      }
    }
    return lines
  }

  /// Puts lines together that a text browser broke at a fixed width: nil when `lines` are not broken so.
  ///
  /// They are when no line is long, paragraphs are parted by empty lines, and most lines end amid a sentence although more follows.
  /// - Parameter standsAlone: says that a line is a label or a byline and never goes on in the next.
  static func unwrapped(_ lines: [PageLine], standsAlone: (PageLine) -> Bool) -> [PageLine]? {
    guard lines.count >= 8, lines.allSatisfy({ $0.scalarCount <= 110 }) else { return nil }
    let followers = lines.indices.dropFirst().filter { !lines[$0].isAfterBlank }
    // Asked first because it is cheap.
    guard followers.count(where: { lines[$0 - 1].scalarCount >= 45 && !lines[$0 - 1].endsSentence }) >= 4 else {
      return nil
    }
    let broken = followers.filter { goesOn(lines[$0 - 1], lines[$0], standsAlone) }
    guard broken.count >= 4, broken.count * 2 > lines.count / 2 else { return nil }
    let joins = Set(broken)
    var result: [PageLine] = []
    var paragraph: [String] = []
    var isAfterBlank = true
    func flush() {
      if !paragraph.isEmpty {
        result.append(PageLine(text: paragraph.joined(separator: " "), isAfterBlank: isAfterBlank))
      }
      paragraph = []
    }
    for index in lines.indices {
      let isFull = index > 0 && lines[index - 1].scalarCount >= 45 && !lines[index].isAfterBlank
      let isNext =
        isFull && !standsAlone(lines[index]) && !standsAlone(lines[index - 1]) && lines[index].bulletText == nil
      if !joins.contains(index) && !isNext {
        flush()
        isAfterBlank = lines[index].isAfterBlank
      }
      paragraph.append(lines[index].text)
    }
    flush()
    return result
  }

  private static func goesOn(_ line: PageLine, _ next: PageLine, _ standsAlone: (PageLine) -> Bool) -> Bool {
    line.scalarCount >= 45 && !line.endsSentence && next.bulletText == nil && !standsAlone(line) && !standsAlone(next)
  }
}
