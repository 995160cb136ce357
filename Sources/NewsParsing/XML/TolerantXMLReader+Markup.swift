extension TolerantXMLReader {
  /// What begins with `<`.
  mutating func markup() {
    if isAhead("<!--") {
      skipSection("-->", from: index + 4)
    } else if isAhead("<![CDATA[") {
      data()
    } else if isAhead("<?") {
      skipSection("?>", from: index + 2)
    } else if isAhead("<!") {
      if hasRoot { skipDeclaration() } else { documentType() }
    } else if isAhead("</") {
      endTag()
    } else if index + 1 < bytes.count, Self.startsName(bytes[index + 1]) {
      startTag()
    } else {
      bareLessThan()
    }
  }

  private mutating func bareLessThan() {
    if index + 1 >= bytes.count {
      index = bytes.count
      return
    }
    repairs.insert(.bareLessThan)
    if hasRoot { tell(index..<index + 1) }
    index += 1
  }

  /// Comments and processing instructions; one without an end ends with its first `>`.
  private mutating func skipSection(_ end: StaticString, from start: Int) {
    if let found = find(end, from: start) {
      index = found + end.utf8CodeUnitCount
    } else {
      repairs.insert(.unclosedSection)
      index = min(next(UInt8(ascii: ">"), from: index) + 1, bytes.count)
    }
  }

  private mutating func data() {
    let start = index + 9
    if let end = find("]]>", from: start) {
      tellRaw(start..<end)
      index = end + 3
      return
    }
    // Without an end: up to the next end tag, so that what follows is not swallowed.
    repairs.insert(.unclosedSection)
    let end = find("</", from: start) ?? bytes.count
    tellRaw(start..<end)
    index = end
  }

  private mutating func skipDeclaration() {
    repairs.insert(.strayEndTag)
    index = min(next(UInt8(ascii: ">"), from: index) + 1, bytes.count)
  }

  /// `<!DOCTYPE …>`: of the declarations in it the internal entities are kept.
  private mutating func documentType() {
    var isInside = false
    var quote: UInt8?
    let start = index
    index += 2
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if isInside, isAhead("<!ENTITY") {
        entity()
        continue
      } else if isInside, isAhead("<!--"), let end = find("-->", from: index + 4) {
        index = end + 3
        continue
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        isInside = true
      } else if byte == UInt8(ascii: "]") {
        isInside = false
      } else if byte == UInt8(ascii: ">"), !isInside {
        index += 1
        return
      }
      index += 1
    }
    // Without an end: what follows its first `>` is looked at.
    index = min(next(UInt8(ascii: ">"), from: start) + 1, bytes.count)
  }

  /// `<!ENTITY name "value">`. Parameter entities and those in other files are passed over.
  private mutating func entity() {
    index += 8
    skipBlanks()
    let name = readName()
    skipBlanks()
    if let quote = index < bytes.count ? bytes[index] : nil, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      let end = next(quote, from: start)
      if !name.isEmpty, name != "%" {
        references.declare(name, as: Array(bytes[start..<min(end, start + 65_536)]))
      }
      index = min(end + 1, bytes.count)
    }
    index = min(next(UInt8(ascii: ">"), from: min(index, bytes.count)) + 1, bytes.count)
  }
}

extension TolerantXMLReader {
  static func startsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
  }

  mutating func skipBlanks() {
    while index < bytes.count, EncodingPrescan.isBlank(bytes[index]) { index += 1 }
  }

  private mutating func readName() -> String {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if EncodingPrescan.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "'")
      {
        break
      }
      index += 1
    }
    return String(decoding: bytes[start..<min(index, start + 256)], as: UTF8.self)
  }

  private mutating func endTag() {
    let start = index
    index += 2
    skipBlanks()
    guard index < bytes.count, Self.startsName(bytes[index]) else {
      index = start
      if start + 2 >= bytes.count { index = bytes.count } else { bareLessThan() }
      return
    }
    let name = readName()
    skipBlanks()
    // `</title` before the next tag: only its last sign is missing.
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index += 1 } else { repairs.insert(.unclosedElement) }
    end(name)
  }

  private mutating func startTag() {
    let start = index
    index += 1
    let name = readName()
    var attributes: [(name: String, value: String)] = []
    var names: Set<String> = []
    var isEmpty = false
    while true {
      skipBlanks()
      guard index < bytes.count else { return truncate() }
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      if byte == UInt8(ascii: "/") {
        index += 1
        isEmpty = index < bytes.count && bytes[index] == UInt8(ascii: ">")
        continue
      }
      if byte == UInt8(ascii: "<") {
        // "x<y and z<w" is a text; "<guid<pubDate>" is a tag that lacks its end.
        index = start
        return bareLessThan()
      }
      guard let attribute = readAttribute() else { continue }
      guard names.count < Self.attributeLimit else {
        repairs.insert(.limit)
        continue
      }
      if names.insert(attribute.name).inserted {
        attributes.append(attribute)
      } else {
        repairs.insert(.duplicateAttribute)
      }
    }
    self.start(name, attributes, isEmpty: isEmpty)
  }

  private mutating func readAttribute() -> (name: String, value: String)? {
    let name = readName()
    if name.isEmpty {
      // A stray sign or quotation mark.
      if index < bytes.count, bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ">") {
        repairs.insert(.unquotedAttribute)
        index += 1
        return nil
      }
    }
    skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      repairs.insert(.unquotedAttribute)
      return (name, "")
    }
    index += 1
    skipBlanks()
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    let value: Range<Int>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let (end, isClosed) = valueEnd(quote, from: index + 1)
      value = index + 1..<end
      index = isClosed ? end + 1 : end
    } else {
      repairs.insert(.unquotedAttribute)
      let start = index
      while index < bytes.count, !EncodingPrescan.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      value = start..<index
    }
    return name.isEmpty ? nil : (name, attributeText(value))
  }

  /// The closing quotation mark; when a tag ends and another begins before it, the end of that tag.
  private mutating func valueEnd(_ quote: UInt8, from start: Int) -> (end: Int, isClosed: Bool) {
    var tagEnd: Int?
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == quote { return (place, true) }
      if byte == UInt8(ascii: ">"), tagEnd == nil { tagEnd = place }
      if byte == UInt8(ascii: "<"), let tagEnd {
        repairs.insert(.unquotedAttribute)
        return (tagEnd, false)
      }
      place += 1
    }
    repairs.insert(.unquotedAttribute)
    return (tagEnd ?? bytes.count, false)
  }
}
