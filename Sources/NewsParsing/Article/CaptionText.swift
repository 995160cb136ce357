internal import IndicText

/// Parts a picture's line into what it shows and whose it is: "इमेज स्रोत, Getty Images इमेज कैप्शन, नई दिल्ली में सभा".
enum CaptionText {
  /// Both are nil when `text` is a label and nothing more.
  static func part(_ text: String) -> (caption: String?, credit: String?) {
    var caption: [Substring] = []
    var credit: [Substring] = []
    var isCredit = false
    let words = text.split(separator: " ")
    var index = 0
    while index < words.count {
      if let (role, count) = label(at: index, in: words) {
        isCredit = role
        index += count
        continue
      }
      if isCredit { credit.append(words[index]) } else { caption.append(words[index]) }
      // "(फोटो: एएनआई)": the bracket ends the credit.
      if isCredit, words[index].hasSuffix(")"), !words[index].contains("(") { isCredit = false }
      index += 1
    }
    return (trimmed(caption), trimmed(credit))
  }

  /// The caption with the credit after it in brackets; empty when there is neither.
  static func line(_ text: String) -> String {
    let (caption, credit) = part(text)
    return line(caption: caption, credit: credit)
  }

  static func line(caption: String?, credit: String?) -> String {
    switch (caption, credit) {
    case (let caption?, let credit?): return "\(caption) (\(credit))"
    case (let only?, nil), (nil, let only?): return only
    case (nil, nil): return ""
    }
  }

  private static func trimmed(_ words: [Substring]) -> String? {
    var rest = words.joined(separator: " ")[...]
    while let first = rest.first, " ,:;-–—|/".contains(first) { rest.removeFirst() }
    while let last = rest.last, " ,:;-–—|/(".contains(last) || last == ")" && !rest.contains("(") { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  /// Whether the label at a word is one of credits, and how many words it has; it ends in a comma, a colon or a dash.
  private static func label(at index: Int, in words: [Substring]) -> (isCredit: Bool, wordCount: Int)? {
    for count in stride(from: min(4, words.count - index), through: 1, by: -1) {
      let label = words[index..<index + count].joined(separator: " ")
      let mark = words[(index + count)...].first.flatMap {
        ":-–—|".contains($0.first ?? " ") && $0.count == 1 ? $0.first : nil
      }
      guard mark != nil || label.last.map({ ",:".contains($0) }) ?? false else { continue }
      let key = SearchKey.fold(label)
      let wordCount = count + (mark == nil ? 0 : 1)
      if captionLabels.contains(key) { return (false, wordCount) }
      if creditLabels.contains(key) { return (true, wordCount) }
    }
    return nil
  }

  private static func keys(_ labels: String) -> Set<String> {
    Set(labels.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map { SearchKey.fold(String($0)) }).subtracting([""])
  }

  private static let captionLabels = keys(
    """
    इमेज कैप्शन|इमेज कैप्शन|तस्वीर का कैप्शन|फोटो कैप्शन|फोटो कॅप्शन|वीडियो कैप्शन|व्हीडिओ कॅप्शन|कैप्शन|कॅप्शन|Image Caption|Photo Caption|Caption|Video Caption
    """)
  private static let creditLabels = keys(
    """
    इमेज स्रोत|इमेज सोर्स|इमेज क्रेडिट|तस्वीर स्रोत|फोटो स्रोत|फोटो सोर्स|फोटो सौजन्य|फोटो क्रेडिट|फोटो साभार|फोटो|फ़ोटो|छायाचित्र|स्रोत|स्त्रोत|सौजन्य|साभार|
    क्रेडिट|सोर्स|Image Source|Image Credit|Image Courtesy|Photo Credit|Photo Source|Photo Courtesy|Photo by|Photo|Photograph|Picture|Source|Credit|Courtesy|
    Getty Images Photo
    """)
}
