/// What a server answered, after redirects and decompression. Any status: a 404 is an answer.
public struct HTTPResponse: Hashable, Sendable {
  public var status: Int
  public var body: [UInt8]
  /// The address that answered, after all redirects.
  public var finalURL: String
  /// Where the address asked for has moved for good: the end of the unbroken run of permanent redirects (301, 308) at the beginning;
  /// nil when the first redirect was a temporary one or there was none.
  public var permanentURL: String?
  /// `Content-Type`, as written; nil when the server did not say.
  public var contentType: String?
  public var validators: Validators
  /// How long the server asks to wait (`Retry-After`, RFC 9110 section 10.2.3), in seconds from now; nil when it does not.
  public var retryAfterSeconds: Int?
  /// How long the answer is fresh (`Cache-Control: max-age`); nil when it does not say.
  public var freshSeconds: Int?

  public init(
    status: Int, body: [UInt8] = [], finalURL: String, permanentURL: String? = nil, contentType: String? = nil,
    validators: Validators = Validators(), retryAfterSeconds: Int? = nil, freshSeconds: Int? = nil
  ) {
    self.status = status
    self.body = body
    self.finalURL = finalURL
    self.permanentURL = permanentURL
    self.contentType = contentType
    self.validators = validators
    self.retryAfterSeconds = retryAfterSeconds
    self.freshSeconds = freshSeconds
  }

  /// True for 304: what was asked for is as it was.
  public var isNotModified: Bool { status == 304 }
}
