/// A hash of texts and bytes that is the same on every run and machine: tells "as before" from "changed", nothing more.
///
/// Eight bytes at a time: FNV-1a's constants on words, with the high half mixed into the low one. Not cryptographic: who forges an
/// equal hash keeps their own item from being updated and reaches nothing else.
struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  var value: Int64 { Int64(bitPattern: state) }

  static func of(_ bytes: [UInt8]) -> Int64 {
    var hash = ContentHash()
    bytes.withUnsafeBytes { hash.add($0) }
    return hash.value
  }

  static func of(_ text: String) -> Int64 {
    var hash = ContentHash()
    hash.add(text)
    return hash.value
  }

  /// Nil and empty differ, and so do "ab" + "c" and "a" + "bc".
  mutating func add(_ text: String?) {
    guard var text else { return mix(.max) }
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ texts: [String]) {
    mix(UInt64(texts.count))
    for text in texts { add(text) }
  }

  mutating func add(_ number: Int64?) {
    mix(number == nil ? 0 : 1)
    mix(UInt64(bitPattern: number ?? 0))
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x0000_0100_0000_01b3
    state ^= state >> 29
  }
}
