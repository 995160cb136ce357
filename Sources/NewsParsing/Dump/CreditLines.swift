internal import IndicText

/// Lines that name the agency or another origin of a story.
enum CreditLines {
  /// The credit that the whole of `line` is; nil when it is something else.
  static func credit(_ line: PageLine) -> String? {
    guard line.scalarCount <= 160, !line.key.isEmpty else { return nil }
    let isBracketed = line.text.hasPrefix("(")
    if let match = PageLabels.match(line, roles: [.credit]), !match.rest.isEmpty {
      return isBracketed ? withoutBrackets(line.text) : line.text
    }
    let words = line.key.split(separator: " ").map(String.init)
    if words.count > 16 { return nil }
    let namesAgency = words.contains { agencies.contains($0) }
    if namesAgency, words.contains(where: { inputs.contains($0) }) {
      return isBracketed ? withoutBrackets(line.text) : line.text
    }
    // "(भाषा)", "पीटीआई भाषा", "- एएनआई": agencies and little words only.
    if namesAgency, words.count <= 6, words.allSatisfy({ agencies.contains($0) || littleWords.contains($0) }) {
      return withoutBrackets(line.text)
    }
    return nil
  }

  /// Cuts an agency in brackets from the end of a paragraph: "… कहा। (भाषा)". Nil when there is none.
  static func cutting(_ paragraph: String) -> (paragraph: String, credit: String)? {
    guard let last = paragraph.last, last == ")" || last == "]",
      let start = paragraph.suffix(60).lastIndex(where: { $0 == "(" || $0 == "[" })
    else { return nil }
    let end = String(paragraph[start...])
    let before = String(paragraph[..<start].trimmed)
    let words = SearchKey.words(end)
    guard !before.isEmpty, PageLine.endsSentence(before), (1...6).contains(words.count),
      words.contains(where: { agencies.contains($0) }),
      words.allSatisfy({ agencies.contains($0) || littleWords.contains($0) || inputs.contains($0) })
    else { return nil }
    return (before, withoutBrackets(end))
  }

  private static func withoutBrackets(_ text: String) -> String {
    var rest = text[...].drop { "([-–— ".contains($0) }
    while let last = rest.last, ")] .।".contains(last) { rest.removeLast() }
    return String(rest)
  }

  private static let agencies = Set(
    SearchKey.words(
      """
      पीटीआई भाषा एएनआई आईएएनएस वार्ता यूनीवार्ता यूएनआई रॉयटर्स रायटर एएफपी एपी एजेंसी एजेंसियां एजेंसियाँ एजेन्सी पीटीआय एएनआय आयएएनएस वृत्तसंस्था
      pti ani ians uni reuters afp ap agency agencies bhasha univarta
      """))
  private static let inputs = Set(
    SearchKey.words("इनपुट इनपुट्स इनपुटस input inputs साभार सौजन्य सौजन्याने हवाले आभार"))
  private static let littleWords = Set(SearchKey.words("समाचार न्यूज़ से के की का और व एवं साथ with from and news by लेकर द्वारा"))
}
