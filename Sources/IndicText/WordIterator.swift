internal import CICU

/// The words of a text, without the blanks and the punctuation between them (UAX #29, by ICU).
public struct WordIterator: Sequence, IteratorProtocol {
  private let text: String
  private var boundaries: ArraySlice<TextBoundaries.Boundary>
  private var start: String.Index

  /// - Parameter locale: BCP 47 language whose rules apply.
  public init(_ text: String, locale: String = "hi") {
    self.text = text
    boundaries = TextBoundaries.find(KHABAR_BREAK_WORD, in: text, locale: locale)[...]
    start = text.startIndex
  }

  /// The next word's place in the text; nil after the last one.
  public mutating func next() -> Range<String.Index>? {
    while let boundary = boundaries.popFirst() {
      let end = text.utf8.index(text.startIndex, offsetBy: boundary.utf8Offset)
      let range = start..<end
      start = end
      if boundary.status >= 100 { return range }
    }
    return nil
  }
}
