/// Tells what bytes are by looking at them; what the server calls them does not matter.
public enum FeedSniffer {
  /// What a document is.
  public enum Kind: Hashable, Sendable {
    /// Nothing, or nothing but blanks.
    case empty
    /// An image, a PDF, an archive …: the media type, `image/png`.
    case binary(mediaType: String)
    case feed(Syntax)
    /// A list of feeds, as readers export it.
    case opml
    case html
    /// XML of another kind; the name of its root, `urlset`.
    case xml(root: String)
    /// JSON that is no feed.
    case json
    case text
  }

  /// How a feed is written.
  public enum Syntax: String, Hashable, Sendable {
    case rss, rdf, atom, cdf, jsonFeed, rssInJSON
  }

  /// What `bytes` are.
  ///
  /// - Parameter contentType: the HTTP header of the name; only its charset is used.
  /// - Complexity: linear, and only the first 64 kB are looked at (JSON: all of it, when it may be a feed).
  public static func sniff(_ bytes: [UInt8], contentType: String? = nil) -> Kind {
    if let mediaType = binaryType(bytes) { return .binary(mediaType: mediaType) }
    let head = Array(bytes.prefix(65_536))
    let decoded = TextDecoding.utf8(head, charset: ContentType(contentType).charset, as: .xml).utf8
    let (kind, _) = decoded.withUnsafeBufferPointer { kindAndStart($0) }
    if kind == .json, bytes.count > head.count {
      let whole = TextDecoding.decode(bytes, charset: ContentType(contentType).charset, as: .json)
      return kindOfJSON(JSONReader.read(whole.text).values)
    }
    return kind
  }

  /// The kind, and where the document begins: junk before it left out.
  static func kindAndStart(_ utf8: UnsafeBufferPointer<UInt8>) -> (kind: Kind, start: Int) {
    let head = utf8.prefix(65_536)
    guard let first = head.firstIndex(where: { !isBlank($0) }) else { return (.empty, 0) }
    if isMostlyControls(head) { return (.binary(mediaType: "application/octet-stream"), 0) }
    switch head[first] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let text = String(decoding: utf8, as: UTF8.self)
      let values = JSONReader.read(text).values
      return (values.isEmpty ? .text : kindOfJSON(values), first)
    case UInt8(ascii: "<"):
      let (name, place) = rootName(head, from: first)
      if let name {
        let kind = kind(ofRoot: name)
        switch kind {
        case .xml where name.count < 12:
          // PHP's warnings begin with `<br />`, and the feed comes after them.
          if let found = findFeed(head, from: place) { return found }
          return (htmlNames.contains(name.lowercased()) ? .html : kind, first)
        default: return (kind, first)
        }
      }
      if let found = findFeed(head, from: first) { return found }
      return (looksLikeHTML(head) ? .html : .text, first)
    default:
      if let found = findFeed(head, from: first) { return found }
      return (looksLikeHTML(head) ? .html : .text, first)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// A hundredth of NULs and the like is no text.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    binaryType(bytes) != nil || bytes.withUnsafeBufferPointer { isMostlyControls($0[...]) }
  }

  private static func isMostlyControls(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let controls = head.prefix(4096).reduce(0) { $0 + ($1 < 0x09 || (0x0E..<0x1B).contains($1) ? 1 : 0) }
    return controls * 20 > min(head.count, 4096)
  }

  static func kindOfJSON(_ values: [JSONValue]) -> Kind {
    for value in values {
      if JSONFeedReader.isFeed(value) { return .feed(.jsonFeed) }
      if JSONFeedReader.rss(value) != nil { return .feed(.rssInJSON) }
    }
    return .json
  }
}

extension FeedSniffer {
  private static let htmlNames: Set<String> = [
    "html", "head", "body", "meta", "title", "div", "p", "h1", "h2", "center", "script", "style", "table", "br", "b",
    "a", "span", "img", "link", "pre", "main", "section", "header", "noscript", "form", "iframe", "font", "hr", "ul",
    "nav", "article", "base",
  ]

  private static func kind(ofRoot name: String) -> Kind {
    let lowercased = name.lowercased()
    let local = lowercased.split(separator: ":").last.map(String.init) ?? lowercased
    switch local {
    case "rss": return .feed(.rss)
    case "feed", "entry": return .feed(.atom)
    case "rdf": return .feed(.rdf)
    case "channel": return .feed(.cdf)
    case "opml": return .opml
    case "html", "head", "body": return .html
    default: return .xml(root: String(name.prefix(100)))
    }
  }

  /// The name of the first element, and where it begins. Nil when something else than markup comes before it.
  private static func rootName(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int
  ) -> (name: String?, place: Int) {
    var index = start
    while index < bytes.endIndex {
      if isBlank(bytes[index]) {
        index += 1
        continue
      }
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.endIndex else { return (nil, index) }
      let rest = bytes[index...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = find("-->", in: bytes, from: index + 4) else { return (nil, index) }
        index = end + 3
      } else if bytes[index + 1] == UInt8(ascii: "?") {
        guard let end = find("?>", in: bytes, from: index + 2) else { return (nil, index) }
        index = end + 2
      } else if bytes[index + 1] == UInt8(ascii: "!") {
        if isHTMLDocumentType(rest) { return ("html", index) }
        index = documentTypeEnd(bytes, from: index)
      } else if TolerantXMLReader.startsName(bytes[index + 1]) {
        let name = bytes[(index + 1)...].prefix(200).prefix {
          !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "<")
        }
        return (String(decoding: name, as: UTF8.self), index)
      } else {
        return (nil, index)
      }
    }
    return (nil, bytes.endIndex)
  }

  private static func isHTMLDocumentType(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = String(decoding: bytes.prefix(60), as: UTF8.self).lowercased().dropFirst(9)
    return String(decoding: bytes.prefix(9), as: UTF8.self).lowercased() == "<!doctype"
      && words.drop(while: \.isWhitespace).hasPrefix("html")
  }

  private static func documentTypeEnd(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int {
    var isInside = false
    var quote: UInt8?
    for index in start..<bytes.endIndex {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        isInside = true
      } else if byte == UInt8(ascii: "]") {
        isInside = false
      } else if byte == UInt8(ascii: ">"), !isInside {
        return index + 1
      }
    }
    return bytes.endIndex
  }

  private static func find(_ text: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.endIndex {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  /// A feed after something that does not belong to it.
  private static func findFeed(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int
  ) -> (kind: Kind, start: Int)? {
    var index = start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      let rest = bytes[open...].prefix(12)
      for (mark, kind) in [("<rss", Kind.feed(.rss)), ("<feed", .feed(.atom)), ("<rdf:rdf", .feed(.rdf))] {
        guard rest.count > mark.utf8.count,
          rest.prefix(mark.utf8.count).elementsEqual(mark.utf8, by: { $0 == $1 || $0 | 0x20 == $1 }),
          isBlank(rest[open + mark.utf8.count]) || rest[open + mark.utf8.count] == UInt8(ascii: ">")
        else { continue }
        return (kind, open)
      }
      // A declaration in the middle: `<?xml` after a line of junk.
      if rest.starts(with: "<?xml ".utf8), let name = rootName(bytes, from: open).name,
        case .feed = self.kind(ofRoot: name)
      {
        return (self.kind(ofRoot: name), open)
      }
    }
    return nil
  }

  private static func looksLikeHTML(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return ["<html", "<head", "<body", "<!doctype html", "<meta", "<div", "</a>", "</p>"].contains { text.contains($0) }
  }
}

extension FeedSniffer {
  private static let magicNumbers: [(bytes: [UInt8], mediaType: String)] = [
    (Array("%PDF-".utf8), "application/pdf"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    (Array("GIF8".utf8), "image/gif"), (Array("RIFF".utf8), "application/octet-stream"),
    (Array("PK\u{3}\u{4}".utf8), "application/zip"), ([0x1F, 0x8B], "application/gzip"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "application/x-xz"), ([0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),
    ([0x7F, 0x45, 0x4C, 0x46], "application/octet-stream"), (Array("SQLite format 3".utf8), "application/vnd.sqlite3"),
    (Array("ID3".utf8), "audio/mpeg"), (Array("OggS".utf8), "audio/ogg"), ([0x00, 0x00, 0x01, 0x00], "image/x-icon"),
    (Array("wOF2".utf8), "font/woff2"), (Array("BZh".utf8), "application/x-bzip2"),
  ]

  static func binaryType(_ bytes: [UInt8]) -> String? {
    if let known = magicNumbers.first(where: { bytes.starts(with: $0.bytes) }) {
      if known.mediaType == "application/octet-stream", bytes.dropFirst(8).starts(with: "WEBP".utf8) {
        return "image/webp"
      }
      return known.mediaType
    }
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return "video/mp4" }
    return nil
  }
}
