internal import CICU

/// Which form of a word goes with a count, by the rules of a language: "1 ख़बर", "3 ख़बरें".
///
/// ICU has CLDR's rules (https://cldr.unicode.org/index/cldr-spec/plural-rules).
public struct PluralRules: Sendable {
  /// CLDR's categories. A language uses some of them; every one uses `other`.
  public enum Category: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
  }

  private let address: UInt

  /// - Parameter language: BCP 47. One that ICU does not know gets the rules of the root: always ``Category/other``.
  public init(language: String) {
    // Opened once for each language of the program's own: never closed.
    address = UInt(bitPattern: khabar_plural_open(language))
  }

  public func category(of count: Int) -> Category {
    guard let rules = OpaquePointer(bitPattern: address) else { return .other }
    let keyword = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { buffer -> String? in
      guard khabar_plural_keyword(rules, Double(count), buffer.baseAddress, 16) >= 0 else { return nil }
      return buffer.baseAddress.map { String(cString: $0) }
    }
    return keyword.flatMap(Category.init(rawValue:)) ?? .other
  }
}
