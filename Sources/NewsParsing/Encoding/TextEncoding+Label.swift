internal import CICU

extension TextEncoding {
  /// The encoding that a label names: case, blanks and quotes around it do not matter. Nil when nobody knows the label.
  ///
  /// Labels that are not in the Encoding Standard (`cp037`, `utf-32`, `tis-620`, `x-iscii-de`) are looked up in ICU's table; encodings that can
  /// hide markup in plain letters (UTF-7 and its kin) are not taken from there.
  init?(label: String) {
    var label = Self.trimmed(label)
    if label.isEmpty || label.utf8.count > 60 { return nil }
    if let encoding = Self.standard[label] {
      self = encoding
      return
    }
    // "utf8-unicode", "charset=utf-8": seen in declarations.
    if let equals = label.lastIndex(of: "=") { label = Self.trimmed(String(label[label.index(after: equals)...])) }
    if let encoding = Self.standard[label] ?? Self.standard[label.replacing("_", with: "-")] {
      self = encoding
      return
    }
    switch label {
    case "utf-32", "utf32", "ucs-4", "utf-32le", "utf32le": self = .utf32LE
    case "utf-32be", "utf32be": self = .utf32BE
    case "iso-2022-cn", "iso-2022-cn-ext", "x-user-defined", "replacement": return nil
    default:
      let isKin = ["utf-7", "utf7", "imap", "scsu", "bocu", "lmbcs", "cesu"].contains { label.contains($0) }
      guard !isKin, label.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), khabar_charset_is_known(label) else {
        return nil
      }
      self.init(name: label, converter: label)
    }
  }

  private static func trimmed(_ label: String) -> String {
    let edges: Set<Character> = [" ", "\t", "\n", "\r", "\u{C}", "\"", "'", ";"]
    var label = label.lowercased()[...]
    while let first = label.first, edges.contains(first) { label.removeFirst() }
    while let last = label.last, edges.contains(last) { label.removeLast() }
    return String(label)
  }

  /// Every byte below 0x80 means ASCII in it, so that ASCII text reads the same in it and in UTF-8.
  var isASCIICompatible: Bool {
    if name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("iso-2022") || name.hasPrefix("hz-") {
      return false
    }
    return Self.standard[name] != nil || !Self.isEBCDIC(name)
  }

  private static func isEBCDIC(_ name: String) -> Bool {
    // Decoded as EBCDIC, 0x4C is "<"; in every other encoding it is "L".
    let decoded = TextEncoding(name: name, converter: name).decode([0x4C])
    return decoded.map { !$0.utf8.elementsEqual([0x4C]) } ?? true
  }

  /// `bytes` as UTF-8; nil when ICU cannot. Bytes that mean nothing become U+FFFD and are counted.
  func decode(_ bytes: some Collection<UInt8>) -> (utf8: [UInt8], invalidCount: Int)? {
    Array(bytes).withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return ([], 0) }
      var output: UnsafeMutablePointer<UInt8>?
      var invalid: Int64 = 0
      let count = khabar_decode(converter, start, Int64(source.count), &output, &invalid)
      guard count >= 0, let output else { return nil }
      defer { khabar_free(output) }
      return (Array(UnsafeBufferPointer(start: output, count: Int(count))), Int(invalid))
    }
  }
}
