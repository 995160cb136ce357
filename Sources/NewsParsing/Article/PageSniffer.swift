/// Tells bytes and texts that are no HTML page by their type and shape.
enum PageSniffer {
  /// `text/html` of `text/html; charset=utf-8`, in lower case.
  static func mediaType(_ contentType: String?) -> String? {
    contentType.map { String($0.prefix { $0 != ";" }.trimmed).lowercased() }
  }

  /// The charset parameter of a media type (RFC 9110, section 8.3); nil when it has none.
  static func charset(_ contentType: String?) -> String? {
    for part in contentType?.split(separator: ";").dropFirst() ?? [] {
      let part = part.trimmed
      guard part.lowercased().hasPrefix("charset"), let mark = part.firstIndex(of: "=") else { continue }
      let value = part[part.index(after: mark)...].trimmed.filter { $0 != "\"" && $0 != "'" }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  static func check(_ bytes: [UInt8], mediaType: String?) throws(PageError) {
    if bytes.isEmpty { throw .empty }
    if DumpDecoding.magicNumbers.contains(where: { bytes.starts(with: $0) }) { throw .notHTML(.binary) }
    guard let mediaType else { return }
    for kind in ["image/", "audio/", "video/", "font/"] where mediaType.hasPrefix(kind) { throw .notHTML(.binary) }
    if mediaType == "application/pdf" || mediaType == "application/zip" { throw .notHTML(.binary) }
  }

  /// Servers call anything HTML; the text itself tells.
  static func check(_ text: String) throws(PageError) {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = start.first else { throw .empty }
    let head = start.prefix(3_000).lowercased()
    if first == "<" {
      let isHTML = head.contains("<html") || head.hasPrefix("<!doctype html")
      if !isHTML {
        if head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf") || head.contains("<opml") {
          throw .notHTML(.feed)
        }
        if head.hasPrefix("<?xml"), !head.contains("<body"), !head.contains("xhtml") { throw .notHTML(.xml) }
      }
      return
    }
    if first == "{" || first == "[", let last = text.last(where: { !$0.isWhitespace }), last == "}" || last == "]" {
      throw .notHTML(head.contains("jsonfeed.org/version") ? .feed : .json)
    }
    // A page may begin with words; without a single tag it is plain text.
    if !head.contains("<") || !text.contains("</") && !head.contains("<p") && !head.contains("<br") {
      throw .notHTML(.plainText)
    }
  }
}
