internal import NewsModel

/// Where a body's links lead: only http, https, mailto and magnet pass, for nothing else can be opened from a text.
struct LinkAddress: Sendable {
  /// No address that leads anywhere is longer.
  private static let longestUTF8Count = 8192

  private let base: String?

  /// - Parameter base: what relative addresses are relative to; they lead nowhere when it is nil or no http address.
  init(base: String?) {
    self.base = base
  }

  /// The absolute address; nil when it is empty, leads into the same page, or cannot be opened.
  func absolute(_ reference: String) -> String? {
    guard let first = reference.utf8.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#"),
      reference.utf8.count <= Self.longestUTF8Count
    else { return nil }
    if let address = WebAddress.resolve(reference, against: base) {
      return address.hasPrefix("http:") || address.hasPrefix("https:") || Self.isMailOrMagnet(address)
        ? address : nil
    }
    // Without a base, `//host/path` names a host all the same.
    return base == nil && reference.drop(while: \.isWhitespace).hasPrefix("//")
      ? WebAddress("https:" + reference.drop(while: \.isWhitespace))?.text : nil
  }

  /// These come as they were written: what could not stand in a link's address makes it none.
  private static func isMailOrMagnet(_ address: String) -> Bool {
    (address.hasPrefix("mailto:") || address.hasPrefix("magnet:")) && address.utf8.count > 7
      && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}
