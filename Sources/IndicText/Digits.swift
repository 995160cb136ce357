/// Numbers written in the digits of any script: २०१९, ২০১৯, 2019.
public enum Digits {
  /// 0 to 9; nil when `scalar` is no decimal digit.
  public static func value(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if (0x30...0x39).contains(value) { return Int(value) - 0x30 }
    if value < 0x80 { return nil }
    if let digit = IndicBlock.digit(value) { return Int(digit) }
    guard scalar.properties.generalCategory == .decimalNumber, let number = scalar.properties.numericValue else {
      return nil
    }
    return Int(number)
  }

  /// The number that `text` is written as; nil when it is empty, has anything but digits, or is too large for `Int`.
  public static func number(_ text: some StringProtocol) -> Int? {
    var number = 0
    var isEmpty = true
    for scalar in text.unicodeScalars {
      guard let digit = value(of: scalar) else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tens.addingReportingOverflow(digit)
      if isTooLarge || overflows { return nil }
      number = sum
      isEmpty = false
    }
    return isEmpty ? nil : number
  }

  /// `text` with each decimal digit as ASCII; all else as it was.
  public static func ascii(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80, let digit = value(of: scalar), let ascii = Unicode.Scalar(0x30 + UInt32(digit)) {
        view.append(ascii)
      } else {
        view.append(scalar)
      }
    }
    return String(view)
  }

  /// `text` with each ASCII digit as a Devanagari one, but for words that hold a Latin letter (G20, COVID-19, an address).
  public static func devanagari(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let isBlank = first.properties.isWhitespace
      let word = rest.prefix { $0.properties.isWhitespace == isBlank }
      rest = rest[word.endIndex...]
      let isLatin = word.contains { ScriptShare.script(of: $0) == .latin }
      if isLatin {
        view.append(contentsOf: word)
      } else {
        for scalar in word {
          let isDigit = (0x30...0x39).contains(scalar.value)
          view.append(isDigit ? Unicode.Scalar(scalar.value - 0x30 + 0x0966) ?? scalar : scalar)
        }
      }
    }
    return String(view)
  }
}
