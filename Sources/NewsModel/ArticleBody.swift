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

  /// Blocks parted by an empty line.
  public var plainText: String {
    blocks.map(\.text).joined(separator: "\n\n")
  }
}

/// One block of a body.
public struct Block: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    case paragraph
    /// A heading between paragraphs.
    case subheading
    case listItem
    case quotation
  }

  public var kind: Kind
  /// One line of text: no line breaks, no control characters.
  public var text: String

  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
