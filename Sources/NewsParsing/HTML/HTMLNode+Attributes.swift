extension HTMLNode {
  /// The value of an attribute; nil when the element does not have it, empty when it stands without a value.
  subscript(_ attribute: HTMLAttribute) -> String? {
    guard let value = value(attribute) else { return nil }
    return document.string(value.nameEnd, value.valueEnd)
  }

  /// Whether the element has the attribute, with or without a value.
  func has(_ attribute: HTMLAttribute) -> Bool { value(attribute) != nil }

  /// An attribute by its name in lower case; for those that ``HTMLAttribute`` does not list.
  func attribute(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { name -> String? in
      let known = HTMLAttribute(name: name)
      if known != .other { return self[known] }
      guard isElement else { return nil }
      for place in Int(record.dataStart)..<Int(record.dataEnd) {
        let attribute = document.attributes[place]
        if attribute.attribute == .other,
          document.strings[Int(attribute.nameStart)..<Int(attribute.nameEnd)].elementsEqual(name)
        {
          return document.string(attribute.nameEnd, attribute.valueEnd)
        }
      }
      return nil
    }
  }

  /// All attributes, in the order of the page; names in lower case.
  var attributes: [(name: String, value: String)] {
    guard isElement else { return [] }
    return document.attributes[Int(record.dataStart)..<Int(record.dataEnd)].compactMap { attribute in
      if attribute.attribute == .elementName { return nil }
      let isKnown = attribute.attribute != .other
      let name = isKnown ? attribute.attribute.name : document.string(attribute.nameStart, attribute.nameEnd)
      return (name, document.string(attribute.nameEnd, attribute.valueEnd))
    }
  }

  /// The bytes of an attribute's value, without making a string of them; nil when the element does not have it.
  func withValue<Result>(_ attribute: HTMLAttribute, _ body: (ArraySlice<UInt8>) -> Result) -> Result? {
    guard let value = value(attribute) else { return nil }
    return body(ArraySlice(document.strings[Int(value.nameEnd)..<Int(value.valueEnd)]))
  }

  private func value(_ attribute: HTMLAttribute) -> HTMLDocument.AttributeRecord? {
    let record = record
    guard record.kind == .element else { return nil }
    for place in Int(record.dataStart)..<Int(record.dataEnd) where document.attributes[place].attribute == attribute {
      return document.attributes[place]
    }
    return nil
  }

  /// The words of a list of words parted by blanks: `class`, `rel`, `itemprop`, `itemtype`.
  func tokens(_ attribute: HTMLAttribute) -> [Substring] {
    self[attribute]?.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\u{C}" || $0 == "\r\n" }
      ?? []
  }

  /// Whether the word stands in the list; letter case counts.
  func hasToken(_ token: String, in attribute: HTMLAttribute) -> Bool {
    has(attribute) && tokens(attribute).contains { $0 == token }
  }

  var id: String? { self[.id] }
  /// The words of `class`.
  var classes: [Substring] { tokens(.class) }
}
