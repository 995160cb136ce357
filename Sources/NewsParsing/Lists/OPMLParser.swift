import NewsModel

/// Reads OPML 1.0, 1.1 and 2.0 (opml.org/spec2.opml), broken files too.
///
/// Nothing in a list is fetched, run or opened. Attribute and element names count in any case; a feed is an outline with `xmlUrl`, or one
/// of a feed's type with `url`. Outlines are taken wherever they stand.
public struct OPMLParser: Sendable {
  /// Larger files are refused: a list of 100,000 feeds has some 20 MB.
  public static let utf8Limit = 48 << 20

  public init() {}

  /// - Throws: ``FeedListError`` when the file is no OPML. A list without feeds is a list.
  /// - Complexity: linear in the bytes.
  public func parse(_ bytes: [UInt8]) throws(FeedListError) -> ParsedFeedList {
    if bytes.count > Self.utf8Limit { throw .tooLarge(utf8Count: bytes.count, limit: Self.utf8Limit) }
    var mending = OPMLMending(Self.utf8(bytes))
    mending.run()
    let builder = OPMLBuilder()
    let events = OPMLEvents()
    events.onStart = { builder.start($0, $1, line: $2) }
    events.onEnd = { builder.end($0) }
    events.onText = { builder.text($0) }
    events.parse(mending.output)
    guard builder.isOPML else { throw .notAFeedList(FeedListParser.kind(of: bytes)) }
    if mending.count > 0 { builder.notes.add(line: nil, .markupMended(mending.count)) }
    if let line = mending.crowdedLine { builder.notes.add(line: line, .attributesDropped(OPMLMending.attributeLimit)) }
    if let line = events.brokenLine { builder.notes.add(line: line, .markupBroken) }
    return builder.finish()
  }

  /// Valid UTF-8 is taken as it is, not searched for double encodings: a list that was written must be read as it was.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if !plain.contains(0), String(validating: plain, as: UTF8.self) != nil { return plain }
    return TextDecoding.utf8(bytes, charset: nil, as: .xml).utf8
  }
}
