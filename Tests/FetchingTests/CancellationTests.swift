@testable import Fetching
import TestSupport
import Testing

@Suite(.onOwnThreads) struct CancellationTests {
  let client = HTTPClient.testing { $0.maximumTransfers = 4 }

  /// Begins a request, waits for `stage`, and cancels; says when that was.
  private func cancel(
    _ url: String, client: HTTPClient? = nil, at stage: () async throws -> Void
  ) async throws -> (error: FetchError?, time: ContinuousClock.Instant) {
    let client = client ?? self.client
    let limits = TransferLimits(seconds: 3600, stallSeconds: 3600)
    // Tasks of a group stay on the threads of this suite; others wait for the shared ones.
    return try await withThrowingTaskGroup(of: FetchError?.self) { group in
      group.addTask { await client.error(HTTPRequest(url: url, limits: limits)) }
      try await stage()
      let time = ContinuousClock.now
      group.cancelAll()
      return (try await group.next() ?? nil, time)
    }
  }

  @Test(arguments: ["/silent", "/header", "/body", "/redirected"])
  func aTransferEndsAtOnceInEveryStage(path: String) async throws {
    let server = try LocalHTTPServer()
    server.route("/silent") { _ in .silent }
    server.route("/header") { _ in .raw("HTTP/1.1 200 OK\r\nConte", then: [.silence]) }
    server.route("/body") { _ in .init(headers: [], pieces: [.bytes(Array(repeating: 0x61, count: 10_000)), .silence]) }
    server.route("/redirected") { _ in .redirect(to: "/silent") }
    let reached = path == "/redirected" ? "/silent" : path
    let (error, time) = try await cancel(server.url(path)) {
      try await eventually("the server was asked") { server.hits(reached) == 1 }
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(error?.kind == .cancelled)
    #expect(error?.url == server.url(reached))
    try await eventually("the connection is closed") { server.openConnectionCount == 0 }
    #expect(try #require(server.lastClosing) - time < .seconds(30))
  }

  @Test func aTaskThatWasCancelledBeforeAsksNothing() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(body: "a") }
    let url = server.url("/a")
    let client = client
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await client.error(HTTPRequest(url: url))
    }
    task.cancel()
    #expect(await task.value?.kind == .cancelled)
    #expect(server.hits("/a") == 0)
  }

  /// The four before it last an hour: without its own end it would not get its turn.
  @Test(.timeLimit(.minutes(10))) func oneThatWaitsForItsTurnEndsToo() async throws {
    let server = try LocalHTTPServer()
    server.route("/silent") { _ in .silent }
    server.route("/a") { _ in .init(body: "a") }
    let client = client
    let url = server.url("/silent")
    let limits = TransferLimits(seconds: 3600, stallSeconds: 3600)
    try await withThrowingTaskGroup(of: FetchError?.self) { running in
      for _ in 0..<4 { running.addTask { await client.error(HTTPRequest(url: url, limits: limits)) } }
      try await eventually("the client is full") { server.hits("/silent") == 4 }
      let (error, _) = try await cancel(server.url("/a")) { try await Task.sleep(for: .milliseconds(30)) }
      #expect(error?.kind == .cancelled)
      #expect(server.hits("/a") == 0)
      running.cancelAll()
      for try await error in running { #expect(error?.kind == .cancelled) }
    }
    #expect(try await client.text(server.url("/a")) == "a")
  }

  @Test func aConnectionThatIsNeverMadeIsGivenUp() async throws {
    // 192.0.2.0/24 is for documentation: nothing answers there. Where the network refuses at once there is nothing to cancel.
    let client = client
    let task = Task { await client.error(HTTPRequest(url: "http://192.0.2.1/")) }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    let kind = await task.value?.kind
    #expect(kind == .cancelled || kind == .unreachable)
  }

  @Test func manyAreCancelledAtAnyMomentAndTheRestIsAnswered() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in
      .init(headers: [("Content-Length", "30")], pieces: [.bytes(Array(repeating: 0x61, count: 30))])
    }
    server.route("/slow") { _ in .init(headers: [], pieces: [.bytes([0x61]), .pause(0.01), .bytes([0x62])]) }
    let client = HTTPClient.testing { $0.maximumTransfers = 16 }
    let urls = (0..<400).map { server.url($0 % 3 == 0 ? "/slow" : "/\($0)") }
    let outcomes = await withTaskGroup(of: FetchError?.self) { group in
      for (index, url) in urls.enumerated() {
        group.addTask {
          let task = Task { () async -> FetchError? in
            do throws(FetchError) {
              _ = try await client.fetch(HTTPRequest(url: url))
              return nil
            } catch {
              return error
            }
          }
          if index % 2 == 0 {
            for _ in 0..<(index % 17) { await Task.yield() }
            task.cancel()
          }
          return await task.value
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count == 400)
    #expect(outcomes.count { $0 == nil } >= 200)
    #expect(outcomes.compactMap(\.self).filter { $0.kind != .cancelled } == [])
    #expect(try await client.text(server.url("/after")) == String(repeating: "a", count: 30))
  }

  @Test func aClientThatNobodyHoldsEnds() async throws {
    let server = try LocalHTTPServer()
    server.route("/a") { _ in .init(body: "a") }
    for _ in 0..<20 {
      let client = HTTPClient.testing()
      #expect(try await client.text(server.url("/a")) == "a")
    }
    try await eventually("the clients' connections are closed") { server.openConnectionCount == 0 }
  }
}
