internal import CICU

/// The sentences of a text, in order, without blanks at their ends.
///
/// ICU's rules (UAX #29) find danda, double danda, `?`, `!` and full stop, also where no space follows ("था।अगला"). They are
/// corrected here: no break after an abbreviation or an initial (डॉ. शर्मा, रु. 500), but a break where English sentences are
/// glued ("ended.The next").
public struct SentenceIterator: Sequence, IteratorProtocol {
  private let text: String
  private var ends: ArraySlice<String.Index>
  private var start: String.Index

  /// - Parameter locale: BCP 47 language whose rules apply.
  public init(_ text: String, locale: String = "hi") {
    self.text = text
    ends = Self.ends(in: text, locale: locale)[...]
    start = text.startIndex
  }

  /// The next sentence's place in the text; nil after the last one.
  public mutating func next() -> Range<String.Index>? {
    while let end = ends.popFirst() {
      let range = Self.trimmed(start..<end, in: text)
      start = end
      if !range.isEmpty { return range }
    }
    return nil
  }

  /// The sentences of `text` themselves.
  public static func sentences(of text: String, locale: String = "hi") -> [String] {
    SentenceIterator(text, locale: locale).map { String(text[$0]) }
  }
}

extension SentenceIterator {
  private static func ends(in text: String, locale: String) -> [String.Index] {
    var ends: [String.Index] = []
    var from = text.startIndex
    var offset = 0
    let mayBeGlued = holdsStopOrPipe(text)
    for boundary in TextBoundaries.find(KHABAR_BREAK_SENTENCE, in: text, locale: locale) {
      let end = text.utf8.index(from, offsetBy: boundary.utf8Offset - offset)
      if mayBeGlued { ends += gluedEnds(in: text, from..<end) }
      if end == text.endIndex || !isAfterAbbreviation(text[from..<end]) { ends.append(end) }
      from = end
      offset = boundary.utf8Offset
    }
    return ends
  }

  private static func holdsStopOrPipe(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "|") } }
  }

  /// Full stops and pipes inside a stretch that ICU took for one sentence: "ended.The next", "था|अगला".
  private static func gluedEnds(in text: String, _ range: Range<String.Index>) -> [String.Index] {
    let scalars = text.unicodeScalars
    var ends: [String.Index] = []
    var wordCount = 0
    var before: Unicode.Scalar?
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = scalars[index]
      let after = scalars.index(after: index)
      if scalar == ".", wordCount >= 3, let before, before.properties.isLowercase, after < range.upperBound,
        scalars[after].properties.isUppercase, isCapitalizedWord(scalars[after..<range.upperBound])
      {
        ends.append(after)
      } else if scalar == "|", let before, IndicBlock.contains(before.value),
        after < range.upperBound, IndicBlock.contains(scalars[after].value)
      {
        ends.append(after)
      }
      wordCount = scalar.properties.isAlphabetic ? wordCount + 1 : 0
      before = scalar
      index = after
    }
    return ends
  }

  /// "The next" and "A day", but not "JS" of "Node.JS".
  private static func isCapitalizedWord(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let second = rest.dropFirst().first else { return false }
    return second.properties.isLowercase || second == " "
  }

  private static func isAfterAbbreviation(_ sentence: Substring) -> Bool {
    // Nearly every sentence of Hindi ends in a danda.
    let end = endWithoutSpaces(sentence.startIndex..<sentence.endIndex, in: sentence.base)
    if let last = plainEnd(sentence.startIndex..<end, in: sentence.base), last != "." { return false }
    let trimmed = sentence.reversed().drop(while: \.isWhitespace)
    guard trimmed.first == "." else { return false }
    let word = String(trimmed.dropFirst().prefix(while: { $0.isLetter }).prefix(8).reversed())
    if word.isEmpty { return false }
    // An initial: one cluster of one letter, with its vowel sign (पु. ल.), or a Latin capital.
    if word.count == 1, let scalar = word.unicodeScalars.first {
      return scalar.properties.isUppercase || IndicBlock.contains(scalar.value)
    }
    return abbreviations.contains(word.lowercased())
  }

  private static func trimmed(_ range: Range<String.Index>, in text: String) -> Range<String.Index> {
    var start = range.lowerBound
    var end = range.upperBound
    end = endWithoutSpaces(range, in: text)
    // Nearly every sentence: no look at clusters is needed to see that it neither begins nor ends with white space.
    if start < end, isPlain(text.utf8[start]) || text.utf8[start] == 0xE0, plainEnd(start..<end, in: text) != nil {
      return start..<end
    }
    while start < end, text[start].isWhitespace { text.formIndex(after: &start) }
    while start < end, text[text.index(before: end)].isWhitespace { text.formIndex(before: &end) }
    return start..<end
  }

  /// Printable ASCII without the space.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  private static func endWithoutSpaces(_ range: Range<String.Index>, in text: String) -> String.Index {
    let utf8 = text.utf8
    var end = range.upperBound
    // Before the end of a sentence each is a cluster of its own.
    while end > range.lowerBound, utf8[utf8.index(before: end)] == 0x20 { utf8.formIndex(before: &end) }
    return end
  }

  /// The last scalar of a stretch where it is printable ASCII or a danda, which are clusters of their own; nil for all others.
  private static func plainEnd(_ range: Range<String.Index>, in text: String) -> Unicode.Scalar? {
    let utf8 = text.utf8[range]
    guard let last = utf8.last else { return nil }
    if isPlain(last) { return Unicode.Scalar(last) }
    return last == 0xA4 && utf8.suffix(3).elementsEqual([0xE0, 0xA5, 0xA4]) ? "\u{0964}" : nil
  }

  private static let abbreviations: Set<String> = [
    "अॅड", "ॲड", "एड", "प्रो", "मिस", "मो", "पं", "कुमारी", "सुश्री", "स्व", "रु", "नं", "कि", "मी", "सें", "मि", "ले",
    "mr", "mrs", "ms", "dr", "rs", "no", "st", "prof", "sr", "jr", "gen", "col", "lt", "capt", "vs", "smt", "shri",
    "maj",
    "govt", "dept", "inc", "ltd", "co",
  ]
}
