@testable import Fetching
import TestSupport
import Testing

@Suite(.onOwnThreads) struct HostPolitenessTests {
  let a = HostKey(host: "a.in", authority: "a.in", isLoopback: false)
  let b = HostKey(host: "b.in", authority: "b.in:8080", isLoopback: false)

  @Test func aHostGetsNoMoreThanItsShareAndHostsTakeTurns() {
    var politeness = HostPoliteness(total: 10, perHost: 2)
    for id in 1...4 { politeness.wait(id, for: a) }
    for id in 5...6 { politeness.wait(id, for: b) }
    var started: [Int] = []
    while let next = politeness.next(now: 0) { started.append(next.id) }
    #expect(started == [1, 5, 2, 6])
    politeness.finished(a)
    #expect(politeness.next(now: 0)?.id == 3)
    #expect(politeness.next(now: 0) == nil)
    politeness.finished(b)
    #expect(politeness.next(now: 0) == nil)
    politeness.finished(a)
    #expect(politeness.next(now: 0)?.id == 4)
  }

  @Test func allTogetherHaveALimitToo() {
    var politeness = HostPoliteness(total: 3, perHost: 2)
    for id in 1...10 { politeness.wait(id, for: HostKey(host: "\(id).in", authority: "", isLoopback: false)) }
    var started = 0
    while politeness.next(now: 0) != nil { started += 1 }
    #expect(started == 3)
    #expect(politeness.isFull)
  }

  @Test func aServerOnThisComputerHasNoLimitOfItsOwn() {
    var politeness = HostPoliteness(total: 50, perHost: 2)
    let own = HostKey(host: "127.0.0.1", authority: "127.0.0.1:8123", isLoopback: true)
    for id in 1...60 { politeness.wait(id, for: own) }
    var started = 0
    while politeness.next(now: 0) != nil { started += 1 }
    #expect(started == 50)
  }

  @Test func aHostThatAsksForAPauseGetsIt() {
    var politeness = HostPoliteness(total: 10, perHost: 1)
    for id in 1...3 { politeness.wait(id, for: a) }
    #expect(politeness.next(now: 0)?.id == 1)
    // Short: those who wait go on waiting.
    #expect(politeness.hold(a, seconds: 2, now: 0) == [])
    politeness.finished(a)
    #expect(politeness.next(now: 1) == nil)
    #expect(politeness.nextTurn(now: 1) == 1)
    #expect(politeness.next(now: 2)?.id == 2)
    // Long: they are told at once.
    #expect(politeness.hold(a, seconds: 3600, now: 2) == [3])
    #expect(politeness.pause(a, now: 3) == 3599)
    #expect(politeness.pause(b, now: 3) == nil)
    // A shorter pause does not end a longer one.
    _ = politeness.hold(a, seconds: 1, now: 3)
    #expect(politeness.pause(a, now: 10) == 3592)
    politeness.finished(a)
    #expect(politeness.nextTurn(now: 10) == nil)
    politeness.wait(9, for: a)
    #expect(politeness.next(now: 3602)?.id == 9)
  }

  @Test func aPauseThatOneFeedIsAskedForHoldsForItsHost() async throws {
    let server = try LocalHTTPServer()
    server.route("/busy") { _ in .init(status: 503, headers: [("Retry-After", "3600")]) }
    server.route("/other") { _ in .init(body: "a") }
    let client = HTTPClient.testing()
    let busy = try await client.fetch(HTTPRequest(url: server.url("/busy")))
    #expect(busy.retryAfterSeconds == 3600)
    let held = await client.error(HTTPRequest(url: server.url("/other")))
    guard case .askedToWait(let seconds) = held?.kind else {
      Issue.record("\(String(describing: held))")
      return
    }
    #expect((1...3600).contains(seconds))
    #expect(server.hits("/other") == 0)
    // Another server is another matter, and so is another client.
    let other = try LocalHTTPServer()
    other.route("/other") { _ in .init(body: "b") }
    #expect(try await client.text(other.url("/other")) == "b")
    #expect(try await HTTPClient.testing().text(server.url("/other")) == "a")
  }

  @Test func aShortPauseIsWaitedFor() async throws {
    let server = try LocalHTTPServer()
    server.route("/busy") { _ in .init(status: 429, headers: [("Retry-After", "1")]) }
    server.route("/other") { _ in .init(body: "a") }
    let client = HTTPClient.testing()
    _ = try await client.fetch(HTTPRequest(url: server.url("/busy")))
    #expect(try await client.text(server.url("/other")) == "a")
    let busy = try #require(server.requests("/busy").last), other = try #require(server.requests("/other").last)
    #expect(other.arrival - busy.arrival >= .seconds(1))
  }

  @Test func oneHostIsAskedForTwoDocumentsAtOnce() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in .init(headers: [], pieces: [.pause(0.05), .bytes([0x61])]) }
    let client = HTTPClient.testing { $0.knownAddress = { _ in "127.0.0.1" } }
    let urls = (0..<12).map { "http://khabar.example:\(server.port)/\($0)" }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for url in urls { group.addTask { _ = try await client.fetch(HTTPRequest(url: url)) } }
      try await group.waitForAll()
    }
    #expect(server.hits == 12)
    #expect(server.maximumRunningCount == 2)
  }

  @Test func aRedirectWaitsInTheLineOfItsNewHost() async throws {
    let server = try LocalHTTPServer()
    let port = server.port
    server.route("/from") { _ in .redirect(to: "http://to.example:\(port)/to") }
    server.route("/to") { _ in .init(headers: [], pieces: [.pause(0.05), .bytes([0x61])]) }
    let client = HTTPClient.testing { $0.knownAddress = { _ in "127.0.0.1" } }
    let urls = (0..<8).map { "http://from\($0).example:\(port)/from" }
    // What of the pages that redirect is still being answered is not counted.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for url in urls { group.addTask { _ = try await client.text(url) } }
      try await group.waitForAll()
    }
    #expect(server.hits("/to") == 8)
    #expect(server.connectionCount <= 8 + 8)
  }
}
