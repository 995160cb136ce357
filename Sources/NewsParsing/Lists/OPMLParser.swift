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
    let (text, isUTF8) = Self.decoded(bytes)
    var mending = OPMLMending(text)
    mending.run()
    let builder = OPMLBuilder()
    let events = OPMLEvents()
    events.onStart = { builder.start($0, $1, line: $2) }
    events.onEnd = { builder.end($0) }
    events.onText = { builder.text($0) }
    events.parse(mending.output, isUTF8: isUTF8)
    guard builder.isOPML else { throw .notAFeedList(FeedListParser.kind(of: bytes)) }
    if mending.count > 0 { builder.notes.add(line: nil, .markupMended(mending.count)) }
    if let line = mending.crowdedLine { builder.notes.add(line: line, .attributesDropped(OPMLMending.attributeLimit)) }
    if let line = events.brokenLine { builder.notes.add(line: line, .markupBroken) }
    return builder.finish()
  }

  /// The bytes in an encoding that leaves ASCII as it is, and whether that is UTF-8.
  private static func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], isUTF8: Bool) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), true) }
    let isLittle = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0x00])
    if isLittle || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x00, 0x3C]) {
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let high = UInt16(bytes[isLittle ? index + 1 : index])
        let low = UInt16(bytes[isLittle ? index : index + 1])
        units.append(high << 8 | low)
      }
      return (Array(String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self).utf8), true)
    }
    // What is UTF-8 is UTF-8, whatever the declaration says: no other encoding looks like it by accident.
    return (bytes, String(validating: bytes, as: UTF8.self) != nil)
  }
}
