/// Bytes of a saved page to text.
enum DumpDecoding {
  /// Pages saved as text have some 20 kB; four million bytes are a library.
  static let byteLimit = 4_000_000

  static func text(of bytes: some Collection<UInt8>) throws(PageDumpError) -> (text: String, notes: [ParseNote]) {
    if bytes.count > byteLimit { throw .tooLarge(utf8Count: bytes.count, limit: byteLimit) }
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return (try utf16(bytes.dropFirst(2), isLittleEndian: head[0] == 0xFF), [.decodedUTF16])
    }
    if magicNumbers.contains(where: { bytes.starts(with: $0) }) { throw .binary }
    let text = String(decoding: bytes, as: UTF8.self)
    let suspects = countSuspects(in: text)
    // A text may be damaged here and there; a hundredth of NULs or a tenth of nonsense is no text any more.
    let scalarCount = text.unicodeScalars.count
    if suspects.nulls * 100 > scalarCount || (suspects.nulls + suspects.controls + suspects.invalid) * 10 > scalarCount
    {
      throw .binary
    }
    // What was U+FFFD in the source already is counted as well; it is a doubt all the same.
    return (text, suspects.invalid > 0 ? [.invalidBytesReplaced(suspects.invalid)] : [])
  }

  private static func utf16(_ bytes: some Collection<UInt8>, isLittleEndian: Bool) throws(PageDumpError) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var first: UInt8?
    for byte in bytes {
      if let low = first {
        units.append(isLittleEndian ? UInt16(byte) << 8 | UInt16(low) : UInt16(low) << 8 | UInt16(byte))
        first = nil
      } else {
        first = byte
      }
    }
    let text = String(decoding: units, as: UTF16.self)
    let suspects = countSuspects(in: text)
    if (suspects.nulls + suspects.controls + suspects.invalid) * 10 > units.count { throw .binary }
    return text
  }

  private static func countSuspects(in text: String) -> (nulls: Int, controls: Int, invalid: Int) {
    var nulls = 0
    var controls = 0
    var invalid = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0: nulls += 1
      case 0xFFFD: invalid += 1
      // Not ESC and BEL: a terminal's log is full of them and is text.
      case 0x01...0x06, 0x0E...0x1A, 0x1C...0x1F: controls += 1
      default: continue
      }
    }
    return (nulls, controls, invalid)
  }

  /// Beginnings of PDF, ZIP, gzip, PNG, JPEG, GIF, ELF, RIFF, SQLite, XZ, zstd.
  static let magicNumbers: [[UInt8]] = [
    Array("%PDF-".utf8), Array("PK\u{3}\u{4}".utf8), [0x1F, 0x8B], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
    Array("GIF8".utf8), [0x7F, 0x45, 0x4C, 0x46], Array("RIFF".utf8), Array("SQLite format 3".utf8),
    [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD],
  ]
}
