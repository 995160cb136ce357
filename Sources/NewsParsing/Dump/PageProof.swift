internal import IndicText
internal import NewsModel

/// Asks whether what was read is a story at all.
enum PageProof {
  /// Headlines have some 60 to 150 scalars; the longest seen have 250.
  private static let titleScalarLimit = 300
  /// A short report has 300 letters; less than this is a note.
  private static let letterMinimum = 60

  static func check(_ reading: PageReading) throws(PageDumpError) {
    let title = reading.title
    if title.isEmpty || title.unicodeScalars.count > titleScalarLimit || isChapter(title) { throw .noHeadline }
    let sentences = SentenceIterator(title).prefix(4).map { $0 }
    if sentences.count > 3
      || (sentences.count > 1 && !reading.hasLabels && PageLine.endsSentence(title) && title.hasSuffix("।"))
    {
      throw .noHeadline
    }
    let prose = reading.body.filter { $0.kind != .subheading && isProse($0.text) }
    let letterCount = reading.body.reduce(0) { $0 + ScriptShare($1.text).letterCount }
    let proseLetterCount = prose.reduce(0) { $0 + ScriptShare($1.text).letterCount }
    // Without a byline or any label, only prose shows that it is a story: two paragraphs of it.
    let paragraphMinimum = reading.hasLabels ? 1 : 2
    if prose.count < paragraphMinimum || proseLetterCount < letterMinimum || proseLetterCount * 2 < letterCount {
      throw .noBody(letterCount: proseLetterCount)
    }
  }

  /// At least six words of at least thirty letters, that end as a sentence does, with few signs other than letters.
  private static func isProse(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count >= 6 else { return false }
    let letterCount = ScriptShare(text).letterCount
    let inkCount = text.unicodeScalars.count {
      $0 != " " && !$0.properties.isDiacritic && $0.properties.generalCategory != .spacingMark
        && $0.properties.generalCategory != .nonspacingMark
    }
    guard letterCount >= 25, letterCount * 10 >= inkCount * 6 else { return false }
    return PageLine.endsSentence(text) || SentenceIterator(text).prefix(2).map { $0 }.count > 1 || words.count >= 25
  }

  /// "अध्याय १", "Chapter 3": a book.
  private static func isChapter(_ title: String) -> Bool {
    let words = SearchKey.words(title)
    guard let first = words.first, words.count <= 8 else { return false }
    return ["अध्याय", "परिच्छेद", "प्रकरण", "chapter"].contains(first)
      && (words.count == 1 || Digits.number(words[1]) != nil || ordinals.contains(words[1]))
  }

  private static let ordinals = Set(
    SearchKey.words("एक दो तीन चार पांच पहला दूसरा तीसरा पहले पहिले दुसरे one two three four five i ii iii iv v"))
}
