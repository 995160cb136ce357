/// Finds the part of a page that is the story.
///
/// Every block of text gets a value: prose is worth its length, lists of links and labels cost. The value of an element is the
/// sum of what stands in it, so the element with the highest value is the one that holds the story and little else. Names and
/// meanings of elements (`itemprop="articleBody"`, `article`, `class="entry-content"`) tip the scales between elements that
/// hold nearly the same.
struct ContentScore {
  let document: HTMLDocument
  /// True at nodes that are furniture, with all below them.
  private(set) var leftOut: [Bool]
  private(set) var measure: PageMeasure
  /// Hints of the names of each element; empty for other nodes.
  let hints: [NameHints]
  let strictness: Strictness
  /// The value of each element.
  private(set) var values: [Double]

  /// How strictly furniture is told from text.
  enum Strictness: Int {
    /// Names, tags and links tell furniture.
    case strict
    /// Names tell comments, other stories and advertisements only; captions and headings count as text.
    case lax
    /// Only what no story is ever kept in is furniture: forums, whose posts are called comments.
    case bare
  }

  init(_ document: HTMLDocument, hints: [NameHints], strictness: Strictness) {
    self.document = document
    self.hints = hints
    self.strictness = strictness
    var leftOut = Furniture.unseen(in: document)
    let whole = PageMeasure(document, leftOut: leftOut)
    let prose = Self.values(document, whole, leftOut, isProseOnly: true)
    Furniture.mark(
      &leftOut, in: document, hints: hints, measure: whole, prose: prose, within: 0, strictness: strictness)
    measure = PageMeasure(document, leftOut: leftOut)
    self.leftOut = leftOut
    values = Self.values(document, measure, leftOut, countsCaptions: strictness != .strict)
  }

  /// Place of the element that holds the story; the root when nothing is better.
  var best: Int {
    var best = 0
    var bestScore = 0.0
    for index in document.nodes.indices where document.nodes[index].kind == .element && values[index] > 0 {
      guard Self.mayHold(document.nodes[index].tag) else { continue }
      let score = values[index] * weight(index)
      // Of elements that hold the same, the innermost.
      if score >= bestScore * 0.995 {
        best = index
        bestScore = max(bestScore, score)
      }
    }
    return best
  }

  /// Elements that a story may fill; it is never a single paragraph or quotation, but what these stand in.
  private static func mayHold(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .div, .article, .section, .main, .td, .body, .html, .form, .center, .table, .tbody, .tr, .span, .other,
      .header,
      .aside, .dl, .dd, .ul, .ol, .li, .pre, .font, .fieldset, .figure, .noscript:
      true
    default: false
    }
  }

  private func weight(_ index: Int) -> Double {
    let node = HTMLNode(document: document, index: index)
    var weight = 1.0
    if node.hasToken("articleBody", in: .itemprop) {
      weight = 2
    } else if hints[index].contains(.body) {
      weight = 1.6
    } else if node.tag == .article {
      weight = 1.35
    } else if node.tag == .main || node[.role] == "main" {
      weight = 1.1
    } else if hints[index].contains(.content) {
      weight = 1.05
    }
    switch node.tag {
    case .ul, .ol, .li, .dl, .dd, .blockquote, .p, .span, .font, .header, .aside, .pre, .figure: weight *= 0.8
    default: break
    }
    if !hints[index].isDisjoint(with: .furniture), !hints[index].contains(.body) { weight *= 0.9 }
    return weight
  }
}

extension ContentScore {
  /// The value of each element: the sum of its blocks' values.
  ///
  /// - Parameter isProseOnly: only what is worth something counts, not what costs.
  static func values(
    _ document: HTMLDocument, _ measure: PageMeasure, _ leftOut: [Bool], isProseOnly: Bool = false,
    countsCaptions: Bool = false
  ) -> [Double] {
    let nodes = document.nodes
    // Text belongs to the innermost block around it.
    var units = [PageMeasure.Count](repeating: PageMeasure.Count(), count: nodes.count)
    var index = 0
    while index < nodes.count {
      if leftOut[index] {
        index = Int(nodes[index].end)
        continue
      }
      if nodes[index].kind == .text, measure[index].text > 0 {
        var owner = Int(nodes[index].parent)
        while owner > 0, !nodes[owner].tag.isBlock { owner = Int(nodes[owner].parent) }
        units[owner] += measure[index]
      }
      index += 1
    }
    var values = [Double](repeating: 0, count: nodes.count)
    for index in nodes.indices where units[index].text > 0 {
      let tag = nodes[index].tag
      let value = value(of: units[index], countsCaptions && (tag == .figcaption || tag.headingLevel != nil) ? .p : tag)
      values[index] = isProseOnly ? max(0, value) : value
    }
    for index in stride(from: nodes.count - 1, to: 0, by: -1) where values[index] != 0 {
      values[Int(nodes[index].parent)] += values[index]
    }
    return values
  }

  /// What a block of text is worth.
  private static func value(of count: PageMeasure.Count, _ tag: HTMLTag) -> Double {
    let text = Double(count.text)
    let density = count.linkDensity
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6, .hgroup: return density > 0.5 ? -min(text, 40) * 0.3 : 0
    case .figcaption, .caption, .legend, .option, .optgroup, .summary: return 0
    default: break
    }
    if density > 0.6 { return -min(text, 80) * 0.6 }
    let own = text * (1 - density) * (1 - density)
    if count.sentences > 0, text >= 40 { return own * (tag == .li || tag == .td ? 0.8 : 1) }
    if text >= 80 { return own * 0.6 }
    if text >= 25 { return own * 0.2 }
    return -3
  }
}
