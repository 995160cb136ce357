/// The Indic blocks U+0900 to U+0D7F repeat one plan (ISCII): at the same distance from its block's start stands the same sign.
enum IndicBlock {
  /// Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam.
  static func contains(_ value: UInt32) -> Bool {
    (0x0900...0x0D7F).contains(value)
  }

  private static func start(_ value: UInt32) -> UInt32 { value & ~0x7F }
  private static func offset(_ value: UInt32) -> UInt32 { value & 0x7F }

  /// 0 to 9; nil when `value` is no digit.
  static func digit(_ value: UInt32) -> UInt32? {
    contains(value) && (0x66...0x6F).contains(offset(value)) ? offset(value) - 0x66 : nil
  }

  static func isVirama(_ value: UInt32) -> Bool { contains(value) && offset(value) == 0x4D || value == 0x0DCA }

  /// Whether `scalar` is a combining mark (general category M).
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x0300 { return false }
    // Devanagari's marks, so that the script read most needs no table.
    if (0x0900...0x097F).contains(value) {
      switch value {
      case 0x0900...0x0903, 0x093A...0x093C, 0x093E...0x094F, 0x0951...0x0957, 0x0962, 0x0963: return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  static func virama(like value: UInt32) -> UInt32 { start(value) + 0x4D }
  static func anusvara(like value: UInt32) -> UInt32 { start(value) + 0x02 }

  /// Devanagari, Gurmukhi and Gujarati write the class nasal as anusvara when they like; the other scripts do not.
  private static func writesNasalAsAnusvara(_ value: UInt32) -> Bool {
    let block = start(value)
    return block == 0x0900 || block == 0x0A00 || block == 0x0A80
  }

  /// Whether `nasal` with a virama sounds as an anusvara before the consonant `next`: न् in हिन्दी, म् in सम्बन्ध.
  ///
  /// The dental nasal is also written before other stops and sibilants (इन्कार, इन्साफ), so it counts before all of them.
  static func isNasal(_ nasal: UInt32, before next: UInt32) -> Bool {
    guard writesNasalAsAnusvara(next), start(nasal) == start(next) else { return false }
    let consonant = offset(next)
    switch offset(nasal) {
    case 0x19: return (0x15...0x18).contains(consonant)
    case 0x1E: return (0x1A...0x1D).contains(consonant)
    case 0x23: return (0x1F...0x22).contains(consonant)
    case 0x28: return isPlainStop(consonant) || consonant == 0x36 || consonant == 0x38
    case 0x2E: return (0x2A...0x2D).contains(consonant)
    default: return false
    }
  }

  private static func isPlainStop(_ consonant: UInt32) -> Bool {
    switch consonant {
    case 0x15...0x18, 0x1A...0x1D, 0x1F...0x22, 0x24...0x27, 0x2A...0x2D: true
    default: false
    }
  }

  /// Signs that leave no trace in a key: nukta where it only marks a borrowed sound, Vedic accents, and visarga, which is left out
  /// in दुख for दुःख and typed for a colon in headlines.
  static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0x093C, 0x0A3C, 0x0ABC, 0x0CBC: true
    case 0x0903, 0x0951...0x0954: true
    default: false
    }
  }

  /// The scalar that stands for `value`: chandrabindu becomes anusvara, a precomposed nukta letter its base.
  static func base(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0900, 0x0901: 0x0902
    case 0x0A01, 0x0A70: 0x0A02
    case 0x0A81: 0x0A82
    case 0x0929: 0x0928
    case 0x0931: 0x0930
    case 0x0934: 0x0933
    case 0x0958: 0x0915
    case 0x0959: 0x0916
    case 0x095A: 0x0917
    case 0x095B: 0x091C
    case 0x095C: 0x0921
    case 0x095D: 0x0922
    case 0x095E: 0x092B
    case 0x095F: 0x092F
    default: value
    }
  }
}

/// Spellings in pieces that the Hindi web is full of: काॅलेज typed as vowel sign + candra, अा for आ.
enum DevanagariFolding {
  static let virama: UInt32 = 0x094D

  static func contains(_ value: UInt32) -> Bool { (0x0900...0x097F).contains(value) }

  /// Whether `value`, a scalar of Devanagari, is a combining mark.
  static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x0900...0x0903, 0x093A...0x093C, 0x093E...0x094F, 0x0951...0x0957, 0x0962, 0x0963: true
    default: false
    }
  }

  /// What part of a word a scalar is, as far as a key takes it as it stands.
  enum Part {
    /// A consonant or a vowel of its own.
    case letter
    case vowelSign
    /// Virama, anusvara.
    case mark
    /// All that a key changes or parts words at.
    case other
  }

  static func part(_ value: UInt32) -> Part {
    switch value {
    case 0x0929, 0x0931, 0x0934: .other
    case 0x0905...0x0939: .letter
    case 0x093E...0x094C: .vowelSign
    case 0x0902, virama: .mark
    default: .other
    }
  }

  /// The one sign that `first` and `second` draw together; nil when they are just neighbours.
  static func joined(_ first: UInt32, _ second: UInt32) -> UInt32? {
    guard (0x093E...0x094C).contains(second) else { return nil }
    return switch (first, second) {
    case (0x093E, 0x0947): 0x094B
    case (0x093E, 0x0948): 0x094C
    case (0x093E, 0x0945): 0x0949
    case (0x0905, 0x093E): 0x0906
    case (0x0905, 0x0945): 0x0972
    case (0x0905, 0x0949), (0x0906, 0x0945): 0x0911
    case (0x0905, 0x094B), (0x0906, 0x0947): 0x0913
    case (0x0905, 0x094C), (0x0906, 0x0948): 0x0914
    case (0x090F, 0x0947): 0x0910
    default: nil
    }
  }

  /// ए for ये and ई for यी: गये is गए, स्थायी is स्थाई.
  static func vowelForGlide(_ glide: UInt32, _ sign: UInt32) -> UInt32? {
    guard glide == 0x092F else { return nil }
    return switch sign {
    case 0x0947: 0x090F
    case 0x0940: 0x0908
    default: nil
    }
  }
}
