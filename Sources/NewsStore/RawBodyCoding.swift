internal import NewsModel

/// A raw text as bytes, for a file that only this process reads: numbers as the machine has them.
enum RawBodyCoding {
  /// Both forms in a byte each, then five texts, each behind its length in UTF-8 bytes; -1 stands for nil.
  static func utf8(of raw: RawBody) -> [UInt8] {
    let texts = [raw.text, raw.baseURL, raw.summary, raw.pictureURL, raw.pictureCaption]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 + texts.reduce(0) { $0 + 8 + ($1?.utf8.count ?? 0) })
    bytes.append(UInt8(raw.form.rawValue))
    bytes.append(UInt8(raw.summaryForm.rawValue))
    for text in texts {
      withUnsafeBytes(of: text?.utf8.count ?? -1) { bytes.append(contentsOf: $0) }
      if let text { bytes.append(contentsOf: text.utf8) }
    }
    return bytes
  }

  /// - Parameter bytes: as ``utf8(of:)`` gives them.
  static func raw(of bytes: [UInt8]) -> RawBody {
    var offset = 2
    func next() -> String? {
      let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int.self) }
      offset += MemoryLayout<Int>.size
      guard count >= 0 else { return nil }
      defer { offset += count }
      return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }
    func form(_ byte: UInt8) -> RawBody.Form { RawBody.Form(rawValue: Int(byte)) ?? .html }
    let (text, baseURL, summary, pictureURL, pictureCaption) = (next(), next(), next(), next(), next())
    return RawBody(
      text: text ?? "", form: form(bytes[0]), baseURL: baseURL, summary: summary, summaryForm: form(bytes[1]),
      pictureURL: pictureURL, pictureCaption: pictureCaption)
  }
}
