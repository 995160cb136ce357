/// An address of the web (`http`, `https`), taken apart and made valid: what it says is ASCII only (RFC 3986).
///
/// Text is read as browsers read it (WHATWG URL): blanks around it, tabs and line ends in it are dropped, a backslash is a slash, letters beyond
/// ASCII are percent-encoded in the path and become an IDNA name in the host. Nothing else is repaired: what names no host is no address.
public struct WebAddress: Hashable, Sendable {
  /// `http` or `https`.
  public var scheme: String
  /// What stands before `@`, percent-encoded as written: `name:password`; nil when there is none.
  public var userInfo: String?
  /// Lower case, IDNA names in their ASCII form, an IPv4 address with four decimal numbers, an IPv6 address in brackets.
  public var host: String
  /// Nil is the scheme's own port.
  public var port: Int?
  /// Begins with a slash, without `.` and `..`; empty when the address ends after the host.
  public var path: String
  /// Without the question mark; nil when there is none.
  public var query: String?
  /// Without the `#`; nil when there is none.
  public var fragment: String?

  /// Takes an absolute address apart; nil when it is not one of the web, or longer than 16,384 bytes.
  public init?(_ text: String) {
    let bytes = AddressBytes.cleaned(text)
    guard let address = WebAddress(parts: ReferenceParts(bytes[...])) else { return nil }
    self = address
  }

  init?(parts: ReferenceParts) {
    guard let scheme = parts.webScheme else { return nil }
    var parts = parts
    parts.takeHostOutOfPath()
    guard let authority = parts.authority else { return nil }
    let at = authority.lastIndex(of: UInt8(ascii: "@"))
    let hostAndPort = authority[(at.map { $0 + 1 } ?? authority.startIndex)...]
    guard let (host, port) = HostName.parse(hostAndPort) else { return nil }
    self.scheme = scheme
    userInfo = at.map { AddressBytes.encoded(authority[..<$0], .userInfo) }.flatMap { $0.isEmpty ? nil : $0 }
    self.host = host
    self.port = port == (scheme == "https" ? 443 : 80) ? nil : port
    path = AddressBytes.encoded(PathSegments.withoutDots(parts.path), .path)
    query = parts.query.map { AddressBytes.encoded($0, .query) }
    fragment = parts.fragment.map { AddressBytes.encoded($0, .query) }
  }

  /// The whole address.
  public var text: String {
    var text = scheme + "://"
    if let userInfo { text += userInfo + "@" }
    text += authority + path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// Host and port as they stand in an address: `khabar.in`, `[::1]:8080`.
  public var authority: String { port.map { "\(host):\($0)" } ?? host }

  /// Whether it names a site and no page of it.
  public var isSiteRoot: Bool { query == nil && (path.isEmpty || path == "/") }

  /// Percent-encoded text as the text that it means; bytes that are no UTF-8 become U+FFFD.
  public static func decoded(_ text: some StringProtocol) -> String {
    String(decoding: AddressBytes.decoded(text.utf8), as: UTF8.self)
  }

  /// Whether both are answered by the same server as far as an address tells: scheme, host and port are the same.
  public func hasSameOrigin(as other: WebAddress) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }
}

extension WebAddress {
  /// The address that `reference` means in a document at `base`: RFC 3986, section 5.2.
  ///
  /// Addresses of the web come out valid, as ``WebAddress`` makes them; others (`mailto:`, `data:`) as they were written.
  ///
  /// - Parameter base: the document's own address; nil when there is none, then only absolute references mean something.
  /// - Returns: nil when there is no such address: a relative reference without a base of the web, a host that cannot be.
  public static func resolve(_ reference: String, against base: String?) -> String? {
    let parts = ReferenceParts(AddressBytes.cleaned(reference)[...])
    if parts.scheme != nil, parts.webScheme == nil { return parts.isEmptyAfterScheme ? nil : parts.plainText }
    let baseParts = base.map { ReferenceParts(AddressBytes.cleaned($0)[...]) }
    guard let baseParts, baseParts.webScheme != nil else { return WebAddress(parts: parts)?.text }
    return WebAddress(parts: parts.resolved(against: baseParts))?.text
  }
}
