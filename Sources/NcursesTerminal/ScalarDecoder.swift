/// UTF-8 that arrives byte by byte (Unicode, 3.9, table 3-7); what is not well formed is left out.
nonisolated struct ScalarDecoder: Hashable, Sendable {
  private var value: UInt32 = 0
  private var missingBytes = 0
  /// The smallest scalar that needs as many bytes; a longer form of a smaller one is an attack.
  private var smallest: UInt32 = 0

  init() {}

  /// - Returns: a scalar when `byte` completes one.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x00...0x7F:
      missingBytes = 0
      return Unicode.Scalar(byte)
    case 0x80...0xBF:
      guard missingBytes > 0 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      missingBytes -= 1
      guard missingBytes == 0, value >= smallest else { return nil }
      return Unicode.Scalar(value)
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1, smallest: 0x80)
    case 0xE0...0xEF: begin(byte & 0x0F, missing: 2, smallest: 0x800)
    case 0xF0...0xF4: begin(byte & 0x07, missing: 3, smallest: 0x10000)
    default: missingBytes = 0
    }
    return nil
  }

  /// Forgets a scalar that was cut off.
  mutating func reset() { missingBytes = 0 }
}

nonisolated extension ScalarDecoder {
  private mutating func begin(_ bits: UInt8, missing: Int, smallest: UInt32) {
    value = UInt32(bits)
    missingBytes = missing
    self.smallest = smallest
  }
}
