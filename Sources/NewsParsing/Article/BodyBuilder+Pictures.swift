internal import IndicText
internal import NewsModel

extension BodyBuilder {
  /// A picture, in the row of blocks or after the sentence that it stands in.
  ///
  /// - Parameter sources: where it lies when the image has no address of its own.
  mutating func addPicture(_ image: HTMLNode, sources: [HTMLNode] = []) {
    if Picture.isSmile(image), let alt = image[.alt] { return text.append(alt) }
    // Nobody looks at counters, spacers, icons.
    if Picture.isTiny(image) { return }
    let address = ([image] + sources).lazy.flatMap(Picture.addresses).compactMap(addresses.absolute)
      .first { !Picture.isSpacer($0) }
    lacksPicture = address == nil
    place(Block(kind: .picture, text: Picture.words(image[.alt] ?? "", address: address), address: address))
  }

  private mutating func place(_ picture: Block) {
    if let address = picture.address {
      guard seenPictures.insert(address).inserted else { return }
    } else if picture.text.isEmpty {
      return
    }
    // A link around the picture goes on after it.
    if text.isEmpty, !context.isRow { blocks.append(picture) } else { pictures.append(picture) }
  }

  /// `picture` offers one picture in several sizes and forms.
  mutating func enterPicture(_ node: HTMLNode) -> Bool {
    guard let image = node.descendants.first(where: { $0.tag == .img }) else { return false }
    addPicture(image, sources: Array(node.descendants(.source)))
    return false
  }

  /// A figure with pictures: they and its caption. Other figures (tables, quotations, code) are walked like any block.
  mutating func enterFigure(_ node: HTMLNode, _ record: HTMLDocument.Record) -> Bool {
    flush()
    var images: [HTMLNode] = []
    var caption: HTMLNode?
    var walk = node.descendants
    while let part = walk.next() {
      switch part.tag {
      case .noscript: walk.skip(part)
      case .img, .ampImg, .ampAnim: images.append(part)
      case .figcaption: caption = caption ?? part
      case .table, .pre, .blockquote, .ul, .ol, .h2, .h3, .iframe, .video, .audio, .figure:
        images.removeAll()
        caption = nil
        push(node, record)
        return true
      default: break
      }
    }
    guard !images.isEmpty else {
      push(node, record)
      return true
    }
    let first = blocks.count
    for image in images { addPicture(image, sources: image.parent.map { Array($0.descendants(.source)) } ?? []) }
    // A picture that a script loads, with a copy for browsers without one.
    if lacksPicture, let copy = node.descendants(.noscript).first(where: { _ in true }) { _ = entersNoscript(copy) }
    if let caption = caption ?? (node.tag == .div ? node : nil) { addCaption(caption, from: first) }
    flush()
    return false
  }

  /// Whether a box holds one picture and a few words under it: a figure on pages that do not call it one.
  func isCaptionedPicture(_ box: HTMLNode, _ record: HTMLDocument.Record) -> Bool {
    // Small boxes only, so that boxes in boxes are not looked through again and again.
    guard context.kind == .paragraph, Int(record.end) - box.index <= 40, (8...600).contains(box.textUTF8Count) else {
      return false
    }
    var hasPicture = false
    var scalarCount = 0
    for part in box.descendants {
      if !leftOut.isEmpty, leftOut[part.index] { return false }
      if part.isText {
        let words = part.plainText
        if words.isEmpty { continue }
        guard hasPicture else { return false }
        scalarCount += words.unicodeScalars.count
      }
      switch part.tag {
      case .img:
        if hasPicture || Picture.isTiny(part) { return false }
        hasPicture = true
      case .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .table, .blockquote, .pre, .figure, .iframe, .video, .audio,
        .noscript:
        return false
      default: break
      }
    }
    return hasPicture && scalarCount > 0 && scalarCount <= 200
  }

  /// Gives the caption to the first of the pictures that came before it; without one it stands for itself.
  private mutating func addCaption(_ caption: HTMLNode, from first: Int) {
    var builder = BodyBuilder(inside: self, Context(kind: .picture))
    builder.seenPictures = seenPictures
    builder.add(caption.range)
    let lines = builder.blocks.filter { !$0.text.isEmpty }
    guard var whole = lines.first else { return }
    for line in lines.dropFirst() {
      let start = whole.text.utf8.count + 1
      whole.text += " " + line.text
      whole.links += line.links.map {
        BlockLink(startUTF8Offset: start + $0.startUTF8Offset, utf8Count: $0.utf8Count, address: $0.address)
      }
    }
    if first < blocks.count, blocks[first].kind == .picture {
      whole.address = blocks[first].address
      blocks[first] = whole
    } else {
      blocks.append(whole)
    }
  }

  /// What stands in `noscript` is a copy for browsers that load no pictures later; other than that it asks for scripts.
  mutating func entersNoscript(_ node: HTMLNode) -> Bool {
    if readsNoscript, node.textUTF8Count > 80 { return true }
    guard let image = node.descendants(.img).first(where: { _ in true }), !Picture.isTiny(image) else { return false }
    guard lacksPicture || node.textUTF8Count < 8 else { return false }
    if lacksPicture, let last = blocks.last, last.kind == .picture, last.address == nil { blocks.removeLast() }
    addPicture(image)
    return false
  }
}

/// What an `img` shows.
enum Picture {
  /// Where the picture may lie, best first: what scripts load later goes before what stands in for it.
  static func addresses(of image: HTMLNode) -> [String] {
    var found: [String] = []
    for name in [
      "data-src", "data-original", "data-lazy-src", "data-orig-file", "data-url", "data-image", "data-actualsrc",
    ] {
      if let value = image.attribute(name), !value.isEmpty { found.append(value) }
    }
    let source = image[.src].flatMap { $0.isEmpty ? nil : $0 }
    let sets = ["data-srcset", "data-lazy-srcset"].compactMap(image.attribute) + [image[.srcset]].compactMap { $0 }
    if let source, !isStandIn(source) { found.append(source) }
    found += sets.compactMap(largest)
    return found
  }

  private static func isStandIn(_ address: String) -> Bool {
    address.hasPrefix("data:") || isSpacer(address)
  }

  /// The largest of a `srcset`: "a.jpg 320w, b.jpg 640w" or "a.jpg 1x, b.jpg 2x".
  static func largest(of set: String) -> String? {
    var best: (address: Substring, size: Double)?
    // A comma may be part of an address: candidates are parted by a comma and a blank, or by a descriptor and a comma.
    var rest = set.prefix(16384)[...]
    while !rest.isEmpty {
      rest = rest.drop { $0 == "," || $0.isWhitespace }
      let address = rest.prefix { !$0.isWhitespace }
      guard !address.isEmpty else { break }
      rest = rest[address.endIndex...]
      var size = 1.0
      var name = address
      if name.hasSuffix(",") {
        name = name.dropLast()
      } else {
        let descriptor = rest.prefix { $0 != "," }
        rest = rest[descriptor.endIndex...]
        let words = String(descriptor).trimmingBlanks
        size = Double(words.dropLast()) ?? 1
      }
      if !name.hasPrefix("data:"), size > best?.size ?? 0 { best = (name, size) }
    }
    return best.map { String($0.address) }
  }

  /// Pictures of one or two pixels count readers.
  static func isTiny(_ image: HTMLNode) -> Bool {
    for attribute in [HTMLAttribute.width, .height] {
      if let value = image[attribute].map({ $0.trimmingBlanks.prefix { $0.isNumber || $0 == "." } }),
        let size = Double(value), size <= 2, image[attribute]?.hasSuffix("%") == false
      {
        return true
      }
    }
    guard let style = image[.style]?.lowercased().filter({ $0 != " " }) else { return false }
    return ["width:1px", "height:1px", "width:0", "height:0"].contains { piece in
      style.split(separator: ";").contains { $0 == piece || $0 == piece + "px" }
    }
  }

  /// Addresses of stand-ins and counters, by the words that their makers use.
  static func isSpacer(_ address: String) -> Bool { spacers.occur(in: address) }

  private static let spacers = WordSet(
    """
    spacer. blank.gif blank.png 1x1. 1x1_ pixel.gif pixel.png transparent.gif transparent.png /clear.gif placeholder. lazyload
    /b.gif? /pixel? /pixel/ trans.gif grey.gif gray.gif feeds.feedburner.com/~ /~r/ /~ff/ feedsportal.com pixel.wp.com
    stats.wordpress.com
    """)

  /// A smiley written as a picture.
  static func isSmile(_ image: HTMLNode) -> Bool {
    image.classes.contains { $0 == "emoji" || $0 == "wp-smiley" || $0 == "emoji-image" || $0 == "emojione" }
  }

  /// The `alt` text, unless it says nothing: a file's name, or an address.
  static func words(_ alt: String, address: String?) -> String {
    let words = NormalForm.line(alt)
    guard !words.isEmpty else { return "" }
    let isOneWord = !words.contains(" ")
    if isOneWord, words.contains("://") || words.contains("_") || words.utf8.contains(UInt8(ascii: "/")) { return "" }
    let lower = words.lowercased()
    for ending in [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"] where lower.hasSuffix(ending) { return "" }
    return ["image", "photo", "picture", "img", "alt", "thumbnail"].contains(lower) ? "" : words
  }
}
