internal import CGumbo

/// The elements that pages are made of, as far as anybody here tells them apart; all others are ``other``.
///
/// HTML Living Standard, section "The elements of HTML", its obsolete elements, and the few of AMP that stand for them.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  /// Not an element: text or a comment.
  case none
  /// An element that is not in this list: ``HTMLNode/tagName`` tells its name.
  case other
  case html, head, title, base, link, meta, style, script, noscript, template, body
  case article, section, nav, aside, h1, h2, h3, h4, h5, h6, hgroup, header, footer, address, main, search
  case p, hr, pre, blockquote, ol, ul, li, dl, dt, dd, figure, figcaption, div, center, listing, xmp, plaintext
  case a, em, strong, small, s, cite, q, dfn, abbr, data, time, code, `var`, samp, kbd, sub, sup, i, b, u, mark
  case ruby, rb, rt, rtc, rp, bdi, bdo, span, br, wbr, ins, del, font, big, tt, strike, nobr, acronym, blink, marquee
  case picture, source, img, iframe, embed, object, param, video, audio, track, canvas, map, area, svg, math
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case form, fieldset, legend, label, input, button, select, datalist, optgroup, option, textarea, output, progress
  case meter, details, summary, dialog, menu, menuitem, slot, frame, frameset, noframes, noembed, applet
  case ampImg, ampVideo, ampIframe, ampYoutube, ampTwitter, ampInstagram, ampFacebook, ampSocialShare, ampAd, ampAnim

  /// The name as pages write it, in lower case.
  var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = allCases.map { tag in
    let spelled = "\(tag)"
    guard spelled.hasPrefix("amp") else { return spelled }
    // AMP's elements have a hyphen after each part: ampSocialShare is amp-social-share.
    return spelled.reduce(into: "") { $1.isUppercase ? $0 += "-" + $1.lowercased() : $0.append($1) }
  }

  private static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.dropFirst(2).map { ($0.name, $0) })

  /// ``other`` when the name is not in the list.
  init(name: String) { self = Self.byName[name] ?? .other }

  private static let byGumboTag: [HTMLTag] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map {
    HTMLTag(name: String(cString: gumbo_normalized_tagname(GumboTag(rawValue: $0))))
  }

  init(_ tag: GumboTag) {
    let index = Int(tag.rawValue)
    self = index < Self.byGumboTag.count ? Self.byGumboTag[index] : .other
  }
}

extension HTMLTag {
  /// Whether the element begins and ends a block of text in browsers' own style sheet (HTML Living Standard, "Rendering").
  var isBlock: Bool { Self.blocks[Int(rawValue)] }
  /// Whether its text is not text of the page: programs, styles, spare parts.
  var isRaw: Bool { self == .script || self == .style || self == .template }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  private static let blocks: [Bool] = {
    let tags: Set<HTMLTag> = [
      .html, .body, .article, .section, .nav, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .header, .footer, .address,
      .main, .search, .p, .hr, .pre, .blockquote, .ol, .ul, .li, .dl, .dt, .dd, .figure, .figcaption, .div, .center,
      .listing, .xmp, .plaintext, .table, .caption, .tbody, .thead, .tfoot, .tr, .td, .th, .form, .fieldset, .legend,
      .details, .summary, .dialog, .menu, .optgroup, .option, .frameset, .noframes,
    ]
    return allCases.map(tags.contains)
  }()
}
