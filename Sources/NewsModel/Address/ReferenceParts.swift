/// The five parts of an address or a relative reference, as bytes: RFC 3986, appendix B.
struct ReferenceParts {
  var scheme: ArraySlice<UInt8>?
  var authority: ArraySlice<UInt8>?
  var path: ArraySlice<UInt8>
  var query: ArraySlice<UInt8>?
  var fragment: ArraySlice<UInt8>?

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[(hash + 1)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    if let end = Self.schemeEnd(rest) {
      scheme = rest[..<end]
      rest = rest[(end + 1)...]
    }
    path = rest
    if scheme == nil || webScheme != nil {
      path = AddressBytes.withSlashes(rest)
      rest = path
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      path = rest[end...]
    }
  }

  /// `http` or `https`; nil for every other scheme and for none.
  var webScheme: String? {
    guard let scheme, scheme.count == 4 || scheme.count == 5 else { return nil }
    let name = String(decoding: scheme.map(AddressBytes.lowercased), as: UTF8.self)
    return name == "http" || name == "https" ? name : nil
  }

  var isEmptyAfterScheme: Bool { authority == nil && path.isEmpty && query == nil }

  /// What was read, put together again.
  var plainText: String {
    var bytes: [UInt8] = []
    if let scheme { bytes += scheme.map(AddressBytes.lowercased) + [UInt8(ascii: ":")] }
    if let authority { bytes += [UInt8(ascii: "/"), UInt8(ascii: "/")] + authority }
    bytes += path
    if let query { bytes += [UInt8(ascii: "?")] + query }
    if let fragment { bytes += [UInt8(ascii: "#")] + fragment }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `https:/host/path` and `https:///host/path` mean the host too: browsers skip slashes in excess.
  mutating func takeHostOutOfPath() {
    guard authority?.isEmpty ?? true else { return }
    let rest = path.drop { $0 == UInt8(ascii: "/") }
    let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    authority = rest[..<end]
    path = rest[end...]
  }

  /// RFC 3986, section 5.2.2. A reference with the base's own scheme and no host counts as relative (section 5.4.2, as browsers do).
  func resolved(against base: ReferenceParts) -> ReferenceParts {
    var result = self
    if scheme != nil, webScheme != base.webScheme || authority != nil { return result }
    result.scheme = base.scheme
    if authority != nil { return result }
    var base = base
    base.takeHostOutOfPath()
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if path.first != UInt8(ascii: "/") {
      result.path = PathSegments.merged(base.path, path)
    }
    return result
  }

  private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, AddressBytes.isLetter(first) else { return nil }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      case let byte where AddressBytes.isLetter(byte) || AddressBytes.isDigit(byte): continue
      default: return nil
      }
    }
    return nil
  }
}
