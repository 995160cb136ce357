extension WebAddress {
  /// The one spelling of an address that a reader typed or a list of feeds wrote: two spellings of one address give the same text.
  ///
  /// Scheme and host in lower case, IDNA names in ASCII, the scheme's own port and the fragment dropped, `%7e` decoded and `%e0` in upper case
  /// (RFC 3986, section 6.2). A missing scheme is `https`, for this computer itself `http`; `feed:` is `http`, or what follows it. Quotes,
  /// brackets and the sentence's punctuation around the address go. Name and password stay: the address does not answer without them.
  ///
  /// - Returns: nil when it is no address of the web: words, another scheme, a host without a dot that is not `localhost`.
  public static func normalised(_ text: String) -> String? {
    guard text.utf8.count <= AddressBytes.longestUTF8Count else { return nil }
    // Scalars, not characters: a joiner after `#` does not hide it.
    let document = text.unicodeScalars.prefix { $0 != "#" }
    guard let written = withScheme(withoutJunk(document)), var address = WebAddress(written) else { return nil }
    if address.path.isEmpty { address.path = "/" }
    address.path = AddressBytes.normalised(address.path)
    address.query = address.query.flatMap { $0.isEmpty ? nil : AddressBytes.normalised($0) }
    return address.text
  }

  private static func withScheme(_ text: Substring) -> String? {
    let prefix = text.prefix(8).lowercased()
    if prefix.hasPrefix("http:") || prefix.hasPrefix("https:") { return String(text) }
    for (scheme, meant) in [("feed:", "http:"), ("feeds:", "https:")] where prefix.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      let inner = rest.drop { $0 == "/" }
      let innerPrefix = inner.prefix(8).lowercased()
      if innerPrefix.hasPrefix("http:") || innerPrefix.hasPrefix("https:") { return String(inner) }
      return inner.isEmpty ? nil : meant + "//" + inner
    }
    let rest = text.hasPrefix("//") ? text.dropFirst(2) : text
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    let name = host.first == "[" ? host : host.prefix { $0 != ":" }
    // `mailto:a@b.in` and `javascript:…` are not hosts with a port.
    let afterName = host.dropFirst(name.count)
    guard host.first == "[" || afterName.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
      authority.count == host.count || !authority.contains(where: { $0 == ":" }) || text.hasPrefix("//")
    else { return nil }
    guard let known = WebAddress("https://" + rest) else { return nil }
    guard known.host.utf8.contains(UInt8(ascii: ".")) || known.isLoopback else { return nil }
    return (known.isLoopback ? "http://" : "https://") + rest
  }

  /// Without what a sentence or a list put around the address.
  private static func withoutJunk(_ text: String.UnicodeScalarView.SubSequence) -> Substring {
    var rest = text
    while let first = rest.first, isBlank(first) || "<\"'“‘«([{".unicodeScalars.contains(first) {
      if first == "[", rest.contains("]") { break }
      rest.removeFirst()
    }
    let closing: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "}": "{"]
    let lonely = Set(closing.filter { !rest.contains($0.value) }.keys)
    while let last = rest.last {
      let isJunk = isBlank(last) || ">\"'”’»,;.?।॥".unicodeScalars.contains(last)
      guard isJunk || lonely.contains(last) else { break }
      rest.removeLast()
    }
    return Substring(rest)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.isWhitespace
  }
}

extension WebAddress {
  /// Whether the host is this computer by its name alone: `localhost` and names under it (RFC 6761), 127.0.0.0/8, `[::1]`.
  public var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
      || (host.hasPrefix("127.") && host.utf8.allSatisfy { AddressBytes.isDigit($0) || $0 == UInt8(ascii: ".") })
  }
}
