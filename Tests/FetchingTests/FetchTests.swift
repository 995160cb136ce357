@testable import Fetching
import TestSupport
import Testing

@Suite(.onOwnThreads) struct FetchTests {
  let client = HTTPClient.testing()

  @Test func aDocumentComesWithWhatItCanBeToldBy() async throws {
    let server = try LocalHTTPServer()
    server.route("/feed.xml") { request in
      .conditional(
        "<rss/>", etag: "W/\"1\"", lastModified: "Mon, 21 Sep 2026 14:13:20 GMT", for: request,
        headers: [("Content-Type", "text/plain"), ("Content-Type", "application/rss+xml; charset=utf-8")])
    }
    let first = try await client.fetch(HTTPRequest(url: server.url("/feed.xml")))
    #expect(first.status == 200)
    #expect(first.body == Array("<rss/>".utf8))
    #expect(first.contentType == "application/rss+xml; charset=utf-8")
    #expect(first.validators == Validators(etag: "W/\"1\"", lastModified: "Mon, 21 Sep 2026 14:13:20 GMT"))
    #expect(first.finalURL == server.url("/feed.xml"))
    #expect(first.permanentURL == nil)

    let second = try await client.fetch(HTTPRequest(url: server.url("/feed.xml"), validators: first.validators))
    #expect(second.isNotModified)
    #expect(second.body.isEmpty)
    #expect(server.hits("/feed.xml") == 2)
    #expect(server.connectionCount == 1)
    let headers = try #require(server.requests("/feed.xml").last?.headers)
    #expect(headers["user-agent"] == "khabar/test")
    #expect(headers["if-none-match"] == "W/\"1\"")
    #expect(headers["if-modified-since"] == "Mon, 21 Sep 2026 14:13:20 GMT")
    #expect(headers["accept"] == HTTPRequest.acceptsFeeds)
    #expect(headers["accept-encoding"]?.contains("gzip") == true)
    #expect(headers["cookie"] == nil && headers["referer"] == nil)
  }

  @Test func whatAServerSetsIsNotSentBack() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(body: "a", headers: [("Set-Cookie", "id=1; Path=/")]) }
    for _ in 0..<2 { _ = try await client.text(server.url("/a")) }
    #expect(server.requests("/a").allSatisfy { $0.headers["cookie"] == nil })
  }

  @Test func aValidatorThatWouldWriteAHeaderOfItsOwnIsNotSent() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(body: "a") }
    let validators = Validators(etag: "\"1\"\r\nX-Evil: 1", lastModified: "now\nX-Evil: 2")
    _ = try await client.fetch(HTTPRequest(url: server.url("/a"), validators: validators, accept: "a\r\nX-Evil: 3"))
    let headers = try #require(server.requests("/a").last?.headers)
    #expect(headers["x-evil"] == nil && headers["if-none-match"] == nil && headers["if-modified-since"] == nil)
    #expect(headers["accept"] == "*/*")
  }

  @Test(arguments: [404, 410, 500, 204, 418])
  func anyStatusIsAnAnswer(status: Int) async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(status: status, body: status == 204 ? "" : "so") }
    let response = try await client.fetch(HTTPRequest(url: server.url("/a")))
    #expect(response.status == status)
    #expect(String(decoding: response.body, as: UTF8.self) == (status == 204 ? "" : "so"))
  }

  @Test func bodiesAreUnpackedAndPutTogether() async throws {
    let server = try LocalHTTPServer()
    let text = String(repeating: "खबर ", count: 50_000)
    server.route("/gzip") { _ in .gzip(text) }
    server.route("/chunked") { _ in .chunked(["ख", "बर", " आज"]) }
    server.route("/plain") { _ in .init(headers: [], pieces: [.bytes(Array(text.utf8))]) }
    server.route("/empty") { _ in .init(body: "") }
    #expect(try await client.text(server.url("/gzip")) == text)
    #expect(try await client.text(server.url("/chunked")) == "खबर आज")
    #expect(try await client.text(server.url("/plain")) == text)
    #expect(try await client.text(server.url("/empty")) == "")
  }

  @Test func interimAnswersAreNotTheAnswer() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in
      .raw("HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na")
    }
    let response = try await client.fetch(HTTPRequest(url: server.url("/a")))
    #expect(response.status == 200)
    #expect(response.validators.etag == nil)
  }

  @Test func trailersChangeNothing() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in
      .raw(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nETag: \"1\"\r\n\r\n1\r\na\r\n0\r\nETag: \"2\"\r\nLocation: /b\r\n\r\n"
      )
    }
    let response = try await client.fetch(HTTPRequest(url: server.url("/a")))
    #expect(response.validators.etag == "\"1\"")
  }

  @Test(arguments: [
    ("/पता/खबर?क=ख#ऊपर", "/%E0%A4%AA%E0%A4%A4%E0%A4%BE/%E0%A4%96%E0%A4%AC%E0%A4%B0?%E0%A4%95=%E0%A4%96"),
    ("/a b/c", "/a%20b/c"), ("/a/../b/./c", "/b/c"), ("/%e0%a4%95?x=%20", "/%e0%a4%95?x=%20"), ("", "/"),
    ("?q=1", "/?q=1"),
    ("/a\\b", "/a/b"), ("/x#frag", "/x"), ("/a?b?c=[1]", "/a?b?c=[1]"), ("/100%", "/100%"), ("/\"<>", "/%22%3C%3E"),
  ])
  func anAddressIsAskedForAsBrowsersDo(path: String, target: String) async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in .init(body: "a") }
    let response = try await client.fetch(HTTPRequest(url: server.url(path)))
    #expect(server.requests(String(target.prefix { $0 != "?" })).map(\.target) == [target])
    #expect(response.finalURL == server.url(target))
  }

  @Test(arguments: [
    "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/a", "dict://127.0.0.1:11211/", "javascript:alert(1)",
    "", "खबर",
    "exec:/bin/ls", "http://", "/feed.xml", "127.0.0.1", "data:text/plain,a", "http://127.0.0.1:25/",
    "http://127.0.0.1:6667/",
    "http://a b/", "scp://127.0.0.1/", "FILE:///etc/passwd", "http:\u{0}//127.0.0.1/",
  ])
  func onlyTheWebIsAsked(url: String) async {
    #expect(await client.error(HTTPRequest(url: url))?.kind == .forbiddenAddress)
  }

  @Test func nameAndPasswordAreSentToTheirServerAndShownToNobody() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(body: "a") }
    server.route("/cut") { _ in .closing }
    let host = "127.0.0.1:\(server.port)"
    let response = try await client.fetch(HTTPRequest(url: "http://ram:s%C3%A9cret%3A@\(host)/a"))
    // Base64 of "ram:sécret:".
    #expect(server.requests("/a").last?.headers["authorization"] == "Basic cmFtOnPDqWNyZXQ6")
    #expect(response.finalURL == server.url("/a"))
    let error = await client.error(HTTPRequest(url: "http://ram:secret@\(host)/cut"))
    #expect(error?.url == server.url("/cut"))
    #expect(error?.detail.contains("secret") == false)
    let refused = await client.error(HTTPRequest(url: "http://ram:secret@a b/"))
    #expect(refused?.url.contains("secret") == false)
  }

  @Test func devanagariHostsAreAskedByTheirASCIINames() async throws {
    let server = try LocalHTTPServer()
    server.route("/") { _ in .init(body: "a") }
    let client = HTTPClient.testing { $0.knownAddress = { $0 == "xn--21b8bm.xn--h2brj9c" ? "127.0.0.1" : nil } }
    let response = try await client.fetch(HTTPRequest(url: "http://खबर.भारत:\(server.port)/"))
    #expect(response.finalURL == "http://xn--21b8bm.xn--h2brj9c:\(server.port)/")
    #expect(server.requests("/").last?.headers["host"] == "xn--21b8bm.xn--h2brj9c:\(server.port)")
  }

  @Test func serversAreReachedByIPv6() async throws {
    guard let server = try? LocalHTTPServer(host: "::1") else {
      print("skipped: this computer has no IPv6")
      return
    }
    server.route("/") { _ in .init(body: "a") }
    #expect(try await client.text(server.url("/")) == "a")
  }

  @Test func whatIsNotThereIsNamed() async throws {
    let server = try LocalHTTPServer()
    let url = server.url("/a")
    server.stop()
    try await eventually("the port is closed") { server.openConnectionCount == 0 }
    #expect(await client.error(HTTPRequest(url: url))?.kind == .unreachable)
    let unknown = await client.error(HTTPRequest(url: "http://khabar.invalid/"))
    #expect(unknown?.kind == .unknownHost)
    #expect(unknown?.detail.isEmpty == false)
  }

  @Test func aConnectionThatTheServerClosedIsOpenedAnew() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in
      var response = LocalHTTPResponse(body: "a")
      response.closesConnection = true
      return response
    }
    for _ in 0..<5 { #expect(try await client.text(server.url("/a")) == "a") }
  }

  @Test func aProxyIsUsedAndItsPasswordStaysWithIt() async throws {
    let proxy = try LocalHTTPServer()
    proxy.route("*") { request in
      request.target.hasSuffix("/cut") ? .closing : .init(body: request.target)
    }
    let port = proxy.port
    let client = HTTPClient.testing { $0.proxy = "http://ram:secret@127.0.0.1:\(port)" }
    #expect(try await client.text("http://khabar.example/a") == "http://khabar.example/a")
    #expect(proxy.requests("http://khabar.example/a").last?.headers["proxy-authorization"] == "Basic cmFtOnNlY3JldA==")
    let cut = try #require(await client.error(HTTPRequest(url: "http://khabar.example/cut")))
    #expect(!"\(cut)".contains("secret"))
    proxy.stop()
    let gone = try #require(await client.error(HTTPRequest(url: "http://khabar.example/b")))
    #expect(!"\(gone)".contains("secret"))
  }

  @Test func theLibraryTellsItsVersion() {
    #expect(HTTPClient.libraryVersion?.hasPrefix("libcurl/") == true)
  }
}
