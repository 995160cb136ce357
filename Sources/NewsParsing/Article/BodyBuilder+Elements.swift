internal import NewsModel

extension BodyBuilder {
  /// Begins an element. False when nothing below it is to be looked at.
  mutating func enter(_ node: HTMLNode, _ record: HTMLDocument.Record) -> Bool {
    if record.dataStart < record.dataEnd, node.isHidden, record.tag != .html, record.tag != .body { return false }
    switch record.tag {
    case .script, .style, .template, .head, .select, .datalist, .textarea, .button, .input, .svg, .canvas, .rp, .map,
      .ampAd, .ampSocialShare, .progress, .meter, .frameset:
      return false
    case .br: lineBreak()
    case .hr: flush()
    case .wbr: break
    case .a: enterLink(node, record)
    case .img, .ampImg, .ampAnim: addPicture(node)
    case .picture: return enterPicture(node)
    case .figure: return enterFigure(node, record)
    case .noscript: return entersNoscript(node)
    case .iframe, .embed, .video, .audio, .ampVideo, .ampIframe, .ampYoutube: return addEmbed(node)
    case .table: return enterTable(node, record)
    case .sup, .q, .rt:
      push(node, record)
      if record.tag == .sup { context.isSuperscript = true } else { text.append(record.tag == .q ? "\u{201C}" : " (") }
    case .td, .th:
      if context.isRow { break }
      enterBlock(node, record)
    default:
      guard record.tag.isBlock else { break }
      if record.tag == .div, isCaptionedPicture(node, record) { return enterFigure(node, record) }
      enterBlock(node, record)
    }
    return true
  }

  /// Ends an element that ``push(_:_:)`` opened.
  mutating func leave(_ element: Open) {
    switch element.tag {
    case .a:
      text.endLink()
      context.link = element.outer.link
    case .sup: context.isSuperscript = element.outer.isSuperscript
    case .q: text.append("\u{201D}")
    case .rt: text.append(")")
    default:
      flush()
      if element.tag == .ol || element.tag == .ul || element.tag == .menu || element.tag == .dl { lists.removeLast() }
      if element.tag == .li || element.tag == .dd { pendingItem = nil }
      context = element.outer
      text.keepsBlanks = context.kind == .preformatted
    }
  }

  private mutating func lineBreak() {
    if context.isRow { text.appendBlank() } else { text.markLine() }
  }

  private mutating func enterLink(_ node: HTMLNode, _ record: HTMLDocument.Record) {
    guard let reference = node[.href], let address = addresses.absolute(reference) else { return }
    push(node, record)
    context.link = address
    text.beginLink(to: address)
  }

  private mutating func enterBlock(_ node: HTMLNode, _ record: HTMLDocument.Record) {
    flush()
    push(node, record)
    switch record.tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: context.kind = .subheading
    case .pre, .listing, .xmp, .plaintext:
      context.kind = .preformatted
      text.keepsBlanks = true
    case .blockquote: enterQuotation(node)
    case .ul, .ol, .menu, .dl: enterList(node, record.tag)
    case .li, .dd: enterItem(node)
    default: break
    }
  }

  private mutating func enterQuotation(_ node: HTMLNode) {
    context.kind = .quotation
    context.quotationDepth += 1
    context.address = Embed.post(quotedBy: node).flatMap(addresses.absolute)
  }

  private mutating func enterList(_ node: HTMLNode, _ tag: HTMLTag) {
    context.listDepth += 1
    let isReversed = tag == .ol && node.has(.reversed)
    let start = node[.start].flatMap { Int($0.trimmingBlanks) }
    lists.append(
      List(
        isNumbered: tag == .ol, style: node[.type]?.utf8.first ?? UInt8(ascii: "1"),
        next: start ?? (isReversed ? node.childElements.reduce(0) { $0 + ($1.tag == .li ? 1 : 0) } : 1),
        step: isReversed ? -1 : 1))
  }

  private mutating func enterItem(_ node: HTMLNode) {
    context.kind = .listItem
    guard !lists.isEmpty else {
      pendingItem = (nil, 0)
      return
    }
    var marker: String?
    let last = lists.count - 1
    if lists[last].isNumbered {
      if let value = node[.value].flatMap({ Int($0.trimmingBlanks) }) { lists[last].next = value }
      marker = ListMarker.text(lists[last].next, style: lists[last].style)
      lists[last].next &+= lists[last].step
    }
    pendingItem = (marker, min(context.listDepth, 16) - 1)
  }
}

extension String {
  var trimmingBlanks: Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return self[first...last]
  }
}

/// What stands before an item of a numbered list: "1.", "c.", "iv." by the list's `type`.
enum ListMarker {
  static func text(_ number: Int, style: UInt8) -> String {
    switch style {
    case UInt8(ascii: "a"): letters(number, first: 0x61) ?? "\(number)."
    case UInt8(ascii: "A"): letters(number, first: 0x41) ?? "\(number)."
    case UInt8(ascii: "i"): roman(number).map { $0.lowercased() + "." } ?? "\(number)."
    case UInt8(ascii: "I"): roman(number).map { $0 + "." } ?? "\(number)."
    default: "\(number)."
    }
  }

  private static func letters(_ number: Int, first: UInt8) -> String? {
    guard number > 0, number < 18279 else { return nil }
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(first + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + "."
  }

  private static func roman(_ number: Int) -> String? {
    guard number > 0, number < 4000 else { return nil }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var roman = ""
    for (value, sign) in signs {
      while rest >= value {
        roman += sign
        rest -= value
      }
    }
    return roman
  }
}
