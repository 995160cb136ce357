/// Reads a list of feeds of any kind: OPML, newsboat's `urls`, or plain addresses. What the file is, its content tells.
public struct FeedListParser: Sendable {
  public init() {}

  /// - Throws: ``FeedListError``, with what the file looks like instead.
  public func parse(_ bytes: [UInt8]) throws(FeedListError) -> ParsedFeedList {
    if bytes.count > OPMLParser.utf8Limit { throw .tooLarge(utf8Count: bytes.count, limit: OPMLParser.utf8Limit) }
    switch Self.shape(of: bytes) {
    case .empty: throw .empty
    case .markup: return try OPMLParser().parse(bytes)
    case .json: throw .notAFeedList(Self.head(of: bytes).contains("jsonfeed.org/version") ? .feed : .json)
    case .words: return try NewsboatURLsParser().parse(bytes)
    }
  }

  private enum Shape { case empty, markup, json, words }

  private static func shape(of bytes: [UInt8]) -> Shape {
    // NUL and byte order marks are none of the signs: UTF-16 looks like ASCII then.
    let signs = bytes.lazy.filter { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
    guard let first = signs.first else { return .empty }
    switch first {
    case UInt8(ascii: "<"):
      // `<https://khabar.in/feed>` is how mail and notes write an address.
      return head(of: bytes).hasPrefix("<http") ? .words : .markup
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
    default: return .words
    }
  }

  /// What markup that is no OPML is.
  static func kind(of bytes: [UInt8]) -> FeedListError.Kind {
    let head = head(of: bytes)
    if ["<rss", "<feed", "<rdf:rdf", "<channel"].contains(where: head.contains) { return .feed }
    if ["<!doctype html", "<html", "<head", "<body", "<div", "<p>"].contains(where: head.contains) { return .html }
    return .xml
  }

  /// The beginning in lower case, as ASCII.
  private static func head(of bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
  }
}
