internal import IndicText

/// One line of a page's text as a reader sees it: what stands between two borders of blocks or line breaks.
struct PageRow {
  /// Nearest first: what a row stands in, as far as the anatomy of a page goes by it.
  enum Setting {
    case text, heading, listItem, caption
  }

  struct Link {
    /// One line; may be empty where a picture is the link.
    var text: String
    /// Absolute.
    var address: String
  }

  var line: PageLine
  /// Places of its nodes in the document, from the first text to past the last.
  var nodes: Range<Int>
  /// The nearest block around it.
  var block: Int
  var setting: Setting
  var links: [Link]
  /// How many bytes of the text are links.
  var linkUTF8Count: Int

  /// Whether nearly all of it is links: a title in a list, a tag.
  var isLink: Bool { !links.isEmpty && linkUTF8Count * 10 >= line.text.utf8.count * 6 }
  /// Whether it is a paragraph of running text.
  var isProse: Bool {
    !isLink && setting != .caption && line.scalarCount >= 80 && (line.endsSentence || line.scalarCount >= 200)
  }
}

extension PageRow {
  /// Pages have some thousand rows; an archive of links may have more and is no story.
  static let countLimit = 20_000

  /// The rows of a document's body in reading order; menus, forms and what is not to be seen left out.
  static func rows(of document: HTMLDocument, base: String?) -> [PageRow] {
    var collector = RowCollector(base: base)
    collector.collect(document)
    return collector.rows
  }
}

/// Walks a page once and gathers its rows.
private struct RowCollector {
  let base: String?
  var rows: [PageRow] = []
  private var text = ""
  private var nodes: Range<Int>?
  private var links: [PageRow.Link] = []
  private var linkUTF8Count = 0
  private var openLink: (node: Int, end: Int, address: String, start: Int)?
  private var block = 0

  init(base: String?) {
    self.base = base
  }

  mutating func collect(_ document: HTMLDocument) {
    // Ends of the blocks that the walk is in, the innermost last.
    var open: [(end: Int, block: Int)] = []
    var walk = document.root.descendants
    while rows.count < PageRow.countLimit, let node = walk.next() {
      while let last = open.last, last.end <= node.index {
        finish(document)
        open.removeLast()
        block = last.block
      }
      closeLink(before: node.index)
      if node.isText {
        take(node)
        continue
      }
      guard node.isElement else { continue }
      if Self.isLeftOut(node) {
        walk.skip(node)
        continue
      }
      if node.tag == .br {
        finish(document)
      } else if node.tag.isBlock {
        finish(document)
        open.append((Int(node.range.upperBound), block))
        block = node.index
      } else if node.tag == .a, let address = node[.href].flatMap({ PageAddress.absolute($0, base: base) }) {
        openLink = (node.index, Int(node.range.upperBound), address, text.utf8.count)
      }
    }
    finish(document)
  }

  private static func isLeftOut(_ node: HTMLNode) -> Bool {
    switch node.tag {
    case .head, .script, .style, .template, .noscript, .nav, .select, .textarea, .svg, .iframe, .object, .math: true
    default: false
    }
  }

  private mutating func take(_ node: HTMLNode) {
    let piece = node.text
    if nodes == nil {
      guard piece.contains(where: { !$0.isWhitespace }) else { return }
      nodes = node.range
    }
    text += piece
    nodes = (nodes?.lowerBound ?? node.index)..<Int(node.range.upperBound)
  }

  private mutating func closeLink(before index: Int) {
    guard let link = openLink, link.end <= index else { return }
    endLink(link)
    openLink = nil
  }

  private mutating func endLink(_ link: (node: Int, end: Int, address: String, start: Int)) {
    let start = text.utf8.index(text.startIndex, offsetBy: min(link.start, text.utf8.count))
    let shown = NormalForm.line(String(text[start...]))
    linkUTF8Count += shown.utf8.count
    if !shown.isEmpty { links.append(PageRow.Link(text: shown, address: link.address)) }
  }

  private mutating func finish(_ document: HTMLDocument) {
    if let link = openLink {
      endLink(link)
      openLink?.start = 0
    }
    defer {
      text = ""
      nodes = nil
      links = []
      linkUTF8Count = 0
    }
    guard let nodes else { return }
    let shown = NormalForm.line(text)
    guard !shown.isEmpty else { return }
    rows.append(
      PageRow(
        line: PageLine(text: shown, isAfterBlank: true), nodes: nodes, block: block,
        setting: Self.setting(of: HTMLNode(document: document, index: block)), links: links,
        linkUTF8Count: linkUTF8Count))
  }

  private static func setting(of block: HTMLNode) -> PageRow.Setting {
    var node = block
    for _ in 0..<4 {
      if node.tag.headingLevel != nil { return .heading }
      switch node.tag {
      case .figure, .figcaption: return .caption
      case .li, .dd, .dt: return .listItem
      case .article, .main, .body, .section: return .text
      default: break
      }
      guard let parent = node.parent else { break }
      node = parent
    }
    return .text
  }
}
