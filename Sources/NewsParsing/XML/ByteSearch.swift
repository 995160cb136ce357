internal import CXML

extension UnsafeBufferPointer<UInt8> {
  /// Where `byte` first stands in a part of the bytes; nil when it does not.
  func firstByte(_ byte: UInt8, in range: Range<Int>) -> Int? {
    guard let baseAddress, !range.isEmpty else { return nil }
    let found = khabar_find_byte(baseAddress + range.lowerBound, range.count, byte)
    return found < range.count ? range.lowerBound + found : nil
  }

  /// Where `byte` first stands from `start` on; nil when it does not.
  func firstByte(_ byte: UInt8, from start: Int = 0) -> Int? {
    start < count ? firstByte(byte, in: start..<count) : nil
  }
}
