/// Web and e-mail addresses in a text, which break by rules of their own: UAX #14 would cut them at hyphens and never before a question mark.
///
/// What delimits an address is left to the sentence: brackets and quotes around it, and the danda, comma or full stop after it.
/// Reference: RFC 3986, appendix C; places to break as in The Chicago Manual of Style, 7.46.
enum WebAddresses {
  /// The addresses, ascending: with a scheme (`https://…`), with `www.`, of mail (`नाम@डाक.भारत`), or a domain with a path (`khabar.in/desh`).
  ///
  /// - Complexity: linear in the bytes of the text.
  static func ranges(_ utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var wordStart = 0
    var mark: Int?
    func close(at end: Int) {
      if let mark, let range = AddressWord(utf8: utf8, word: wordStart..<end).address(markedAt: mark) {
        ranges.append(range)
      }
      mark = nil
      wordStart = end + 1
    }
    for position in utf8.indices {
      switch utf8[position] {
      case 0x20: close(at: position)
      // The first of these tells which kind it is, if any.
      case UInt8(ascii: ":"): if mark == nil, utf8.has("://", at: position) { mark = position }
      case UInt8(ascii: "w"): if mark == nil, utf8.has("www.", at: position) { mark = position }
      case UInt8(ascii: "@"), UInt8(ascii: "/"): if mark == nil { mark = position }
      default: break
      }
    }
    close(at: utf8.count)
    return ranges
  }

  /// Where an address may break. Best after a slash and before `?`, `&` and `#`; reluctantly before `-`, `_`, `~`, `+`, `=`, `@` and before
  /// the percent signs that begin an encoded character. Never in the scheme, and not before the last character.
  static func breaks(_ scanner: ClusterScanner, _ range: Range<Int>) -> [LineBreaker.Opportunity] {
    guard range.count > 2 else { return [] }
    return ((range.lowerBound + 1)..<(range.upperBound - 1)).compactMap { position in
      breakBefore(position, scanner).map { LineBreaker.Opportunity(utf8Offset: position, isReluctant: $0 == .poor) }
    }
  }

  /// Whether `offset` lies between a percent sign and the two hexadecimal digits that it encodes a byte with.
  static func isInsideEscape(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    (offset >= 1 && isEscape(utf8, offset - 1)) || (offset >= 2 && isEscape(utf8, offset - 2))
  }

  /// Whether `%E0` or its like begins at `offset`.
  static func isEscape(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset + 2 < utf8.count && utf8[offset] == UInt8(ascii: "%") && isHexDigit(utf8[offset + 1])
      && isHexDigit(utf8[offset + 2])
  }
}

extension WebAddresses {
  private enum Quality { case good, poor }

  private static func breakBefore(_ position: Int, _ scanner: ClusterScanner) -> Quality? {
    let utf8 = scanner.utf8
    let isAfterSlash = utf8[position - 1] == UInt8(ascii: "/")
    switch utf8[position] {
    case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"):
      return scanner.endsPlainly(position) ? .good : nil
    case UInt8(ascii: "/"):
      return nil
    case _ where isAfterSlash:
      if position >= 3, utf8.has("://", at: position - 3) { return nil }
      let isHeld =
        LineBreakTailoring.neverStarts(scanner, position) || scanner.clusterEnd(from: position - 1) != position
      return isHeld ? nil : .good
    case let byte where joiners.contains(byte):
      return scanner.endsPlainly(position) ? .poor : nil
    case UInt8(ascii: "%"):
      // A byte of 80 to BF goes on with the character that the escapes before it began; a hyphen stays with what it joins.
      let isFirst =
        isEscape(utf8, position) && !continuationDigits.contains(utf8[position + 1])
        && !joiners.contains(utf8[position - 1])
      return isFirst && scanner.endsPlainly(position) ? .poor : nil
    default:
      return nil
    }
  }

  private static let joiners = Set("-_~+=@".utf8)
  private static let continuationDigits = Set("89ABab".utf8)

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }
}

/// A stretch without blanks in which an address may stand.
private struct AddressWord {
  let utf8: UnsafeBufferPointer<UInt8>
  let word: Range<Int>

  func address(markedAt mark: Int) -> Range<Int>? {
    let start: Int
    switch utf8[mark] {
    case UInt8(ascii: ":"):
      start = schemeStart(before: mark)
      guard start < mark, mark + 3 < word.upperBound else { return nil }
    case UInt8(ascii: "w"):
      start = mark
      guard mark == afterOpeners else { return nil }
    case UInt8(ascii: "@"):
      start = afterOpeners
      guard start < mark, domainEnd(from: mark + 1) != nil else { return nil }
    default:
      start = afterOpeners
      guard domainEnd(from: start) == mark else { return nil }
    }
    let end = trimmed(start..<untilDelimiter(from: start))
    return end - start > 2 ? start..<end : nil
  }

  private func schemeStart(before colon: Int) -> Int {
    var start = colon
    while start > word.lowerBound, isASCIIWord(utf8[start - 1]) { start -= 1 }
    return start
  }

  /// Past brackets and quotes at the word's beginning, and past `mailto:`.
  private var afterOpeners: Int {
    var start = word.lowerBound
    while start < word.upperBound {
      let scalar = decodeScalar(utf8, at: start)
      guard Self.openers.contains(scalar.value) else { break }
      start += scalar.utf8Count
    }
    return utf8.has("mailto:", at: start) ? start + 7 : start
  }

  /// The end of a domain of at least two labels, the last one of letters: `example.org`, `ख़बर.भारत`; nil where none begins at `start`.
  private func domainEnd(from start: Int) -> Int? {
    var position = start
    var labelStart = start
    var labelCount = 0
    while position < word.upperBound {
      let byte = utf8[position]
      if byte == UInt8(ascii: ".") {
        guard position > labelStart else { return nil }
        // A full stop at the end is the sentence's.
        guard position + 1 < word.upperBound, isLabelByte(position + 1) else { break }
        labelCount += 1
        labelStart = position + 1
      } else if !isLabelByte(position) {
        break
      }
      position += 1
    }
    let last = utf8[labelStart..<position]
    let isTop = last.count >= 2 && (last.allSatisfy { isASCIILetter($0) } || last.elementsEqual("भारत".utf8))
    return labelCount >= 1 && isTop ? position : nil
  }

  /// Quotes, angle brackets and dandas end an address wherever they stand.
  private func untilDelimiter(from start: Int) -> Int {
    var position = start
    while position < word.upperBound {
      let scalar = decodeScalar(utf8, at: position)
      if Self.delimiters.contains(scalar.value) { return position }
      position += scalar.utf8Count
    }
    return position
  }

  /// Without the punctuation of the sentence at its end. A closing bracket stays when it closes one of the address.
  private func trimmed(_ range: Range<Int>) -> Int {
    var depth = 0
    for byte in utf8[range] {
      if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      switch utf8[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"),
        UInt8(ascii: "'"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "*"):
        end -= 1
      case UInt8(ascii: ")") where depth < 0:
        depth += 1
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  private func isLabelByte(_ position: Int) -> Bool {
    let byte = utf8[position]
    if byte < 0x80 { return isASCIIWord(byte) && byte != UInt8(ascii: "+") && byte != UInt8(ascii: ".") }
    // Dandas and general punctuation are no letters.
    if byte == 0xE2 { return false }
    return !(byte == 0xE0 && utf8[position + 1] == 0xA5 && utf8[position + 2] & 0xFE == 0xA4)
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// Letters, digits and what else a scheme may have (RFC 3986, section 3.1).
  private func isASCIIWord(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  private static let openers: Set<UInt32> = Set("([{<\"'“‘«".unicodeScalars.map(\.value))
  private static let delimiters: Set<UInt32> = Set("<>\"“”‘’«»।॥…|".unicodeScalars.map(\.value))
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }
}

extension ClusterScanner {
  /// Whether the cluster before the ASCII character at `offset` is sure to end there: after ASCII and Devanagari.
  fileprivate func endsPlainly(_ offset: Int) -> Bool {
    let previous = scalarBefore(offset)
    return previous < 0x80 || (0x0900...0x097F).contains(previous)
  }
}
