internal import NewsModel

/// Makes the blocks of an ``ArticleBody`` from a part of an ``HTMLDocument``, by what the elements mean.
///
/// It walks the nodes once, in document order, with the open elements on a stack of its own.
struct BodyBuilder {
  /// What blocks are made of text here.
  struct Context {
    var kind = Block.Kind.paragraph
    /// How many lists are open.
    var listDepth = 0
    /// How many quotations are open.
    var quotationDepth = 0
    /// Where the quoted post stands, or the picture that text is the caption of.
    var address: String?
    /// The address of the link that text stands in.
    var link: String?
    /// In a row of a table, whose cells do not end blocks.
    var isRow = false
    /// Where text is not wanted in full: digits become superscripts.
    var isSuperscript = false
  }

  /// An element that is open, and what was true outside it.
  struct Open {
    var index: Int
    var end: Int
    var tag: HTMLTag
    var outer: Context
  }

  /// A list that is open.
  struct List {
    var isNumbered: Bool
    var style: UInt8
    var next: Int
    var step: Int
  }

  let document: HTMLDocument
  let addresses: LinkAddress
  /// True at the places of nodes that are left out with all below them; empty when there are none.
  var leftOut: [Bool] = []
  /// Whether `noscript` is read like any element: on pages it was told from text before, in feeds nobody runs scripts.
  var readsNoscript = false

  var blocks: [Block] = []
  var text = BlockText()
  var context = Context()
  var open: [Open] = []
  var lists: [List] = []
  /// What stands before the next block of an item; nil when its first block is there.
  var pendingItem: (marker: String?, level: Int)?
  /// Pictures in the middle of a sentence: they come after it.
  var pictures: [Block] = []
  /// Addresses of pictures there are, so that a copy for browsers without scripts is not a second one.
  var seenPictures: Set<String> = []
  /// The address of the last picture that has none but a stand-in, until what is loaded later says one.
  var lacksPicture = false

  init(document: HTMLDocument, baseURL: String?) {
    self.document = document
    addresses = LinkAddress(base: baseURL)
  }

  /// A builder for a part of the same page, such as a row or a caption, whose blocks are put to those of `outer` by the caller.
  init(inside outer: BodyBuilder, _ context: Context) {
    document = outer.document
    addresses = outer.addresses
    leftOut = outer.leftOut
    self.context = context
    self.context.link = nil
  }

  /// Adds what stands at `range` of the document's nodes: whole subtrees.
  mutating func add(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      closeElements(endingBy: index)
      let node = document.nodes[index]
      if !leftOut.isEmpty, leftOut[index] {
        index = Int(node.end)
        continue
      }
      switch node.kind {
      case .text:
        add(textFrom: Int(node.textStart), to: Int(node.textEnd))
        index += 1
      case .element: index = enter(HTMLNode(document: document, index: index), node) ? index + 1 : Int(node.end)
      case .rawText, .comment: index += 1
      }
    }
    closeElements(endingBy: range.upperBound)
    flush()
  }

  private mutating func closeElements(endingBy index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      leave(last)
    }
  }

  private mutating func add(textFrom start: Int, to end: Int) {
    document.text.withUnsafeBufferPointer { bytes in
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if context.isSuperscript, let raised = Superscript.raised(piece) {
        text.append(raised)
      } else {
        text.append(piece)
      }
    }
  }

  /// Opens an element, to be left when the walk has come to its end.
  mutating func push(_ node: HTMLNode, _ record: HTMLDocument.Record) {
    open.append(Open(index: node.index, end: Int(record.end), tag: record.tag, outer: context))
  }
}

extension BodyBuilder {
  /// Ends the block that is being gathered. An open link goes on in the next one.
  mutating func flush() {
    text.endLink()
    if !text.isEmpty { appendGathered() }
    text.removeAll()
    text.keepsBlanks = context.kind == .preformatted
    if !pictures.isEmpty {
      blocks += pictures
      pictures.removeAll()
    }
    if let link = context.link { text.beginLink(to: link) }
  }

  private mutating func appendGathered() {
    let all = 0..<text.utf8Count
    if context.isRow { return }
    if context.kind == .preformatted {
      for line in text.lines { append(text.clean(line)) }
    } else if !text.marks.isEmpty, let pieces = text.brokenLines() {
      let kind = context.kind
      if pieces.areVerse, kind == .paragraph { context.kind = .preformatted }
      for line in pieces.lines { append(text.clean(line)) }
      context.kind = kind
    } else {
      append(text.clean(all))
    }
  }

  private mutating func append(_ clean: CleanText) {
    guard !clean.text.isEmpty else { return }
    var block = Block(kind: context.kind, text: clean.text, links: clean.links)
    switch context.kind {
    case .listItem:
      if let item = pendingItem {
        block.marker = item.marker
        block.level = item.level
        pendingItem = nil
      } else {
        block.kind = context.quotationDepth > 0 ? .quotation : .paragraph
        block.level = max(0, context.quotationDepth - 1)
      }
    case .quotation:
      block.level = max(0, context.quotationDepth - 1)
      block.address = context.address
    case .picture:
      block.address = context.address
      context.address = nil
    default: break
    }
    blocks.append(block)
  }
}
