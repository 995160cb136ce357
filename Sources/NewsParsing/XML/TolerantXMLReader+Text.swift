extension TolerantXMLReader {
  /// Tells a stretch of text: references resolved, line ends as LF, forbidden characters left out.
  mutating func tell(_ range: Range<Int>) {
    guard hasRoot else { return }
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&") {
        emit(start..<place)
        place = tellReference(at: place, before: range.upperBound)
        start = place
      } else if let length = forbidden(at: place) {
        emit(start..<place)
        place += length
        start = place
      } else {
        place += 1
      }
    }
    emit(start..<range.upperBound)
  }

  /// Tells text in which an ampersand means itself.
  mutating func tellRaw(_ range: Range<Int>) {
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      if let length = forbidden(at: place) {
        emit(start..<place)
        place += length
        start = place
      } else {
        place += 1
      }
    }
    emit(start..<range.upperBound)
  }

  private func emit(_ range: Range<Int>) {
    if !range.isEmpty { handler.text(UnsafeBufferPointer(rebasing: bytes[range])) }
  }

  /// How many bytes to leave out at `place`; nil when the character may stay. Of CR LF the CR goes (XML 1.0, section 2.11).
  private mutating func forbidden(at place: Int) -> Int? {
    let byte = bytes[place]
    if byte < 0x20 {
      if byte == 0x09 || byte == 0x0A { return nil }
      if byte == 0x0D { return place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 1 : nil }
      repairs.insert(.forbiddenCharacter)
      return 1
    }
    // U+FFFE and U+FFFF.
    guard byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBF, bytes[place + 2] >= 0xBE else { return nil }
    repairs.insert(.forbiddenCharacter)
    return 3
  }

  private mutating func tellReference(at place: Int, before limit: Int) -> Int {
    guard let (meaning, end) = CharacterReferences.parse(bytes, at: place), end <= limit else {
      repairs.insert(.bareAmpersand)
      emit(place..<place + 1)
      return place + 1
    }
    if let text = text(of: meaning) {
      text.withUnsafeBufferPointer { if !$0.isEmpty { handler.text($0) } }
    } else {
      emit(place..<end)
    }
    return end
  }

  /// Nil when nobody knows what is meant.
  private mutating func text(of meaning: CharacterReferences.Meaning) -> [UInt8]? {
    switch meaning {
    case .scalar(nil):
      repairs.insert(.forbiddenCharacter)
      return []
    case .scalar(let scalar?): return Array(String(scalar).utf8)
    case .name(let name):
      if let byte = CharacterReferences.predefined[name] { return [byte] }
      if let (text, isWhole) = references.expansion(of: name) {
        if !isWhole { repairs.insert(.entityNotExpanded) }
        return isWhole ? text : nil
      }
      if let text = references.text(ofHTMLName: name) {
        repairs.insert(.htmlEntity)
        return Array(text.utf8)
      }
      repairs.insert(.unknownEntity)
      return nil
    }
  }

  /// The value of an attribute: references resolved, line ends and tabs as spaces (XML 1.0, section 3.3.3).
  mutating func attributeText(_ range: Range<Int>) -> String {
    let plain = bytes[range].allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "&") && $0 != 0xEF }
    if plain { return String(decoding: bytes[range], as: UTF8.self) }
    var value: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "&") {
        guard let (meaning, end) = CharacterReferences.parse(bytes, at: place), end <= range.upperBound else {
          repairs.insert(.bareAmpersand)
          value.append(byte)
          place += 1
          continue
        }
        value.append(contentsOf: text(of: meaning) ?? Array(bytes[place..<end]))
        place = end
      } else if let length = forbidden(at: place) {
        place += length
      } else {
        value.append(byte < 0x20 ? 0x20 : byte)
        place += 1
      }
    }
    return String(decoding: value, as: UTF8.self)
  }
}
