import CCurl
@testable import Fetching
import NewsModel
import TestSupport
import Testing

/// What the public internet names may not lead to this computer and its network.
@Suite(.onOwnThreads) struct NetworkReachTests {
  @Test(arguments: [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1",
    "fd12::1",
    "ff02::1", "::ffff:127.0.0.1", "::ffff:192.168.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    "::127.0.0.1",
    "khabar.in", "",
  ])
  func itsAddressesAreKnown(address: String) {
    #expect(!khabar_address_is_public(address))
  }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1", "223.255.255.255", "169.253.1.1",
    "2606:4700::1111", "2404:6800:4009::200e", "::ffff:8.8.8.8", "64:ff9b::808:808",
  ])
  func publicAddressesAreKnown(address: String) {
    #expect(khabar_address_is_public(address))
  }

  @Test(arguments: [
    ("http://127.0.0.1/", true), ("http://localhost:8080/", true), ("http://[::1]/", true),
    ("http://192.168.1.1/", true),
    ("http://router/", true), ("http://nas.local/", true), ("http://0x7f.1/", true), ("http://[fe80::1]/", true),
    ("https://khabar.in/", false), ("https://8.8.8.8/", false), ("https://local.khabar.in/", false),
    ("https://[2606:4700::1111]/", false),
  ])
  func aNameAloneTellsSome(url: String, isOwn: Bool) throws {
    let address = try #require(WebAddress(url))
    #expect(NetworkReach.isOwnByName(address) == isOwn)
  }

  @Test func aPublicFeedsStoriesAreNotAskedForHere() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in .init(body: "the router's settings") }
    let rebinding = HTTPClient.testing { $0.knownAddress = { _ in "127.0.0.1" } }
    let urls = [server.url("/a"), "http://localhost:\(server.port)/a", "http://pages.example:\(server.port)/a"]
    for url in urls {
      let error = await rebinding.error(HTTPRequest(url: url, namedBy: "https://feed.example/rss"))
      #expect(error?.kind == .forbiddenAddress, "\(url)")
    }
    #expect(await rebinding.error(HTTPRequest(url: urls[2], namedBy: "not an address"))?.kind == .forbiddenAddress)
    #expect(server.hits == 0 && server.connectionCount == 0)
  }

  @Test func anOwnFeedsStoriesAre() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in .init(body: "a") }
    let client = HTTPClient.testing()
    let page = try await client.fetch(HTTPRequest(url: server.url("/a"), namedBy: server.url("/feed")))
    #expect(page.status == 200)
    #expect(try await client.fetch(HTTPRequest(url: server.url("/a"), namedBy: "http://localhost/feed")).status == 200)
  }

  /// 127.0.0.2 plays the public internet, 127.0.0.1 the reader's own network.
  private func publicServer() -> LocalHTTPServer? {
    let server = try? LocalHTTPServer(host: "127.0.0.2")
    if server == nil { print("skipped: this computer has only one loopback address") }
    return server
  }

  private func client(_ names: [String: String]) -> HTTPClient {
    HTTPClient.testing {
      $0.isPublicAddress = { $0 == "127.0.0.2" }
      $0.knownAddress = { names[$0] }
    }
  }

  @Test(arguments: [
    "http://127.0.0.1", "http://localhost", "http://router", "http://2130706433", "http://[::ffff:127.0.0.1]",
    "http://rebound.example",
  ])
  func aRedirectFromThePublicInternetDoesNotLeadHere(host: String) async throws {
    guard let outside = publicServer() else { return }
    let inside = try LocalHTTPServer()
    inside.route("*") { _ in .init(body: "the router's settings") }
    let place = "\(host):\(inside.port)/"
    outside.route("/feed") { _ in .redirect(to: place) }
    let client = client(["feed.example": "127.0.0.2", "rebound.example": "127.0.0.1", "router": "127.0.0.1"])
    let error = await client.error(HTTPRequest(url: "http://feed.example:\(outside.port)/feed"))
    #expect(error?.kind == .forbiddenAddress)
    #expect(outside.hits("/feed") == 1)
    #expect(inside.hits == 0 && inside.connectionCount == 0)
  }

  @Test func aConnectionThatTheReaderOpenedIsNoWayInEither() async throws {
    guard let outside = publicServer() else { return }
    let inside = try LocalHTTPServer()
    inside.route("*") { _ in .init(body: "a") }
    let place = "http://rebound.example:\(inside.port)/secret"
    outside.route("/feed") { _ in .redirect(to: place) }
    let client = client(["feed.example": "127.0.0.2", "rebound.example": "127.0.0.1"])
    #expect(try await client.text("http://rebound.example:\(inside.port)/mine") == "a")
    let error = await client.error(HTTPRequest(url: "http://feed.example:\(outside.port)/feed"))
    #expect(error?.kind == .forbiddenAddress)
    #expect(inside.hits("/secret") == 0)
  }

  @Test func aDetourOverTheReadersOwnServerOpensNoDoor() async throws {
    guard let outside = publicServer() else { return }
    let inside = try LocalHTTPServer()
    let back = "http://feed.example:\(outside.port)/feed"
    let place = inside.url("/secret")
    inside.route("/start") { _ in .redirect(to: back) }
    inside.route("/own") { _ in .redirect(to: "/end") }
    inside.route("/end") { _ in .init(body: "a") }
    outside.route("/feed") { _ in .redirect(to: place) }
    let client = client(["feed.example": "127.0.0.2"])
    #expect(await client.error(HTTPRequest(url: inside.url("/start")))?.kind == .forbiddenAddress)
    #expect(inside.hits("/secret") == 0)
    #expect(try await client.text(inside.url("/own")) == "a")
  }

  @Test func behindAProxyNamesTell() async throws {
    let proxy = try LocalHTTPServer()
    proxy.route("http://feed.example/feed") { _ in .redirect(to: "http://192.168.1.1/") }
    proxy.route("http://feed.example/moved") { _ in .redirect(to: "http://other.example/") }
    proxy.route("http://other.example/") { _ in .init(body: "a") }
    let port = proxy.port
    let client = HTTPClient.testing { $0.proxy = "http://127.0.0.1:\(port)" }
    #expect(await client.error(HTTPRequest(url: "http://feed.example/feed"))?.kind == .forbiddenAddress)
    #expect(try await client.text("http://feed.example/moved") == "a")
    #expect(proxy.hits("http://192.168.1.1/") == 0)
  }
}
