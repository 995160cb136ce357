internal import CICU

/// ICU's case folding in compatibility form, decomposed.
enum CaseFolding {
  /// `text` by NFKC_Casefold and NFD (UAX #15, UAX #31); as it is when ICU refuses.
  static func decomposed(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      guard let source = bytes.baseAddress, let byteCount = Int32(exactly: bytes.count), byteCount < .max / 4 else {
        return text
      }
      return source.withMemoryRebound(to: CChar.self, capacity: bytes.count) { source in
        folded(source, byteCount, capacity: bytes.count * 3 + 16) ?? text
      }
    }
  }

  private static func folded(_ source: UnsafePointer<CChar>, _ byteCount: Int32, capacity: Int) -> String? {
    var needed: Int32 = 0
    let result = String(unsafeUninitializedCapacity: capacity) { out in
      needed = out.withMemoryRebound(to: CChar.self) {
        khabar_fold(source, byteCount, $0.baseAddress, Int32(clamping: $0.count))
      }
      return needed >= 0 && Int(needed) <= out.count ? Int(needed) : 0
    }
    if needed < 0 { return nil }
    // Compatibility forms may grow a text more than threefold (U+FDFA): once more with the size that ICU asked for.
    if Int(needed) > capacity { return folded(source, byteCount, capacity: Int(needed)) }
    return result
  }
}
