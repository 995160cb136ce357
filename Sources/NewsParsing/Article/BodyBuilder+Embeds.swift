internal import IndicText
internal import NewsModel

extension BodyBuilder {
  /// A film, a sound or a foreign page in the text: one line that leads to it. Nothing below it is to be looked at.
  mutating func addEmbed(_ node: HTMLNode) -> Bool {
    guard !Picture.isTiny(node), let address = Embed.address(of: node).flatMap(addresses.absolute),
      !Embed.isFurniture(address)
    else { return false }
    flush()
    let watched = Embed.watchable(address)
    let title = NormalForm.line(node[.title] ?? node[.ariaLabel] ?? "")
    let words = title.isEmpty ? watched : title
    guard seenPictures.insert(watched).inserted else { return false }
    blocks.append(
      Block(
        kind: .paragraph, text: words, address: watched,
        links: [BlockLink(startUTF8Offset: 0, utf8Count: words.utf8.count, address: watched)]))
    return false
  }
}

/// Things of other places shown inside a text.
enum Embed {
  /// The address of an `iframe`, `video` and the like, as it stands in the page.
  static func address(of node: HTMLNode) -> String? {
    if node.tag == .ampYoutube { return node.attribute("data-videoid").map { "https://www.youtube.com/watch?v=" + $0 } }
    for name in ["src", "data-src", "data-lazy-src", "data-litespeed-src"] {
      if let value = node.attribute(name), !value.isEmpty, !value.hasPrefix("about:") { return value }
    }
    return node.descendants(.source).lazy.compactMap { $0[.src] }.first
  }

  /// Frames that belong to the page and not to its text: advertisements, counters, buttons to share.
  static func isFurniture(_ address: String) -> Bool { furniture.occur(in: address) }

  private static let furniture = WordSet(
    """
    doubleclick googlesyndication /ads/ /ads? adserver adsystem googletagmanager recaptcha plugins/like plugins/share
    plugins/page.php plugins/comments platform.twitter.com/widgets /widgets/ disqus taboola outbrain addtoany addthis
    subscribe newsletter /comments facebook.com/tr
    """)

  /// The page that people look at, where the address is that of a player made for embedding.
  static func watchable(_ address: String) -> String {
    for host in ["youtube.com/embed/", "youtube-nocookie.com/embed/", "youtube.com/v/"] {
      guard let start = address.range(ofASCII: host) else { continue }
      let id = address[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if !id.isEmpty, id != "videoseries" { return "https://www.youtube.com/watch?v=" + id }
    }
    if let start = address.range(ofASCII: "player.vimeo.com/video/") {
      let id = address[start.upperBound...].prefix { $0.isNumber }
      if !id.isEmpty { return "https://vimeo.com/" + id }
    }
    if let start = address.range(ofASCII: "dailymotion.com/embed/video/") {
      let id = address[start.upperBound...].prefix { $0.isLetter || $0.isNumber }
      if !id.isEmpty { return "https://www.dailymotion.com/video/" + id }
    }
    return address
  }

  /// The address of the post that a quotation was embedded from, or of the page that it quotes; nil when it tells neither.
  static func post(quotedBy quotation: HTMLNode) -> String? {
    for name in ["data-instgrm-permalink", "data-bluesky-uri", "data-href", "data-embed-url", "cite"] {
      if let value = quotation.attribute(name), value.hasPrefix("http") { return value }
    }
    let classes = quotation.classes
    guard
      classes.contains(where: { ["twitter-tweet", "twitter-video", "mastodon-embed", "reddit-embed-bq"].contains($0) })
    else { return nil }
    // The post's own link is its date, and stands last.
    var last: String?
    for link in quotation.descendants(.a) { if let address = link[.href], address.hasPrefix("http") { last = address } }
    return last
  }
}

extension String {
  /// The first place of `needle`, compared by bytes.
  func range(ofASCII needle: String) -> Range<String.Index>? {
    let bytes = utf8
    guard let first = needle.utf8.first else { return nil }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      if bytes[found...].starts(with: needle.utf8) {
        return found..<bytes.index(found, offsetBy: needle.utf8.count)
      }
      start = bytes.index(after: found)
    }
    return nil
  }
}
