import CCurl

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

extension HTTPClient {
  /// The network itself, through libcurl. Nothing is loaded and no thread runs before the first request.
  ///
  /// Clients share nothing: connections, turns of hosts and pauses that hosts asked for are each client's own. Proxies are those of the
  /// environment (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`).
  ///
  /// - Parameters:
  ///   - userAgent: what the program calls itself to servers, with its version.
  ///   - maximumTransfers: how many documents come in at once at most.
  ///   - perHost: how many of them from one host; a server on this computer is the reader's own and has no limit but the other.
  ///   - certificateFile: a PEM file of authorities that are trusted beside the system's.
  public static func live(
    userAgent: String, maximumTransfers: Int = 32, perHost: Int = 2, certificateFile: String? = nil
  ) -> HTTPClient {
    live(
      TransferSettings(
        userAgent: userAgent, maximumTransfers: maximumTransfers, perHost: perHost, certificateFile: certificateFile))
  }

  static func live(_ settings: TransferSettings) -> HTTPClient {
    let transfers = CurlTransfers(settings: settings)
    return HTTPClient { request throws(FetchError) in try await transfers.fetch(request) }
  }

  /// The libcurl that runs, as in `libcurl/7.88.1 OpenSSL/3.0.19 …`; nil when there is none. Loads it.
  public static var libraryVersion: String? {
    let version = String(cString: khabar_curl_version())
    return version.isEmpty ? nil : version
  }
}
