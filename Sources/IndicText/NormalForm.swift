internal import CICU

/// The form in which khabar keeps all text: composed (NFC), with plain spaces and line feeds, without anything that is not to be seen.
///
/// Unlike a ``SearchKey`` it is reversible to the eye: a reader sees what the publisher wrote. NFC leaves nukta letters as
/// letter and U+093C, also those that came precomposed (U+0958 to U+095F are composition exclusions, UAX #15).
public enum NormalForm {
  /// What had to be changed in a text.
  public enum Repair: String, Hashable, Sendable, CaseIterable {
    /// A byte order mark stood at the beginning.
    case byteOrderMark
    /// CRLF, CR, NEL, U+2028, U+2029, vertical tab or form feed became LF.
    case lineEndings
    /// No-break, ideographic and other exotic blanks, or tabs, became spaces.
    case blanks
    /// Zero-width characters, soft hyphens or joiners that join nothing were left out.
    case zeroWidth
    /// Control characters and noncharacters were left out.
    case controls
    /// Terminal escape sequences were left out together with what they carried.
    case escapeSequences
    /// Characters that change the direction of writing were left out.
    case directionMarks
    /// More than 30 combining marks stood on one letter; those past it were left out.
    case stackedMarks
    /// Decomposed text was composed, or precomposed nukta letters were parted.
    case composed
  }

  /// `text` in normal form, and what had to be done to it: empty for text that was in it already.
  ///
  /// - Complexity: linear in the number of scalars, whatever the text.
  public static func repaired(_ text: String) -> (text: String, repairs: Set<Repair>) {
    var current = text
    return current.withUTF8(isCertain) ? (text, []) : cleaned(text)
  }

  /// ``repaired(_:)`` the long way, whatever the text.
  static func cleaned(_ text: String) -> (text: String, repairs: Set<Repair>) {
    var current = text
    var repairs: Set<Repair> = []
    // Composing puts marks in order, which may part a joiner from its virama: then cleaning looks again. Twice is enough in practice.
    for _ in 0..<4 {
      var cleaner = TextCleaner(current)
      cleaner.run()
      repairs.formUnion(cleaner.repairs)
      current = String(cleaner.output)
      guard let composed = composed(current) else { break }
      repairs.insert(.composed)
      current = composed
    }
    return (current, repairs)
  }

  /// `text` in normal form on one line: line breaks and runs of blanks become one space, none at the ends.
  public static func line(_ text: String) -> String {
    // In normal form spaces and line feeds are the only blanks, so bytes tell where words end.
    var clean = repaired(text).text
    return clean.withUTF8 { utf8 -> String? in
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A }
      var previous: UInt8 = 0x20
      var isOneLine = true
      for byte in utf8 {
        if byte == 0x0A || byte == 0x20 && previous == 0x20 {
          isOneLine = false
          break
        }
        previous = byte
      }
      if isOneLine, previous != 0x20 || utf8.isEmpty { return nil }
      var line: [UInt8] = []
      line.reserveCapacity(utf8.count)
      for word in utf8.split(whereSeparator: isBlank) {
        if !line.isEmpty { line.append(0x20) }
        line += word
      }
      return String(decoding: line, as: UTF8.self)
    } ?? clean
  }

  /// The NFC form of `text`; nil when it is in NFC already.
  private static func composed(_ text: String) -> String? {
    // Latin-1 and below is always composed.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var copy = text
    return copy.withUTF8 { bytes -> String? in
      guard let start = bytes.baseAddress, let byteCount = Int32(exactly: bytes.count), byteCount < .max / 4 else {
        return nil
      }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { source -> String? in
        if khabar_is_nfc(source, byteCount) { return nil }
        let capacity = bytes.count * 3 + 16
        var isWhole = false
        let result = String(unsafeUninitializedCapacity: capacity) { out in
          let needed = out.withMemoryRebound(to: CChar.self) {
            khabar_nfc(source, byteCount, $0.baseAddress, Int32(clamping: $0.count))
          }
          isWhole = needed >= 0 && Int(needed) <= out.count
          return isWhole ? Int(needed) : 0
        }
        // "Perhaps" of the quick check may turn out to be "yes"; compared as bytes, since Swift's == knows no forms.
        return isWhole && !result.utf8.elementsEqual(bytes) ? result : nil
      }
    }
  }
}
