/// The path of an address.
enum PathSegments {
  /// RFC 3986, section 5.2.3: the reference takes the place of what follows the base's last slash.
  static func merged(_ base: ArraySlice<UInt8>, _ reference: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let slash = base.lastIndex(of: UInt8(ascii: "/")) else { return [UInt8(ascii: "/")] + reference }
    return base[...slash] + reference
  }

  /// RFC 3986, section 5.2.4: `.` and `..` are walked, `%2e` among them (WHATWG URL); above the root is the root.
  ///
  /// - Complexity: linear in the bytes of the path.
  static func withoutDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard path.contains(UInt8(ascii: ".")) || path.contains(UInt8(ascii: "%")) else { return path }
    var result: [UInt8] = []
    result.reserveCapacity(path.count)
    var rest = path.first == UInt8(ascii: "/") ? path.dropFirst() : path
    while true {
      let end = rest.firstIndex(of: UInt8(ascii: "/"))
      let segment = rest[..<(end ?? rest.endIndex)]
      switch dotCount(segment) {
      case 1: if end == nil { result.append(UInt8(ascii: "/")) }
      case 2:
        if let slash = result.lastIndex(of: UInt8(ascii: "/")) { result.removeSubrange(slash...) }
        if end == nil { result.append(UInt8(ascii: "/")) }
      default:
        result.append(UInt8(ascii: "/"))
        result += segment
      }
      guard let end else { return result[...] }
      rest = rest[(end + 1)...]
    }
  }

  /// How many dots a segment of nothing but dots has; 0 for every other one.
  private static func dotCount(_ segment: ArraySlice<UInt8>) -> Int {
    guard segment.count <= 6 else { return 0 }
    var count = 0
    var rest = segment
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if rest.count >= 3, first == UInt8(ascii: "%"), rest[rest.startIndex + 1] == UInt8(ascii: "2"),
        AddressBytes.lowercased(rest[rest.startIndex + 2]) == UInt8(ascii: "e")
      {
        rest = rest.dropFirst(3)
      } else {
        return 0
      }
      count += 1
    }
    return count > 2 ? 0 : count
  }
}
