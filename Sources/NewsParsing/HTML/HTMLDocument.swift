internal import IndicText

/// A parsed HTML document: the tree that the HTML standard's rules make of any bytes. It never changes after parsing.
///
/// Nodes stand in one array in document order, so a subtree is a range of it, and whoever walks the tree walks an array.
/// The page's text stands in one row of bytes in the same order, so the text of a subtree is a range of that. What is
/// no text of the page is kept apart, for those who look for data in it: scripts of data types (JSON) and templates. Programs,
/// styles and comments are empty elements: their inside is cut out before parsing, which is most of the work saved.
public final class HTMLDocument: Sendable {
  /// Whether the text is a whole page or the inside of an element.
  public enum Scope: Sendable {
    case page
    /// A piece as feeds carry it: parsed as the content of `body`.
    case fragment
  }

  let nodes: ContiguousArray<Record>
  let attributes: ContiguousArray<AttributeRecord>
  /// The page's text, UTF-8, entities decoded, blanks as in the source.
  let text: ContiguousArray<UInt8>
  /// Raw text, names and values of attributes, names of unknown elements; UTF-8.
  let strings: ContiguousArray<UInt8>
  /// Whether the page was built to do harm, so that only a part of its markup was looked at.
  public let isReduced: Bool

  /// Longer pages are cut off here; in bytes.
  public static let utf8CountLimit = 16 << 20

  /// Parses a page or a piece of one. Any text gives a document; an empty one has the elements `html`, `head` and `body` only.
  ///
  /// - Complexity: linear in the length for every text, and memory of at most some sixty bytes for each of its bytes: markup nested
  ///   deeper than browsers nest it, and markup that multiplies itself, is flattened (see `HTMLGuard`).
  public convenience init(_ html: String, scope: Scope = .page) {
    // The parser makes replacement characters of control characters, and would part escape sequences from what they carry.
    var html = html
    if html.withUTF8(Self.holdsControls) { html = NormalForm.repaired(html).text }
    self.init(builder: html.withUTF8 { HTMLTreeBuilder(parsing: $0, isFragment: scope == .fragment) })
  }

  private init(builder: HTMLTreeBuilder) {
    nodes = builder.nodes
    attributes = builder.attributes
    text = builder.text
    strings = builder.strings
    isReduced = builder.isReduced
  }

  /// Whether one of eight bytes is less than `limit`, which is at most 0x80.
  private static func hasByte(_ word: UInt64, below limit: UInt64) -> Bool {
    (word &- limit &* 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  private static func holdsControls(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(utf8)
    var index = 0
    while index < raw.count {
      if index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // Letters only: no byte below U+0020, none that is U+007F, none that begins U+0080 to U+00BF.
        if !hasByte(word, below: 0x20), !hasByte(word ^ 0x7F7F_7F7F_7F7F_7F7F, below: 1),
          !hasByte(word ^ 0xC2C2_C2C2_C2C2_C2C2, below: 1)
        {
          index += 8
          continue
        }
      }
      for _ in 0..<min(8, raw.count - index) {
        let byte = raw[index]
        let isControl = byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D && byte != 0x0C || byte == 0x7F
        // U+0080 to U+009F.
        if isControl || byte == 0xC2 && index + 1 < raw.count && raw[index + 1] < 0xA0 { return true }
        index += 1
      }
    }
    return false
  }

  init(
    nodes: ContiguousArray<Record>, attributes: ContiguousArray<AttributeRecord>, text: ContiguousArray<UInt8>,
    strings: ContiguousArray<UInt8>, isReduced: Bool
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.text = text
    self.strings = strings
    self.isReduced = isReduced
  }

  /// The `html` element; a document always has one.
  var root: HTMLNode { HTMLNode(document: self, index: 0) }
}

extension HTMLDocument {
  enum Kind: UInt8, Sendable {
    case element, text
    /// The inside of a script, a style or a template.
    case rawText
    case comment
  }

  struct Record: Sendable {
    var kind: Kind
    /// ``HTMLTag/none`` for what is no element.
    var tag: HTMLTag
    /// -1 for the root.
    var parent: Int32
    /// One past the last node of the subtree.
    var end: Int32
    /// Where the node's text, with all below it, stands in ``HTMLDocument/text``.
    var textStart: Int32
    var textEnd: Int32
    /// An element's attributes in ``HTMLDocument/attributes``, or the bytes of raw text in ``HTMLDocument/strings``.
    var dataStart: Int32
    var dataEnd: Int32
  }

  /// Offsets point into ``HTMLDocument/strings``; a known attribute's name is not kept there.
  struct AttributeRecord: Sendable {
    var attribute: HTMLAttribute
    var nameStart: Int32
    var nameEnd: Int32
    var valueEnd: Int32
  }

  func string(_ start: Int32, _ end: Int32) -> String {
    String(decoding: strings[Int(start)..<Int(end)], as: UTF8.self)
  }
}
