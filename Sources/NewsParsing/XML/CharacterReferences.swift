/// What references in a document stand for: `&eacute;`, `&#8217;`, and entities that the document itself declares.
struct CharacterReferences {
  /// By name; nil for names that are none.
  private var htmlNames: [String: String?] = [:]
  /// The document's own entities, as declared.
  private var declared: [String: [UInt8]] = [:]
  /// How many bytes may still come out of the document's own entities.
  private var budget = 1 << 20

  /// Past so many nobody declares entities in earnest.
  private static let declarationLimit = 2_000

  /// What a name of HTML stands for (`nbsp`, `rsquo`), all 2,231 of the standard; nil when it is none.
  mutating func text(ofHTMLName name: String) -> String? {
    if let known = htmlNames[name] { return known }
    guard (2...40).contains(name.utf8.count), name.utf8.allSatisfy(Self.isNameByte) else { return nil }
    let text = HTMLDocument("&\(name);", scope: .fragment).root.text
    // Names that begin with a name (`&ampx;`) are read in part.
    let meaning: String? = text.isEmpty || text.utf8.last == UInt8(ascii: ";") ? nil : text
    if htmlNames.count < 4_000 { htmlNames.updateValue(meaning, forKey: name) }
    return meaning
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Keeps `<!ENTITY name "value">`; the first declaration of a name counts (XML 1.0, section 4.2).
  mutating func declare(_ name: String, as value: [UInt8]) {
    guard declared.count < Self.declarationLimit, declared[name] == nil else { return }
    declared[name] = value
  }

  /// The text of one of the document's own entities, with those in it expanded; nil when it is not declared.
  ///
  /// - Returns: `isWhole` false when it would grow without measure: a million bytes in one document, or entities more than 8 deep.
  mutating func expansion(of name: String, depth: Int = 0) -> (text: [UInt8], isWhole: Bool)? {
    guard let value = declared[name] else { return nil }
    guard depth < 8, budget > 0 else { return ([], false) }
    var text: [UInt8] = []
    var index = 0
    while index < value.count {
      guard value[index] == UInt8(ascii: "&"),
        let reference = value.withUnsafeBufferPointer({ Self.parse($0, at: index) })
      else {
        text.append(value[index])
        index += 1
        continue
      }
      index = reference.end
      switch reference.meaning {
      case .scalar(let scalar): text.append(contentsOf: scalar.map { Array(String($0).utf8) } ?? [])
      case .name(let inner):
        if let predefined = Self.predefined[inner] {
          text.append(predefined)
        } else if let (more, isWhole) = expansion(of: inner, depth: depth + 1) {
          guard isWhole else { return ([], false) }
          text.append(contentsOf: more)
        } else if let html = self.text(ofHTMLName: inner) {
          text.append(contentsOf: html.utf8)
        }
      }
      if text.count > budget { return ([], false) }
    }
    // What was looked at costs as much as what came out: entities of nothing but references are no way around.
    budget -= max(text.count, value.count)
    return budget > 0 ? (text, true) : ([], false)
  }

  static let predefined: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]

  enum Meaning: Equatable {
    /// Nil when the number is no character that XML allows.
    case scalar(Unicode.Scalar?)
    case name(String)
  }

  /// The reference that begins with the ampersand at `start`, and where it ends; nil when the ampersand is a bare one.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (meaning: Meaning, end: Int)? {
    var index = start + 1
    guard index < bytes.count else { return nil }
    guard bytes[index] == UInt8(ascii: "#") else {
      while index < bytes.count, index - start <= 64, isNameByte(bytes[index]) || isLaterNameByte(bytes[index]) {
        index += 1
      }
      guard index > start + 1, index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return nil }
      return (.name(String(decoding: bytes[(start + 1)..<index], as: UTF8.self)), index + 1)
    }
    index += 1
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = digit(bytes[index], isHexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (.scalar(scalar(value)), index)
  }

  private static func isLaterNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Numbers of C1 controls are those of windows-1252, as HTML reads them.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    if (0x80..<0xA0).contains(value) { return UTF8Repair.windows1252(UInt8(value)) }
    if value < 0x20, value != 0x09, value != 0x0A, value != 0x0D { return nil }
    if value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) || value == 0x7F { return nil }
    return Unicode.Scalar(value)
  }
}
