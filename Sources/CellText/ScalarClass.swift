/// What a scalar does to the width of its cluster, and whether it may be shown at all.
enum ScalarClass: UInt8 {
  case narrow, wide
  /// A mark that takes a column in the wcwidth family (general category Mc): ा ि ी ो ः.
  case spacingMark
  /// A non-spacing mark of U+0900 to U+0DFF, which a few terminals count: ् ं ु ़.
  case indicNonspacingMark
  /// Any other mark, variation selectors, Hangul vowels and final consonants.
  case zero
  /// ZWNJ and ZWJ.
  case joiner
  /// Controls, format characters, unassigned, private use, surrogates, noncharacters, fillers.
  case hidden

  /// The class by table (see `UnicodeWidths`).
  @inline(__always)
  init(_ scalar: UInt32) {
    let raw =
      scalar < Self.directLimit
      ? Self.direct.withUnsafeBufferPointer { $0[Int(scalar)] } : Self.search(scalar)
    self = unsafeBitCast(raw, to: ScalarClass.self)
  }

  @inline(__always)
  var isMark: Bool { self == .spacingMark || self == .indicNonspacingMark || self == .zero }

  @inline(__always)
  var isMarkOrJoiner: Bool { isMark || self == .joiner }
}

extension ScalarClass {
  /// Below this every scalar has an entry of its own: all living Indic scripts, Arabic, punctuation, symbols.
  private static let directLimit: UInt32 = 0x3400

  private static let direct: [UInt8] = {
    var table = [UInt8](repeating: ScalarClass.hidden.rawValue, count: Int(directLimit))
    let stretches = UnicodeWidths.stretches
    for (index, packed) in stretches.enumerated() {
      let first = Int(packed >> 4)
      guard first < table.count else { break }
      let next = index + 1 < stretches.count ? Int(stretches[index + 1] >> 4) : table.count
      for scalar in first..<min(next, table.count) { table[scalar] = UInt8(packed & 15) }
    }
    return table
  }()

  private static func search(_ scalar: UInt32) -> UInt8 {
    UnicodeWidths.stretches.withUnsafeBufferPointer { stretches in
      var low = 0
      var high = stretches.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if stretches[middle] >> 4 <= scalar { low = middle } else { high = middle }
      }
      return UInt8(stretches[low] & 15)
    }
  }
}
