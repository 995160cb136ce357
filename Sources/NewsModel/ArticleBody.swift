/// The text of a story as blocks, top to bottom. No markup of the source survives in it.
public struct ArticleBody: Hashable, Sendable, Codable {
  public var blocks: [Block]

  public init(blocks: [Block] = []) {
    self.blocks = blocks
  }

  /// Plain paragraphs, one block each.
  public init(paragraphs: [String]) {
    blocks = paragraphs.map { Block(kind: .paragraph, text: $0) }
  }

  /// Blocks parted by an empty line; pictures without a caption have no part in it.
  public var plainText: String {
    blocks.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

/// One block of a body.
public struct Block: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    case paragraph
    /// A heading between paragraphs.
    case subheading
    case listItem
    /// Somebody else's words: a quotation, an embedded post.
    case quotation
    /// A picture: its text is caption and credit, or what stands for the picture where it cannot be seen; empty when it has neither.
    case picture
    /// A row of a table: its cells stand in ``Block/cells``, its text is the cells with " │ " between them.
    case tableRow
    /// One line of text whose blanks mean something: verse, code.
    case preformatted
  }

  public var kind: Kind
  /// One line of text: no line breaks, no control characters.
  public var text: String
  /// What stands before a list item: "1."; nil is a bullet.
  public var marker: String?
  /// How deep a list item or quotation stands in others of its kind; 0 is the outermost.
  public var level: Int
  /// The cells of a table's row; empty for other kinds.
  public var cells: [String]
  /// The address of a picture, or of the post that a quotation was embedded from; http or https.
  public var address: String?
  /// What the text leads to, in reading order; ranges do not overlap.
  public var links: [BlockLink]

  public init(
    kind: Kind, text: String, marker: String? = nil, level: Int = 0, cells: [String] = [], address: String? = nil,
    links: [BlockLink] = []
  ) {
    self.kind = kind
    self.text = text
    self.marker = marker
    self.level = level
    self.cells = cells
    self.address = address
    self.links = links
  }
}

/// A stretch of a block's text that leads to an address.
public struct BlockLink: Hashable, Sendable, Codable {
  /// In UTF-8 bytes of the block's text; begins and ends between clusters.
  public var startUTF8Offset: Int
  public var utf8Count: Int
  /// Absolute; http, https, mailto or magnet.
  public var address: String

  public init(startUTF8Offset: Int, utf8Count: Int, address: String) {
    self.startUTF8Offset = startUTF8Offset
    self.utf8Count = utf8Count
    self.address = address
  }
}
