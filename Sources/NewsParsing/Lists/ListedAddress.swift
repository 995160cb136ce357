import IndicText
import NewsModel

/// An address as a list writes it: taken, or refused with a reason. A list comes from a stranger, so nothing but the web is taken.
enum ListedAddress: Hashable {
  case taken(String)
  case refused(FeedListNote.Refusal)

  init(_ raw: String) {
    // Browsers drop what stands between the letters of a scheme; a scheme must not hide behind it.
    let text = String(String.UnicodeScalarView(raw.unicodeScalars.filter { $0.value > 0x1F && $0.value != 0x7F }))
    let trimmed = text.drop(while: \.isWhitespace)
    if let refusal = Self.refusal(of: trimmed) {
      self = .refused(refusal)
    } else if let address = WebAddress.normalised(String(trimmed)) {
      self = .taken(address)
    } else {
      self = .refused(.notAnAddress)
    }
  }

  /// `raw` as a note may show it: one clean line, not endless.
  static func shown(_ raw: String) -> String {
    let text = NormalForm.line(String(raw.unicodeScalars.prefix(400)))
    return text.unicodeScalars.count > 200 ? String(text.prefix(200)) + "…" : text
  }

  private static func refusal(of text: Substring) -> FeedListNote.Refusal? {
    if text.hasPrefix("/") && !text.hasPrefix("//") || text.hasPrefix("~") || text.hasPrefix(".") { return .localFile }
    if text.hasPrefix("|") { return .runsProgram }
    guard let scheme = scheme(of: text) else { return nil }
    switch scheme {
    case "http", "https", "feed", "feeds": return nil
    case "exec": return .runsProgram
    case "filter": return .filtersThroughProgram
    case "file": return .localFile
    case "query": return .smartList
    default: return .scheme(scheme)
    }
  }

  /// In lower case; nil when what stands before the first colon is no scheme (RFC 3986, section 3.1) but a host with its port.
  private static func scheme(of text: Substring) -> String? {
    guard let colon = text.utf8.prefix(64).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first, isLetter(first),
      scheme.utf8.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) })
    else { return nil }
    let port = text[colon...].dropFirst().utf8.prefix { $0 != UInt8(ascii: "/") }
    if !port.isEmpty, port.count <= 5, port.allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
    return scheme.lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
