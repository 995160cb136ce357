/// Reads the markup that most feeds carry (paragraphs, links, emphasis, lists, pictures, every element closed where it must be) straight
/// into the arrays of an ``HTMLDocument``.
///
/// What it takes, the HTML standard's rules read in one way only, so the tree is gumbo's, at several times its pace. At the first sign of
/// anything else it gives up, and gumbo reads the text: a test holds the two to the same trees.
struct PlainMarkup {
  private(set) var nodes = ContiguousArray<HTMLDocument.Record>()
  private(set) var attributes = ContiguousArray<HTMLDocument.AttributeRecord>()
  private(set) var text = ContiguousArray<UInt8>()
  private(set) var strings = ContiguousArray<UInt8>()

  private let utf8: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var open: [(tag: HTMLTag, node: Int)] = []
  private var openParagraphs = 0

  /// Deeper markup is not plain.
  private static let depthLimit = 64
  private static let attributeLimit = 32

  /// Nil when the fragment is not plain.
  init?(_ utf8: UnsafeBufferPointer<UInt8>) {
    self.utf8 = utf8
    text.reserveCapacity(utf8.count)
    strings.reserveCapacity(utf8.count / 8)
    nodes.reserveCapacity(utf8.count / 64 + 8)
    begin(.html)
    while index < utf8.count {
      guard utf8[index] == UInt8(ascii: "<") ? readTag() : readText() else { return nil }
    }
    guard open.count == 1 else { return nil }
    end()
  }
}

extension PlainMarkup {
  private mutating func begin(_ tag: HTMLTag, dataStart: Int? = nil) {
    open.append((tag, nodes.count))
    if tag == .p { openParagraphs += 1 }
    append(.element, tag, dataStart: dataStart ?? attributes.count, dataEnd: attributes.count)
  }

  private mutating func append(_ kind: HTMLDocument.Kind, _ tag: HTMLTag, dataStart: Int, dataEnd: Int) {
    nodes.append(
      HTMLDocument.Record(
        kind: kind, tag: tag,
        parent: Int32(open.dropLast(kind == .element && open.last?.node == nodes.count ? 1 : 0).last?.node ?? -1),
        end: Int32(nodes.count + 1), textStart: Int32(text.count), textEnd: Int32(text.count),
        dataStart: Int32(dataStart),
        dataEnd: Int32(dataEnd)))
  }

  private mutating func end() {
    let closed = open.removeLast()
    if closed.tag == .p { openParagraphs -= 1 }
    nodes[closed.node].end = Int32(nodes.count)
    nodes[closed.node].textEnd = Int32(text.count)
  }

  private mutating func readText() -> Bool {
    let start = text.count
    while index < utf8.count, utf8[index] != UInt8(ascii: "<") {
      let byte = utf8[index]
      if byte == UInt8(ascii: "&") {
        guard let scalar = readReference() else { return false }
        text.append(contentsOf: String(scalar).utf8)
      } else {
        let end = endOfText(index)
        // CR and the like have rules of their own.
        guard end > index else { return false }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[index..<end]))
        index = end
      }
    }
    let textStart = Int32(start)
    append(.text, .none, dataStart: strings.count, dataEnd: strings.count)
    nodes[nodes.count - 1].textStart = textStart
    nodes[nodes.count - 1].textEnd = Int32(text.count)
    return true
  }

  /// The end of what stands for itself from `start` on.
  private func endOfText(_ start: Int) -> Int {
    var end = start
    while end < utf8.count {
      let byte = utf8[end]
      if byte < 0x40 {
        let isSign = byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&")
        if isSign || byte < 0x20 && byte != 0x0A && byte != 0x09 { break }
      }
      end += 1
    }
    return end
  }

  /// `&amp;`, `&#39;`, `&#x915;`; nil for what has other names or rules.
  private mutating func readReference() -> Unicode.Scalar? {
    var end = index + 1
    while end < utf8.count, end - index < 10, utf8[end] != UInt8(ascii: ";") { end += 1 }
    guard end < utf8.count, utf8[end] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: utf8[index + 1..<end], as: UTF8.self)
    index = end + 1
    if let known = Self.references[name] { return known }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    // 0x80 to 0x9F mean windows-1252, and others are no characters.
    guard let value,
      (0x20...0x7E).contains(value) || (0xA0..<0xD800).contains(value) || (0x10000...0x1FFFD).contains(value)
    else {
      return nil
    }
    return Unicode.Scalar(value)
  }

  private static let references: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]
}

extension PlainMarkup {
  private mutating func readTag() -> Bool {
    index += 1
    guard index < utf8.count else { return false }
    let isEnd = utf8[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let start = index
    while index < utf8.count, Self.isNameByte(utf8[index]) { index += 1 }
    guard index < utf8.count, let tag = Self.tag(UnsafeBufferPointer(rebasing: utf8[start..<index])) else {
      return false
    }
    if isEnd {
      guard utf8[index] == UInt8(ascii: ">"), !tag.isVoid, open.count > 1, open.last?.tag == tag else { return false }
      index += 1
      end()
      return true
    }
    let dataStart = attributes.count
    guard mayBegin(tag), readAttributes(dataStart) else { return false }
    // `<br/>`; an element with content that ends so goes on in HTML.
    if utf8[index] == UInt8(ascii: "/") {
      guard tag.isVoid else { return false }
      index += 1
    }
    guard index < utf8.count, utf8[index] == UInt8(ascii: ">") else { return false }
    index += 1
    begin(tag, dataStart: dataStart)
    if tag.isVoid { end() }
    return true
  }

  /// Whether the standard opens the element right here, with nothing closed before it.
  private func mayBegin(_ tag: HTMLTag) -> Bool {
    guard open.count < Self.depthLimit else { return false }
    switch tag {
    case .br, .img, .span, .b, .strong, .i, .em, .u: return true
    case .a: return !open.contains { $0.tag == .a }
    // A list's items stand in it, and nothing else does.
    case .li: return openParagraphs == 0 && (open.last?.tag == .ul || open.last?.tag == .ol)
    case .h2, .h3, .h4: return openParagraphs == 0 && ![.h2, .h3, .h4].contains(open.last?.tag ?? .none)
    default: return openParagraphs == 0
    }
  }

  /// Reads up to the end of the tag: `name="value"` only.
  private mutating func readAttributes(_ dataStart: Int) -> Bool {
    while index < utf8.count {
      let blankStart = index
      while index < utf8.count, utf8[index] == 0x20 || utf8[index] == 0x0A || utf8[index] == 0x09 { index += 1 }
      guard index < utf8.count else { return false }
      if utf8[index] == UInt8(ascii: ">") || utf8[index] == UInt8(ascii: "/") { return true }
      guard index > blankStart, attributes.count - dataStart < Self.attributeLimit else { return false }
      let start = index
      while index < utf8.count, Self.isNameByte(utf8[index]) { index += 1 }
      guard index > start, index + 1 < utf8.count, utf8[index] == UInt8(ascii: "=") else { return false }
      guard append(UnsafeBufferPointer(rebasing: utf8[start..<index]), dataStart) else { return false }
    }
    return false
  }

  private mutating func append(_ name: UnsafeBufferPointer<UInt8>, _ dataStart: Int) -> Bool {
    let quote = utf8[index + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    index += 2
    let offset = Int32(strings.count)
    let known = HTMLAttribute(name: name)
    // The second one of a name does not count: gumbo knows.
    if known != .other, attributes[dataStart...].contains(where: { $0.attribute == known }) { return false }
    if known == .other {
      guard !hasOther(name, dataStart) else { return false }
      strings.append(contentsOf: name)
    }
    let nameEnd = Int32(strings.count)
    while index < utf8.count, utf8[index] != quote {
      if utf8[index] == UInt8(ascii: "&") {
        guard let scalar = readReference() else { return false }
        strings.append(contentsOf: String(scalar).utf8)
      } else {
        guard utf8[index] >= 0x20 || utf8[index] == 0x0A || utf8[index] == 0x09 else { return false }
        strings.append(utf8[index])
        index += 1
      }
    }
    guard index < utf8.count else { return false }
    index += 1
    attributes.append(
      HTMLDocument.AttributeRecord(
        attribute: known, nameStart: offset, nameEnd: nameEnd, valueEnd: Int32(strings.count)))
    return true
  }

  private func hasOther(_ name: UnsafeBufferPointer<UInt8>, _ dataStart: Int) -> Bool {
    attributes[dataStart...].contains { record in
      record.attribute == .other && strings[Int(record.nameStart)..<Int(record.nameEnd)].elementsEqual(name)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static let tags: [(name: [UInt8], tag: HTMLTag)] = [
    .p, .a, .b, .i, .u, .br, .em, .ul, .ol, .li, .h2, .h3, .h4, .hr, .img, .div, .span, .strong, .figure, .figcaption,
    .blockquote,
  ].map { (tag: HTMLTag) in (Array(tag.name.utf8), tag) }

  private static func tag(_ name: UnsafeBufferPointer<UInt8>) -> HTMLTag? {
    for entry in tags where entry.name.count == name.count && entry.name.elementsEqual(name) { return entry.tag }
    return nil
  }
}

extension HTMLTag {
  fileprivate var isVoid: Bool { self == .br || self == .img || self == .hr }
}
