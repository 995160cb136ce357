/// The last eighteen letters and marks of a Devanagari word, seven bits each: endings are compared and cut with one operation.
struct DevanagariLetters: Hashable {
  /// The word's last scalar in the lowest bits.
  private(set) var packed: UInt128 = 0
  private(set) var scalarCount = 0
  /// Whether the word has no more scalars than these.
  private(set) var isWhole = true

  private static let bitCount = 7
  private static let scalarLimit = 18

  init() {}

  /// Nil when `word` has a scalar outside of U+0900 to U+097F.
  init?(_ word: String) {
    guard let first = word.utf8.first, first == 0xE0 else { return nil }
    for scalar in word.unicodeScalars {
      guard DevanagariFolding.contains(scalar.value) else { return nil }
      append(scalar.value)
    }
  }

  mutating func append(_ value: UInt32) {
    if scalarCount == Self.scalarLimit {
      isWhole = false
      packed &= (1 << UInt128((Self.scalarLimit - 1) * Self.bitCount)) - 1
    } else {
      scalarCount += 1
    }
    packed = packed << UInt128(Self.bitCount) | UInt128(value & 0x7F)
  }

  /// The last scalar; 0 when there is none.
  var last: UInt32 { scalarCount == 0 ? 0 : 0x0900 | UInt32(truncatingIfNeeded: packed & 0x7F) }

  func hasSuffix(_ ending: DevanagariLetters) -> Bool {
    let bits = UInt128(ending.scalarCount * Self.bitCount)
    return scalarCount > ending.scalarCount && packed & ((1 << bits) - 1) == ending.packed
  }

  func dropping(_ count: Int) -> DevanagariLetters {
    var rest = self
    rest.scalarCount -= count
    rest.packed >>= UInt128(count * Self.bitCount)
    return rest
  }

  func appending(_ ending: DevanagariLetters) -> DevanagariLetters {
    var longer = self
    for shift in stride(from: ending.scalarCount - 1, through: 0, by: -1) {
      longer.append(0x0900 | UInt32(truncatingIfNeeded: ending.packed >> UInt128(shift * Self.bitCount) & 0x7F))
    }
    return longer
  }

  var endsInVowel: Bool {
    switch last {
    case 0x0904...0x0914, 0x093E...0x094C: true
    default: false
    }
  }

  /// A set of words that are written here by hand: blanks part them, and they are folded.
  static func set(_ words: String) -> Set<DevanagariLetters> {
    Set(SearchKey.words(words).compactMap { DevanagariLetters($0) })
  }
}
