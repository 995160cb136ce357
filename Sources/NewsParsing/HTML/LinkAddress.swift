internal import IndicText

/// Where links lead: addresses as pages write them, made absolute.
///
/// RFC 3986 section 5 with what browsers do to a careless address (WHATWG URL: blanks at the ends, line breaks and tabs inside
/// and backslashes). Only http, https and mailto pass: nothing else can be opened from a text.
struct LinkAddress: Sendable {
  /// Scheme and authority of the base, such as `https://host`; empty when there is no usable base.
  private let origin: String
  /// The base's path with its last "/"; begins with "/".
  private let folder: String
  /// The base's path without query.
  private let path: String

  /// - Parameter base: what relative addresses are relative to; they lead nowhere when it is nil or no http address.
  init(base: String?) {
    guard let base = base.flatMap(Self.cleaned), let parts = Self.parts(of: base) else {
      (origin, folder, path) = ("", "/", "/")
      return
    }
    origin = parts.origin
    let whole = parts.path.isEmpty ? "/" : parts.path
    path = whole
    folder = whole.lastIndex(of: "/").map { String(whole[...$0]) } ?? "/"
  }

  /// The absolute address; nil when it is empty, leads into the same page, or cannot be opened.
  func absolute(_ reference: String) -> String? {
    guard let reference = Self.cleaned(reference), !reference.isEmpty, reference.utf8.count <= 8192 else { return nil }
    if reference.hasPrefix("#") { return nil }
    switch Self.scheme(of: reference) {
    case "http", "https":
      guard let parts = Self.parts(of: reference) else { return nil }
      return parts.origin + Self.withoutDots(parts.path.isEmpty ? "/" : parts.path) + parts.rest
    case "mailto": return reference.utf8.count > 7 ? reference : nil
    case .some: return nil
    case nil: break
    }
    guard !origin.isEmpty else {
      return reference.hasPrefix("//") ? absolute("https:" + reference) : nil
    }
    if reference.hasPrefix("//") {
      return absolute(String(origin.prefix { $0 != ":" }) + ":" + reference)
    }
    if reference.hasPrefix("/") { return absolute(origin + reference) }
    if reference.hasPrefix("?") { return absolute(origin + path + reference) }
    return absolute(origin + folder + reference)
  }
}

extension LinkAddress {
  /// Without what browsers leave out, and with everything escaped that is not to be seen; nil when nothing is left.
  private static func cleaned(_ address: String) -> String? {
    var address = address
    let isSimple = address.withUTF8 {
      $0.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    }
    if isSimple { return address.isEmpty ? nil : address }
    var bytes = Array(address.utf8)
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return nil
    }
    let escapesAll = !bytes[first...last].withUnsafeBufferPointer(NormalForm.isCertain)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var isBeforeQuery = true
    for byte in bytes[first...last] {
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isBeforeQuery = false }
      switch byte {
      case 0x5C where isBeforeQuery: output.append(0x2F)
      case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x5C: append(escaped: byte, to: &output)
      case 0x80... where escapesAll: append(escaped: byte, to: &output)
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(escaped byte: UInt8, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
  }

  /// In lower case; nil for a relative address. RFC 3986: ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":".
  private static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address.utf8[..<colon]
    guard let first = scheme.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A,
      scheme.allSatisfy({
        $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
      })
    else { return nil }
    return String(address[..<colon]).lowercased()
  }

  /// An absolute http address cut in three: `https://host`, `/path`, `?query#fragment`. Nil when it names no host.
  private static func parts(of address: String) -> (origin: String, path: String, rest: String)? {
    guard let scheme = scheme(of: address), scheme == "http" || scheme == "https" else { return nil }
    let afterScheme = address.utf8.dropFirst(scheme.utf8.count + 1)
    let authority = afterScheme.drop { $0 == UInt8(ascii: "/") }
    let end = authority.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? authority.endIndex
    let host = Substring(authority[..<end])
    guard !host.isEmpty, !host.utf8.contains(UInt8(ascii: "%")) else { return nil }
    let queryStart = authority[end...].firstIndex { $0 == 0x3F || $0 == 0x23 } ?? authority.endIndex
    return (
      scheme + "://" + host.lowercased(), String(Substring(authority[end..<queryStart])),
      String(Substring(authority[queryStart...]))
    )
  }

  /// RFC 3986 section 5.2.4.
  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (place, segment) in segments.enumerated() {
      let isLast = place == segments.count - 1
      if segment == "." || segment == ".." {
        if segment == "..", !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      } else {
        kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}
