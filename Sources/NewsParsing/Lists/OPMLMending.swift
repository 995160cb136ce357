/// Mends the bytes of an OPML file so that an XML parser can read on: what people and programs get wrong is nearly always an unescaped sign.
///
/// The bytes are UTF-8. Line ends are kept, so lines are still the file's own. The document type goes, and with
/// it every entity that could be declared: none can be expanded.
struct OPMLMending {
  /// What was mended or left out, in signs.
  private(set) var count = 0
  /// The line of the first tag with too many attributes.
  private(set) var crowdedLine: Int?
  private(set) var output: [UInt8] = []

  /// The parser compares each attribute of a tag with all others.
  static let attributeLimit = 256

  private let input: [UInt8]
  private var index = 0
  private var line = 1
  /// Ends that were looked for and do not come any more.
  private var missingEnds: Set<String> = []
  private var references = CharacterReferences()

  init(_ input: [UInt8]) {
    self.input = input
    output.reserveCapacity(input.count + input.count / 16)
  }

  mutating func run() {
    while index < input.count {
      switch input[index] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): reference()
      default: character()
      }
    }
  }
}

extension OPMLMending {
  private mutating func keep() {
    if input[index] == 0x0A { line += 1 }
    output.append(input[index])
    index += 1
  }

  private mutating func keep(upTo end: Int) {
    while index < end { keep() }
  }

  private mutating func replace(with text: StaticString) {
    text.withUTF8Buffer { output += $0 }
    index += 1
    count += 1
  }

  /// Keeps a character that XML allows (XML 1.0, production 2).
  private mutating func character() {
    let byte = input[index]
    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
      index += 1
      count += 1
    } else {
      keep()
    }
  }

  private mutating func markup() {
    if starts(with: "<!--") {
      if let end = end("-->") { keep(upTo: end) } else { replace(with: "&lt;") }
    } else if starts(with: "<![CDATA[") {
      if let end = end("]]>") { keep(upTo: end) } else { replace(with: "&lt;") }
    } else if starts(with: "<?") {
      if let end = end("?>") { keep(upTo: end) } else { replace(with: "&lt;") }
    } else if starts(with: "<!") {
      declaration()
    } else if index + 1 < input.count, Self.isNameStart(input[index + 1]) || input[index + 1] == UInt8(ascii: "/") {
      tag()
    } else {
      replace(with: "&lt;")
    }
  }

  /// Leaves out `<!DOCTYPE …>`, its inner declarations too.
  private mutating func declaration() {
    var depth = 0
    var quote: UInt8?
    while index < input.count {
      let byte = input[index]
      index += 1
      if byte == 0x0A {
        line += 1
        output.append(byte)
      }
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 { return }
      default: break
      }
    }
  }

  private mutating func tag() {
    keep()
    var attributeCount = 0
    while index < input.count {
      let byte = input[index]
      switch byte {
      case UInt8(ascii: ">"):
        keep()
        return
      case UInt8(ascii: "<"): return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if !value(quote: byte) { return }
      case UInt8(ascii: "="):
        attributeCount += 1
        if attributeCount > Self.attributeLimit {
          dropAttributes()
          return
        }
        keep()
      default: character()
      }
    }
  }

  /// Keeps a quoted value; false when a tag begins in it, so that the quote was never closed and this tag is at its end.
  private mutating func value(quote: UInt8) -> Bool {
    keep()
    let start = output.count
    while index < input.count {
      let byte = input[index]
      switch byte {
      case quote:
        keep()
        return true
      case UInt8(ascii: "<"):
        if startsOutline() {
          closeTag(quote: quote, valueStart: start)
          return false
        }
        replace(with: "&lt;")
      case UInt8(ascii: "&"): reference()
      default: character()
      }
    }
    return true
  }

  /// Ends the value where its tag ended: at the last `>` or `/>` that stands in it.
  private mutating func closeTag(quote: UInt8, valueStart: Int) {
    var tail: [UInt8] = [UInt8(ascii: ">")]
    if let end = output[valueStart...].lastIndex(of: UInt8(ascii: ">")) {
      tail += output[(end + 1)...]
      output.removeSubrange(end...)
      if output.count > valueStart, output.last == UInt8(ascii: "/") {
        output.removeLast()
        tail.insert(UInt8(ascii: "/"), at: 0)
      }
    }
    output.append(quote)
    output += tail
    count += 1
  }

  /// Leaves out what follows in the tag, from the name before this `=` on.
  private mutating func dropAttributes() {
    crowdedLine = crowdedLine ?? line
    while let last = output.last, !Self.isBlank(last), last != UInt8(ascii: "\""), last != UInt8(ascii: "'") {
      output.removeLast()
    }
    var quote: UInt8?
    while index < input.count {
      let byte = input[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        if input[index - 1] == UInt8(ascii: "/") { output.append(UInt8(ascii: "/")) }
        keep()
        return
      }
      if byte == 0x0A {
        line += 1
        output.append(byte)
      }
      index += 1
    }
  }

  /// Keeps `&amp;` and numbers of characters; everything else that begins with `&` begins with a bare one.
  private mutating func reference() {
    let name = input[(index + 1)...].prefix(33).prefix { $0 != UInt8(ascii: ";") }
    let end = name.endIndex
    guard end < input.count, input[end] == UInt8(ascii: ";") else { return replace(with: "&amp;") }
    let text = String(decoding: name, as: UTF8.self)
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      if let value, Self.isCharacter(value) { return keep(upTo: end + 1) }
      index = end + 1
      count += 1
    } else if ["amp", "lt", "gt", "quot", "apos"].contains(text) {
      keep(upTo: end + 1)
    } else if let meant = references.text(ofHTMLName: text) {
      for scalar in meant.unicodeScalars { output += "&#\(scalar.value);".utf8 }
      index = end + 1
      count += 1
    } else {
      replace(with: "&amp;")
    }
  }

  private static func isCharacter(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return value >= 0x20 && !(0x7F...0x9F).contains(value) && scalar.value & 0xFFFE != 0xFFFE
      || [0x09, 0x0A, 0x0D].contains(value)
  }

  private func starts(with text: StaticString, at position: Int? = nil) -> Bool {
    let position = position ?? index
    guard position + text.utf8CodeUnitCount <= input.count else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { lowercased(input[position + $0]) == lowercased(text[$0]) }
    }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether a tag of OPML begins here; other `<` in a value are a publisher's own.
  private func startsOutline() -> Bool {
    let start = index + 1 < input.count && input[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
    return starts(with: "outline", at: start) || starts(with: "body", at: start) || starts(with: "opml", at: start)
  }

  /// One past the next `text`; nil when it comes no more.
  private mutating func end(_ text: String) -> Int? {
    if missingEnds.contains(text) { return nil }
    let wanted = Array(text.utf8)
    var position = index
    while position + wanted.count <= input.count {
      if input[position] == wanted[0], input[position..<(position + wanted.count)].elementsEqual(wanted) {
        return position + wanted.count
      }
      position += 1
    }
    missingEnds.insert(text)
    return nil
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
