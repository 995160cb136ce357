/// The way to the network: a value of closures, so that tests put answers of their own in its place.
public struct HTTPClient: Sendable {
  /// Fetches one document; waits for its host's turn. Cancelling the task ends the transfer.
  ///
  /// - Throws: `FetchError`.
  public var fetch: @Sendable (HTTPRequest) async throws(FetchError) -> HTTPResponse

  public init(fetch: @escaping @Sendable (HTTPRequest) async throws(FetchError) -> HTTPResponse) {
    self.fetch = fetch
  }
}
