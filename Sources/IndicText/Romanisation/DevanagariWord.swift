/// A word of Devanagari as its syllables (aksharas): consonants before a vowel, the vowel, and what is nasal or breathed after it.
struct DevanagariWord {
  struct Syllable {
    /// Where its scalars begin in ``scalars``.
    var start: Int
    /// Its consonants in ``consonants``; empty for a vowel that stands alone.
    var onset: Range<Int>
    /// The vowel as its independent letter; nil when a virama took it away.
    var vowel: UInt32?
    /// Whether the vowel is the `a` that no sign writes.
    var isInherent = false
    var nasal = Nasal.none
    var hasVisarga = false

    var isPlainSchwa: Bool { isInherent && nasal == .none && !hasVisarga }
  }

  enum Nasal {
    case none, anusvara, candrabindu
  }

  let scalars: [UInt32]
  private(set) var syllables: [Syllable] = []
  /// One value for each consonant, a nukta letter as its composed scalar.
  private(set) var consonants: [UInt32] = []

  /// - Parameter scalars: letters and marks only.
  init(_ scalars: [UInt32]) {
    self.scalars = scalars
    syllables.reserveCapacity(scalars.count)
    consonants.reserveCapacity(scalars.count)
    for (offset, value) in scalars.enumerated() { take(value, at: offset) }
  }

  /// The consonant, when the syllable has exactly one.
  func onlyConsonant(_ syllable: Syllable) -> UInt32? {
    syllable.onset.count == 1 ? consonants[syllable.onset.lowerBound] : nil
  }
}

extension DevanagariWord {
  private var isAfterVirama: Bool { syllables.last.map { $0.vowel == nil && !$0.onset.isEmpty } ?? false }

  private mutating func take(_ value: UInt32, at offset: Int) {
    switch value {
    case 0x0915...0x0939, 0x0958...0x095F, 0x0978...0x097C, 0x097E, 0x097F: takeConsonant(value, at: offset)
    case 0x093C: takeNukta()
    case 0x094D:
      guard let last = syllables.last, last.isPlainSchwa, !last.onset.isEmpty else { return }
      syllables[syllables.count - 1].vowel = nil
      syllables[syllables.count - 1].isInherent = false
    case 0x0904...0x0914, 0x093D, 0x0950, 0x0960, 0x0961, 0x0972...0x0977, 0x097D, 0xA8FD, 0xA8FE:
      append(vowel: value, at: offset)
    case 0x0900, 0x0901, 0xA8F2...0xA8F7: mark(at: offset) { $0.nasal = .candrabindu }
    case 0x0902: mark(at: offset) { $0.nasal = .anusvara }
    case 0x0903: mark(at: offset) { $0.hasVisarga = true }
    default:
      if let letter = Self.letter(ofSign: value) { takeSign(value, letter: letter, at: offset) }
    // Vedic accents leave no trace.
    }
  }

  private mutating func takeConsonant(_ value: UInt32, at offset: Int) {
    consonants.append(value)
    if isAfterVirama {
      let last = syllables.count - 1
      syllables[last].onset = syllables[last].onset.lowerBound..<consonants.count
      syllables[last].vowel = 0x0905
      syllables[last].isInherent = true
    } else {
      let onset = (consonants.count - 1)..<consonants.count
      syllables.append(Syllable(start: offset, onset: onset, vowel: 0x0905, isInherent: true))
    }
  }

  private mutating func takeNukta() {
    guard let last = syllables.last, last.isPlainSchwa, last.onset.upperBound == consonants.count,
      let base = consonants.last
    else { return }
    consonants[consonants.count - 1] = Self.withNukta(base)
  }

  private mutating func takeSign(_ sign: UInt32, letter: UInt32, at offset: Int) {
    guard let last = syllables.last, last.nasal == .none, !last.hasVisarga else {
      append(vowel: letter, at: offset)
      return
    }
    let index = syllables.count - 1
    if last.isInherent || isAfterVirama {
      syllables[index].vowel = letter
      syllables[index].isInherent = false
    } else if let before = last.vowel, let joined = Self.joined(before, sign, hasOnset: !last.onset.isEmpty) {
      syllables[index].vowel = joined
    } else {
      append(vowel: letter, at: offset)
    }
  }

  private mutating func append(vowel: UInt32, at offset: Int) {
    syllables.append(Syllable(start: offset, onset: consonants.count..<consonants.count, vowel: vowel))
  }

  private mutating func mark(at offset: Int, _ change: (inout Syllable) -> Void) {
    if syllables.isEmpty { syllables.append(Syllable(start: offset, onset: 0..<0, vowel: nil)) }
    change(&syllables[syllables.count - 1])
  }

  /// One vowel that two signs draw together, as typewriter layouts leave them: the letter; nil when they are two.
  private static func joined(_ letter: UInt32, _ sign: UInt32, hasOnset: Bool) -> UInt32? {
    let first: UInt32? =
      hasOnset ? (0x093E...0x094C).first { self.letter(ofSign: $0) == letter } : letter
    guard let first, let joined = DevanagariFolding.joined(first, sign) else { return nil }
    return self.letter(ofSign: joined) ?? joined
  }

  private static func withNukta(_ base: UInt32) -> UInt32 {
    switch base {
    case 0x0915...0x0917: base + 0x43
    case 0x091C: 0x095B
    case 0x0921, 0x0922: base + 0x3B
    case 0x0928: 0x0929
    case 0x092B: 0x095E
    case 0x092F: 0x095F
    case 0x0930: 0x0931
    case 0x0933: 0x0934
    // U+0979, the zh of Avestan and Tibetan names: झ़ is written for the same sound.
    case 0x091D: 0x0979
    default: base
    }
  }

  /// The independent letter of a vowel sign; nil when `sign` is none.
  private static func letter(ofSign sign: UInt32) -> UInt32? {
    switch sign {
    case 0x093A: 0x0973
    case 0x093B: 0x0974
    case 0x093E...0x0943: sign - 0x38
    case 0x0944: 0x0960
    case 0x0945, 0x0955: 0x0972
    case 0x0946...0x094C: sign - 0x38
    case 0x094E: 0x090F
    case 0x094F: 0x0975
    case 0x0956: 0x0976
    case 0x0957: 0x0977
    case 0x0962: 0x090C
    case 0x0963: 0x0961
    case 0xA8FF: 0x0910
    default: nil
    }
  }
}
