extension StoryVector {
  /// The vector in few bytes: for each term the distance of its key from the one before (whether it is a name in the lowest bit) as a
  /// LEB128 varint, then the root of its weight.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(terms.count * 6)
    var last: UInt32 = 0
    for term in terms {
      var distance = UInt64(term.key - last) << 1 | (term.isName ? 1 : 0)
      last = term.key
      while distance >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(distance))
      bytes.append(term.root)
    }
    return bytes
  }

  /// Reads what ``bytes`` wrote; of damaged bytes as many terms as can be read.
  public init(bytes: [UInt8]) {
    var terms: [Term] = []
    var (key, value, shift): (UInt32, UInt64, UInt64) = (0, 0, 0)
    var isAtWeight = false
    for byte in bytes {
      if terms.count == Self.termLimit { break }
      if isAtWeight {
        key &+= UInt32(truncatingIfNeeded: value >> 1)
        // Keys rise: whatever does not is no vector.
        if let last = terms.last, key <= last.key { break }
        terms.append(Term(key: key, root: byte, isName: value & 1 == 1))
        (value, shift, isAtWeight) = (0, 0, false)
      } else {
        value |= UInt64(byte & 0x7f) << shift
        shift += 7
        if byte < 0x80 { isAtWeight = true } else if shift > 35 { break }
      }
    }
    self.init(terms: terms)
  }
}
