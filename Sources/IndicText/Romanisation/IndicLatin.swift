internal import CICU

/// ICU's transliterators from Indic scripts to ISO 15919.
enum IndicLatin {
  enum Script: UInt32, Hashable {
    case bengali, gurmukhi, gujarati, odia, tamil, telugu, kannada, malayalam

    /// Nil outside of the blocks U+0980 to U+0D7F.
    init?(of value: UInt32) {
      guard (0x0980...0x0D7F).contains(value) else { return nil }
      self.init(rawValue: (value - 0x0980) / 0x80)
    }
  }

  /// A letter that ICU's rules pass over, as what it stands for: a consonant whose vowel a virama took away. Nil for all others.
  ///
  /// Malayalam's chillus and Bengali's khanda ta (the Unicode Standard, chapters 12.1 and 12.9).
  static func consonantWithVirama(_ value: UInt32) -> [UInt32]? {
    switch value {
    case 0x09CE: [0x09A4, 0x09CD]
    case 0x0D7A: [0x0D23, 0x0D4D]
    case 0x0D7B: [0x0D28, 0x0D4D]
    case 0x0D7C: [0x0D30, 0x0D4D]
    case 0x0D7D: [0x0D32, 0x0D4D]
    case 0x0D7E: [0x0D33, 0x0D4D]
    case 0x0D7F: [0x0D15, 0x0D4D]
    default: nil
    }
  }

  /// `text` with the letters of `script` as Latin ones; as it is when ICU refuses.
  static func latin(_ text: String, _ script: Script) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      guard let source = bytes.baseAddress, let byteCount = Int32(exactly: bytes.count), byteCount < .max / 8 else {
        return text
      }
      return source.withMemoryRebound(to: CChar.self, capacity: bytes.count) { source in
        latin(source, byteCount, script, capacity: bytes.count * 3 + 16) ?? text
      }
    }
  }

  private static func latin(
    _ source: UnsafePointer<CChar>, _ byteCount: Int32, _ script: Script, capacity: Int
  ) -> String? {
    var needed: Int32 = 0
    let result = String(unsafeUninitializedCapacity: capacity) { out in
      needed = out.withMemoryRebound(to: CChar.self) {
        khabar_indic_latin(
          khabar_script(script.rawValue), source, byteCount, $0.baseAddress, Int32(clamping: $0.count))
      }
      return needed >= 0 && Int(needed) <= out.count ? Int(needed) : 0
    }
    if needed < 0 { return nil }
    if Int(needed) > capacity { return latin(source, byteCount, script, capacity: Int(needed)) }
    return result
  }
}
