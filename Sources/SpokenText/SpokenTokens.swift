internal import IndicText

/// A piece of a sentence.
struct SpokenToken: Hashable {
  enum Kind: Hashable { case digits, word, blank, sign }

  var kind: Kind
  /// Of digits the ASCII ones, without the commas between groups.
  var text: String
  /// Digits that were grouped by commas: an amount, never a year.
  var isGrouped = false

  var isLatin: Bool { kind == .word && (text.unicodeScalars.first.map { $0.value < 0x250 } ?? false) }

  static func all(of sentence: String) -> [SpokenToken] {
    var tokens: [SpokenToken] = []
    let scalars = Array(sentence.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let (token, end) = next(scalars, index)
      tokens.append(token)
      index = end
    }
    return tokens
  }

  private static func next(_ scalars: [Unicode.Scalar], _ start: Int) -> (SpokenToken, Int) {
    let first = scalars[start]
    if Digits.value(of: first) != nil { return number(scalars, start) }
    if first.properties.isWhitespace {
      let end = scalars[start...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      return (SpokenToken(kind: .blank, text: " "), end)
    }
    guard isLetter(first) else { return (SpokenToken(kind: .sign, text: String(first)), start + 1) }
    let isLatin = first.value < 0x250
    var end = start + 1
    while end < scalars.count {
      let scalar = scalars[end]
      let isApostrophe = scalar == "'" || scalar == "\u{2019}"
      if isApostrophe, end + 1 < scalars.count, isLetter(scalars[end + 1]) {
        end += 1
      } else if !isLetter(scalar) || (!isMark(scalar) && (scalar.value < 0x250) != isLatin) {
        break
      }
      end += 1
    }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[start..<end])
    return (SpokenToken(kind: .word, text: String(word)), end)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: scalar.value < 0xFE00
    default: scalar.value == 0x200C || scalar.value == 0x200D
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isMark(scalar)
  }

  /// Digits in any script; groups of two and three after commas, the last one of three, belong to the number.
  private static func number(_ scalars: [Unicode.Scalar], _ start: Int) -> (SpokenToken, Int) {
    var digits = run(scalars, start)
    var end = start + digits.utf8.count
    var groups: [String] = []
    var after = end
    while digits.utf8.count <= 3, after < scalars.count, scalars[after] == "," {
      let group = run(scalars, after + 1)
      guard (2...3).contains(group.utf8.count) else { break }
      groups.append(group)
      after += 1 + group.utf8.count
    }
    let isGrouped = groups.last?.utf8.count == 3
    if isGrouped {
      digits += groups.joined()
      end = after
    }
    return (SpokenToken(kind: .digits, text: digits, isGrouped: isGrouped), end)
  }

  private static func run(_ scalars: [Unicode.Scalar], _ start: Int) -> String {
    var digits = ""
    for scalar in scalars[min(start, scalars.count)...] {
      guard let value = Digits.value(of: scalar) else { break }
      digits += String(value)
    }
    return digits
  }
}
