import Foundation

/// What a `LocalHTTPServer` sends: a header made of status and fields, then pieces.
public struct LocalHTTPResponse: Sendable {
  /// One thing to do while answering.
  public enum Piece: Sendable {
    case bytes([UInt8])
    /// Waits, in seconds.
    case pause(Double)
    /// Sends these bytes again and again until the other side has had enough.
    case endless([UInt8])
    /// Waits until the other side closes the connection.
    case silence
  }

  public var status: Int
  public var headers: [(String, String)]
  public var pieces: [Piece]
  /// Whether the connection ends after the answer.
  public var closesConnection = false
  /// Whether status and headers are sent; else the pieces are all.
  public var hasHead = true

  /// A whole document with its right length.
  public init(status: Int = 200, body: some Sequence<UInt8>, headers: [(String, String)] = []) {
    let body = Array(body)
    self.status = status
    self.headers = headers + (status == 304 ? [] : [("Content-Length", String(body.count))])
    pieces = status == 304 ? [] : [.bytes(body)]
  }

  public init(status: Int = 200, body: String = "", headers: [(String, String)] = []) {
    self.init(status: status, body: Array(body.utf8), headers: headers)
  }

  /// Headers as given and nothing made up; the connection ends after the pieces.
  public init(status: Int = 200, headers: [(String, String)], pieces: [Piece]) {
    self.status = status
    self.headers = headers
    self.pieces = pieces
    closesConnection = true
  }

  /// These bytes as they are, in place of an HTTP answer.
  public static func raw(_ text: String, then pieces: [Piece] = []) -> LocalHTTPResponse {
    var response = LocalHTTPResponse(headers: [], pieces: [.bytes(Array(text.utf8))] + pieces)
    response.hasHead = false
    return response
  }

  /// Closes the connection without a word.
  public static var closing: LocalHTTPResponse { raw("") }

  /// Never answers.
  public static var silent: LocalHTTPResponse { raw("", then: [.silence]) }

  public static func redirect(to location: String, status: Int = 302) -> LocalHTTPResponse {
    LocalHTTPResponse(status: status, body: "over there", headers: [("Location", location)])
  }

  /// A document in chunks (RFC 9112, section 7.1); without its last chunk when it is cut off.
  public static func chunked(_ chunks: [String], isCutOff: Bool = false) -> LocalHTTPResponse {
    var pieces = chunks.map { Piece.bytes(Array("\(String($0.utf8.count, radix: 16))\r\n\($0)\r\n".utf8)) }
    if !isCutOff { pieces.append(.bytes(Array("0\r\n\r\n".utf8))) }
    var response = LocalHTTPResponse(headers: [("Transfer-Encoding", "chunked")], pieces: pieces)
    response.closesConnection = isCutOff
    return response
  }

  /// The document, or 304 when the request's validators say that it is known.
  public static func conditional(
    _ body: String, etag: String? = nil, lastModified: String? = nil, for request: LocalHTTPRequest,
    headers: [(String, String)] = []
  ) -> LocalHTTPResponse {
    var headers = headers
    if let etag { headers.append(("ETag", etag)) }
    if let lastModified { headers.append(("Last-Modified", lastModified)) }
    let isKnown =
      request.headers["if-none-match"].map { $0 == etag }
      ?? request.headers["if-modified-since"].map { $0 == lastModified } ?? false
    return LocalHTTPResponse(status: isKnown ? 304 : 200, body: isKnown ? "" : body, headers: headers)
  }

  /// The document compressed (RFC 1952).
  public static func gzip(_ body: String, headers: [(String, String)] = []) -> LocalHTTPResponse {
    LocalHTTPResponse(body: Gzip.stored(Array(body.utf8)), headers: headers + [("Content-Encoding", "gzip")])
  }

  /// False when the connection is no good any more.
  func write(to connection: Int32, for request: LocalHTTPRequest, isStopped: () -> Bool) -> Bool {
    if hasHead {
      var head = "HTTP/1.1 \(status) \(status == 200 ? "OK" : "So it is")\r\n"
      for (name, value) in headers { head += "\(name): \(value)\r\n" }
      guard Self.send(Array((head + "\r\n").utf8), to: connection) else { return false }
    }
    guard request.method != "HEAD" else { return true }
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): guard Self.send(bytes, to: connection) else { return false }
      case .endless(let bytes):
        while !isStopped(), Self.send(bytes, to: connection) {}
        return false
      case .pause(let seconds):
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end, !isStopped() { Thread.sleep(forTimeInterval: min(0.01, max(0, end.timeIntervalSinceNow))) }
      case .silence:
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
        return false
      }
    }
    return true
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, 0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// Writes gzip streams (RFC 1952, RFC 1951) without a library.
public enum Gzip {
  private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  /// A right stream that compresses nothing.
  public static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result = head
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      result += [rest.isEmpty ? 1 : 0] + littleEndian(UInt16(block.count)) + littleEndian(~UInt16(block.count)) + block
    } while !rest.isEmpty
    return result + littleEndian(crc32(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// A stream that becomes at least `count` spaces, 158 times its size; its check sum is wrong.
  public static func bomb(_ count: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.append(0b1, 1)
    // Fixed codes; a space; then "258 bytes from one byte ago" again and again.
    bits.append(0b01, 2)
    bits.appendCode(0b0011_0000 + 0x20, 8)
    for _ in 0...(count / 258) {
      bits.appendCode(0b1100_0101, 8)
      bits.appendCode(0, 5)
    }
    bits.appendCode(0, 7)
    return head + bits.finished + [0, 0, 0, 0, 0, 0, 0, 0]
  }

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~crc
  }

  private struct BitWriter {
    private var bytes: [UInt8] = []
    private var current: UInt8 = 0
    private var bitCount = 0

    /// Numbers begin with their lowest bit.
    mutating func append(_ value: Int, _ count: Int) {
      for bit in 0..<count { append(bit: UInt8(value >> bit & 1)) }
    }

    /// Codes begin with their highest bit.
    mutating func appendCode(_ code: Int, _ count: Int) {
      for bit in (0..<count).reversed() { append(bit: UInt8(code >> bit & 1)) }
    }

    private mutating func append(bit: UInt8) {
      current |= bit << bitCount
      bitCount += 1
      if bitCount == 8 {
        bytes.append(current)
        (current, bitCount) = (0, 0)
      }
    }

    var finished: [UInt8] { bitCount == 0 ? bytes : bytes + [current] }
  }
}
