/// Publishers by the hosts of their pages.
public enum Publisher {
  /// The publisher's name as its readers know it; nil when the host is not known.
  public static func name(ofHost host: String) -> String? {
    PublisherTable.entry(host: host.lowercased())?.name
  }

  /// Whether two hosts are one publisher's: the same but for `www` and the like, or known under one name.
  public static func areSame(_ first: String, _ second: String) -> Bool {
    let first = site(first)
    let second = site(second)
    if first == second { return true }
    guard let name = name(ofHost: String(first)) else { return false }
    return name == self.name(ofHost: String(second))
  }

  private static func site(_ host: String) -> Substring {
    var rest = host.lowercased()[...]
    for prefix in ["www.", "m.", "amp.", "feeds.", "rss."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    return rest
  }
}
