import CellText

/// Lines that end where a phrase ends, for displays that show one line at a time.
enum PhraseBreaks {
  /// Where lines of safe `text` begin after the first, in UTF-8 bytes, when each takes as many whole phrases as fit into `columns`.
  ///
  /// A phrase ends with a danda, full stop, comma, colon, semicolon, question or exclamation mark and a blank, and with a dash between
  /// blanks. One that is longer than a line is left to be wrapped between words, and what follows it begins a line of its own.
  static func lineStarts(of text: String, columns: Int, model: WidthModel) -> [Int] {
    guard columns > 0 else { return [] }
    var starts: [Int] = []
    var lineColumns = 0
    var offset = 0
    for phrase in phrases(of: text) {
      // The blank at its end need not fit.
      let taken = model.columns(of: phrase)
      let needed = taken - (phrase.last == " " ? 1 : 0)
      if lineColumns > 0, lineColumns + needed > columns {
        starts.append(offset)
        lineColumns = 0
      }
      lineColumns += taken
      offset += phrase.utf8.count
    }
    return starts
  }

  /// Each with the blanks after it.
  private static func phrases(of text: String) -> [Substring] {
    var phrases: [Substring] = []
    var start = text.startIndex
    var index = start
    var endsHere = false
    while index < text.endIndex {
      let character = text[index]
      if character != " ", endsHere, text[text.index(before: index)] == " " {
        phrases.append(text[start..<index])
        start = index
      }
      if character != " " { endsHere = marks.contains(character) }
      index = text.index(after: index)
    }
    if start < text.endIndex { phrases.append(text[start...]) }
    return phrases
  }

  private static let marks: Set<Character> = ["।", "॥", ".", ",", ":", ";", "?", "!", "–", "—"]
}
