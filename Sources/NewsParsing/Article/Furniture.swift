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
  /// - Parameter strictness: lax marks only what no story is ever kept in.
  static func mark(
    _ leftOut: inout [Bool], in document: HTMLDocument, hints: [NameHints], measure: PageMeasure, prose: [Double],
    within root: Int, strictness: ContentScore.Strictness
  ) {
    let whole = max(prose[root], 1)
    var index = root + 1
    let end = Int(document.nodes[root].end)
    // Characters since the headline.
    var below: Int32 = 0
    while index < end {
      let node = document.nodes[index]
      if leftOut[index] {
        index = Int(node.end)
        continue
      }
      if node.tag == .h1 { below = -measure[index].text }
      if node.kind == .text { below += measure[index].text }
      if node.kind == .element, !(below < 400 && isStandfirst(hints[index], measure[index])) {
        let element = HTMLNode(document: document, index: index)
        var limit = certainty(element, hints[index])
        if limit == nil, strictness == .strict {
          limit = likelihood(element, hints[index]) ?? (isTeaserList(index, document, measure, leftOut) ? 0.7 : nil)
        } else if limit == nil, strictness == .lax,
          !hints[index].isDisjoint(with: [.comments, .related, .advertisement, .author])
        {
          limit = likelihood(element, hints[index])
        }
        if let limit, prose[index] <= whole * limit {
          leftOut[index] = true
          index = Int(node.end)
          continue
        }
      }
      index += 1
    }
  }

  /// For what no story is ever kept in: the part of the prose up to which the element is furniture all the same; nil for other elements.
  private static func certainty(_ node: HTMLNode, _ hints: NameHints) -> Double? {
    switch node.tag {
    case .nav, .menu: return 0.95
    case .footer: return 0.5
    case .noscript: return 0.5
    case .html, .body, .main, .article, .p, .h1, .h2, .h3, .h4, .a, .b, .strong, .em, .i, .img, .blockquote: return nil
    default: break
    }
    switch node[.role] {
    case "navigation", "search", "menu", "menubar", "dialog", "alertdialog", "toolbar", "banner", "contentinfo":
      return 0.8
    default: break
    }
    if hints.contains(.body) { return nil }
    if hints.contains(.consent) { return 0.9 }
    return hints.isDisjoint(with: [.begging, .tool, .sharing, .advertisement]) ? nil : 0.3
  }

  /// Teasers lead to other stories. One under the headline that leads nowhere is the standfirst.
  private static func isStandfirst(_ hints: NameHints, _ count: PageMeasure.Count) -> Bool {
    hints.intersection(.furniture) == .teaser && count.linked == 0 && count.sentences > 0 && count.text < 1200
  }

  /// The part of the page's prose up to which the element is furniture; nil when nothing says that it is.
  private static func likelihood(_ node: HTMLNode, _ hints: NameHints) -> Double? {
    switch node.tag {
    case .aside: return 0.6
    case .form: return hints.contains(.comments) ? 0.95 : 0.3
    case .p: return hints.isDisjoint(with: [.caption, .author, .about, .sharing, .related, .begging]) ? nil : 0.06
    case .html, .body, .main, .article, .h1, .h2, .h3, .h4, .a, .b, .strong, .em, .i, .img, .blockquote: return nil
    default: break
    }
    if node[.role] == "complementary" { return 0.4 }
    if hints.isDisjoint(with: .furniture) || hints.contains(.body) { return nil }
    if hints.contains(.comments) { return 0.95 }
    return hints.isDisjoint(with: [.related, .advertisement, .sharing]) ? 0.3 : 0.5
  }

  /// Whether an element is a list of other stories: several children alike, each short and with a link to where it goes on.
  private static func isTeaserList(_ index: Int, _ document: HTMLDocument, _ measure: PageMeasure, _ leftOut: [Bool])
    -> Bool
  {
    let node = document.nodes[index]
    switch node.tag {
    case .div, .section, .ul, .aside, .main: break
    default: return false
    }
    guard measure[index].linked > 30 else { return false }
    // Of each name, how many children are teasers; a story is no row of children alike.
    var alike: [Int: (count: Int, text: Int32)] = [:]
    var child = index + 1
    while child < Int(node.end) {
      let record = document.nodes[child]
      if record.kind == .element, !leftOut[child], record.tag != .p, record.tag.headingLevel == nil,
        isTeaser(child, document, measure, leftOut)
      {
        let key = kind(of: HTMLNode(document: document, index: child))
        alike[key, default: (0, 0)].count += 1
        alike[key, default: (0, 0)].text += measure[child].text
      }
      child = Int(record.end)
    }
    let rows = alike.values.filter { $0.count >= 3 }
    return Double(rows.reduce(0) { $0 + $1.text }) > 0.6 * Double(measure[index].text)
  }

  /// Equal for elements of the same tag and the same first class.
  private static func kind(of node: HTMLNode) -> Int {
    var hasher = Hasher()
    hasher.combine(node.tag)
    hasher.combine(node.classes.first)
    return hasher.finalize()
  }

  /// A title that is a link at the beginning, and a few words.
  private static func isTeaser(_ index: Int, _ document: HTMLDocument, _ measure: PageMeasure, _ leftOut: [Bool])
    -> Bool
  {
    let count = measure[index]
    guard count.text > 15, count.text < 600, count.linked > 12 else { return false }
    if document.nodes[index].tag == .a || count.linkDensity > 0.6 { return true }
    // Whether the title stands before all other words.
    var before: Int32 = 0
    var place = index + 1
    while place < Int(document.nodes[index].end) {
      let record = document.nodes[place]
      if leftOut[place] {
        place = Int(record.end)
        continue
      }
      if record.tag == .a, measure[place].text >= 12 {
        let isHeading =
          HTMLNode(document: document, index: place).ancestors.prefix { $0.index > index }.contains {
            $0.tag.headingLevel != nil
          }
          || HTMLNode(document: document, index: place).childElements.contains { $0.tag.headingLevel != nil }
        return isHeading || before < 12 && measure[place].text >= 25
      }
      if record.kind == .text { before += measure[place].text }
      place += 1
    }
    return false
  }
}
