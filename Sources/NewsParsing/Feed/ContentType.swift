/// The HTTP header that says what a document is: `text/xml; charset="utf-8"` (RFC 9110, section 8.3).
public struct ContentType: Hashable, Sendable {
  /// In lower case, `text/xml`; nil when the header says none.
  public let mediaType: String?
  /// As written, without quotation marks; nil when there is none.
  public let charset: String?

  public init(_ header: String?) {
    let parts = (header ?? "").split(separator: ";", omittingEmptySubsequences: false)
    let type = parts.first.flatMap { FeedTexts.trimmed(String($0)) }
    mediaType = type?.lowercased()
    var found: String?
    for part in parts.dropFirst() where found == nil {
      guard let equals = part.firstIndex(of: "="),
        FeedTexts.trimmed(String(part[..<equals]))?.lowercased() == "charset"
      else { continue }
      let value = part[part.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }
      found = FeedTexts.trimmed(String(value))
    }
    charset = found
  }
}
