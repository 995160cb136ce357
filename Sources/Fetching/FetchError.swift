/// Why no answer came.
public struct FetchError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Not http or https, or no address at all.
    case forbiddenAddress
    case unknownHost
    case unreachable
    /// The certificate or the handshake was refused.
    case insecure
    case timedOut
    case tooLarge(limit: Int)
    case tooManyRedirects(limit: Int)
    /// The connection ended before the document did, or the body could not be decompressed.
    case cutOff
    case cancelled
    case other
  }

  public var kind: Kind
  /// The address that failed: after redirects not the one asked for.
  public var url: String
  /// libcurl's own words.
  public var detail: String

  public init(kind: Kind, url: String, detail: String = "") {
    self.kind = kind
    self.url = url
    self.detail = detail
  }
}
