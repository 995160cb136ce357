extension NormalForm {
  /// Whether `utf8` is in normal form for certain, told by its bytes alone.
  ///
  /// False may also mean "perhaps not": then ``repaired(_:)`` decides. Plain prose in Devanagari, Latin, Cyrillic and CJK
  /// characters is told for certain, at more than ten times the pace of cleaning it.
  /// - Parameter utf8: valid UTF-8.
  public static func isCertain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = utf8.count
    var markCount = 0
    /// The last two bytes of the Devanagari letter before, 0 when another character stood there.
    var previous: UInt16 = 0
    while index < count {
      let byte = utf8[index]
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7F || byte == 0x0A else { return false }
        index += 1
        previous = 0
        markCount = 0
        continue
      }
      if byte == 0xE0, index + 2 < count, utf8[index + 1] == 0xA4 || utf8[index + 1] == 0xA5 {
        let letter = UInt16(utf8[index + 1]) << 8 | UInt16(utf8[index + 2])
        switch devanagari(letter, after: previous) {
        case .plain: markCount = 0
        case .mark:
          markCount += 1
          if markCount > 30 { return false }
        case .doubtful: return false
        }
        previous = letter
        index += 3
        continue
      }
      let length = certainLength(utf8, index, afterDevanagari: previous != 0 && previous & 0xFFFE != 0xA5A4)
      guard length > 0 else { return false }
      index += length
      previous = 0
      markCount = 0
    }
    return true
  }

  private enum Devanagari { case plain, mark, doubtful }

  /// What the letter U+0900 + … does to the form: its last two UTF-8 bytes are `letter`.
  private static func devanagari(_ letter: UInt16, after previous: UInt16) -> Devanagari {
    switch letter {
    case 0xA480...0xA483: .mark
    // The nukta has its place right after a consonant, and makes one letter with three of them (U+0929, U+0931, U+0934).
    case 0xA4BC:
      (0xA495...0xA4B9).contains(previous) && previous != 0xA4A8 && previous != 0xA4B0 && previous != 0xA4B3
        ? .mark : .doubtful
    case 0xA4BA, 0xA4BB, 0xA4BE, 0xA4BF, 0xA580...0xA58F, 0xA5A2, 0xA5A3: .mark
    // Accents of the Veda stand in an order of their own; U+0958 to U+095F are written as letter and nukta.
    case 0xA591...0xA59F: .doubtful
    default: .plain
    }
  }

  /// Bytes of a character of other scripts that needs no repair and never composes with its neighbours; 0 when that is not certain.
  private static func certainLength(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, afterDevanagari: Bool) -> Int {
    let count = utf8.count
    guard index + 1 < count else { return 0 }
    let second = utf8[index + 1]
    switch utf8[index] {
    case 0xC2: return second >= 0xA1 && second != 0xAD ? 2 : 0
    case 0xC3...0xCA, 0xD0, 0xD1: return 2
    default: break
    }
    guard index + 2 < count else { return 0 }
    let third = utf8[index + 2]
    switch utf8[index] {
    case 0xE2:
      switch second {
      case 0x80:
        if third >= 0x90 && third <= 0xA7 || third >= 0xB0 && third <= 0xBE { return 3 }
        // Joiners inside a Devanagari word.
        let joins = afterDevanagari && (third == 0x8C || third == 0x8D) && index + 5 < count
        return joins && utf8[index + 3] == 0xE0 && utf8[index + 4] == 0xA4 && utf8[index + 5] >= 0x85 ? 3 : 0
      case 0x82: return third >= 0xA0 ? 3 : 0
      case 0x84: return third == 0xA6 || third == 0xAA || third == 0xAB ? 0 : 3
      case 0x86...0x8B, 0x94...0x9E: return 3
      default: return 0
      }
    case 0xE3:
      switch second {
      case 0x80: return third == 0x80 || third >= 0xAA && third <= 0xAF ? 0 : 3
      case 0x82: return third == 0x99 || third == 0x9A ? 0 : 3
      case 0x81, 0x83: return 3
      default: return 0
      }
    case 0xE4...0xE9: return 3
    case 0xEF: return second == 0xBC ? 3 : 0
    case 0xF0: return second == 0x9F && index + 3 < count ? 4 : 0
    default: return 0
    }
  }
}
