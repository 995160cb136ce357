/// A colour as a screen shows it.
public struct Color: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  /// Which of the palette's sixteen it is (base00 is 0), for terminals that have no true colour; nil for a colour of its own.
  public var base16Index: Int?

  public init(red: UInt8, green: UInt8, blue: UInt8, base16Index: Int? = nil) {
    self.red = red
    self.green = green
    self.blue = blue
    self.base16Index = base16Index
  }

  /// `rrggbb` or `#rrggbb`, three digits doubled as in CSS; nil for anything else.
  public init?(hexadecimal text: some StringProtocol, base16Index: Int? = nil) {
    var digits = Array(text.utf8)
    if digits.first == UInt8(ascii: "#") { digits.removeFirst() }
    let values = digits.compactMap { Self.value(ofDigit: $0) }
    guard values.count == digits.count, values.count == 6 || values.count == 3 else { return nil }
    let six = values.count == 6 ? values : values.flatMap { [$0, $0] }
    self.init(
      red: six[0] << 4 | six[1], green: six[2] << 4 | six[3], blue: six[4] << 4 | six[5], base16Index: base16Index)
  }

  /// Contrast with another colour, 1 to 21. Reference: WCAG 2.2, "contrast ratio".
  public func contrast(with other: Color) -> Double {
    let lighter = max(luminance, other.luminance)
    let darker = min(luminance, other.luminance)
    return (lighter + 0.05) / (darker + 0.05)
  }
}

/// How text of one role looks.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  /// nil: the terminal's own.
  public var foreground: Color?
  /// nil: the terminal's own.
  public var background: Color?
  public var attributes: Attributes

  public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

extension Color {
  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// WCAG 2.2, "relative luminance". The square of the channel's power 2.4 is taken by multiplication and one root, so that no C library is needed.
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    if value <= 0.03928 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // x^2.4 = x² · (x²)^(1/5); the fifth root by Newton's method.
    let square = base * base
    var root = 1.0
    for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
