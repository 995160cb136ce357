/// A query's clusters with their places, and what they mean to the language.
struct QueryScanner {
  let characters: [Character]
  /// Where each cluster begins, in UTF-8 bytes, and the end of the text.
  private let offsets: [Int]
  private let signs: [Unicode.Scalar?]
  /// The clusters that are a `|` which stands for OR.
  private let bars: Set<Int>

  init(_ text: String) {
    var characters: [Character] = []
    var offsets = [0]
    var signs: [Unicode.Scalar?] = []
    for character in text {
      characters.append(character)
      offsets.append(offsets[offsets.count - 1] + character.utf8.count)
      signs.append(Self.sign(character))
    }
    self.characters = characters
    self.offsets = offsets
    self.signs = signs
    bars = Self.bars(characters, signs)
  }

  /// Nil for a cluster that carries marks; a joiner behind a sign is typing dust.
  private static func sign(_ character: Character) -> Unicode.Scalar? {
    let scalars = character.unicodeScalars
    for scalar in scalars.dropFirst() where !(0x200C...0x200D).contains(scalar.value) { return nil }
    return scalars.first
  }

  /// Bars between blanks or between words. One that only ends a sentence ("हुई| अब") is a danda.
  private static func bars(_ characters: [Character], _ signs: [Unicode.Scalar?]) -> Set<Int> {
    func isBlank(_ index: Int) -> Bool { !characters.indices.contains(index) || characters[index].isWhitespace }
    var bars: Set<Int> = []
    var index = 0
    while index < signs.count {
      let start = index
      while index < signs.count, signs[index] == "|" { index += 1 }
      if index > start, isBlank(start - 1) == isBlank(index) { bars.formUnion(start..<index) }
      index = max(index, start + 1)
    }
    return bars
  }

  var end: Int { characters.count }

  /// UTF-8 bytes of these clusters.
  func place(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  func text(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The sign at `index` that the language may read; nil outside the text.
  func sign(_ index: Int) -> Unicode.Scalar? { signs.indices.contains(index) ? signs[index] : nil }

  func isBlank(_ index: Int) -> Bool { index < 0 || index >= end || characters[index].isWhitespace }

  /// Whether the cluster is a mark without a letter: anything put before it would carry it.
  func isLoneMark(_ index: Int) -> Bool {
    guard let first = characters[index].unicodeScalars.first else { return false }
    return first.properties.isGraphemeExtend || first.properties.generalCategory == .spacingMark || first == "\u{200D}"
  }

  /// Blank, bracket, or the end.
  func endsWord(_ index: Int) -> Bool {
    if isBlank(index) { return true }
    let sign = sign(index)
    return sign == "(" || sign == ")" || isBar(index)
  }

  /// Whether a `|` that stands for OR is at `index`.
  func isBar(_ index: Int) -> Bool { bars.contains(index) }

  /// Where the text inside quotation marks that open at `index` ends, and where the marks end; nil when none open there.
  ///
  /// Single marks count only when they close before a blank or punctuation: the others are apostrophes.
  func quotation(at index: Int) -> Quotation? {
    guard let opening = sign(index) else { return nil }
    if Self.doubleMarks.contains(opening) { return quotation(index, length: 1) { Self.doubleMarks.contains($0) } }
    if Self.angleMarks.contains(opening) { return quotation(index, length: 1) { Self.angleMarks.contains($0) } }
    guard Self.singleMarks.contains(opening) else { return nil }
    // Two single marks for a double one, as keyboards without it make people type.
    if let second = sign(index + 1), Self.singleMarks.contains(second) {
      var close = index + 2
      while close + 1 < end {
        if let first = sign(close), let second = sign(close + 1), Self.singleMarks.contains(first),
          Self.singleMarks.contains(second)
        {
          return Quotation(inside: index + 2..<close, end: close + 2, isClosed: true)
        }
        close += 1
      }
      return nil
    }
    var close = index + 1
    while close < end {
      if let mark = sign(close), Self.singleMarks.contains(mark), close > index + 1, !isWordCharacter(close + 1) {
        return Quotation(inside: index + 1..<close, end: close + 1, isClosed: true)
      }
      close += 1
    }
    return nil
  }

  struct Quotation {
    var inside: Range<Int>
    var end: Int
    /// False when the text ended first.
    var isClosed: Bool
  }

  private func quotation(_ index: Int, length: Int, _ closes: (Unicode.Scalar) -> Bool) -> Quotation {
    var close = index + length
    while close < end {
      if let mark = sign(close), closes(mark) {
        return Quotation(inside: index + length..<close, end: close + 1, isClosed: true)
      }
      close += 1
    }
    return Quotation(inside: index + length..<end, end: end, isClosed: false)
  }

  private func isWordCharacter(_ index: Int) -> Bool {
    index < end && (characters[index].isLetter || characters[index].isNumber)
  }

  static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    doubleMarks.contains(scalar) || angleMarks.contains(scalar) || singleMarks.contains(scalar)
  }

  static let doubleMarks: Set<Unicode.Scalar> = [
    "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2033}", "\u{301D}", "\u{301E}", "\u{FF02}",
  ]
  static let angleMarks: Set<Unicode.Scalar> = ["\u{AB}", "\u{BB}"]
  static let singleMarks: Set<Unicode.Scalar> = ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]
}
