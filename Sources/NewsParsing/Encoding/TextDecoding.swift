internal import CICU

/// Bytes from the network to text: finds out the encoding, decodes, and says what it had to assume or mend.
///
/// Order of trust: byte order mark; the charset of the HTTP header; what the document says of itself (XML declaration, HTML `meta`);
/// UTF-8 when the bytes are UTF-8; a guess by the frequency of letters. Bytes that are valid UTF-8 with letters past ASCII are
/// UTF-8 whatever anybody says: no other encoding comes out so by chance. See the article <doc:Feeds>.
public enum TextDecoding {
  /// Where a document may name its own encoding.
  public enum Kind: Hashable, Sendable {
    /// `<?xml encoding="…"?>`
    case xml
    /// `<meta charset>` in the first 1024 bytes, or an XML declaration.
    case html
    /// Nowhere: UTF-8, UTF-16 or UTF-32.
    case json
  }

  /// Decodes a document.
  ///
  /// - Parameters:
  ///   - charset: the label in the HTTP `Content-Type`, nil when it had none. All labels of the Encoding Standard are known.
  ///   - kind: what the document is; only says where to look for its own word about its encoding.
  /// - Returns: the text without byte order mark; the encoding's name in lower case as the Encoding Standard has it (`utf-8`,
  ///   `windows-1252`), outside the standard the label; and what was assumed or mended. Never fails: bytes that mean nothing are U+FFFD.
  /// - Complexity: linear.
  public static func decode(
    _ bytes: [UInt8], charset: String?, as kind: Kind
  ) -> (text: String, encoding: String, notes: [ParseNote]) {
    let decoded = utf8(bytes, charset: charset, as: kind)
    return (String(decoding: decoded.utf8, as: UTF8.self), decoded.encoding, decoded.notes)
  }

  /// As ``decode(_:charset:as:)``, as valid UTF-8; `bytes` themselves when they are that already.
  static func utf8(
    _ bytes: [UInt8], charset: String?, as kind: Kind
  ) -> (utf8: [UInt8], encoding: String, notes: [ParseNote]) {
    bytes.withUnsafeBufferPointer { buffer in
      var decoding = Decoding(bytes: buffer)
      if let (encoding, length) = EncodingPrescan.byteOrderMark(buffer) {
        decoding.decode(from: length, encoding)
      } else if let wide = EncodingPrescan.wideEncoding(buffer) {
        decoding.decode(from: 0, wide)
      } else {
        decoding.decode(declared: decoding.declared(charset, as: kind))
      }
      let encoding = decoding.encoding
      if encoding == .utf8, let (text, count) = UTF8Repair.undoDoubleEncoding(decoding.output ?? bytes) {
        decoding.output = text
        decoding.notes.append(.doubleEncodingUndone(count))
      }
      return (decoding.output ?? bytes, encoding.name, decoding.notes)
    }
  }
}

private struct Decoding {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Nil when the bytes are valid UTF-8 as they stand.
  var output: [UInt8]?
  var encoding = TextEncoding.utf8
  var notes: [ParseNote] = []

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The first encoding of those named that is known.
  mutating func declared(_ charset: String?, as kind: TextDecoding.Kind) -> TextEncoding? {
    var labels = charset.map { [$0] } ?? []
    if kind != .json, let label = EncodingPrescan.xmlDeclaration(bytes) { labels.append(label) }
    for label in labels {
      guard let encoding = TextEncoding(label: label) else {
        notes.append(.encodingUnknown(String(label.prefix(60))))
        continue
      }
      // These two can be told by their bytes, and these bytes are none.
      if encoding.name.hasPrefix("utf-16") || encoding.name.hasPrefix("utf-32") { continue }
      // Bytes that begin with `<` are not EBCDIC, those that begin with EBCDIC's are.
      if !encoding.isASCIICompatible, !encoding.name.hasPrefix("iso-2022"), !encoding.name.hasPrefix("hz-"),
        bytes.first != 0x4C
      {
        continue
      }
      return encoding
    }
    return kind == .html ? MetaPrescan.encoding(bytes) : nil
  }

  mutating func decode(declared: TextEncoding?) {
    let (isValid, isASCII) = Self.validity(of: bytes)
    guard let declared else {
      if isValid { return }
      return guess()
    }
    if isValid, declared.isASCIICompatible {
      if !isASCII, declared != .utf8 {
        notes.append(.encodingContradicted(declared: declared.name, used: "utf-8"))
      } else {
        encoding = declared
      }
      return
    }
    if declared == .utf8 { mendUTF8() } else { decode(from: 0, declared) }
  }

  mutating func decode(from start: Int, _ encoding: TextEncoding) {
    self.encoding = encoding
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    if encoding == .utf8 {
      output = Array(rest)
      if !Self.validity(of: rest).isValid { mend(rest) }
    } else if let (utf8, invalid) = encoding.decode(rest) {
      output = utf8
      if encoding.name.hasPrefix("utf-16") { notes.append(.decodedUTF16) }
      if invalid > 0 { notes.append(.invalidBytesReplaced(invalid)) }
    } else {
      mend(rest)
    }
  }

  private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>) {
    let (utf8, windows, replaced) = UTF8Repair.mended(bytes)
    output = utf8
    if windows > 0 { notes.append(.windowsBytesMended(windows)) }
    if replaced > 0 { notes.append(.invalidBytesReplaced(replaced)) }
  }

  /// Called UTF-8, and is not: damaged UTF-8, or another encoding altogether.
  private mutating func mendUTF8() {
    let invalid = Self.invalidShare(of: bytes)
    if invalid.wrong > 4, invalid.wrong > invalid.right { return guess(declared: "utf-8") }
    mend(bytes)
  }

  private mutating func guess(declared: String? = nil) {
    let share = Self.invalidShare(of: bytes)
    if declared == nil, share.right > share.wrong { return mend(bytes) }
    var found = TextEncoding.windows1252
    var name = [CChar](repeating: 0, count: 64)
    // A sample is enough for frequencies.
    let confidence = khabar_guess_charset(bytes.baseAddress, Int32(min(bytes.count, 65_536)), &name, 64)
    let label = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    // Letters have no frequencies in a handful of them; then windows-1252 is likeliest.
    if confidence >= 15, share.wrong >= 8, let guessed = TextEncoding(label: String(decoding: label, as: UTF8.self)),
      guessed != .utf8, guessed.isASCIICompatible
    {
      // Windows' Hebrew has all of ISO's, and points.
      found = guessed.name.hasPrefix("iso-8859-8") ? TextEncoding(label: "windows-1255") ?? guessed : guessed
    }
    if let declared {
      notes.append(.encodingContradicted(declared: declared, used: found.name))
    } else {
      notes.append(.encodingGuessed(found.name))
    }
    decode(from: 0, found)
  }

  private static func validity(of bytes: UnsafeBufferPointer<UInt8>) -> (isValid: Bool, isASCII: Bool) {
    var isASCII = true
    var index = 0
    bytes.withMemoryRebound(to: UInt8.self) { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      while index + 8 <= raw.count {
        if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
      while index < raw.count, raw[index] < 0x80 { index += 1 }
      isASCII = index == raw.count
    }
    if isASCII { return (true, true) }
    return (UTF8Check.isValid(UnsafeBufferPointer(rebasing: bytes[index...])), false)
  }

  /// Of the first invalid and valid sequences past ASCII, how many are which.
  private static func invalidShare(of bytes: UnsafeBufferPointer<UInt8>) -> (right: Int, wrong: Int) {
    var right = 0
    var wrong = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    for _ in 0..<1_000_000 {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar.value >= 0x80 { right += 1 }
      case .error: wrong += 1
      case .emptyInput: return (right, wrong)
      }
    }
    return (right, wrong)
  }
}
