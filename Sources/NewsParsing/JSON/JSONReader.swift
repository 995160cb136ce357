/// Reads JSON as pages and feeds have it: what RFC 8259 allows means what it says; what it forbids is read as it was meant.
///
/// Read all the same: comments, wrappers of HTML comments and CDATA sections, commas too many and too few, line breaks and other
/// control characters in strings, quotation marks in strings, single quotation marks, names without any, several values one after
/// the other, a text that ends too early. The article <doc:PageMetadata> tells why each is there.
struct JSONReader {
  /// What was wrong with a text.
  enum Repair: Hashable, Sendable {
    case comment, comma, controlCharacter, quotationMark, name, escape, truncated, strayText
    /// Values nested deeper than ``depthLimit``, or past ``valueLimit``, were left out.
    case limit
  }

  /// What was read: one value for each that stood in the text, one after the other.
  struct Result: Hashable, Sendable {
    var values: [JSONValue] = []
    var repairs: Set<Repair> = []
  }

  /// No page nests deeper than some ten levels.
  static let depthLimit = 64
  /// The values of one text.
  static let valueLimit = 400_000

  private let bytes: [UInt8]
  private var index = 0
  private var valueCount = 0
  private var repairs: Set<Repair> = []

  /// The values in `text`; none when it holds nothing that looks like JSON.
  ///
  /// - Complexity: linear in the length of the text.
  static func read(_ text: String) -> Result {
    var reader = JSONReader(bytes: Array(text.utf8))
    return reader.readAll()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension JSONReader {
  private mutating func readAll() -> Result {
    var values: [JSONValue] = []
    skipBlanks()
    // "null", "true", a lone string: JSON too, where nothing else stands there.
    if let byte = peek, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "["), !isJSONAhead {
      if let value = readValue(depth: 0, in: nil) { values.append(value) }
      return Result(values: values, repairs: repairs)
    }
    while let byte = peek {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        if let value = readValue(depth: 0, in: nil) { values.append(value) }
      } else {
        // "window.data =", ";", a tag that somebody left in the script.
        repairs.insert(.strayText)
        index += 1
      }
      skipBlanks()
    }
    return Result(values: values, repairs: repairs)
  }

  private var isJSONAhead: Bool {
    bytes[index...].contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isAhead(_ text: StaticString) -> Bool {
    index + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { bytes[index..<index + $0.count].elementsEqual($0) }
  }

  /// Skips white space, comments and what wraps a script's text.
  private mutating func skipBlanks() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case 0x00...0x1F, 0x7F:
        repairs.insert(.controlCharacter)
        index += 1
      case 0xC2 where isAhead("\u{A0}"), 0xEF where isAhead("\u{FEFF}"):
        index += byte == 0xC2 ? 2 : 3
      case UInt8(ascii: "/") where isAhead("//"):
        repairs.insert(.comment)
        // "//<![CDATA[" before the value on the same line hides only itself.
        index += 2
        if !skipWrapper() { skip(past: "\n") }
      case UInt8(ascii: "/") where isAhead("/*"):
        repairs.insert(.comment)
        index += 2
        if !skipWrapper() { skip(past: "*/") }
      case UInt8(ascii: "*") where isAhead("*/"):
        index += 2
      case UInt8(ascii: "<") where isAhead("<!--"):
        repairs.insert(.comment)
        skipHTMLComment()
      case UInt8(ascii: "-") where isAhead("-->"):
        repairs.insert(.comment)
        index += 3
      case UInt8(ascii: "]") where isAhead("]]>"):
        repairs.insert(.comment)
        index += 3
      default:
        if !skipWrapper() { return }
      }
    }
  }

  private mutating func skipWrapper() -> Bool {
    var next = index
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let start = index
    index = next
    for wrapper in ["<![CDATA[", "]]>", "-->"] as [StaticString] where isAhead(wrapper) {
      repairs.insert(.comment)
      index += wrapper.utf8CodeUnitCount
      return true
    }
    index = start
    return false
  }

  private mutating func skip(past end: StaticString) {
    while index < bytes.count, !isAhead(end) { index += 1 }
    index = min(bytes.count, index + end.utf8CodeUnitCount)
  }

  /// `<!-- words -->` goes as a whole; of `<!--` before the value all up to the value, its end comes after that.
  private mutating func skipHTMLComment() {
    index += 4
    while let byte = peek {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return }
      if byte == UInt8(ascii: "-"), isAhead("-->") {
        index += 3
        return
      }
      index += 1
    }
  }
}

extension JSONReader {
  /// What a value stands in; decides what may follow it.
  private enum Container {
    case object, array
  }

  private mutating func readValue(depth: Int, in container: Container?) -> JSONValue? {
    valueCount += 1
    guard depth < Self.depthLimit, valueCount < Self.valueLimit else {
      repairs.insert(.limit)
      index = bytes.count
      return nil
    }
    guard let byte = peek else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readArray(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(readString(isName: false, in: container))
    default: return readWord()
    }
  }

  private mutating func readObject(depth: Int) -> JSONValue {
    var members: [JSONMember] = []
    var isAfterValue = false
    index += 1
    while true {
      skipBlanks()
      guard let byte = peek else {
        repairs.insert(.truncated)
        return .object(members)
      }
      switch byte {
      case UInt8(ascii: "}"):
        index += 1
        return .object(members)
      case UInt8(ascii: ","):
        if !isAfterValue { repairs.insert(.comma) }
        isAfterValue = false
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ";"):
        // A bracket of the wrong kind, a value without a name.
        repairs.insert(.strayText)
        index += 1
      default:
        if isAfterValue { repairs.insert(.comma) }
        guard let member = readMember(byte, depth: depth) else { continue }
        members.append(member)
        isAfterValue = true
        skipBlanks()
        if peek == UInt8(ascii: ",") {
          index += 1
          isAfterValue = false
          skipBlanks()
          if peek == UInt8(ascii: "}") { repairs.insert(.comma) }
        }
      }
    }
  }

  private mutating func readMember(_ byte: UInt8, depth: Int) -> JSONMember? {
    let name: String
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      name = readString(isName: true, in: .object)
    } else {
      repairs.insert(.name)
      let start = index
      while let next = peek, !Self.endsWord(next) { index += 1 }
      if index == start { index += 1 }
      name = String(decoding: bytes[start..<index], as: UTF8.self)
    }
    skipBlanks()
    guard peek == UInt8(ascii: ":") else {
      repairs.insert(.strayText)
      return nil
    }
    index += 1
    skipBlanks()
    guard let next = peek, next != UInt8(ascii: ","), next != UInt8(ascii: "}") else {
      repairs.insert(.strayText)
      return JSONMember(name: name, value: .null)
    }
    return readValue(depth: depth + 1, in: .object).map { JSONMember(name: name, value: $0) }
  }

  private mutating func readArray(depth: Int) -> JSONValue {
    var elements: [JSONValue] = []
    index += 1
    while true {
      skipBlanks()
      guard let byte = peek else {
        repairs.insert(.truncated)
        return .array(elements)
      }
      switch byte {
      case UInt8(ascii: "]"):
        index += 1
        return .array(elements)
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: ";"):
        if byte != UInt8(ascii: ",") || elements.isEmpty { repairs.insert(.comma) }
        index += 1
      default:
        if let value = readValue(depth: depth + 1, in: .array) { elements.append(value) }
      }
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: ";"):
      true
    default: false
    }
  }

  /// true, false, null, a number; any other word stands for a string, and what JavaScript calls nothing for null.
  private mutating func readWord() -> JSONValue {
    let start = index
    while let byte = peek, !Self.endsWord(byte) { index += 1 }
    if index == start {
      repairs.insert(.strayText)
      index += 1
      return .null
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "undefined", "NaN", "None", "nil", "Infinity", "-Infinity":
      repairs.insert(.strayText)
      return .null
    case "True", "False":
      repairs.insert(.strayText)
      return .bool(word == "True")
    default:
      if Double(word) != nil { return .number(word) }
      repairs.insert(.quotationMark)
      return .string(word)
    }
  }
}

extension JSONReader {
  private mutating func readString(isName: Bool, in container: Container?) -> String {
    let quote = bytes[index]
    if quote != UInt8(ascii: "\"") { repairs.insert(.quotationMark) }
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case quote:
        if endsString(isName: isName, in: container) {
          index += 1
          return String(decoding: text, as: UTF8.self)
        }
        // He said "yes" and left.
        repairs.insert(.quotationMark)
        text.append(byte)
        index += 1
      case UInt8(ascii: "\\"): readEscape(into: &text)
      case 0x00...0x1F:
        repairs.insert(.controlCharacter)
        text.append(byte)
        index += 1
      default:
        text.append(byte)
        index += 1
      }
    }
    repairs.insert(.truncated)
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the quotation mark at the cursor ends its string: what follows is what may follow a string there.
  ///
  /// In JSON without faults the answer is always yes.
  private func endsString(isName: Bool, in container: Container?) -> Bool {
    var next = blanksEnd(after: index + 1)
    guard next < bytes.count else { return true }
    switch bytes[next] {
    case UInt8(ascii: ":"): return isName
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return !isName
    case UInt8(ascii: "/"):
      // A comment; "yes"/"no" in a text is none.
      return next + 1 < bytes.count && (bytes[next + 1] == UInt8(ascii: "/") || bytes[next + 1] == UInt8(ascii: "*"))
    case UInt8(ascii: ","):
      if isName { return false }
      next = blanksEnd(after: next + 1)
      guard next < bytes.count else { return true }
      switch bytes[next] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "/"),
        UInt8(ascii: ","):
        return true
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        return container != .object
      default: return container == .array ? isWord(at: next) : isBareName(at: next)
      }
    case UInt8(ascii: "\""):
      // A comma is missing: the next line begins with a name.
      return !isName && bytes[index + 1..<next].contains(0x0A)
    default: return container == nil
    }
  }

  private func blanksEnd(after start: Int) -> Int {
    var next = start
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    return next
  }

  /// `true`, `false` or `null`.
  private func isWord(at start: Int) -> Bool {
    ["true", "false", "null"].contains { bytes[start...].starts(with: $0.utf8) }
  }

  /// A name without quotation marks and its colon.
  private func isBareName(at start: Int) -> Bool {
    var next = start
    while next < bytes.count, next - start < 40 {
      let byte = bytes[next]
      if byte == UInt8(ascii: ":") { return next > start }
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || (0x30...0x39).contains(byte)
      guard isLetter else { return false }
      next += 1
    }
    return false
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard index + 1 < bytes.count else {
      repairs.insert(.truncated)
      index += 1
      return
    }
    let byte = bytes[index + 1]
    index += 2
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      guard let unit = hexUnit(at: index) else {
        repairs.insert(.escape)
        text.append(byte)
        return
      }
      index += 4
      text += Array(String(Character(scalar(from: unit))).utf8)
    case UInt8(ascii: "'"):
      repairs.insert(.escape)
      text.append(byte)
    default:
      // "C:\pages": the backslash was meant.
      repairs.insert(.escape)
      if byte >= 0x20 { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
    }
  }

  /// The scalar of a UTF-16 unit and, for the first of a pair, of the escape after it. Half a pair is U+FFFD.
  private mutating func scalar(from unit: UInt32) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if (0xD800..<0xDC00).contains(unit), isAhead("\\u"), let low = hexUnit(at: index + 2),
      (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    {
      index += 6
      return scalar
    }
    repairs.insert(.escape)
    return "\u{FFFD}"
  }

  private func hexUnit(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
