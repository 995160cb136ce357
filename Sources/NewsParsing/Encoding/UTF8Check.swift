/// Whether bytes are UTF-8, as the Unicode Standard's table 3-7 has it.
///
/// The standard library tells it by making a string; a feed is megabytes of which no string is needed.
enum UTF8Check {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    func isTrail(_ index: Int) -> Bool { raw[index] & 0xC0 == 0x80 }
    // E0 A0…BF 80…BF twice, U+0800 to U+0FFF; little or big end first, the bytes lie in memory as they are named.
    func hasTwoOfThree(_ index: Int) -> Bool {
      let word = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      return word & 0xFFE0_C0FF_E0C0_0000 == 0xE0A0_80E0_A080_0000
    }
    var index = 0
    while index < count {
      let lead = raw[index]
      switch lead {
      case 0..<0x80:
        index += 1
        while index + 8 <= count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
      case 0xE0 where index + 8 <= count && hasTwoOfThree(index):
        // The letters of India's scripts, two at a time.
        repeat { index += 6 } while index + 8 <= count && hasTwoOfThree(index)
      case 0xE0...0xEF:
        guard index + 2 < count, isTrail(index + 1), isTrail(index + 2) else { return false }
        // Longer than need be, or a surrogate.
        if lead == 0xE0, raw[index + 1] < 0xA0 { return false }
        if lead == 0xED, raw[index + 1] >= 0xA0 { return false }
        index += 3
      case 0xC2...0xDF:
        guard index + 1 < count, isTrail(index + 1) else { return false }
        index += 2
      case 0xF0...0xF4:
        guard index + 3 < count, isTrail(index + 1), isTrail(index + 2), isTrail(index + 3) else { return false }
        // Longer than need be, or past U+10FFFF.
        if lead == 0xF0, raw[index + 1] < 0x90 { return false }
        if lead == 0xF4, raw[index + 1] >= 0x90 { return false }
        index += 4
      default: return false
      }
    }
    return true
  }
}
