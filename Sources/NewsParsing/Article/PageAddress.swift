internal import NewsModel

/// Addresses of pages, as far as they tell something about a story.
enum PageAddress {
  /// What is the same for all spellings of a page's address: no scheme, no `www.`, no query, no fragment, no slash at the end.
  static func key(_ address: String) -> String {
    var rest = address[...]
    if let mark = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<mark] }
    for prefix in ["https://", "http://", "//"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    for prefix in ["www.", "m."] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    while rest.last == "/" { rest.removeLast() }
    return rest.lowercased()
  }

  /// The host in lower case, without `www.`; nil when `address` is not one of the web.
  static func host(_ address: String) -> String? {
    guard let host = WebAddress(address)?.host else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The absolute web address that `reference` means on a page at `base`; nil when it is none (`javascript:`, `#top`).
  static func absolute(_ reference: String, base: String?) -> String? {
    let reference = reference.trimmed
    if reference.isEmpty || reference.hasPrefix("#") { return nil }
    guard let address = WebAddress.resolve(reference, against: base), address.hasPrefix("http") else { return nil }
    return address
  }

  /// The day in an address such as `/2019/11/03/`; nil when there is none.
  static func day(_ address: String) -> String? {
    let parts = address.split(whereSeparator: { "/-?_.".contains($0) })
    guard parts.count >= 3 else { return nil }
    for index in parts.indices.dropLast(2) {
      guard parts[index].utf8.count == 4, let year = Int(parts[index]), (1990...2100).contains(year),
        parts[index + 1].utf8.count == 2, let month = Int(parts[index + 1]), (1...12).contains(month),
        parts[index + 2].utf8.count == 2, let day = Int(parts[index + 2]), (1...31).contains(day)
      else { continue }
      return "\(parts[index])-\(parts[index + 1])-\(parts[index + 2])"
    }
    return nil
  }
}
