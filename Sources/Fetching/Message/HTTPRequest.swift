/// A request for one address. Only `http` and `https` are ever asked.
public struct HTTPRequest: Hashable, Sendable {
  public var url: String
  /// What an earlier answer said the document can be told by; the server may answer that nothing changed.
  public var validators: Validators
  /// The `Accept` header.
  public var accept: String
  public var limits: TransferLimits
  /// The address of the document that named `url`: for a story's page its feed's, where that answered. Nil when the reader named it.
  ///
  /// What a document of the public internet names is not asked on this computer or its network, whatever the name service says.
  public var namedBy: String?

  public init(
    url: String, validators: Validators = Validators(), accept: String = HTTPRequest.acceptsFeeds,
    limits: TransferLimits = TransferLimits(), namedBy: String? = nil
  ) {
    self.url = url
    self.namedBy = namedBy
    self.validators = validators
    self.accept = accept
    self.limits = limits
  }

  /// Feeds first, pages too: a site's address may be given in place of its feed's.
  public static let acceptsFeeds =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.3"
  public static let acceptsPages = "text/html, application/xhtml+xml, */*;q=0.5"
}

/// What a server said a document can be told by (RFC 9110, sections 8.8.2 and 8.8.3); both nil asks for the document itself.
public struct Validators: Hashable, Sendable {
  /// As the server wrote it, quotes and `W/` included.
  public var etag: String?
  public var lastModified: String?

  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// What a transfer may cost at most.
public struct TransferLimits: Hashable, Sendable {
  /// Bytes of the document after decompression.
  public var byteCount: Int
  /// From the first byte sent to the last received, redirects included; waiting for a host's turn does not count.
  public var seconds: Double
  public var connectSeconds: Double
  public var redirectCount: Int
  /// A transfer slower than ``slowestBytesPerSecond`` for this long is given up.
  public var stallSeconds: Int
  public var slowestBytesPerSecond: Int

  public init(
    byteCount: Int = 32 << 20, seconds: Double = 60, connectSeconds: Double = 15, redirectCount: Int = 10,
    stallSeconds: Int = 20, slowestBytesPerSecond: Int = 64
  ) {
    self.byteCount = byteCount
    self.seconds = seconds
    self.connectSeconds = connectSeconds
    self.redirectCount = redirectCount
    self.stallSeconds = stallSeconds
    self.slowestBytesPerSecond = slowestBytesPerSecond
  }
}
