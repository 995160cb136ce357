/// How many columns a terminal gave to a text.
public struct WidthSample: Hashable, Sendable, Codable {
  public var text: String
  public var columns: Int

  public init(text: String, columns: Int) {
    self.text = text
    self.columns = columns
  }
}

/// A text whose columns tell one family of terminals from another.
public struct WidthProbeText: Hashable, Sendable {
  /// What the text stands for.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case devanagari, otherIndic, latin, symbols, emoji
  }

  public var text: String
  public var kind: Kind
  /// Columns that no known terminal exceeds: a screen that is narrower cannot be asked.
  public var mostColumns: Int

  /// Few enough for one write. Each of the first group decides something that no other does.
  public static let all: [WidthProbeText] = [
    // A letter; whether ा counts, whether े does; whether ा counts after another mark.
    .init("क", .devanagari, 2), .init("का", .devanagari, 3), .init("के", .devanagari, 3),
    .init("ड\u{93C}ा", .devanagari, 4),
    .init("काः", .devanagari, 4),
    // Whether conjuncts are joined, and how wide they become at most.
    .init("क्ष", .devanagari, 4), .init("स्त्री", .devanagari, 7),
    // Whether joiners count, and what ZWJ joins.
    .init("क्\u{200D}ष", .devanagari, 5), .init("क्\u{200C}ष", .devanagari, 5),
    // One text for each group whose columns are only confirmed.
    .init("কিਕਿકિକିநிకిಕಿകി", .otherIndic, 32), .init("āūñé", .latin, 8), .init(CertainText.symbolText, .symbols, 48),
    .init("👍🏽", .emoji, 5), .init("👨\u{200D}👩\u{200D}👧", .emoji, 9), .init("❤\u{FE0F}", .emoji, 3),
    .init("🇮🇳", .emoji, 5),
    .init("漢", .emoji, 3),
  ]

  private init(_ text: String, _ kind: Kind, _ mostColumns: Int) {
    self.text = text
    self.kind = kind
    self.mostColumns = mostColumns
  }
}
