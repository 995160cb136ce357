public import Fetching
public import NewsModel
internal import NewsParsing

/// Finds the feeds of an address that a person typed: of a feed, or of a site that names its feeds.
public struct FeedLookup: Sendable {
  private let client: HTTPClient

  /// Feeds of one page beyond this many are not looked at: nobody chooses among more.
  private static let candidateLimit = 30

  public init(client: HTTPClient) {
    self.client = client
  }

  /// The feeds at `text`, which may lack its scheme; the likeliest first.
  ///
  /// The address itself is tried first. When it holds a page, the feeds that the page names count; when it names none, the places
  /// where sites have theirs (`/feed`, `/rss`, …) are tried, one after the other.
  ///
  /// - Throws: `FeedTrouble` when there is none; `CancellationError`.
  public func feeds(at text: String) async throws -> [FeedCandidate] {
    guard let address = WebAddress.normalised(text) else { throw FeedTrouble(kind: .forbiddenAddress, detail: text) }
    let response = try await PageFetch(client: client).document(at: address)
    if let feed = candidate(response, at: address) { return [feed] }
    let named = Self.named(in: response)
    if !named.isEmpty { return Array(named.prefix(Self.candidateLimit)) }
    for path in Self.usualPlaces {
      guard let place = WebAddress.resolve(path, against: response.finalURL) else { continue }
      // What is not there is not there.
      if let other = try? await PageFetch(client: client).document(at: place), let feed = candidate(other, at: place) {
        return [feed]
      }
      try Task.checkCancellation()
    }
    throw FeedTrouble(kind: .notAFeed, status: response.status)
  }

  /// Where the feeds of sites are that do not say so: WordPress, static sites, Indian publishers' systems.
  private static let usualPlaces = [
    "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/posts/default",
  ]
}

extension FeedLookup {
  /// The only feed that a page names, if it stands where a feed was expected; nil otherwise.
  static func onlyFeed(in error: FeedParseError, notAt address: String) -> String? {
    guard case .page(let feeds) = error else { return nil }
    let others = feeds.map(\.url).filter { $0 != address }
    // Several: which of them took the place of the old one, nobody can tell but the reader.
    return others.count == 1 ? others[0] : nil
  }

  private func candidate(_ response: HTTPResponse, at address: String) -> FeedCandidate? {
    guard
      let feed = try? FeedParser.parse(
        response.body, contentType: response.contentType, baseURL: response.finalURL)
    else { return nil }
    let moved = response.permanentURL.flatMap(WebAddress.normalised) ?? address
    return FeedCandidate(
      address: moved, title: feed.title ?? "", detail: feed.format.rawValue, language: feed.language,
      siteURL: feed.siteURL)
  }

  private static func named(in response: HTTPResponse) -> [FeedCandidate] {
    do throws(FeedParseError) {
      _ = try FeedParser.parse(response.body, contentType: response.contentType, baseURL: response.finalURL)
    } catch {
      guard case .page(let feeds) = error else { return [] }
      var seen: Set<String> = []
      return feeds.compactMap { feed in
        guard let address = WebAddress.normalised(feed.url), seen.insert(address).inserted else { return nil }
        return FeedCandidate(
          address: address, title: feed.title ?? "", detail: feed.mediaType, siteURL: response.finalURL)
      }
    }
    return []
  }
}

/// Fetches one document that a person asked for.
public struct PageFetch: Sendable {
  private let client: HTTPClient

  public init(client: HTTPClient) {
    self.client = client
  }

  /// The document at an address, whatever it is.
  ///
  /// - Throws: `FeedTrouble` when it could not be had or the server answers with an error; `CancellationError`.
  public func document(at address: String) async throws -> HTTPResponse {
    let response: HTTPResponse
    do throws(FetchError) {
      response = try await client.fetch(HTTPRequest(url: address))
    } catch {
      if error.kind == .cancelled { throw CancellationError() }
      throw FeedTrouble(error)
    }
    if let trouble = FeedTrouble(response) { throw trouble }
    return response
  }
}
