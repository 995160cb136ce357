extension ResponseHead {
  /// A server's typing error must not silence a feed for ever: longer waits count as a week.
  private static let longestWait = 7 * 86_400

  /// How long the server asks to wait (`Retry-After`), in seconds; nil when it does not ask, or in no form of the standard.
  ///
  /// A date is measured from the server's own `Date` where it gives one: its clock may differ from ours.
  ///
  /// - Parameter now: seconds since 1970.
  func retryAfterSeconds(now: Int64) -> Int? {
    guard let retryAfter, !retryAfter.isEmpty else { return nil }
    if retryAfter.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return min(Int(retryAfter) ?? Self.longestWait, Self.longestWait)
    }
    guard let until = HTTPDate.seconds(retryAfter, now: now) else { return nil }
    let sent = date.flatMap { HTTPDate.seconds($0, now: now) } ?? now
    return max(0, min(Int(until - sent), Self.longestWait))
  }

  /// How long the answer is fresh (`Cache-Control`, RFC 9111 section 5.2.2), in seconds; 0 where it may not be kept, nil where it is not said.
  var freshSeconds: Int? {
    let directives = cacheControl.joined(separator: ",").lowercased().split(separator: ",").map {
      $0.filter { !$0.isWhitespace && $0 != "\"" }
    }
    if directives.contains("no-store") || directives.contains("no-cache") { return 0 }
    guard let age = directives.last(where: { $0.hasPrefix("max-age=") })?.dropFirst(8), !age.isEmpty,
      age.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    // RFC 9111, section 1.2.2: what is too large counts as 2^31.
    return min(Int(age) ?? 1 << 31, 1 << 31)
  }
}
