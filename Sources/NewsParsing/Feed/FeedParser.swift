internal import NewsModel

/// Reads feeds: RSS of every version, Atom, JSON Feed, CDF; well-formed or not. See the article <doc:Feeds>.
public enum FeedParser {
  /// Feeds have some hundred kilobytes; in bytes.
  public static let byteLimit = 128 << 20

  /// What a feed says.
  ///
  /// - Parameters:
  ///   - contentType: the HTTP header of the name, nil when there was none. Only its charset counts; what the document is, is told by
  ///     looking at it.
  ///   - baseURL: the feed's address; relative addresses are resolved against it unless the feed says otherwise.
  /// - Returns: the feed; how it was repaired is in its notes.
  /// - Throws: ``FeedParseError``, which says what the bytes are when they are no feed.
  /// - Complexity: linear, whatever the bytes. Nothing is fetched or opened.
  public static func parse(
    _ bytes: [UInt8], contentType: String?, baseURL: String?
  ) throws(FeedParseError) -> ParsedFeed {
    guard bytes.count <= byteLimit else { throw .tooLarge(byteCount: bytes.count, limit: byteLimit) }
    if let mediaType = FeedSniffer.binaryType(bytes) { throw .binary(mediaType: mediaType) }
    let charset = ContentType(contentType).charset
    let decoded = TextDecoding.utf8(bytes, charset: charset, as: .xml)
    let (kind, start) = decoded.utf8.withUnsafeBufferPointer { FeedSniffer.kindAndStart($0) }
    switch kind {
    case .feed(.jsonFeed), .feed(.rssInJSON): return try parseJSON(bytes, charset: charset, baseURL: baseURL)
    case .feed: return try parseXML(decoded.utf8, from: start, decoded.notes, baseURL: baseURL)
    case .empty: throw .empty
    case .binary(let mediaType): throw .binary(mediaType: mediaType)
    case .opml: throw .feedList
    case .html:
      let page = TextDecoding.decode(bytes, charset: charset, as: .html).text
      throw .page(feeds: FeedDiscovery.feeds(inPage: page, baseURL: baseURL))
    case .xml(let root): throw .xml(root: root)
    case .json: throw .json
    case .text: throw .text
    }
  }

  private static func parseXML(
    _ utf8: [UInt8], from start: Int, _ notes: [ParseNote], baseURL: String?
  ) throws(FeedParseError) -> ParsedFeed {
    let read = XMLDocumentReading.read(utf8, from: start) { FeedBuilder(feedAddress: baseURL) }
    let (builder, repairs) = (read.handler, read.repairs)
    let isOtherRDF = builder.isRDF && !builder.feedDraft.hasChannel && builder.feed.items.isEmpty
    guard builder.isFeed,
      !isOtherRDF || declares("purl.org/rss/1.0", utf8[start...]) || declares("rdf/simple/0.9", utf8[start...])
    else { throw .xml(root: builder.rootName ?? "") }
    var feed = builder.finished()
    if isOtherRDF, declares("rdf/simple/0.9", utf8[start...]) { feed.format = .rss090 }
    var repaired = repairs
    if utf8[..<start].contains(where: { $0 > 0x20 }) { repaired.insert(.junkBeforeRoot) }
    feed.notes =
      notes + XMLRepair.allCases.filter(repaired.contains).map { .xmlRepaired($0) }
      + feed.notes
    return feed
  }

  /// Whether a document in RDF declares a namespace: an RSS with nothing in it is one all the same.
  private static func declares(_ namespace: String, _ utf8: ArraySlice<UInt8>) -> Bool {
    String(decoding: utf8.prefix(4_096), as: UTF8.self).contains(namespace)
  }

  private static func parseJSON(
    _ bytes: [UInt8], charset: String?, baseURL: String?
  ) throws(FeedParseError) -> ParsedFeed {
    let decoded = TextDecoding.decode(bytes, charset: charset, as: .json)
    let result = JSONReader.read(decoded.text)
    for value in result.values {
      guard var feed = JSONFeedReader.feed(value, feedAddress: baseURL) else { continue }
      feed.notes = decoded.notes + feed.notes
      if !result.repairs.isEmpty { feed.notes.append(.jsonRepaired) }
      return feed
    }
    throw .json
  }
}
