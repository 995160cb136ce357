internal import CICU

/// Which form of a word goes with a count, by the rules of a language: "1 ख़बर", "3 ख़बरें".
///
/// ICU has CLDR's rules (https://cldr.unicode.org/index/cldr-spec/plural-rules). What they say of whole numbers in the languages that the
/// program itself speaks is known here too: asking for it would load the larger half of ICU, 1.6 MB of it, at each start.
public struct PluralRules: Sendable {
  /// CLDR's categories. A language uses some of them; every one uses `other`.
  public enum Category: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
  }

  private let rules: Rules

  private enum Rules {
    /// The counts that take ``Category/one``; all others take ``Category/other``.
    case one(ClosedRange<UInt>)
    case icu(address: UInt)
  }

  private static let known: [String: ClosedRange<UInt>] = ["en": 1...1, "hi": 0...1, "mr": 1...1]

  /// - Parameter language: BCP 47. One that ICU does not know gets the rules of the root: always ``Category/other``.
  public init(language: String) {
    self.init(language: language, known: Self.known[language])
  }

  /// - Parameter known: nil asks ICU.
  init(language: String, known: ClosedRange<UInt>?) {
    // Opened once for each language: never closed.
    rules = known.map { .one($0) } ?? .icu(address: UInt(bitPattern: khabar_plural_open(language)))
  }

  public func category(of count: Int) -> Category {
    let address: UInt
    switch rules {
    case .one(let counts): return counts.contains(count.magnitude) ? .one : .other
    case .icu(let found): address = found
    }
    guard let rules = OpaquePointer(bitPattern: address) else { return .other }
    let keyword = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { buffer -> String? in
      guard khabar_plural_keyword(rules, Double(count), buffer.baseAddress, 16) >= 0 else { return nil }
      return buffer.baseAddress.map { String(cString: $0) }
    }
    return keyword.flatMap(Category.init(rawValue:)) ?? .other
  }
}
