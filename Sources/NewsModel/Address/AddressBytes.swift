/// The bytes that addresses are made of.
enum AddressBytes {
  /// Where bytes stand; what must be percent-encoded there differs.
  enum Place { case userInfo, path, query }

  /// Longer ones are nobody's address; servers refuse them from 8,000 bytes on (RFC 9110, section 4.1).
  static let longestUTF8Count = 16_384

  /// Without blanks and control characters around it, and without tabs and line ends in it; empty when it is too long.
  static func cleaned(_ text: some StringProtocol) -> [UInt8] {
    guard text.utf8.count <= longestUTF8Count else { return [] }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return []
    }
    return bytes[first...last].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  /// Backslashes made slashes.
  static func withSlashes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    return bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...]
  }

  /// What may not stand in an address written as `%E0`; what is encoded already stays.
  static func encoded(_ bytes: ArraySlice<UInt8>, _ place: Place) -> String {
    guard bytes.contains(where: { mustEncode($0, place) }) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if mustEncode(byte, place) { append(byte, to: &result) } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `%e0` made `%E0`, and what need not be encoded decoded: RFC 3986, section 6.2.2.
  static func normalised(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = escape(bytes, at: index) {
        // After a bare `%` a digit would make an escape that nobody wrote.
        let wouldEscape = hexValue(byte) != nil && result.suffix(2).contains(UInt8(ascii: "%"))
        if isPlain(byte), !wouldEscape { result.append(byte) } else { append(byte, to: &result) }
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Percent-encoded bytes as the bytes that they mean.
  static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let byte = escape(bytes, at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The byte that `%E0` at `index` means; nil when there is no such thing.
  static func escape(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
      let low = hexValue(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte - UInt8(ascii: "0") }
    let letter = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - UInt8(ascii: "a") + 10 : nil
  }

  /// Unreserved (RFC 3986, section 2.3), but for the full stop: at an end it would be taken for the sentence's.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "~")
  }

  private static func mustEncode(_ byte: UInt8, _ place: Place) -> Bool {
    switch byte {
    case 0...0x20, 0x7F...: true
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    case UInt8(ascii: "#"): true
    case UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"): place == .userInfo
    default: false
    }
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    result.append(UInt8(ascii: "%"))
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
}
