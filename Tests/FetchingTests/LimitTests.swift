@testable import Fetching
import Foundation
import Synchronization
import TestSupport
import Testing

/// Servers that do harm, by intent or not: every request ends, in bounded time and memory, with a reason.
@Suite(.onOwnThreads) struct LimitTests {
  let client = HTTPClient.testing()
  /// Small on the way, 40 MB unpacked.
  static let bomb = Gzip.bomb(40 << 20)
  let small = TransferLimits(byteCount: 100_000, seconds: 20, stallSeconds: 20)

  @Test func aDocumentAtTheLimitComesAndOneBeyondDoesNot() async throws {
    let server = try LocalHTTPServer()
    let full = Array(repeating: UInt8(0x61), count: 100_000)
    server.route("/at") { _ in .init(body: full) }
    server.route("/beyond") { _ in .init(body: full + [0x61]) }
    server.route("/untold") { _ in .init(headers: [], pieces: [.bytes(full + [0x61])]) }
    #expect(try await client.fetch(HTTPRequest(url: server.url("/at"), limits: small)).body.count == 100_000)
    for path in ["/beyond", "/untold"] {
      let error = await client.error(HTTPRequest(url: server.url(path), limits: small))
      #expect(error?.kind == .tooLarge(limit: 100_000))
      #expect(error?.url == server.url(path))
    }
  }

  @Test func whatCountsIsTheSizeAfterUnpacking() async throws {
    let server = try LocalHTTPServer()
    let bomb = Self.bomb
    server.route("/bomb") { _ in .init(body: bomb, headers: [("Content-Encoding", "gzip")]) }
    #expect(bomb.count < 1 << 19)
    let error = await client.error(HTTPRequest(url: server.url("/bomb")))
    #expect(error?.kind == .tooLarge(limit: 32 << 20))
  }

  @Test func aBombInABombIsRefused() async throws {
    let server = try LocalHTTPServer()
    let inner = Gzip.stored(Self.bomb)
    server.route("/two") { _ in .init(body: inner, headers: [("Content-Encoding", "gzip, gzip")]) }
    server.route("/many") { _ in
      .init(body: inner, headers: [("Content-Encoding", Array(repeating: "gzip", count: 1000).joined(separator: ","))])
    }
    #expect(await client.error(HTTPRequest(url: server.url("/two"), limits: small))?.kind == .tooLarge(limit: 100_000))
    #expect(await client.error(HTTPRequest(url: server.url("/many"), limits: small))?.kind == .cutOff)
  }

  @Test func anEndlessBodyEnds() async throws {
    let server = try LocalHTTPServer()
    let bytes = Array(repeating: UInt8(0x61), count: 4096)
    server.route("/a") { _ in .init(headers: [], pieces: [.endless(bytes)]) }
    #expect(await client.error(HTTPRequest(url: server.url("/a"), limits: small))?.kind == .tooLarge(limit: 100_000))
    try await eventually("the connection is closed") { server.openConnectionCount == 0 }
  }

  @Test func endlessHeadersEnd() async throws {
    let server = try LocalHTTPServer()
    let line = Array("X-Padding: \(String(repeating: "a", count: 1000))\r\n".utf8)
    server.route("/lines") { _ in .raw("HTTP/1.1 200 OK\r\n", then: [.endless(line)]) }
    server.route("/short") { _ in .raw("HTTP/1.1 200 OK\r\n", then: [.endless(Array("A: 1\r\n".utf8))]) }
    server.route("/interim") { _ in .raw("", then: [.endless(Array("HTTP/1.1 102 Processing\r\n\r\n".utf8))]) }
    server.route("/line") { _ in .raw("HTTP/1.1 200 OK\r\nA: ", then: [.endless(line.dropLast(2))]) }
    for path in ["/lines", "/short", "/interim"] {
      let error = await client.error(HTTPRequest(url: server.url(path), limits: small))
      #expect(error?.kind == .tooLarge(limit: ResponseHead.utf8Limit), "\(path)")
    }
    // libcurl's own limit for one line.
    #expect(await client.error(HTTPRequest(url: server.url("/line"), limits: small)) != nil)
  }

  @Test func manyHeadersWithinReasonAreRead() async throws {
    let server = try LocalHTTPServer()
    let padding = (0..<300).map { ("X-\($0)", String(repeating: "a", count: 500)) }
    server.route("/a") { _ in .init(body: "a", headers: padding + [("ETag", "\"1\"")]) }
    #expect(try await client.fetch(HTTPRequest(url: server.url("/a"))).validators.etag == "\"1\"")
  }

  @Test func aBodyThatIsShorterThanItsLengthWasCutOff() async throws {
    let server = try LocalHTTPServer()
    server.route("/length") { _ in .init(headers: [("Content-Length", "100")], pieces: [.bytes([0x61])]) }
    server.route("/chunked") { _ in .chunked(["abc", "def"], isCutOff: true) }
    server.route("/chunk") { _ in .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc") }
    server.route("/nothing") { _ in .closing }
    server.route("/head") { _ in .raw("HTTP/1.1 200 OK\r\nContent-Ty") }
    for path in ["/length", "/chunked", "/chunk", "/nothing", "/head"] {
      let error = await client.error(HTTPRequest(url: server.url(path), limits: small))
      #expect(error?.kind == .cutOff, "\(path): \(String(describing: error))")
      #expect(error?.detail.isEmpty == false)
    }
  }

  @Test func aBodyThatIsLongerThanItsLengthEndsWhereItSaid() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(headers: [("Content-Length", "3")], pieces: [.bytes(Array("abcdef".utf8))]) }
    for _ in 0..<2 { #expect(try await client.text(server.url("/a")) == "abc") }
  }

  /// RFC 9112, 6.3: what follows a body of so many bytes is the next answer, and these are none.
  @Test func bytesLeftOverFromOneAnswerAreNotTakenForTheNext() async throws {
    let server = try LocalHTTPServer()
    let count = Atomic(0)
    server.route("/a") { _ in
      switch count.add(1, ordering: .relaxed).newValue {
      case 2: .raw("def")
      case let number: .init(body: "answer \(number)")
      }
    }
    #expect(try await client.text(server.url("/a")) == "answer 1")
    // The connection that is used again says what belongs to nobody; another one answers.
    #expect(try await client.text(server.url("/a")) == "answer 3")
  }

  /// A server may end a connection that is kept whenever it likes (RFC 9112, 9.5); libcurl gives up when it has met a handful of them.
  @Test func connectionsThatEndedWhileTheyWereKeptAreNotThePublishersFault() async throws {
    let server = try LocalHTTPServer()
    let (together, count) = (Mutable(0), Mutable(0))
    server.route("/first") { _ in
      together.change { $0 += 1 }
      while together.value < 8 { Thread.sleep(forTimeInterval: 0.001) }
      return .init(body: "first")
    }
    server.route("/second") { _ in
      count.change { $0 += 1 }
      return count.value <= 6 ? .closing : .init(body: "second")
    }
    let client = HTTPClient.testing { $0.maximumTransfers = 8 }
    let url = server.url("/first")
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { try await client.text(url) } }
      for try await text in group { #expect(text == "first") }
    }
    #expect(server.connectionCount == 8)
    #expect(try await client.text(server.url("/second")) == "second")
    #expect(server.connectionCount == 9)
  }

  /// A connection that has said nothing before has no such excuse, and a request is not sent for ever.
  @Test func whatIsNotHTTPIsAskedOnce() async throws {
    let server = try LocalHTTPServer()
    let count = Atomic(0)
    server.route("/a") { _ in
      count.add(1, ordering: .relaxed)
      return .raw("def")
    }
    let error = await client.error(HTTPRequest(url: server.url("/a"), limits: small))
    #expect(error?.kind == .other || error?.kind == .cutOff)
    #expect(count.load(ordering: .relaxed) == 1)
  }

  @Test func whatCannotBeUnpackedWasCutOff() async throws {
    let server = try LocalHTTPServer()
    server.route("/garbage") { _ in
      .init(body: "this is not gzip at all, is it", headers: [("Content-Encoding", "gzip")])
    }
    server.route("/brotli") { _ in
      .init(body: [UInt8](repeating: 0xFF, count: 100), headers: [("Content-Encoding", "br")])
    }
    let whole = Gzip.stored(Array("a whole document".utf8))
    server.route("/broken") { _ in
      .init(body: whole.prefix(12) + whole.dropFirst(13), headers: [("Content-Encoding", "gzip")])
    }
    for path in ["/garbage", "/brotli", "/broken"] {
      let error = await client.error(HTTPRequest(url: server.url(path), limits: small))
      #expect(error?.kind == .cutOff, "\(path): \(String(describing: error))")
    }
  }

  @Test(arguments: [
    "<rss version='2.0'/>", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail ready\r\n", "\u{0}\u{0}\u{0}\u{0}",
    "HTTP/9.9 200 OK\r\n\r\n",
    "HTTP/1.1 abc OK\r\n\r\n", "\r\n\r\n\r\n",
  ])
  func whatIsNotHTTPIsRefused(text: String) async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .raw(text) }
    let error = await client.error(HTTPRequest(url: server.url("/a"), limits: small))
    #expect(error?.kind == .other || error?.kind == .cutOff, "\(String(describing: error))")
    #expect(error?.detail.isEmpty == false)
  }

  @Test func wrongLengthsAreNotBelieved() async throws {
    let server = try LocalHTTPServer()
    for (index, length) in ["-1", "99999999999999999999999", "abc", "1, 2", ""].enumerated() {
      server.route("/\(index)") { _ in .init(headers: [("Content-Length", length)], pieces: [.bytes(Array("abc".utf8))])
      }
      do {
        let response = try await client.fetch(HTTPRequest(url: server.url("/\(index)"), limits: small))
        #expect(response.body.count <= 3)
      } catch {
        #expect(error.kind != .cancelled)
      }
    }
  }

  /// No other limit could end these; how soon it does, the server's clock tells.
  @Test(.timeLimit(.minutes(10))) func aServerThatSaysNothingIsGivenUp() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .silent }
    server.route("/slow") { _ in
      .init(
        headers: [], pieces: (0..<40_000).flatMap { _ in [.bytes([0x61]), .pause(0.05)] as [LocalHTTPResponse.Piece] })
    }
    let limits = TransferLimits(seconds: 0.4, connectSeconds: 900, stallSeconds: 900)
    for path in ["/a", "/slow"] {
      let error = await client.error(HTTPRequest(url: server.url(path), limits: limits))
      #expect(error?.kind == .timedOut)
      try await eventually("the connection is closed") { server.openConnectionCount == 0 }
      #expect(try #require(server.lastClosing) - #require(server.lastOpening) < .seconds(30))
    }
  }

  /// Its time would be over long after the test's.
  @Test(.timeLimit(.minutes(10))) func aTransferThatStallsIsGivenUpBeforeItsTimeIsOver() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(headers: [("Content-Length", "100")], pieces: [.bytes([0x61]), .silence]) }
    let limits = TransferLimits(seconds: 3600, stallSeconds: 1, slowestBytesPerSecond: 64)
    #expect(await client.error(HTTPRequest(url: server.url("/a"), limits: limits))?.kind == .timedOut)
    try await eventually("the connection is closed") { server.openConnectionCount == 0 }
    #expect(try #require(server.lastClosing) - #require(server.lastOpening) < .seconds(50))
  }

  @Test func theTimeOfAllHopsIsOneTime() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in
      var response = LocalHTTPResponse.redirect(to: "/a")
      response.pieces.insert(.pause(0.2), at: 0)
      return response
    }
    let limits = TransferLimits(seconds: 1, redirectCount: 1000)
    #expect(await client.error(HTTPRequest(url: server.url("/a"), limits: limits))?.kind == .timedOut)
    #expect(server.hits("/a") <= 6)
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e300])
  func strangeLimitsAreLimitsToo(seconds: Double) async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(body: "") }
    let limits = TransferLimits(
      byteCount: .min, seconds: seconds, connectSeconds: seconds, redirectCount: .min, stallSeconds: .min,
      slowestBytesPerSecond: .max)
    do {
      _ = try await client.fetch(HTTPRequest(url: server.url("/a"), limits: limits))
    } catch {
      #expect(error.kind == .timedOut || error.kind == .unreachable)
    }
  }

  @Test func whateverBytesComeTheRequestEnds() async throws {
    let server = try LocalHTTPServer()
    let pieces = [
      "HTTP/1.1 200 OK\r\n", "HTTP/1.1 301 M\r\n", "Location: /a\r\n", "Location: //\r\n", "Content-Length: 5\r\n",
      "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "\r\n", "5\r\nabcde\r\n", "0\r\n\r\n",
      "\u{1F}\u{8B}", ":", "\0",
      "Retry-After: x\r\n", " folded\r\n", "HTTP/1.1 100 C\r\n\r\n", "ETag:\r\n", "\n",
      "Content-Type: text/\u{1B}[31m\r\n",
    ]
    for seed in 0..<150 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      var text = seed % 4 == 0 ? "" : "HTTP/1.1 200 OK\r\n"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let answer = LocalHTTPResponse.raw(text)
      server.route("/a") { _ in answer }
      do {
        let response = try await client.fetch(HTTPRequest(url: server.url("/a"), limits: TransferLimits(seconds: 60)))
        #expect(response.contentType?.utf8.contains(0x1B) != true)
      } catch {
        #expect(error.kind != .timedOut, "\(text.debugDescription)")
      }
    }
  }
}
