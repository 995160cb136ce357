public import Fetching
public import NewsModel

/// Fetches pictures of stories. Whether one is wanted is the caller's affair; what came is not looked into.
public struct PictureFetch: Sendable {
  private let client: HTTPClient

  public init(client: HTTPClient) {
    self.client = client
  }

  public enum Failure: Error, Hashable, Sendable {
    case notFetched(FeedTrouble)
    /// The document is longer; the limit in bytes.
    case tooLarge(limit: Int)
    /// The server says that it is something else.
    case notAPicture(contentType: String)
  }

  /// The bytes at `address`.
  ///
  /// - Parameter document: the address of what named the picture: a document of the public internet does not send anybody into the
  ///   reader's own network, nor does one whose address is not of the web.
  /// - Throws: ``Failure``; `CancellationError`.
  public func bytes(at address: String, namedBy document: String) async throws -> [UInt8] {
    let response: HTTPResponse
    do throws(FetchError) {
      response = try await client.fetch(
        HTTPRequest(url: address, accept: Self.accept, limits: Self.limits, namedBy: document))
    } catch {
      if error.kind == .cancelled { throw CancellationError() }
      if case .tooLarge(let limit) = error.kind { throw Failure.tooLarge(limit: limit) }
      throw Failure.notFetched(FeedTrouble(error))
    }
    if let trouble = FeedTrouble(response) { throw Failure.notFetched(trouble) }
    // Who says nothing may have sent one: the bytes tell.
    if let type = response.contentType, !type.lowercased().hasPrefix("image/") {
      throw Failure.notAPicture(contentType: String(type.prefix { $0 != ";" }.prefix(60)))
    }
    return response.body
  }

  /// What the decoder is given. Servers that negotiate send AVIF otherwise.
  private static let accept = "image/webp, image/png, image/jpeg, image/gif, image/*;q=0.1"
  private static let limits = TransferLimits(byteCount: 8 << 20, seconds: 30, redirectCount: 5)
}
