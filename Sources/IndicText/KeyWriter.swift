/// Folds texts to keys (``SearchKey``) as bytes, one after the other, without making a `String` of each.
public struct KeyWriter: Sendable {
  private var folding = KeyFolding(tracksOrigins: false)

  public init() {}

  /// Appends the key of a text to `bytes`, as UTF-8; nothing when the text has no key.
  ///
  /// - Parameter utf8: a valid UTF-8 text that begins and ends between clusters.
  public mutating func write(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    folding.removeAll()
    folding.feed(utf8)
    bytes.reserveCapacity(bytes.count + folding.scalars.count * 3)
    for value in folding.scalars {
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if value < 0x800 {
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
      } else if value < 0x1_0000 {
        bytes.append(UInt8(0xE0 | value >> 12))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      } else {
        bytes.append(UInt8(0xF0 | value >> 18))
        bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      }
    }
  }
}
