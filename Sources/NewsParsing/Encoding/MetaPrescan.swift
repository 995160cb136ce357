/// Looks for the encoding in a page's `meta` elements before the page is parsed.
///
/// HTML Standard, section 13.2.3.2, "prescan a byte stream to determine its encoding": the first 1024 bytes.
struct MetaPrescan {
  private let bytes: Slice<UnsafeBufferPointer<UInt8>>
  private var index: Int

  /// The encoding that the page names; nil when it names none that is known.
  static func encoding(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    var prescan = MetaPrescan(bytes: bytes.prefix(1024), index: 0)
    return prescan.run()
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.endIndex ? bytes[index + offset] : nil
  }

  private func matches(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.endIndex else { return false }
    return (0..<length).allSatisfy { Self.lower(bytes[index + $0]) == word.utf8Start[$0] }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8?) -> Bool {
    byte.map { (0x61...0x7A).contains(lower($0)) } ?? false
  }

  private static func endsName(_ byte: UInt8?) -> Bool {
    byte.map { EncodingPrescan.isBlank($0) || $0 == UInt8(ascii: "/") } ?? false
  }

  private mutating func run() -> TextEncoding? {
    while index < bytes.endIndex {
      if matches("<!--") {
        skipComment()
      } else if matches("<meta"), Self.endsName(byte(5)) {
        index += 6
        if let encoding = readMeta() { return encoding }
      } else if byte() == UInt8(ascii: "<"),
        Self.isLetter(byte(1)) || byte(1) == UInt8(ascii: "/") && Self.isLetter(byte(2))
      {
        while let next = byte(), !EncodingPrescan.isBlank(next), next != UInt8(ascii: ">") { index += 1 }
        while readAttribute() != nil {}
        index += 1
      } else if matches("<!") || matches("</") || matches("<?") {
        while let next = byte(), next != UInt8(ascii: ">") { index += 1 }
        index += 1
      } else {
        index += 1
      }
    }
    return nil
  }

  private mutating func skipComment() {
    // `<!-->` is a whole comment: its two dashes are both ends.
    index += 2
    while index < bytes.endIndex, !matches("-->") { index += 1 }
    index += 3
  }

  private mutating func readMeta() -> TextEncoding? {
    var seen: Set<String> = []
    var isContentType = false
    var needsContentType: Bool?
    var charset: TextEncoding?
    while let (name, value) = readAttribute() {
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": if value == "content-type" { isContentType = true }
      case "content":
        if charset == nil, let label = Self.charset(inContent: value), let encoding = TextEncoding(label: label) {
          charset = encoding
          needsContentType = true
        }
      case "charset":
        charset = TextEncoding(label: value)
        needsContentType = false
      default: continue
      }
    }
    // Input that ends inside the tag says nothing.
    guard index < bytes.endIndex else { return nil }
    index += 1
    guard let needsContentType, let charset, !needsContentType || isContentType else { return nil }
    // A page that could be read this far in ASCII is no UTF-16.
    return charset.name.hasPrefix("utf-16") ? .utf8 : charset
  }

  /// The next attribute, in lower case; nil at the end of the tag.
  private mutating func readAttribute() -> (name: String, value: String)? {
    while let next = byte(), EncodingPrescan.isBlank(next) || next == UInt8(ascii: "/") { index += 1 }
    guard let first = byte(), first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while let next = byte() {
      if next == UInt8(ascii: "="), !name.isEmpty { break }
      if EncodingPrescan.isBlank(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">") { break }
      name.append(Self.lower(next))
      index += 1
    }
    while let next = byte(), EncodingPrescan.isBlank(next) { index += 1 }
    let nameText = String(decoding: name, as: UTF8.self)
    guard byte() == UInt8(ascii: "=") else { return (nameText, "") }
    index += 1
    while let next = byte(), EncodingPrescan.isBlank(next) { index += 1 }
    var value: [UInt8] = []
    if let quote = byte(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while let next = byte(), next != quote {
        value.append(Self.lower(next))
        index += 1
      }
      if index < bytes.endIndex { index += 1 }
    } else {
      while let next = byte(), !EncodingPrescan.isBlank(next), next != UInt8(ascii: ">") {
        value.append(Self.lower(next))
        index += 1
      }
    }
    return (nameText, String(decoding: value, as: UTF8.self))
  }

  /// `text/html; charset=utf-8` to `utf-8`: "extracting a character encoding from a meta element".
  static func charset(inContent content: String) -> String? {
    let bytes = Array(content.lowercased().utf8)
    let word = Array("charset".utf8)
    var start = 0
    while start + word.count <= bytes.count {
      guard bytes[start..<start + word.count].elementsEqual(word) else {
        start += 1
        continue
      }
      var index = start + word.count
      while index < bytes.count, EncodingPrescan.isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        start += 1
        continue
      }
      index += 1
      while index < bytes.count, EncodingPrescan.isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count else { return nil }
      let quote = bytes[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = bytes[(index + 1)...].firstIndex(of: quote) else { return nil }
        return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      }
      let value = bytes[index...].prefix { !EncodingPrescan.isBlank($0) && $0 != UInt8(ascii: ";") }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
