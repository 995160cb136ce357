extension WebAddress {
  /// What tells whether two links lead to the same story: the address without scheme, `www.`, fragment, parameters that only count readers,
  /// and without the marks of its AMP page. It is a key, not an address: nothing can be fetched by it.
  ///
  /// - Returns: nil when `text` is no address of the web.
  public static func storyKey(_ text: String) -> String? {
    guard let normal = normalised(text), let read = WebAddress(normal) else { return nil }
    let address = read.withoutAMPCache
    var key = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    if let port = address.port { key += ":\(port)" }
    var path = withoutAMPMarks(address.path[...])
    while path.last == "/" { path.removeLast() }
    key += path
    let parameters = (address.query ?? "").split(separator: "&").filter { !isTracking($0) }
    if !parameters.isEmpty { key += "?" + parameters.joined(separator: "&") }
    // A page made of scripts tells its stories apart after `#!`.
    if let fragment = WebAddress(text)?.fragment, fragment.hasPrefix("!") { key += "#" + fragment }
    return key
  }

  /// Parameters that tell where a reader came from, and never what is read.
  private static let trackingNames: Set<Substring> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh",
    "mc_cid", "mc_eid", "ocid", "ref", "ref_src", "ref_url", "referrer", "cmp", "cmpid", "cmpref", "ito", "xtor", "_ga",
    "_gl", "__twitter_impression", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "traffic_source",
    "smid", "emc", "partner", "ftag", "rss", "amp", "amp_js_v", "amp_gsa", "usqp", "outputtype",
  ]
  private static let trackingPrefixes = ["utm_", "at_", "hsa_", "pk_", "mtm_", "_hs"]
  /// Parameters that other pages need for what they show: dropped only with these values.
  private static let trackingValues: [String: [String]] = [
    "source": ["rss", "feed", "whatsapp", "twitter", "facebook", "social"], "from": ["rss", "feed"],
    "amp": ["", "1", "true"], "outputtype": ["amp"], "rss": ["", "1", "yes", "true"],
  ]

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    if let values = trackingValues[name] {
      let value = parameter.dropFirst(name.count + 1).lowercased()
      return values.contains { $0.isEmpty ? value.isEmpty : value == $0 || value.hasPrefix($0 + "-") }
    }
    return trackingNames.contains(name[...]) || trackingPrefixes.contains { name.hasPrefix($0) }
  }

  /// The publisher's own address of a page in an AMP cache: `www.google.com/amp/s/HOST/PATH`, `….cdn.ampproject.org/c/s/HOST/PATH`.
  private var withoutAMPCache: WebAddress {
    let prefixes: [String]
    if host.hasSuffix(".cdn.ampproject.org") {
      prefixes = ["/c/s/", "/c/", "/v/s/", "/v/"]
    } else if host.hasPrefix("www.google.") {
      prefixes = ["/amp/s/", "/amp/"]
    } else {
      return self
    }
    guard let prefix = prefixes.first(where: path.hasPrefix) else { return self }
    let inner = "https://" + path.dropFirst(prefix.utf8.count) + (query.map { "?" + $0 } ?? "")
    return WebAddress(inner).flatMap { $0.host.utf8.contains(UInt8(ascii: ".")) ? $0 : nil } ?? self
  }

  /// `/amp/desh/story`, `/desh/story/amp`, `/desh/story.amp` and `/desh/amp_articleshow/1.cms`. A page that is called `amp` stays one.
  private static func withoutAMPMarks(_ path: Substring) -> String {
    var segments = path.split(separator: "/", omittingEmptySubsequences: false)
    if segments.last == "" { segments.removeLast() }
    if segments.count > 3, segments[1] == "amp" { segments.remove(at: 1) }
    if segments.count > 3, segments.last == "amp" { segments.removeLast() }
    if let last = segments.last, segments.count > 2, last.hasSuffix(".amp") {
      segments[segments.count - 1] = last.dropLast(4)
    }
    for index in segments.indices where segments[index].hasPrefix("amp_") && segments[index].hasSuffix("show") {
      segments[index] = segments[index].dropFirst(4)
    }
    return segments.joined(separator: "/")
  }
}
