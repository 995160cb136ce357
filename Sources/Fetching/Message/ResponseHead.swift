/// What is kept of an answer's header while it comes in, line by line.
struct ResponseHead {
  /// Bytes and lines of all headers of one hop together; a server that sends more means no good.
  static let utf8Limit = 256 << 10
  static let lineLimit = 512
  /// No value that is kept needs more; a longer one counts as not sent.
  private static let valueLimit = 8192

  private(set) var status = 0
  private(set) var contentType: String?
  private(set) var validators = Validators()
  private(set) var location: String?
  private(set) var retryAfter: String?
  private(set) var date: String?
  private(set) var cacheControl: [String] = []
  /// Bytes of the body as they are sent; nil when not told, or when what is sent is compressed.
  var plainBodyCount: Int? { isEncoded ? nil : contentLength }
  private(set) var isOver = false
  private var contentLength: Int?
  private var isEncoded = false
  private var utf8Count = 0
  private var lineCount = 0

  /// Reads one line, its end included. Of a field that comes twice the last one counts.
  ///
  /// - Returns: false when the header is longer than any good one.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8Count += line.count
    lineCount += 1
    guard utf8Count <= Self.utf8Limit, lineCount <= Self.lineLimit else { return false }
    let bytes = Self.trimmed(line[...])
    if bytes.isEmpty {
      isOver = true
    } else if bytes.starts(with: Array("HTTP/".utf8)) {
      begin(statusLine: bytes)
    } else if !isOver, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let value = Self.trimmed(bytes[(colon + 1)...])
      guard colon - bytes.startIndex <= 32, value.count <= Self.valueLimit else { return true }
      keep(String(decoding: bytes[..<colon], as: UTF8.self).lowercased(), value)
    }
    return true
  }

  /// A new answer begins: what an interim one (1xx) said is forgotten. Lines after a body (trailers) are not read.
  private mutating func begin(statusLine: Slice<UnsafeBufferPointer<UInt8>>) {
    var fresh = ResponseHead()
    (fresh.utf8Count, fresh.lineCount) = (utf8Count, lineCount)
    let digits = statusLine.drop { $0 != 0x20 }.drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }
    fresh.status = digits.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    self = fresh
  }

  private mutating func keep(_ name: String, _ value: Slice<UnsafeBufferPointer<UInt8>>) {
    switch name {
    case "content-type": contentType = Self.text(value)
    case "etag": validators.etag = value.count <= 1024 ? Self.text(value) : nil
    case "last-modified": validators.lastModified = value.count <= 64 ? Self.text(value) : nil
    case "location": location = Self.addressText(value)
    case "retry-after": retryAfter = Self.text(value)
    case "date": date = Self.text(value)
    case "cache-control": if cacheControl.count < 16 { cacheControl.append(Self.text(value)) }
    case "content-length": contentLength = Int(Self.text(value))
    case "content-encoding": isEncoded = true
    default: break
    }
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return bytes
  }

  /// Headers are text only; what controls a terminal has no place in them.
  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
  }

  /// An address may have been sent in any encoding: bytes that are no UTF-8 are what the server wants to see again.
  private static func addressText(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let digits = Array("0123456789ABCDEF")
    return bytes.reduce(into: "") { text, byte in
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
  }
}
