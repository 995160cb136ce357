@testable import Fetching
import TestSupport
import Testing

@Suite(.onOwnThreads) struct RedirectTests {
  let client = HTTPClient.testing()

  @Test func aMoveForGoodIsToldFromADetour() async throws {
    let server = try LocalHTTPServer()
    server.route("/old") { _ in .redirect(to: "/older", status: 301) }
    server.route("/older") { _ in .redirect(to: "new?x=1#part", status: 308) }
    server.route("/new") { _ in .redirect(to: "/today", status: 302) }
    server.route("/today") { _ in .redirect(to: "/now", status: 301) }
    server.route("/now") { _ in .init(body: "ख़बर") }
    let response = try await client.fetch(HTTPRequest(url: server.url("/old")))
    #expect(response.status == 200)
    #expect(response.finalURL == server.url("/now"))
    #expect(response.permanentURL == server.url("/new?x=1"))
    #expect(server.requests("/new").map(\.target) == ["/new?x=1"])
  }

  @Test(arguments: [302, 303, 307])
  func aDetourMovesNothing(status: Int) async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .redirect(to: "/b", status: status) }
    server.route("/b") { _ in .redirect(to: "/c", status: 301) }
    server.route("/c") { _ in .init(body: "c") }
    let response = try await client.fetch(HTTPRequest(url: server.url("/a")))
    #expect(response.finalURL == server.url("/c"))
    #expect(response.permanentURL == nil)
  }

  @Test func aRedirectWithoutAPlaceToGoIsTheAnswer() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(status: 301, body: "moved, but where") }
    server.route("/b") { _ in .init(status: 300, body: "choose", headers: [("Location", "/a")]) }
    #expect(try await client.fetch(HTTPRequest(url: server.url("/a"))).status == 301)
    #expect(try await client.fetch(HTTPRequest(url: server.url("/b"))).status == 300)
  }

  @Test func endlessRedirectsEnd() async throws {
    let server = try LocalHTTPServer()
    server.route("/loop") { _ in .redirect(to: "/loop", status: 301) }
    server.route("/far") { request in
      let step = Int(request.target.split(separator: "=").last ?? "") ?? 0
      return step < 10_000 ? .redirect(to: "/far?step=\(step + 1)") : .init(body: "at last")
    }
    let loop = await client.error(HTTPRequest(url: server.url("/loop")))
    #expect(loop?.kind == .tooManyRedirects(limit: 10))
    #expect(server.hits("/loop") == 11)
    let far = await client.error(HTTPRequest(url: server.url("/far?step=0"), limits: TransferLimits(redirectCount: 20)))
    #expect(far == FetchError(kind: .tooManyRedirects(limit: 20), url: server.url("/far?step=20")))
    #expect(server.hits("/far") == 21)
  }

  @Test func tenThousandRedirectsAreTakenWhereTheyAreAllowed() async throws {
    let server = try LocalHTTPServer()
    server.route("/far") { request in
      let step = Int(request.target.split(separator: "=").last ?? "") ?? 0
      return step < 10_000 ? .redirect(to: "/far?step=\(step + 1)") : .init(body: "at last")
    }
    let request = HTTPRequest(
      url: server.url("/far?step=0"), limits: TransferLimits(seconds: 3600, redirectCount: 10_000))
    let response = try await client.fetch(request)
    #expect(response.finalURL == server.url("/far?step=10000"))
    #expect(server.connectionCount == 1)
  }

  @Test(arguments: [
    "file:///etc/passwd", "ftp://khabar.example/", "gopher://127.0.0.1:70/", "javascript:alert(1)", "http://",
    "data:text/html,a",
    "http://127.0.0.1:22/",
  ])
  func aRedirectLeadsToTheWebOnly(location: String) async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .redirect(to: location) }
    #expect(await client.error(HTTPRequest(url: server.url("/a")))?.kind == .forbiddenAddress)
  }

  @Test func placesAreNamedInAnyEncoding() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .redirect(to: "/पता?q=ख") }
    let latin1: [UInt8] =
      Array("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /caf".utf8) + [0xE9] + Array("\r\n\r\n".utf8)
    server.route("/b") { _ in
      var response = LocalHTTPResponse(headers: [], pieces: [.bytes(latin1)])
      response.hasHead = false
      return response
    }
    server.route("*") { request in .init(body: request.target) }
    #expect(try await client.text(server.url("/a")) == "/%E0%A4%AA%E0%A4%A4%E0%A4%BE?q=%E0%A4%96")
    #expect(try await client.text(server.url("/b")) == "/caf%E9")
  }

  @Test func theBodyOfARedirectIsNotWaitedFor() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in
      .init(status: 302, headers: [("Location", "/b")], pieces: [.endless(Array(repeating: 0x61, count: 10_000))])
    }
    server.route("/b") { _ in .init(body: "b") }
    #expect(try await client.text(server.url("/a")) == "b")
  }

  @Test func aPasswordGoesNoFartherThanItsServer() async throws {
    let server = try LocalHTTPServer()
    let other = try LocalHTTPServer()
    let elsewhere = other.url("/c")
    server.route("/a") { _ in .redirect(to: "/b", status: 301) }
    server.route("/b") { _ in .redirect(to: elsewhere, status: 301) }
    other.route("/c") { _ in
      .redirect(to: elsewhere.replacing("http://", with: "http://evil:evil@").replacing("/c", with: "/d"))
    }
    other.route("/d") { _ in .init(body: "d") }
    let request = HTTPRequest(url: server.url("/a").replacing("http://", with: "http://ram:secret@"))
    let response = try await client.fetch(request)
    #expect(server.requests("/a").last?.headers["authorization"] != nil)
    #expect(server.requests("/b").last?.headers["authorization"] != nil)
    #expect(other.requests("/c").last?.headers["authorization"] == nil)
    #expect(other.requests("/d").last?.headers["authorization"] == nil)
    #expect(response.permanentURL == elsewhere)
  }

  @Test func aMovedFeedKeepsItsPasswordOnItsServer() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .redirect(to: "/b", status: 301) }
    server.route("/b") { _ in .init(body: "b") }
    let response = try await client.fetch(
      HTTPRequest(url: server.url("/a").replacing("http://", with: "http://ram:secret@")))
    #expect(response.permanentURL == server.url("/b").replacing("http://", with: "http://ram:secret@"))
    #expect(response.finalURL == server.url("/b"))
  }

  @Test func aStepFromHTTPSToHTTPIsTakenButNotRemembered() throws {
    var trail = try RedirectTrail(url: "https://khabar.in/a")
    try trail.follow(status: 301, location: "https://www.khabar.in/a", limit: 10)
    try trail.follow(status: 301, location: "http://old.khabar.in/a", limit: 10)
    try trail.follow(status: 301, location: "https://new.khabar.in/a", limit: 10)
    #expect(trail.finalURL == "https://new.khabar.in/a")
    #expect(trail.permanentURL == "https://www.khabar.in/a")
  }

  @Test func aRoundTripMovesNothing() throws {
    var trail = try RedirectTrail(url: "https://khabar.in/a")
    try trail.follow(status: 301, location: "/b", limit: 10)
    try trail.follow(status: 301, location: "/a", limit: 10)
    #expect(trail.permanentURL == nil)
  }
}
