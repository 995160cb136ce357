/// What stands on a page and is not its text.
enum Furniture {
  /// Nodes that nobody sees, or that hold no text by their nature.
  static func unseen(in document: HTMLDocument) -> [Bool] {
    var leftOut = [Bool](repeating: false, count: document.nodes.count)
    for index in document.nodes.indices where document.nodes[index].kind == .element {
      switch document.nodes[index].tag {
      case .head, .script, .style, .template, .select, .datalist, .textarea, .button, .input, .svg, .canvas, .map,
        .ampAd, .ampSocialShare, .iframe, .progress, .meter, .object, .dialog, .frameset:
        leftOut[index] = true
      case .html, .body: break
      default: leftOut[index] = HTMLNode(document: document, index: index).isHidden
      }
    }
    return leftOut
  }

  /// Marks what tags, roles and names tell to be furniture, in the subtree of `root`.
  ///
  /// - Parameter prose: the value of each element. What holds much of the prose is no furniture, whatever its name: frameworks
  ///   name the whole page after its margin ("has-sidebar") or its advertisements.
  static func mark(
    _ leftOut: inout [Bool], in document: HTMLDocument, hints: [NameHints], measure: PageMeasure, prose: [Double],
    within root: Int
  ) {
    let whole = max(prose[root], 1)
    var index = root + 1
    let end = Int(document.nodes[root].end)
    while index < end {
      let node = document.nodes[index]
      if leftOut[index] {
        index = Int(node.end)
        continue
      }
      if node.kind == .element {
        let limit =
          tolerance(HTMLNode(document: document, index: index), hints[index])
          ?? (isTeaserList(index, document, measure, leftOut) ? 0.7 : nil)
        if let limit, prose[index] <= whole * limit {
          leftOut[index] = true
          index = Int(node.end)
          continue
        }
      }
      index += 1
    }
  }

  /// Whether an element is a list of other stories: several children alike, each short and with a link to where it goes on.
  private static func isTeaserList(_ index: Int, _ document: HTMLDocument, _ measure: PageMeasure, _ leftOut: [Bool])
    -> Bool
  {
    let node = document.nodes[index]
    switch node.tag {
    case .div, .section, .ul, .ol, .aside, .main: break
    default: return false
    }
    guard measure[index].linked > 30 else { return false }
    var teasers = 0
    var teaserText: Int32 = 0
    var child = index + 1
    while child < Int(node.end) {
      let record = document.nodes[child]
      if record.kind == .element, !leftOut[child], record.tag.isBlock || record.tag == .a, record.tag != .p,
        record.tag.headingLevel == nil, isTeaser(child, document, measure)
      {
        teasers += 1
        teaserText += measure[child].text
      }
      child = Int(record.end)
    }
    return teasers >= 3 && Double(teaserText) > 0.7 * Double(measure[index].text)
  }

  /// A heading that is a link, and a few words.
  private static func isTeaser(_ index: Int, _ document: HTMLDocument, _ measure: PageMeasure) -> Bool {
    let count = measure[index]
    guard count.text > 15, count.text < 600, count.linked > 12 else { return false }
    if document.nodes[index].tag == .a || count.linkDensity > 0.6 { return true }
    // A linked heading at the top, above the words.
    var linkedHeading = false
    for place in index + 1..<Int(document.nodes[index].end) {
      let record = document.nodes[place]
      if record.kind == .element, record.tag.headingLevel != nil {
        linkedHeading = linkedHeading || measure[place].linkDensity > 0.6
      }
    }
    return linkedHeading
  }

  /// The part of the page's prose up to which the element is furniture; nil when nothing says that it is.
  private static func tolerance(_ node: HTMLNode, _ hints: NameHints) -> Double? {
    switch node.tag {
    case .nav, .menu: return 0.6
    case .footer: return 0.4
    case .noscript: return 0.5
    case .aside: return 0.35
    case .form: return 0.3
    case .html, .body, .main, .article, .p, .h1, .h2, .h3, .a, .b, .strong, .em, .i, .img: return nil
    default: break
    }
    if let role = node[.role] {
      switch role {
      case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog", "toolbar":
        return 0.5
      case "complementary": return 0.4
      default: break
      }
    }
    if hints.isDisjoint(with: .furniture) { return nil }
    if hints.contains(.body) { return nil }
    if hints.contains(.comments) { return 0.95 }
    if !hints.isDisjoint(with: [.related, .consent, .advertisement, .sharing]) { return 0.3 }
    return 0.25
  }
}
