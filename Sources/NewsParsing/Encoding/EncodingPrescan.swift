/// What the first bytes of a document say about its encoding.
enum EncodingPrescan {
  /// The byte order mark at the beginning, with its length.
  static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if starts(bytes, [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if starts(bytes, [0xFF, 0xFE, 0, 0]) { return (.utf32LE, 4) }
    if starts(bytes, [0, 0, 0xFE, 0xFF]) { return (.utf32BE, 4) }
    if starts(bytes, [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if starts(bytes, [0xFE, 0xFF]) { return (.utf16BE, 2) }
    return nil
  }

  /// UTF-16 or UTF-32 without a byte order mark, told by where the NUL bytes of its ASCII letters stand; nil when it is neither.
  ///
  /// XML 1.0, appendix F.1, looks at the first four bytes only; junk before a declaration would mislead it.
  static func wideEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let head = bytes.prefix(1024)
    let quads = head.count / 4
    guard quads > 0 else { return nil }
    var nulls = [0, 0, 0, 0]
    for index in 0..<quads * 4 where head[index] == 0 { nulls[index % 4] += 1 }
    if nulls[0] + nulls[1] + nulls[2] + nulls[3] < max(1, quads / 4) { return nil }
    let most = quads * 9 / 10
    if nulls[1] + nulls[2] >= 2 * most, nulls[0] >= most, nulls[3] < quads / 10 + 1 { return .utf32BE }
    if nulls[1] + nulls[2] >= 2 * most, nulls[3] >= most, nulls[0] < quads / 10 + 1 { return .utf32LE }
    // Devanagari's high byte is 09, so only ASCII has NULs; markup has enough of it.
    let even = nulls[0] + nulls[2]
    let odd = nulls[1] + nulls[3]
    if odd > 4 * even, odd * 8 >= quads { return .utf16LE }
    if even > 4 * odd, even * 8 >= quads { return .utf16BE }
    return nil
  }

  /// The label in `<?xml … encoding="…"?>`; nil without one. The declaration may stand after blanks or some junk.
  static func xmlDeclaration(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if starts(bytes, [0x4C, 0x6F, 0xA7, 0x94]) {
      // `<?xm` in EBCDIC: letters and quotes stand in the same places in all of its code pages.
      let encoding = TextEncoding(name: "cp037", converter: "cp037")
      guard let head = encoding.decode(bytes.prefix(400)) else { return "cp037" }
      return head.utf8.withUnsafeBufferPointer { xmlDeclaration($0) } ?? "cp037"
    }
    let head = bytes.prefix(1024)
    guard let start = find("<?xml", in: head, from: 0), let end = find("?>", in: head, from: start),
      var index = find("encoding", in: head[..<end], from: start)
    else { return nil }
    index += 8
    while index < end, isBlank(head[index]) { index += 1 }
    guard index < end, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < end, isBlank(head[index]) { index += 1 }
    guard index < end else { return nil }
    let quote = head[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let label = head[index..<end].prefix { isQuoted ? $0 != quote : !isBlank($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ mark: [UInt8]) -> Bool {
    bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
  }

  private static func find(_ word: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    guard bytes.endIndex - start >= length else { return nil }
    return (start...bytes.endIndex - length).first { place in
      (0..<length).allSatisfy { bytes[place + $0] == word.utf8Start[$0] }
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
