import NewsModel

/// Why no answer came.
public struct FetchError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// No address of the web, a port that is another protocol's, or a place that a document of the public internet may not send us to:
    /// this computer and its network.
    case forbiddenAddress
    case unknownHost
    case unreachable
    /// The certificate or the handshake was refused.
    case insecure
    case timedOut
    /// The document is longer than the request allows, or its header than any good one; the limit in bytes.
    case tooLarge(limit: Int)
    case tooManyRedirects(limit: Int)
    /// The connection ended before the document did, or the body could not be decompressed.
    case cutOff
    /// The host had asked for a pause (429, 503 with `Retry-After`) in answer to another request of this run, and was not asked again;
    /// how long the pause still is.
    case askedToWait(seconds: Int)
    case cancelled
    /// libcurl is not on this computer; the detail is the loader's.
    case libraryMissing
    case other
  }

  public var kind: Kind
  /// The address that failed: after redirects not the one asked for. Name and password are not in it.
  public var url: String
  /// libcurl's own words; may be empty.
  public var detail: String

  public init(kind: Kind, url: String, detail: String = "") {
    self.kind = kind
    self.url = url
    self.detail = detail
  }

  /// An address as an error may show it: without name and password, and not without end.
  static func shownURL(_ url: String) -> String {
    if var address = WebAddress(url) {
      address.userInfo = nil
      return address.text
    }
    let shown = url.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(200)
    // What cannot be read as an address may hold a password all the same.
    if let at = shown.lastIndex(of: "@") { return String(String.UnicodeScalarView(shown[shown.index(after: at)...])) }
    return String(String.UnicodeScalarView(shown))
  }
}
